import pg from 'pg'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, plainDate, type PlainDate } from '@/lib/base/date'
import { werkRekeningenBij } from '@/lib/bankrekening/use-cases/werk-rekeningen-bij'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { rondTijdvakkenAf } from '@/lib/reservelijst/use-cases/rond-tijdvakken-af'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { bewaakDeelnametermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'
import { rekenVoorschottenAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { werkVorderingenBij } from '@/lib/vordering/use-cases/werk-vorderingen-bij'
import { Bank } from '../../storing/bank'
import { runScript } from '../commando'
import type { Proef } from '../nakijken'
import { leesKlok, vulRegister } from '../voorbereiden'
import { Bankkant, handelVragenAf, keurGoed, stelNachtbatch } from './betalen'
import { hevelRestOver, schortEenOpleiderOp, sluitJaar } from './besluiten'
import { Boekhouding } from './boekhouding'
import { schrijfBlad } from './blad'
import { speelBurgers } from './burgers'
import { openApi } from './deuren'
import { Jaarklok } from './klok'
import { bezorg } from './loket'
import { kijkGeldNa } from './nakijken'
import { leesTijdvakken, speelTijdvak, type Speeltijdvak } from './opening'
import { speelOpleiders } from './opleiders'
import type { JaarOpties } from './opties'
import type { Spel } from './spel'
import { stelVast } from './vaststellen'
import { speelVorderingen } from './vorderingen'
import { legMensenVast, Zaken } from './wereld'

/** After the year itself: long enough for the last grants to be reported, settled and partly claimed back. */
const LAATSTE_DAG = '07-31'
/** The days on which people act lie this far apart. */
const STAP_DAGEN = 7
const REGISTER_VOOR_DAGEN = 40

type Gebeurtenis = { readonly dag: PlainDate; readonly volgorde: number; readonly doe: () => Promise<void> }

/** Plays a year of money on the running system; gives the exit code: 1 when it does not close to the cent. */
export async function speelJaar(opties: JaarOpties): Promise<number> {
  if (config.isProductie) { console.error('In productie wordt niet gespeeld.'); return 2 }
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  try {
    const tijdvakken = await leesTijdvakken(client, opties.tijdvakken, opties.aanvragers)
    const eerste = tijdvakken[0]
    if (eerste === undefined || (await leesKlok(client)) >= eerste.opentOp) {
      console.error(`De klok staat al voorbij de opening van ${eerste?.code ?? opties.jaar}. Een jaar is één keer te spelen: begin op een leeg systeem, of geef --eigen.`)
      return 2
    }
    return await speel(client, opties, tijdvakken)
  } finally {
    await client.end()
  }
}

async function speel(client: pg.Client, opties: JaarOpties, tijdvakken: readonly Speeltijdvak[]): Promise<number> {
  const begin = performance.now()
  const klok = new Jaarklok(client)
  let vandaag = await klok.vandaag()
  const { rows: [laatste] } = await pool.query<{ saldo: number; nummer: number }>('select eind_cent as saldo, coalesce(volgnummer, plek) as nummer from bankafschrift order by plek desc limit 1')
  const spel: Spel = {
    zaken: new Zaken(opties.seed), mensen: await legMensenVast(), deur: openApi(config.url), telling: new Boekhouding(), gedaan: new Set(),
    bank: new Bank(config.dataDir, config.uwv.iban, laatste ?? { saldo: 10_000_000_000, nummer: 0 }), vandaag: () => vandaag, meld: (regel) => { console.log(regel) },
  }
  const bankkant = new Bankkant(spel)
  const sinds = new Map<string, PlainDate>()
  let nummer = 0
  const week = async (dag: PlainDate): Promise<void> => {
    nummer += 1
    await klok.zet(dag, '02:10')
    await stelNachtbatch(spel)
    await klok.zet(dag, '08:00')
    await houdBij()
    const nu = { vandaag: dag, nummer }
    await speelOpleiders(spel, nu)
    await speelBurgers(spel, nu)
    await bezorg()
    await keurGoed(spel)
    await speelVorderingen(spel, nu, bankkant)
    await bankkant.antwoord(nu)
    await stelVast(spel, nu)
    await handelVragenAf(spel, nu, sinds)
    await bezorg()
    if (nummer % 8 === 0) spel.meld(`${dag}: ${spel.zaken.aantal} verleningen, ${Math.round((performance.now() - begin) / 1_000)} s`)
  }
  for (const { dag, doe } of maakAgenda(opties, tijdvakken, { client, klok, spel, week, van: vandaag })) {
    vandaag = dag
    await doe()
  }
  const proeven = [...await kijkGeldNa(spel.mensen.een, { bank: spel.bank, uitbetaald: bankkant.uitbetaald }), await draaiControle()]
  return schrijfBlad({ opties, spel, proeven, duurS: Math.round((performance.now() - begin) / 100) / 10 }) ? 0 : 1
}

/** What the loops of the workers do, at once instead of within a minute. Whoever comes first does it. */
async function houdBij(): Promise<void> {
  await werkTijdvakkenBij()
  await rondTijdvakkenAf()
  await werkRekeningenBij()
  await bewaakDeelnametermijnen()
  while (await werkVorderingenBij()) continue
  while (await rekenVoorschottenAf()) continue
  await bezorg()
}

type Middelen = { client: pg.Client; klok: Jaarklok; spel: Spel; week: (dag: PlainDate) => Promise<void>; van: PlainDate }

/** Everything that happens in the year, by day. */
function maakAgenda({ jaar }: JaarOpties, tijdvakken: readonly Speeltijdvak[], { client, klok, spel, week, van }: Middelen): readonly Gebeurtenis[] {
  const lijst: Gebeurtenis[] = []
  const plan = (dag: PlainDate, volgorde: number, doe: () => Promise<void>): void => { lijst.push({ dag, volgorde, doe }) }
  const sluit = (boekjaar: number): void => {
    plan(plainDate(`${boekjaar + 1}-01-16`), 1, async () => {
      await klok.zet(plainDate(`${boekjaar + 1}-01-16`), '09:30')
      await houdBij()
      await sluitJaar(spel, boekjaar)
    })
  }
  for (const [nr, tijdvak] of tijdvakken.entries()) {
    const dag = amsterdamDate(tijdvak.opentOp)
    plan(addDays(dag, -REGISTER_VOOR_DAGEN), 0, () => vulRegister(client, tijdvak, async () => { await runScript('scripts/data.ts', ['--schaal', 'klein'], () => undefined) }))
    plan(dag, 1, () => speelTijdvak(spel, klok, tijdvak))
    const [vorige, daarvoor] = [tijdvakken[nr - 1], tijdvakken[nr - 2]]
    if (vorige !== undefined && daarvoor !== undefined) plan(addDays(dag, -1), 2, async () => {
      await klok.zet(addDays(dag, -1), '14:00')
      await hevelRestOver(spel, daarvoor.code, tijdvak.code)
    })
    if (nr === 1 || tijdvakken.length === 1) plan(addDays(dag, 60), 2, () => schortEenOpleiderOp(spel))
  }
  const eerste = tijdvakken[0] === undefined ? van : amsterdamDate(tijdvakken[0].opentOp)
  const einde = plainDate(`${jaar + 1}-${LAATSTE_DAG}`)
  for (let dag = addDays(eerste, 4); dag <= einde; dag = addDays(dag, STAP_DAGEN)) plan(dag, 3, () => week(dag))
  sluit(jaar - 1)
  sluit(jaar)
  return lijst.filter(({ dag }) => dag >= van).toSorted((een, ander) => (een.dag === ander.dag ? een.volgorde - ander.volgorde : een.dag < ander.dag ? -1 : 1))
}

async function draaiControle(): Promise<Proef> {
  const { code, regels } = await runScript('scripts/controle.ts', [], () => undefined)
  const gebroken = regels.filter((regel) => /^I\d+ GEBROKEN|^ {3}/.test(regel))
  return { naam: 'npm run controle', norm: 'alle invarianten ok', gezien: code === 0 ? 'alle ok' : gebroken.slice(0, 5).join(' · '), goed: code === 0 }
}
