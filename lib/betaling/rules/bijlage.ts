import type { UblBijlage } from '@/lib/betaling/rules/ubl-model'

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/
/** As much of a file as its first bytes need. */
const BEGIN = 16

// How a file of each kind begins. A text file begins with anything but nothing.
const KENMERK: Readonly<Record<string, (begin: string) => boolean>> = {
  'application/pdf': (begin) => begin.startsWith('%PDF-'),
  'image/png': (begin) => begin.startsWith('\u0089PNG\r\n\u001a\n'),
  'image/jpeg': (begin) => begin.startsWith('\u00ff\u00d8\u00ff'),
  'text/csv': (begin) => !begin.includes('\u0000'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': (begin) => begin.startsWith('PK'),
  'application/vnd.oasis.opendocument.spreadsheet': (begin) => begin.startsWith('PK'),
}

/** Whether what is enclosed is what it says to be; of a kind that the norm does not know another rule speaks. Nothing enclosed is fine. */
export function isWatHetZegt({ mime, inhoud }: UblBijlage): boolean {
  if (inhoud === null) return true
  if (!BASE64.test(inhoud)) return false
  const kenmerk = KENMERK[mime ?? '']
  return kenmerk === undefined || kenmerk(atob(inhoud.slice(0, 200).replaceAll(/\s/g, '').slice(0, BEGIN)))
}
