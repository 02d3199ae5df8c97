import type { Metadata } from 'next'
import { FOUTEN } from '@/app/fouten'
import { ShortError } from '@/components/shell/short-error'

export const metadata: Metadata = { title: FOUTEN[404].title }

export default function NotFound() {
  return <ShortError {...FOUTEN[404]} />
}
