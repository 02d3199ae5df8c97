import type { FactuurFout } from '@/lib/betaling/model'
import { describeFout } from '@/lib/betaling/texts'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { apiJson, apiProblem } from '@/lib/platform/api'
import { requireKoppeling } from '@/lib/platform/bearer'
import { withIdempotency } from '@/lib/platform/idempotency'
import { decodeUtf8, readBytes } from '@/lib/platform/request-body'

export const dynamic = 'force-dynamic'

const MAX_BYTES = 2 * 1024 * 1024

/** Receives an e-invoice, a correction or a credit note (UBL): 201 when it matches its order or its invoice, 422 with every rule that it breaks when not. It is kept either way. */
export async function POST(request: Request): Promise<Response> {
  const beller = await requireKoppeling('factuur.indienen', request)
  if (beller instanceof Response) return beller
  const bytes = await readBytes(request, MAX_BYTES)
  if (bytes === undefined) return apiProblem(413, 'te-groot', { title: 'Uw factuur is te groot', detail: 'Stuur hoogstens 2 MB. Laat bijlagen weg, en zet de opleiding op één regel.' }, beller.headers)
  const body = decodeUtf8(bytes)
  if (body === undefined) return apiProblem(415, 'codering', { title: 'Uw factuur is niet in UTF-8', detail: 'Sla de factuur op als UTF-8, niet ingepakt (gzip, zip), en stuur haar opnieuw.' }, beller.headers)
  if (body.trim() === '') return apiProblem(400, 'leeg', { title: 'Er is geen factuur', detail: 'Stuur de factuur als XML in de inhoud van het verzoek.' }, beller.headers)
  return withIdempotency(request, { beller, body }, async () => {
    const outcome = await ontvangFactuur(beller.actor, { naam: 'factuur.xml', inhoud: Buffer.from(body) }, 'api')
    if (!outcome.ok) throw new Error('an invoice is always received')
    const { factuurId: id, isGematcht, fouten, status } = outcome.value
    const toRegel = (fout: FactuurFout) => ({ code: fout.code, plaats: fout.plaats, tekst: describeFout(fout) })
    const opmerkingen = fouten.filter(({ isOpmerking }) => isOpmerking === true).map(toRegel)
    if (isGematcht) return apiJson({ id, toestand: status, ...(opmerkingen.length > 0 && { opmerkingen }) }, { status: 201, headers: beller.headers })
    const regels = fouten.filter(({ isOpmerking }) => isOpmerking !== true).map(toRegel)
    return apiProblem(422, 'factuur-afgekeurd', { title: 'Uw factuur is afgekeurd', detail: `Verander ${regels.length === 1 ? 'één ding' : `${String(regels.length)} dingen`} en stuur de factuur opnieuw; bij fouten staat wat.` },
      beller.headers, { id, toestand: 'afgekeurd', fouten: regels })
  })
}
