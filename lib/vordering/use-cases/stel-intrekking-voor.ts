import type { Medewerker, Rol } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { findVoorgesteld, insertAfboeking, sumAlleenVerleend } from '@/lib/vordering/repo/besluiten'
import { lockVordering, logVordering } from '@/lib/vordering/repo/rij'
import { mandaatVan } from '@/lib/vordering/rules/mandaat'
import type { IntrekkenInput } from '@/lib/vordering/schema'
import type { VorderingReden } from '@/lib/vordering/texts'
import { leesVandaag } from '@/lib/vordering/use-cases/schrijf'
import { trekVorderingInBij } from '@/lib/vordering/use-cases/trek-vordering-in'

const ROLLEN: readonly Rol[] = ['teamleider-financieel', 'financieel']

/**
 * An employee makes a claim less, or nothing, without a besluit that asks for it: within the mandate of who does it, at once; above it a
 * proposal on which another person decides, as with giving a claim up. What a besluit undoes goes by trekVorderingInBij.
 */
export function stelIntrekkingVoor(medewerker: Medewerker, { kenmerk, wordt, reden, zonderRente }: IntrekkenInput): Promise<Outcome<VorderingReden, { isVerleend: boolean }>> {
  return inTransaction(async (tx) => {
    const rij = await lockVordering(tx, { kenmerk })
    if (rij === undefined) return refused('niet-gevonden')
    const rol = ROLLEN.find((een) => medewerker.rollen.includes(een))
    if (rol === undefined) return refused('geen-mandaat')
    if (await findVoorgesteld(tx, rij.id) !== undefined) return refused('ligt-al-voor')
    const bedragCent = rij.bedragCent - wordt
    if (bedragCent <= 0) return refused('niet-lager')
    const { regeling } = await leesVandaag(tx)
    const isVerleend = bedragCent + await sumAlleenVerleend(tx, rij.id, medewerker.id, false) <= mandaatVan(medewerker.rollen, regeling.get('kwijtschelding-mandaat'))
    const isZonderRente = zonderRente === 'ja'
    if (isVerleend) {
      const gedaan = await trekVorderingInBij(tx, { vorderingId: rij.id, wordtCent: wordt, reden, actor: medewerker, isZonderRente })
      if (!gedaan.ok) return gedaan
    } else await logVordering(tx, rij.id, { soort: 'stel-intrekking-voor', doorId: medewerker.id, rol, reden, gegevens: { wordtCent: wordt } })
    await insertAfboeking(tx, { vorderingId: rij.id, soort: 'intrekking', bedragCent, reden, voorgesteldDoor: medewerker.id, isVerleend, isZonderRente })
    return success({ isVerleend })
  })
}
