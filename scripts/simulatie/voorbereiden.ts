/**
 * What happens in the days before an opening, laid down at once: the tijdvak, the prepared aanvragen, who is logged in, the clock.
 * This is the only part of the simulation that knows the inside of the system; what is played and judged afterwards does not.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { amsterdamDate, amsterdamInstant } from '@/lib/base/amsterdam'
import { addDays } from '@/lib/base/date'
import { parseBsn, type Bsn } from '@/lib/base/bsn'
import { cent } from '@/lib/base/money'
import { minimumNiveau } from '@/lib/platform/assurance'
import { shiftClock } from '@/lib/platform/clock-shift'
import { config } from '@/lib/platform/config'
import { inTransaction } from '@/lib/platform/db'
import { toBurger } from '@/lib/platform/identity'
import { PLAFOND_REDEN } from '@/lib/tijdvak/texts'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { maakAanvragen } from '../data/aanvragen'
import type { Opties } from './opties'

/** Of a hundred euros of a budget of our own, how many are kept for the werkpleinen. */
const WERKPLEIN_PERCENT = 5
const PER_KEER = 5_000
const REGISTER_VOOR_DAGEN = 40
const WACHTKAMER_BINNEN_MS = 60_000

export type Aanvraag = { readonly bsn: string; readonly kenmerk: string; readonly compartiment: string; readonly bedragCent: number }
export type Tijdvak = { readonly id: string; readonly code: string; readonly opentOp: Date }
export type Sessies = { readonly tokenVan: (id: number, apparaat: number) => string; readonly vervang: (id: number, apparaat: number, token: string) => void }

type Meld = (regel: string) => void

/** The tijdvak to play: that of the preset when nobody used it yet, else a new one like it. */
export async function legTijdvak(client: pg.Client, opties: Opties): Promise<Tijdvak> {
  const { preset, plafondCent, modus } = opties
  const nu = await leesKlok(client)
  const { rows: [eigen] } = await client.query<Tijdvak & { vrij: boolean; plafondCent: string; modus: string }>(
    `select t.id, t.code, t.opent_op as "opentOp", t.modus,
            t.opent_op > nu() + interval '1 minute' and not exists (select from indiening i where i.tijdvak_id = t.id) and not exists (select from wachtplaats w where w.tijdvak_id = t.id) as vrij,
            (select sum(c.plafond_cent + c.overschrijding_cent) from compartiment c where c.tijdvak_id = t.id) as "plafondCent"
     from tijdvak t where t.code = $1`, [preset?.code ?? '2022-V'])
  if (preset !== undefined && plafondCent === undefined && eigen?.vrij === true && eigen.modus === modus) return eigen
  const budget = plafondCent ?? Number(eigen?.plafondCent ?? 0)
  const werkplein = Math.round((budget * WERKPLEIN_PERCENT) / 100)
  const opentOp = eigen !== undefined && eigen.opentOp.getTime() > nu.getTime() + 60_000 ? eigen.opentOp : volgendeTienUur(nu)
  const { rows: [nummer] } = await client.query<{ aantal: number }>(`select count(*)::integer + 1 as aantal from tijdvak where code like $1 || '-S%'`, [preset?.code ?? 'EIGEN'])
  const code = `${preset?.code ?? 'EIGEN'}-S${nummer?.aantal ?? 1}`
  const outcome = await inTransaction((tx) => legTijdvakVast(tx, {
    code, opentOp, startTeltVanaf: null,
    sluitOp: amsterdamInstant(addDays(amsterdamDate(opentOp), 60), '00:00'),
    compartimenten: [
      { code: 'algemeen', naam: 'Algemeen', plafondCent: cent(budget - werkplein), overschrijdingCent: cent(0) },
      { code: 'werkplein', naam: 'Werkplein', plafondCent: cent(werkplein), overschrijdingCent: cent(0) },
    ],
  }))
  if (!outcome.ok) throw new Error(outcome.redenen.map((reden) => PLAFOND_REDEN[reden]).join(' '))
  const { rows: [nieuw] } = await client.query<Tijdvak>('update tijdvak set modus = $2 where code = $1 returning id, code, opent_op as "opentOp"', [code, modus])
  if (nieuw === undefined) throw new Error('het tijdvak is niet vastgelegd')
  return nieuw
}

