import { expect, test } from 'vitest'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { makeAansluiting } from '@/lib/financien/rules/aansluiting'
import { pool } from '@/lib/platform/db'
import { i1 } from '@/scripts/controle/i1'
import { i5 } from '@/scripts/controle/i5'
import { i6 } from '@/scripts/controle/i6'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { controleer, type Vraag } from '@/tests/model/controle'
import { UIT_PLAFOND, type Plek } from '@/tests/model/dossier'
import { Keten } from '@/tests/model/keten'
import { Toeval } from '@/tests/model/toeval'
import { freshDb, ownerClient, zetKlok } from '@/tests/setup/db'
import { printFigures } from '@/tests/setup/each-file'

const STAPPEN = Number(process.env['STAP_STAPPEN_KETEN'] ?? '700')
// The same history in every run of the tests: whoever changes something sees what it did. Other seeds are asked for, see README.md.
const ZAAD = Number(process.env['STAP_ZAAD'] ?? '20221121')
const PLAFOND = 10_000_000

let wereld: BetaalWereld
let keten: Keten
const verloop: string[] = []

freshDb(async () => { wereld = await aBetaalWereld(PLAFOND) })

/** The seed and the shortest way back to here. */
const herhaal = () => `herhalen: STAP_ZAAD=${String(ZAAD)} STAP_STAPPEN_KETEN=${String(verloop.length)} npx vitest run tests/model/geld.test.ts; laatste stappen: ${verloop.slice(-8).join(', ')}`
const faal = (wat: string): never => { throw new Error(`stap ${String(verloop.length)}: ${wat}; ${herhaal()}`) }
const vraag: Vraag = async <Rij>(sql: string, waarden: readonly unknown[] = []) => (await pool.query<Rij & object>(sql, [...waarden])).rows

async function controle(waar: Vraag = vraag): Promise<string[]> {
  return [
    ...await controleer(waar, keten.model.model()),
    // I6, and what the files of the bank say together.
    ...(await waar<{ nummer: string; keer: number }>(`select f.factuurnummer as nummer, count(*)::integer as keer from betaling b join factuur f on f.id = b.factuur_id
      where b.rente_id is null and b.status in ('onderweg', 'uitgevoerd') group by f.id, f.factuurnummer having count(*) > 1`)).map(({ nummer, keer }) => `factuur ${nummer} wordt ${String(keer)} keer betaald`),
    ...(await waar<{ wat: string }>(`select 'batch ' || h.msg_id as wat from betaalbatch h join betaling b on b.batch_id = h.id group by h.id, h.msg_id having sum(b.bedrag_cent) <> h.totaal_cent or count(*) <> h.aantal`)).map(({ wat }) => `${wat} telt niet op`),
    ...(await waar<{ wat: string }>(`select v.kenmerk || ': open ' || v.open_cent || ', mutaties ' || sum(m.hoofdsom_cent) as wat from vordering v join vordering_mutatie m on m.vordering_id = v.id group by v.id, v.kenmerk, v.open_cent having v.open_cent <> sum(m.hoofdsom_cent)`)).map(({ wat }) => `vordering ${wat}`),
  ]
}

/** The reconciliation of the financial controller: ledger, documents, payment files and statements say the same. */
async function aansluiting(): Promise<string[]> {
  return makeAansluiting(await findAansluitcijfers()).filter(({ verschil }) => verschil !== 0).map(({ wat, links, bron, rechts }) => `aansluiting: ${wat} ${String(links)}, ${bron} ${String(rechts)}`)
}

/** What `npm run controle` says of the money in this world. */
async function operatorcontrole(): Promise<string[]> {
  const client = await ownerClient()
  try {
    const bevindingen: string[] = []
    for (const { id, checks } of [i1, i5, i6]) {
      for (const [naam, check] of Object.entries(checks)) bevindingen.push(...(await check(client)).regels.map((regel) => `${id} ${naam}: ${regel}`))
    }
    return bevindingen
  } finally {
    await client.end()
  }
}

