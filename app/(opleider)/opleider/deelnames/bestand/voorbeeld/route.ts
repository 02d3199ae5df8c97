import { csvLine } from '@/lib/base/csv-text'
import { requireInRoute } from '@/lib/platform/session'
import { HULPKOLOMMEN, KOLOMMEN } from '@/lib/verantwoording/rules/deelname-kolommen'
import { listOpenDeelnemers } from '@/lib/verantwoording/views'

const VOORBEELD = ['STAP-0000000-00', 'succesvol', 'aanwezigheid', '92', '', '', 'Voorbeeld: haal deze regel weg', '', '']

/** The file to fill in: a line for every deelnemer that can be reported on, or one example when there is none. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireInRoute('deelname.melden', request)
  if (actor instanceof Response) return actor
  const open = actor.soort === 'opleider' ? await listOpenDeelnemers(actor) : []
  const leeg = KOLOMMEN.slice(1).map(() => '')
  const rijen = open.length === 0 ? [VOORBEELD] : open.map(({ kenmerk, deelnemer, opleiding, einddatum }) => [kenmerk, ...leeg, deelnemer, opleiding, einddatum])
  // The mark makes a spreadsheet read it as UTF-8.
  return new Response(`\uFEFF${csvLine([...KOLOMMEN, ...HULPKOLOMMEN])}${rijen.map(csvLine).join('')}`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="deelnames.csv"', 'cache-control': 'private, no-store' },
  })
}
