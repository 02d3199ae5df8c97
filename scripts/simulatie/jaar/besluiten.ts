import { sluitBoekjaar, stelSluitingVoor } from '@/lib/financien/use-cases/sluit-boekjaar'
import { schortOp } from '@/lib/opschorting/use-cases/schort-op'
import { pool } from '@/lib/platform/db'
import { hevelOver } from '@/lib/tijdvak/use-cases/hevel-over'
import { wijzigPlafond } from '@/lib/tijdvak/use-cases/wijzig-plafond'
import type { Spel } from './spel'

type Compartiment = { id: string; code: string; plafondCent: number; vrijCent: number }

async function leesCompartimenten(tijdvak: string): Promise<readonly Compartiment[]> {
  return (await pool.query<Compartiment>(
    `select c.id, c.code, c.plafond_cent as "plafondCent", c.plafond_cent + c.overschrijding_cent - c.gereserveerd_cent - c.verplicht_cent - c.betaald_cent as "vrijCent"
     from compartiment c join tijdvak t on t.id = c.tijdvak_id where t.code = $1 order by c.volgorde`, [tijdvak])).rows
}

/** Before a tijdvak opens its plafond is set to the size of this play, by a besluit as any other. */
export async function verlaagPlafond({ mensen, telling }: Spel, tijdvak: string, plafondCent: number): Promise<void> {
  const compartimenten = await leesCompartimenten(tijdvak)
  const was = compartimenten.reduce((som, een) => som + een.plafondCent, 0)
  for (const { id, plafondCent: nu } of compartimenten) {
    const wordt = Math.round((nu / was) * plafondCent)
    if (wordt >= nu) continue
    const uitkomst = await wijzigPlafond(mensen.beleid, { code: tijdvak, compartimentId: id, handeling: 'verlaag', bedrag: nu - wordt, reden: 'Het plafond voor dit gespeelde jaar.' })
    if (!uitkomst.ok) throw new Error(`plafond van ${tijdvak}: ${uitkomst.redenen.join()}`)
    telling.tel('plafond verlaagd', nu - wordt)
  }
}

/** What is left of a tijdvak that is over goes for the half to a later one. */
export async function hevelRestOver({ mensen, telling, meld }: Spel, van: string, naar: string): Promise<void> {
  const vrij = (await leesCompartimenten(van)).find(({ code }) => code === 'algemeen')?.vrijCent ?? 0
  const bedrag = Math.floor(vrij / 20_000) * 10_000
  if (bedrag === 0) return
  const uitkomst = await hevelOver(mensen.beleid, { van: `${van} algemeen`, naar: `${naar} algemeen`, bedrag, besluit: `Besluit overheveling ${van} naar ${naar}`, reden: 'In het eerste tijdvak bleef budget over.' })
  if (!uitkomst.ok) throw new Error(`overheveling van ${van} naar ${naar}: ${uitkomst.redenen.join()}`)
  telling.tel('overheveling tussen tijdvakken', bedrag)
  meld(`Van ${van} gaat € ${bedrag / 100} naar ${naar}`)
}

/** On the opleider with most unpaid orders falls a serious suspicion: what is to be paid to it waits (Awb 4:56). */
export async function schortEenOpleiderOp({ mensen, telling, meld }: Spel): Promise<void> {
  const { rows: [rij] } = await pool.query<{ id: string; naam: string }>(
    `select o.id, o.naam from verplichting v join opleider o on o.id = v.opleider_id where v.status in ('open', 'deels-gefactureerd') group by o.id, o.naam, o.kvk order by count(*) desc, o.kvk offset 4 limit 1`)
  if (rij === undefined) return
  const uitkomst = await schortOp(mensen.onderzoeker, {
    opleiderId: rij.id, grond: 'ernstig-vermoeden', zaak: 'TK-2023-041',
    vermoeden: 'Drie deelnemers verklaren dat er geen lessen zijn gegeven, terwijl de presentielijsten dat wel zeggen.',
  })
  if (!uitkomst.ok) throw new Error(`opschorting: ${uitkomst.redenen.join()}`)
  telling.tel('betaling opgeschort')
  meld(`De betaling aan ${rij.naam} is opgeschort`)
}

/** The end of a year: one proposes, and another carries it out. */
export async function sluitJaar({ mensen, telling, meld }: Spel, jaar: number): Promise<void> {
  const { een, twee } = mensen
  const voorgesteld = await stelSluitingVoor(een, jaar)
  if (!voorgesteld.ok) throw new Error(`sluiting van ${jaar} voorstellen: ${voorgesteld.redenen.join()}`)
  if ((await sluitBoekjaar(een, jaar)).ok) throw new Error(`${jaar}: wie voorstelde, sloot ook`)
  const gesloten = await sluitBoekjaar(twee, jaar)
  if (!gesloten.ok) throw new Error(`sluiting van ${jaar}: ${gesloten.redenen.join()}`)
  telling.tel(`jaar ${jaar} gesloten: teruggevallen`, gesloten.value.teruggevallenCent)
  telling.tel(`jaar ${jaar} gesloten: saldi meegenomen`, 0, gesloten.value.meegenomen)
  meld(`Het jaar ${jaar} is gesloten: € ${gesloten.value.teruggevallenCent / 100} valt terug, ${gesloten.value.meegenomen} saldi gaan mee`)
}