function volgendeTienUur(nu: Date): Date {
  const vandaag = amsterdamInstant(amsterdamDate(nu), '10:00')
  return vandaag.getTime() > nu.getTime() + 5 * 60_000 ? vandaag : amsterdamInstant(addDays(amsterdamDate(nu), 1), '10:00')
}

export async function leesKlok(client: pg.Client): Promise<Date> {
  const { rows: [rij] } = await client.query<{ nu: Date }>('select nu() as nu')
  if (rij === undefined) throw new Error('de database gaf geen tijd')
  return rij.nu
}

/** Fills the register for a tijdvak far ahead, when nothing in it starts then; as the opleiders did before the registratiestop. */
export async function vulRegister(client: pg.Client, { opentOp }: Tijdvak, vul: () => Promise<void>): Promise<void> {
  const { rows: [rij] } = await client.query<{ aantal: number }>(
    `select count(*)::integer as aantal from scholingsactiviteit where status = 'open' and startdatum between $1::date + 28 and $1::date + 150`, [amsterdamDate(opentOp)])
  if ((rij?.aantal ?? 0) > 100) return
  await shiftClock(amsterdamInstant(addDays(amsterdamDate(opentOp), -REGISTER_VOOR_DAGEN), '09:00'))
  await vul()
}

/** Makes the prepared aanvragen through `npm run data` and gives them as that wrote them down. */
export async function maakVoorbereid(aantal: number, code: string, meld: Meld): Promise<readonly Aanvraag[] | string> {
  const uitslag = await maakAanvragen(aantal, { gevraagdTijdvak: code, dataDir: config.dataDir, voortgang: (gemaakt) => { meld(`${gemaakt} van ${aantal} aanvragen voorbereid`) } })
  if (typeof uitslag === 'string') return uitslag
  const aanvragen: Aanvraag[] = []
  for await (const regel of createInterface({ input: createReadStream(uitslag.bestand) })) aanvragen.push(regelSchema.parse(JSON.parse(regel)))
  return aanvragen
}

const regelSchema = z.object({ bsn: z.string(), kenmerk: z.string(), compartiment: z.string(), bedragCent: z.number() })

/** Takes the last step of some aanvragen back, as somebody does who did not finish. */
export async function laatOnaf(client: pg.Client, kenmerken: readonly string[]): Promise<void> {
  await client.query('begin')
  await client.query(
    `with onaf as (update aanvraag set status = 'concept' where kenmerk = any($1) and status = 'gereed' returning id, burger_id)
     insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, zichtbaar)
     select 'aanvraag', id::text, 'heropen', 'gereed', 'concept', burger_id, 'burger', true from onaf`, [kenmerken])
  await client.query('commit')
}

