import type { OpleiderActor } from '@/lib/base/actor'
import { inTransaction } from '@/lib/platform/db'
import { parseInput } from '@/lib/platform/zod-nl'
import type { Rijfout } from '@/lib/vooraanmelding/model'
import { apiRijSchema } from '@/lib/vooraanmelding/schema'
import { UITGEEF_TEKST } from '@/lib/vooraanmelding/texts'
import { geefUitIn, type Uitgegeven, type Uitgifte } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'

/** The answer for one row of a request: the aanmeldbewijs, or what is wrong. */
export type Rijantwoord = { readonly rij: number; readonly status: 'uitgegeven'; readonly aanmeldbewijs: Uitgegeven } | { readonly rij: number; readonly status: 'geweigerd'; readonly fouten: readonly Rijfout[] }

/** Takes in what the system of an opleider sent: each row its own answer, in the order of the rows, all in one transaction. */
export async function ontvangAanmeldbewijzen(opleider: OpleiderActor, rijen: readonly unknown[]): Promise<readonly Rijantwoord[]> {
  const gelezen = rijen.map((rij) => parseInput(apiRijSchema, rij))
  const uitgiften = gelezen.flatMap((rij): Uitgifte[] => {
    if (!rij.ok) return []
    const { cohortcode, opleidingscode, subsidiebedragCent, locatie, ...rest } = rij.value
    return [{ ...rest, gevraagd: subsidiebedragCent, plaats: locatie, welke: { cohortcode, opleidingscode } }]
  })
  const uitkomsten = uitgiften.length === 0 ? [].values() : (await inTransaction((tx) => geefUitIn(tx, opleider, uitgiften, { bron: 'api' }))).values()
  return gelezen.map((rij, index): Rijantwoord => {
    if (!rij.ok) return { rij: index, status: 'geweigerd', fouten: Object.entries(rij.fouten).flatMap(([veld, redenen]) => redenen.map((reden) => ({ veld, reden }))) }
    const uitkomst = uitkomsten.next().value
    if (uitkomst === undefined) throw new Error('fewer answers than rows')
    if (uitkomst.ok) return { rij: index, status: 'uitgegeven', aanmeldbewijs: uitkomst.value }
    return { rij: index, status: 'geweigerd', fouten: uitkomst.redenen.map((reden) => ({ veld: reden, reden: UITGEEF_TEKST[reden] })) }
  })
}
