import { randomUUID } from 'node:crypto'
import type { Medewerker } from '@/lib/base/actor'
import { amsterdamJaar } from '@/lib/base/amsterdam'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import type { Tijdvak } from '@/lib/tijdvak/model'
import { lockPlafonds, lockSturing, savePlafond, type Plafond } from '@/lib/tijdvak/repo'
import { lockJaarplafond, moveJaarplafond, saveOverheveling } from '@/lib/tijdvak/repo/jaarplafond'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { checkVerhoging, checkVerlaging, type PlafondReden } from '@/lib/tijdvak/rules/plafond'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/** A besluit that moves budget from one tijdvak to another; amount in cents, more than zero. A compartiment is "<code of the tijdvak> <code>". */
export type Overhevelbesluit = { readonly van: string; readonly naar: string; readonly bedrag: number; readonly besluit: string; readonly reden: string }

type Kant = { readonly tijdvak: Tijdvak; readonly plafond: Plafond & { hasReservelijst: boolean }; readonly jaar: number; readonly isVoorbij: boolean }

/**
 * Moves budget between tijdvakken, also of different years: then the plafond of the years goes along. Only what nobody has a claim on
 * can leave (Awb 4:27 lid 2), and nothing comes where somebody was refused already. One boeking that names the besluit.
 */
export function hevelOver(actor: Medewerker, besluit: Overhevelbesluit): Promise<Outcome<PlafondReden>> {
  return inTransaction(async (tx) => {
    const nu = await nowIn(tx)
    // In one order, whichever way the budget goes.
    const kanten = new Map<string, Kant | undefined>()
    for (const waar of [besluit.van, besluit.naar].toSorted()) kanten.set(waar, await findKant(tx, waar, nu))
    const [van, naar] = [kanten.get(besluit.van), kanten.get(besluit.naar)]
    if (van === undefined || naar === undefined) return refused('onbekend-compartiment')
    if (van.plafond.id === naar.plafond.id) return refused('zelfde-compartiment')
    const jaren = []
    for (const jaar of [...new Set([van.jaar, naar.jaar])].toSorted((a, b) => a - b)) jaren.push(await lockJaarplafond(tx, jaar))

    const redenen: PlafondReden[] = [
      ...(jaren.some(({ isGesloten }) => isGesloten) ? ['jaar-gesloten' as const] : []),
      ...(naar.isVoorbij ? ['tijdvak-voorbij' as const] : []),
      ...checkVerlaging(van.plafond, besluit.bedrag), ...checkVerhoging(naar.plafond),
    ]
    if (redenen.length > 0) return refused(...redenen)
    await writeDown(tx, actor, { besluit, van, naar, boekjaar: Math.max(amsterdamJaar(nu), van.jaar) })
    return done
  })
}

async function findKant(tx: Tx, waar: string, nu: Date): Promise<Kant | undefined> {
  const [code = '', compartiment = ''] = waar.split(' ')
  const tijdvak = await lockSturing(tx, code)
  if (tijdvak === undefined) return undefined
  const plafond = (await lockPlafonds(tx, tijdvak.id)).find((rij) => rij.code === compartiment)
  if (plafond === undefined) return undefined
  const hasReservelijst = tijdvak.reserveTot !== null && nu < tijdvak.reserveTot
  return { tijdvak, plafond: { ...plafond, hasReservelijst }, jaar: amsterdamJaar(tijdvak.opentOp), isVoorbij: calculateToestand(tijdvak, nu) === 'gesloten' }
}

async function writeDown(tx: Tx, actor: Medewerker, { besluit, van, naar, boekjaar }: { besluit: Overhevelbesluit; van: Kant; naar: Kant; boekjaar: number }): Promise<void> {
  const id = randomUUID()
  const { bedrag: bedragCent, reden } = besluit
  await saveOverheveling(tx, { id, vanId: van.plafond.id, naarId: naar.plafond.id, bedragCent, besluit: besluit.besluit, reden, doorId: actor.id })
  await moveJaarplafond(tx, { van: van.jaar, naar: naar.jaar, bedragCent, besluit: besluit.besluit, reden, doorId: actor.id })
  await savePlafond(tx, naar.plafond.id, naar.plafond.plafondCent + bedragCent)
  await boek(tx, {
    soort: 'hevel-over', oorzaak: 'overhevelbesluit', oorzaakId: id, actor, boekjaar,
    regels: [...makePost('hevel-over', bedragCent, { compartimentId: van.plafond.id }), ...makePost('verhoog-plafond', bedragCent, { compartimentId: naar.plafond.id })],
  })
  await savePlafond(tx, van.plafond.id, van.plafond.plafondCent - bedragCent)
  for (const { tijdvak, plafond } of [van, naar]) {
    await saveGebeurtenis(tx, {
      onderwerp: 'tijdvak', onderwerpId: tijdvak.id, soort: 'hevel-over', actor, reden,
      gegevens: { besluit: besluit.besluit, van: besluit.van, naar: besluit.naar, bedragCent, plafondCent: plafond.plafondCent },
    })
  }
}
