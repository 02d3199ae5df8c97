import { requireInRoute } from '@/lib/platform/session'
import { KOLOMMEN } from '@/lib/vooraanmelding/rules/kolommen'

const RIJ = 'S1001;Sanne;van;Dijk;29-11-1985;Voorbeeldstraat;12;B;1234 AB;Voorbeeldstad;NL;;C-2022-01;;;;939,50'

/** A file to begin with: the columns, and one deelnemer that does not exist. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireInRoute('aanmeldbewijs.uitgeven', request)
  if (actor instanceof Response) return actor
  // The mark makes a spreadsheet read it as UTF-8.
  return new Response(`\uFEFF${KOLOMMEN.join(';')}\r\n${RIJ}\r\n`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="aanmeldbewijzen-voorbeeld.csv"', 'cache-control': 'private, no-store' },
  })
}