/** The gebruikers of the people, by id: those of the aanvragen first, then others who have none. */
export async function legBurgersVast(client: pg.Client, tijdvakId: string, aanvragen: readonly Aanvraag[], anderen: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ kenmerk: string; id: string }>('select kenmerk, burger_id as id from aanvraag where tijdvak_id = $1', [tijdvakId])
  const perKenmerk = new Map(rows.map(({ kenmerk, id }) => [kenmerk, id]))
  const ids = aanvragen.map(({ kenmerk }) => {
    const id = perKenmerk.get(kenmerk)
    if (id === undefined) throw new Error(`aanvraag ${kenmerk} staat niet in de database`)
    return id
  })
  const nummers = andereBsns()
  while (ids.length < aanvragen.length + anderen) {
    const burgers = Array.from({ length: Math.min(PER_KEER, aanvragen.length + anderen - ids.length) }, () => toBurger(nummers.next().value))
    const subjects = burgers.map(({ subjectHmac }) => subjectHmac)
    await client.query(
      `insert into gebruiker (soort, subject_hmac, bsn_versleuteld) select 'burger', s, b from unnest($1::text[], $2::text[]) as r (s, b) on conflict (subject_hmac) do nothing`,
      [subjects, burgers.map(({ bsnVersleuteld }) => bsnVersleuteld)])
    const { rows: gemaakt } = await client.query<{ id: string }>(`select id from gebruiker where subject_hmac = any($1)`, [subjects])
    ids.push(...gemaakt.map(({ id }) => id))
  }
  return ids
}

/** BSNs of people without an aanvraag: another range than those of npm run data. */
function* andereBsns(): Generator<Bsn, never> {
  for (let nummer = 30_000_000; ; nummer += 1) {
    for (let laatste = 0; laatste < 10; laatste += 1) {
      const bsn = parseBsn(`${nummer}${laatste}`)
      if (bsn !== undefined) yield bsn
    }
  }
}

/**
 * Lays down a session per device in the form in which a login does: who stands ready at an opening logged in before. The real
 * login of two hundred thousand people would try the identity provider, and that is not ours. Only in development and tests.
 */
export async function legSessies(client: pg.Client, burgerIds: readonly string[], apparaten: readonly number[]): Promise<Sessies> {
  if (config.isProductie) throw new Error('In productie worden geen sessies neergelegd.')
  const sleutel = randomBytes(32)
  const eigen = new Map<string, string>()
  const tokenVan = (id: number, apparaat: number): string =>
    eigen.get(`${id}:${apparaat}`) ?? createHmac('sha256', sleutel).update(`${id}:${apparaat}`).digest('base64url')
  const { naam: niveau } = minimumNiveau('digid')
  let rijen: { burgerId: string; hash: string }[] = []
  const schrijf = async (): Promise<void> => {
    await client.query(`insert into sessie (gebruiker_id, token_hash, provider, niveau) select g, h, 'digid', $3 from unnest($1::uuid[], $2::text[]) as r (g, h)`,
      [rijen.map(({ burgerId }) => burgerId), rijen.map(({ hash }) => hash), niveau])
    rijen = []
  }
  for (const [id, burgerId] of burgerIds.entries()) {
    for (let apparaat = 0; apparaat < (apparaten[id] ?? 1); apparaat += 1)
      rijen.push({ burgerId, hash: createHash('sha256').update(tokenVan(id, apparaat)).digest('hex') })
    if (rijen.length >= PER_KEER) await schrijf()
  }
  if (rijen.length > 0) await schrijf()
  return { tokenVan, vervang: (id, apparaat, token) => { eigen.set(`${id}:${apparaat}`, token) } }
}

/** Sets the clock so that the opening is so many milliseconds away, and gives the moment of the opening on the clock of this process. */
export async function zetKlokVoorOpening(client: pg.Client, opentOp: Date, voorMs: number): Promise<number> {
  await shiftClock(new Date(opentOp.getTime() - voorMs))
  const voor = performance.now()
  const nu = await leesKlok(client)
  // In the middle of asking: the database answered somewhere between the two.
  return (voor + performance.now()) / 2 + opentOp.getTime() - nu.getTime()
}

/** Waits until the waiting room is there: a worker opens it when its hour has come. */
export async function wachtOpWachtkamer(client: pg.Client, tijdvakId: string): Promise<boolean> {
  const einde = performance.now() + WACHTKAMER_BINNEN_MS
  while (performance.now() < einde) {
    const { rowCount } = await client.query('select from wachtkamer where tijdvak_id = $1', [tijdvakId])
    if (rowCount === 1) return true
    await wait(200)
  }
  return false
}
