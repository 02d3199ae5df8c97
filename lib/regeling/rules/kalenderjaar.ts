import { amsterdamJaar } from '@/lib/base/amsterdam'

/** The kalenderjaar in which an aanvraag counts: that of its receipt in Amsterdam, so 31 December 23.30 UTC is the next year (I4, I12). */
export function calculateKalenderjaar(ontvangenOp: Date): number {
  return amsterdamJaar(ontvangenOp)
}
