import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Burger } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { beslisAanvraag } from '@/lib/beschikking/use-cases/beslis-aanvraag'
import { pool } from '@/lib/platform/db'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { PRESETS } from '../presets'
import { maakVoorbereid, type Tijdvak } from '../voorbereiden'
import { verlaagPlafond } from './besluiten'
import type { Jaarklok } from './klok'
import { bezorg } from './loket'
import type { Spel } from './spel'

const WACHT_MS = 100

export type Speeltijdvak = Tijdvak & { readonly aanvragers: number; readonly plafondCent: number }

/** Of what is asked, in per cent, how much may be given: in some tijdvakken there is too little, in others something is left. */
const RUIMTE = [93, 125, 96, 90, 110] as const

/** The tijdvakken of the play with their part of the people, as many of each as there were in reality. */
export async function leesTijdvakken(client: pg.Client, codes: readonly string[], aanvragers: number): Promise<readonly Speeltijdvak[]> {
  const { rows } = await client.query<Tijdvak>('select id, code, opent_op as "opentOp" from tijdvak where code = any ($1) order by opent_op', [codes])
  const maten = rows.map(({ code }) => PRESETS.find((preset) => preset.code === code)?.aanvragers ?? 0)
  const som = maten.reduce((een, ander) => een + ander, 0)
  return rows.map((tijdvak, nr) => {
    const aantal = Math.max(1, Math.round((aanvragers * (maten[nr] ?? 0)) / som))
    const gemiddeld = PRESETS.find(({ code }) => code === tijdvak.code)?.gemiddeldCent ?? 0
    return { ...tijdvak, aanvragers: aantal, plafondCent: Math.round((aantal * gemiddeld * (RUIMTE[nr % RUIMTE.length] ?? 100)) / 100) }
  })
}

/** The opening of a tijdvak, from the prepared aanvragen to the orders. The rush itself is another play (--preset without --modus jaar). */
export async function speelTijdvak(spel: Spel, klok: Jaarklok, { id, code, opentOp, aanvragers, plafondCent }: Speeltijdvak): Promise<void> {
  const dag = amsterdamDate(opentOp)
  await klok.zet(dag, '08:00')
  await verlaagPlafond(spel, code, plafondCent)
  const aanvragen = await maakVoorbereid(aanvragers, code, spel.meld)
  if (typeof aanvragen === 'string') throw new Error(aanvragen)
  await klok.zet(dag, '10:00')
  await werkTijdvakkenBij()
  // The places of the waiting room are drawn first, also when nobody stands in it.
  while (!(await isGeloot(id))) if (!(await werkWachtkamersBij())) await wait(WACHT_MS)
  await klok.zet(dag, '10:02')
  const { rows } = await pool.query<{ kenmerk: string; burgerId: string }>('select kenmerk, burger_id as "burgerId" from aanvraag where tijdvak_id = $1', [id])
  const burgers = new Map(rows.map(({ kenmerk, burgerId }): [string, Burger] => [kenmerk, { soort: 'burger', id: burgerId, rollen: ['burger'] }]))
  for (let vanaf = 0; vanaf < aanvragen.length; vanaf += 200) {
    // In the order of the list: who came first does not depend on the machine.
    const ontvangen = await Promise.all(aanvragen.slice(vanaf, vanaf + 200).map(({ kenmerk }) => {
      const burger = burgers.get(kenmerk)
      if (burger === undefined) throw new Error(`aanvraag ${kenmerk} staat niet in de database`)
      return dienIn(burger, kenmerk)
    }))
    for (const een of ontvangen) spel.telling.tel(een.ok ? 'aanvraag ingediend' : `aanvraag niet ontvangen: ${een.redenen.join()}`)
  }
  while (await telStatus(id, 'ingediend') > 0) await verdeelBudget()
  await bezorg()
  await beslisZelf(spel, id)
  await bezorg()
  const verleend = await spel.zaken.neemOp(id)
  const { rows: [som] } = await pool.query<{ cent: number }>(`select coalesce(sum(bedrag_cent), 0)::bigint as cent from aanvraag where tijdvak_id = $1 and status = 'verleend'`, [id])
  spel.telling.tel('verleend', som?.cent ?? 0, verleend)
  spel.meld(`${code}: ${aanvragen.length} aanvragen, ${verleend} verleend`)
}

async function isGeloot(tijdvakId: string): Promise<boolean> {
  return (await pool.query('select from wachtkamer_ronde where tijdvak_id = $1 and geloot_op is not null', [tijdvakId])).rowCount !== 0
}

async function telStatus(tijdvakId: string, status: string): Promise<number> {
  return (await pool.query<{ aantal: number }>('select count(*) as aantal from aanvraag where tijdvak_id = $1 and status = $2', [tijdvakId, status])).rows[0]?.aantal ?? 0
}

/** What the system left to a person is granted by a behandelaar. */
async function beslisZelf({ mensen, telling }: Spel, tijdvakId: string): Promise<void> {
  const { rows } = await pool.query<{ kenmerk: string; versie: number }>(`select kenmerk, versie from aanvraag where tijdvak_id = $1 and status = 'in-behandeling' order by kenmerk`, [tijdvakId])
  for (const { kenmerk, versie } of rows) {
    const uitkomst = await beslisAanvraag(mensen.behandelaar, { kenmerk, versie, besluit: 'verlening', gronden: [], motivering: 'Nagekeken: de aanvraag voldoet.' })
    if (!uitkomst.ok) throw new Error(`${kenmerk} is niet verleend: ${uitkomst.redenen.join()}`)
    telling.tel('verleend door een behandelaar')
  }
}
