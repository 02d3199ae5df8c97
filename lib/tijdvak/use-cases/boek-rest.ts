import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { RestRegel } from '@/lib/tijdvak/model'
import { findTijdvak, findVolgend, lockPotten, markRestGeboekt, savePot, type Pot } from '@/lib/tijdvak/repo'
import { moveJaarplafond } from '@/lib/tijdvak/repo/jaarplafond'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { calculateRest } from '@/lib/tijdvak/rules/rest'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Moves what is left of the compartimenten of a tijdvak that have this rule: to algemeen of the same tijdvak, or to the
 * compartiment with the same code of the next one, else to its algemeen. Once per compartiment, in the ledger and in the log.
 * Without somewhere to go it stays and is tried again. Answers how many cents were moved.
 */
export async function boekRest(tx: Tx, tijdvakId: string, regel: Exclude<RestRegel, 'vervalt'>): Promise<number> {
  const tijdvak = await findTijdvak(tx, { id: tijdvakId })
  if (tijdvak === undefined) throw new Error(`tijdvak ${tijdvakId} does not exist`)
  const naar = regel === 'naar-algemeen' ? tijdvak : await findVolgend(tx, tijdvak)
  if (naar === undefined) return 0
  const potten = await lockPotten(tx, [tijdvak.code, naar.code])
  const doelen = new Map(potten.filter(({ tijdvakId: van }) => van === naar.id).map((pot) => [pot.code, pot]))
  const bronnen = potten.filter((pot) => pot.tijdvakId === tijdvak.id && pot.restRegel === regel && !pot.isRestGeboekt)

  let totaal = 0
  for (const bron of bronnen) {
    const doel = (regel === 'naar-algemeen' ? undefined : doelen.get(bron.code)) ?? doelen.get('algemeen')
    if (doel === undefined || doel.id === bron.id) continue
    const { plafondCent, verplaatstCent } = await move(tx, bron, doel)
    doelen.set(doel.code, { ...doel, plafondCent })
    totaal += verplaatstCent
    await markRestGeboekt(tx, [bron.id], await nowIn(tx))
  }
  return totaal
}

async function move(tx: Tx, bron: Pot, doel: Pot): Promise<{ plafondCent: number; verplaatstCent: number }> {
  const rest = calculateRest(bron)
  const plafondCent = doel.plafondCent + rest
  if (rest === 0) return { plafondCent, verplaatstCent: 0 }
  await boek(tx, {
    soort: 'hevel-rest-over', oorzaak: 'compartiment', oorzaakId: bron.id, actor: SYSTEEM,
    regels: [...makePost('hevel-rest-over', rest, { compartimentId: bron.id }), ...makePost('verhoog-plafond', rest, { compartimentId: doel.id })],
  })
  await moveJaarplafond(tx, {
    van: bron.jaar, naar: doel.jaar, bedragCent: rest, besluit: `Rest van ${bron.tijdvakCode} ${bron.code}`, reden: 'De rest van dit compartiment gaat naar het volgende tijdvak.', doorId: null,
  })
  await savePot(tx, bron.id, { ...bron, plafondCent: bron.plafondCent - rest })
  await savePot(tx, doel.id, { ...doel, plafondCent })
  await saveGebeurtenis(tx, {
    onderwerp: 'tijdvak', onderwerpId: bron.tijdvakId, soort: 'hevel-rest-over', actor: SYSTEEM,
    gegevens: { van: `${bron.tijdvakCode} ${bron.code}`, naar: `${doel.tijdvakCode} ${doel.code}`, bedragCent: rest },
  })
  return { plafondCent, verplaatstCent: rest }
}
