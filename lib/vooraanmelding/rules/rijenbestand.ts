import { refused, success, type Outcome } from '@/lib/base/outcome'
import type { BestandReden } from '@/lib/vooraanmelding/texts'

const MAX_BYTES = 10 * 1024 * 1024

/** In which of the two formats an opleider delivers rows, by the name of the file; refused when it is another one, empty or larger than 10 MB. */
export function readFormaat({ naam, inhoud }: { naam: string; inhoud: Buffer }): Outcome<BestandReden, 'csv' | 'xml'> {
  const formaat = /\.csv$/i.test(naam) ? 'csv' : /\.xml$/i.test(naam) ? 'xml' : undefined
  if (formaat === undefined) return refused('geen-bestandssoort')
  if (inhoud.length > MAX_BYTES) return refused('te-groot')
  return inhoud.length === 0 ? refused('leeg') : success(formaat)
}
