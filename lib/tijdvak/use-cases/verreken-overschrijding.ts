import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { Tijdvak } from '@/lib/tijdvak/model'
import { lockPotten, savePot, type Pot } from '@/lib/tijdvak/repo'
import { moveJaarplafond } from '@/lib/tijdvak/repo/jaarplafond'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { calculateVerrekening } from '@/lib/tijdvak/rules/rest'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Settles the overspend of earlier tijdvakken against this one when it opens: its compartiment with the same code pays, else its
 * algemeen. Booked once for what is left to settle (invariant I5).
 */
export async function verrekenOverschrijding(tx: Tx, tijdvak: Tijdvak): Promise<void> {
  const potten = await lockPotten(tx, [tijdvak.code])
  const eigen = new Map(potten.filter(({ tijdvakId }) => tijdvakId === tijdvak.id).map((pot) => [pot.code, pot]))
  for (const bron of potten.filter(({ verrekendMet, overschrijdingCent, isVoorbij }) => verrekendMet === tijdvak.code && overschrijdingCent > 0 && isVoorbij)) {
    const doel = eigen.get(bron.code) ?? eigen.get('algemeen')
    if (doel === undefined) continue
    eigen.set(doel.code, await settle(tx, bron, doel))
  }
}

/** Answers the compartiment that paid as it is afterwards. */
async function settle(tx: Tx, bron: Pot, doel: Pot): Promise<Pot> {
  const { betaaldCent, vervaltCent } = calculateVerrekening(bron, doel.plafondCent - doel.gebruiktCent)
  const regels = ([[doel, betaaldCent], [bron, vervaltCent]] as const)
    .flatMap(([{ id: compartimentId }, bedragCent]) => (bedragCent === 0 ? [] : makePost('verreken-overschrijding', bedragCent, { compartimentId })))
  if (regels.length === 0) return doel
  // What is left to settle becomes less each time: a tijdvak that opens again settles what it could not pay the first time.
  const geboekt = await boek(tx, { soort: 'verreken-overschrijding', oorzaak: 'compartiment', oorzaakId: `${bron.id}/${String(bron.overschrijdingCent)}`, actor: SYSTEEM, regels })
  if (geboekt === 'al-geboekt') throw new Error(`the overschrijding of compartiment ${bron.id} was settled before, and its stand does not say so`)
  if (betaaldCent > 0) {
    await moveJaarplafond(tx, {
      van: doel.jaar, naar: bron.jaar, bedragCent: betaaldCent, besluit: `Overschrijding van ${bron.tijdvakCode} ${bron.code}`, reden: `Verrekend met ${doel.tijdvakCode} ${doel.code}.`, doorId: null,
    })
  }
  const na = { ...doel, plafondCent: doel.plafondCent - betaaldCent }
  await savePot(tx, bron.id, { plafondCent: bron.plafondCent + betaaldCent, overschrijdingCent: bron.overschrijdingCent - betaaldCent - vervaltCent })
  await savePot(tx, doel.id, na)
  await saveGebeurtenis(tx, {
    onderwerp: 'tijdvak', onderwerpId: doel.tijdvakId, soort: 'verreken-overschrijding', actor: SYSTEEM,
    gegevens: { van: `${bron.tijdvakCode} ${bron.code}`, met: `${doel.tijdvakCode} ${doel.code}`, betaaldCent, vervaltCent },
  })
  return na
}
