import type { Metadata } from 'next'
import { FOUTEN } from '@/app/fouten'
import { ShortError } from '@/components/shell/short-error'

export const metadata: Metadata = { title: FOUTEN[403].title }

export default function Forbidden() {
  return <ShortError {...FOUTEN[403]} />
}
