import type { PlainDate } from '@/lib/base/date'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import { canPerform } from '@/lib/aanvraag/rules/status'

/**
 * Why a burger cannot withdraw; empty when it can. After the verlening only before the training starts: from then on stopping
 * is a matter of the outcome that the opleider reports (art. 14).
 */
export function checkIntrekken(status: AanvraagStatus, startdatum: PlainDate, vandaag: PlainDate): readonly ('kan-nu-niet' | 'al-begonnen')[] {
  if (!canPerform('trek-in', status, 'burger')) return ['kan-nu-niet']
  return status === 'verleend' && startdatum <= vandaag ? ['al-begonnen'] : []
}
