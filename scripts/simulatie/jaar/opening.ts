import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Burger } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { beslisAanvraag } from '@/lib/beschikking/use-cases/beslis-aanvraag'
import { pool } from '@/lib/platform/db'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { laatToe } from '@/lib/wachtkamer/use-cases/laat-toe'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { PRESETS } from '../presets'
import { maakVoorbereid, type Tijdvak } from '../voorbereiden'
import { verlaagPlafond } from './besluiten'
import type { Jaarklok } from './klok'
import { bezorg } from './loket'
import type { Spel } from './spel'

const WACHT_MS = 100
const PER_KEER = 200

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
  const kenmerken = aanvragen.map(({ kenmerk }) => kenmerk)
  const burgers = await leesBurgers(id)
  await neemPlaatsen(code, kenmerken.flatMap((kenmerk) => burgers.get(kenmerk) ?? []))
  await klok.zet(dag, '10:00')
  await werkTijdvakkenBij()
  while (!(await isGeloot(id))) if (!(await werkWachtkamersBij())) await wait(WACHT_MS)
  await klok.zet(dag, '10:02')
  while (!(await isIedereenBinnen(id))) { await laatToe(); await wait(WACHT_MS) }
  await dienAllesIn(spel, kenmerken, burgers)
  while (await telStatus(id, 'ingediend') > 0) await verdeelBudget()
  await bezorg()
  await beslisZelf(spel, id)
  await bezorg()
  const verleend = await spel.zaken.neemOp(id)
  const { rows: [som] } = await pool.query<{ cent: number }>(`select coalesce(sum(bedrag_cent), 0)::bigint as cent from aanvraag where tijdvak_id = $1 and status = 'verleend'`, [id])
  spel.telling.tel('verleend', som?.cent ?? 0, verleend)
  spel.meld(`${code}: ${aanvragen.length} aanvragen, ${verleend} verleend`)
}

async function leesBurgers(tijdvakId: string): Promise<ReadonlyMap<string, Burger>> {
  const { rows } = await pool.query<{ kenmerk: string; burgerId: string }>('select kenmerk, burger_id as "burgerId" from aanvraag where tijdvak_id = $1', [tijdvakId])
  return new Map(rows.map(({ kenmerk, burgerId }) => [kenmerk, { soort: 'burger', id: burgerId, rollen: ['burger'] }]))
}

/** Everybody stands in the waiting room before ten. */
async function neemPlaatsen(code: string, burgers: readonly Burger[]): Promise<void> {
  while (await werkWachtkamersBij()) continue
  for (let vanaf = 0; vanaf < burgers.length; vanaf += PER_KEER) {
    const plaatsen = await Promise.all(burgers.slice(vanaf, vanaf + PER_KEER).map(({ id }) => neemPlaats(id, code)))
    const geweigerd = plaatsen.find((een) => !een.ok)
    if (geweigerd?.ok === false) throw new Error(`geen plaats in de wachtkamer van ${code}: ${geweigerd.redenen.join()}`)
  }
}

/** In the order of the list, whatever place was drawn: who is first does not depend on chance that no seed repeats. */
async function dienAllesIn(spel: Spel, kenmerken: readonly string[], burgers: ReadonlyMap<string, Burger>): Promise<void> {
  for (let vanaf = 0; vanaf < kenmerken.length; vanaf += PER_KEER) {
    const ontvangen = await Promise.all(kenmerken.slice(vanaf, vanaf + PER_KEER).map((kenmerk) => {
      const burger = burgers.get(kenmerk)
      if (burger === undefined) throw new Error(`aanvraag ${kenmerk} staat niet in de database`)
      return dienIn(burger, kenmerk)
    }))
    for (const een of ontvangen) spel.telling.tel(een.ok ? 'aanvraag ingediend' : `aanvraag niet ontvangen: ${een.redenen.join()}`)
  }
}

async function isIedereenBinnen(tijdvakId: string): Promise<boolean> {
  const { rows: [kamer] } = await pool.query<{ isBinnen: boolean }>(
    'select k.toegelaten_tot >= (select count(*) from wachtplaats w where w.tijdvak_id = k.tijdvak_id) as "isBinnen" from wachtkamer k where k.tijdvak_id = $1', [tijdvakId])
  return kamer?.isBinnen === true
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
