import type { Metadata } from 'next'
import { toonNietGevonden } from '@/lib/platform/not-found'

export const metadata: Metadata = { title: 'Proef met fouten' }

/** Fails on purpose, so that the browser tests see what a reader sees: /dev/fout/weg is not found, /dev/fout/kapot throws. */
export default async function Page({ params }: { params: Promise<{ soort: string }> }) {
  if ((await params).soort === 'kapot') throw new Error('on purpose')
  toonNietGevonden()
}