test(`I1, I5, I6: ${String(STAPPEN)} willekeurige stappen van verlening tot terugvordering door de echte handelingen, naast een model`, { timeout: 300_000 + STAPPEN * 500 }, async () => {
  printFigures(`geld: zaad ${String(ZAAD)} (STAP_ZAAD), ${String(STAPPEN)} stappen (STAP_STAPPEN_KETEN)`)
  const begin = performance.now()
  const toeval = new Toeval(ZAAD)
  keten = new Keten(wereld, toeval, PLAFOND, faal)
  let leeg = 0
  const [gezet, duur]: [Record<string, number>, Record<string, number>] = [{}, {}]
  await zetKlok('2022-11-21T10:00:00+01:00')
  for (let stap = 0; stap < STAPPEN;) {
    const naam = toeval.gewogen(Object.entries(keten.stappen).map(([een, { gewicht }]) => [een, gewicht] as const)) ?? 'verleen'
    verloop.push(naam)
    const vanaf = performance.now()
    // What finds nothing to do is no step.
    if (await keten.stappen[naam]?.doe() !== true) { leeg += 1; verloop.pop(); continue }
    stap += 1
    gezet[naam] = (gezet[naam] ?? 0) + 1
    duur[naam] = (duur[naam] ?? 0) + performance.now() - vanaf
    if (stap % 60 === 0 || stap === STAPPEN) expect([...await controle(), ...await aansluiting()], `na stap ${String(stap)}; ${herhaal()}`).toEqual([])
    if (stap % 240 === 0) keten.model.onthoud((await vraag<{ id: string }>('select max(id)::text as id from boeking'))[0]?.id ?? '0')
  }
  expect(await operatorcontrole(), herhaal()).toEqual([])
  printFigures(`geld: milliseconden per stap ${JSON.stringify(Object.fromEntries(Object.entries(duur).map(([naam, ms]) => [naam, Math.round(ms / (gezet[naam] ?? 1))])))}`)
  const som = (plek: Plek) => keten.zaken.reduce((totaal, { dossier }) => totaal + dossier.geld[plek], 0)
  printFigures(`geld: ${String(STAPPEN)} stappen in ${((performance.now() - begin) / 1000).toFixed(1)} s, ${String(keten.zaken.length)} verleningen; in centen: ${UIT_PLAFOND.map((plek) => `${plek} ${String(som(plek))}`).join(', ')}`)
  printFigures(`geld: gezet ${JSON.stringify(gezet)}, niets te doen ${String(leeg)} keer, geweigerd zoals voorspeld ${JSON.stringify(keten.geweigerd)}, vanzelf ${JSON.stringify(keten.gebeurd)}, teruggestuurd ${JSON.stringify(keten.retouren)}`)
})

test('tegenproef: een betaling die twee keer uitgaat en een boeking die wegraakt, vindt dezelfde controle', { timeout: 60_000 }, async () => {
  const client = await ownerClient()
  const bederf = async (sql: string) => {
    await client.query('begin')
    try {
      await client.query('set local session_replication_role = replica')
      await client.query(sql)
      return (await controle(async <Rij>(tekst: string, waarden: readonly unknown[] = []) => (await client.query<Rij & object>(tekst, [...waarden])).rows)).join('\n')
    } finally {
      await client.query('rollback')
    }
  }
  try {
    // The database refuses this too: without that guard the check must see it.
    expect(await bederf(`drop index betaling_een_per_factuur; insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling, status)
      select batch_id, factuur_id, end_to_end_id || '/99', bedrag_cent, iban, tenaamstelling, 'onderweg' from betaling where status in ('onderweg', 'uitgevoerd') and factuur_id is not null and rente_id is null order by id limit 1`)).toContain('wordt 2 keer betaald')
    expect(await bederf(`delete from boekingsregel where boeking_id = (select max(id) from boeking where soort = 'boek-factuur')`)).toMatch(/dossier \d+: verplicht: .*Kortste aanloop: reserveer /)
  } finally {
    await client.end()
  }
})
