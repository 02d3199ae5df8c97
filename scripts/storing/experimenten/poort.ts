import { connect } from 'node:net'
import { speel, type Ervaring } from '../klanten'
import { readJson, startPoort, type Poort } from '../poort'
import { pause, seconds, until, type Experiment, type Proef } from '../proef'
import type { Deelnemer, Wereld, WereldOptions } from '../wereld'

/** The loops of the waiting room too. */
const ALLE_LUSSEN = { env: { STORING_LUSSEN: '' } }

/** What a client of the poort tries again: his turn, or the opening, is still to come. */
const OPNIEUW = ['niet-aan-de-beurt', 'tijdvak-niet-open', 'te-druk']

/** A world with a poort and a verdeler, and the waiting room drawn. */
export async function opening(proef: Proef, options: WereldOptions, poorten = 1, fault?: string): Promise<{ wereld: Wereld; poorten: readonly Poort[] }> {
  const wereld = await proef.wereld({ ...options, aanDeBeurt: false })
  const [gestart] = await Promise.all([
    Promise.all(Array.from({ length: poorten }, (_, n) => startPoort(proef, n === 0 && fault !== undefined ? { faults: fault } : {}))), proef.start('verdeler', ALLE_LUSSEN)])
  await until(20, async () => (await proef.sql('select from wachtkamer_ronde where geloot_op is not null or $1::timestamptz > nu()', [options.opentOp ?? '2022-11-01T10:00:00+01:00'])).length > 0)
  return { wereld, poorten: gestart }
}

async function standVan(poort: Poort, { code }: Wereld): Promise<Record<string, unknown>> {
  return readJson((await poort.vraag('GET', `/wachtkamer/${code}/stand`)).tekst)
}

async function neemPlaats(poort: Poort, { code }: Wereld, deelnemer: Deelnemer): Promise<{ nummer: number; plaats: number | null; ticket: string }> {
  const { status, tekst } = await poort.vraag('POST', `/wachtkamer/${code}/plaats`, { deelnemer })
  if (status !== 200) throw new Error(`geen plaats: ${status} ${tekst.slice(0, 120)}`)
  const gelezen = readJson(tekst)
  return { nummer: Number(gelezen['nummer']), plaats: gelezen['plaats'] === null ? null : Number(gelezen['plaats']), ticket: String(gelezen['ticket']) }
}

function experiment(naam: string, fout: string, invariant: string, voerUit: Experiment['voerUit']): Experiment {
  return { naam, fout, invariant, voerUit }
}

const POT = { aanvragers: 603, plafondCent: 20_000_000 }

async function speelPoort(proef: Proef, wereld: Wereld, poorten: readonly Poort[], naAntwoord?: (n: number) => void) {
  const loketten = poorten.map(({ loket }) => loket)
  const ervaringen = await speel(wereld.deelnemers.slice(0, 600), { loketten, klanten: 48, opnieuwNa: OPNIEUW, ...(naAntwoord === undefined ? {} : { naAntwoord }) })
  const begin = performance.now()
  const laatste = await speel(wereld.deelnemers.slice(600), { loketten, klanten: 1, opnieuwNa: OPNIEUW, volhoudenMs: 30_000 })
  const herstelS = seconds(begin)
  const cijfers = await proef.rondAf(wereld, [...ervaringen, ...laatste])
  proef.eis(cijfers.bevestigd === wereld.deelnemers.length, `${wereld.deelnemers.length - cijfers.bevestigd} aanvragers kregen geen bevestiging`)
  proef.eis(herstelS <= 30, `niet hersteld binnen 30 s (${herstelS} s)`)
  return { ...cijfers, herstelS }
}

const HTTP: readonly Experiment[] = [
  experiment('F01/poort', 'een poortproces sterft steeds na een commit en voor het antwoord (kill -9, elke 150e keer); 600 indieningen over HTTP', 'I2: wie opnieuw vraagt, krijgt hetzelfde nummer', async (proef) => {
    const { wereld, poorten } = await opening(proef, POT, 1, 'poort.na-commit=kill@150')
    const cijfers = await speelPoort(proef, wereld, poorten)
    proef.eis(cijfers.onbekend > 0, 'de poort is niet gestorven')
    return cijfers
  }),
  experiment('F10/poort', 'de draad van de poort naar de database twintig keer doorgeknipt nadat COMMIT bevestigd is, dan tien keer verbroken', 'I2, I16: bij een onbekende commit blijkt bij opnieuw vragen wat er gebeurd is', async (proef) => {
    const { wereld, poorten } = await opening(proef, POT)
    const db = poorten[0]?.proces.db
    return speelPoort(proef, wereld, poorten, (n) => {
      if (n === 60) db?.cutAfterCommit(20)
      if (n > 300 && n % 20 === 0) db?.cut()
    })
  }),
  experiment('F12/poort', '5.000 indieningen in hetzelfde ogenblik over HTTP, pool van 4', 'elk verzoek krijgt binnen een begrensde tijd antwoord: ontvangen, of 503 met Retry-After', async (proef) => {
    const wereld = await proef.wereld({ aanvragers: 5_000, plafondCent: 100_000_000, aanDeBeurt: false })
    const [poort] = await Promise.all([startPoort(proef, { env: { STAP_POOL: '4' } }), proef.start('verdeler', ALLE_LUSSEN)])
    const begin = performance.now()
    const ervaringen = await speel(wereld.deelnemers, { loketten: [poort.loket], klanten: 2_000, opnieuwNa: OPNIEUW })
    const allesS = seconds(begin)
    const cijfers = await proef.rondAf(wereld, ervaringen)
    proef.eis(cijfers.bevestigd === 5_000, `${5_000 - cijfers.bevestigd} kregen geen bevestiging`)
    return { ...cijfers, allesS }
  }),
  experiment('F22/poort', 'uitrol tijdens de opening: twee poorten en een verdeler krijgen om de beurt SIGTERM en een opvolger', 'I2: niemand merkt er iets van dan een tweede poging', async (proef) => {
    const { wereld, poorten } = await opening(proef, POT, 2)
    const nu = [...poorten]
    const loketten = nu.map((poort) => poort.loket)
    let uitrol: Promise<void> | undefined
    const rollen = async () => {
      for (const [n, oud] of poorten.entries()) {
        const opvolger = await startPoort(proef)
        loketten[n] = opvolger.loket
        nu[n] = opvolger
        await oud.proces.stop()
      }
    }
    const ervaringen = await speel(wereld.deelnemers.slice(0, 600), { loketten, klanten: 8, opnieuwNa: OPNIEUW, naAntwoord: (n) => { if (n > 80) uitrol ??= rollen() } })
    await uitrol
    const rest = await speel(wereld.deelnemers.slice(600), { loketten, klanten: 1, opnieuwNa: OPNIEUW })
    return proef.rondAf(wereld, [...ervaringen, ...rest])
  }),
  experiment('F31', 'de database 4 s weg terwijl 1.500 mensen drukken en opnieuw drukken', 'geen storm: wie gevraagd wordt te wachten, komt niet tegelijk terug, en de doorvoer is er weer', async (proef) => {
    const { wereld, poorten } = await opening(proef, { aanvragers: 1_500, plafondCent: 50_000_000 })
    const db = poorten[0]?.proces.db
    let verzoeken = 0
    const loketten = poorten.map(({ loket }) => ({ dienIn: (deelnemer: Deelnemer) => { verzoeken += 1; return loket.dienIn(deelnemer) } }))
    let terugOp = 0
    const ervaringen = await speel(wereld.deelnemers, {
      loketten, klanten: 300, opnieuwNa: OPNIEUW, naAntwoord: (n) => {
        if (n !== 300) return
        db?.refuse(true)
        setTimeout(() => { db?.refuse(false); terugOp = performance.now() }, 4_000)
      },
    })
    const herstelS = seconds(terugOp)
    const cijfers = await proef.rondAf(wereld, ervaringen)
    proef.eis(terugOp > 0 && herstelS <= 30, `de doorvoer was er pas na ${herstelS} s weer`)
    proef.eis(cijfers.bevestigd === 1_500, `${1_500 - cijfers.bevestigd} kregen geen bevestiging`)
    return { ...cijfers, verzoeken, allesKlaarNaTerugS: herstelS }
  }),
  experiment('F32', '400 trage verbindingen (een byte per seconde), 10.000 koppen, een kop van 1 MB en een inhoud van 100 MB, tijdens 600 indieningen', 'wie traag of te groot is, kost niemand anders iets', async (proef) => {
    const { wereld, poorten } = await opening(proef, POT)
    const [poort] = poorten
    if (poort === undefined) throw new Error('no poort')
    const traag = Array.from({ length: 400 }, () => slowloris(poort.port))
    const groot = await Promise.all([manyHeaders(poort.port, 10_000), hugeHeader(poort.port), hugeBody(poort.port, wereld.deelnemers[0])])
    const begin = performance.now()
    const cijfers = await speelPoort(proef, wereld, poorten)
    const duurS = seconds(begin)
    for (const stop of traag) stop()
    const [veelKoppen, groteKop, groteInhoud] = groot
    proef.eis([400, 413, 431, 0].includes(veelKoppen) && [400, 413, 431, 0].includes(groteKop), `10.000 koppen gaf ${veelKoppen}, een kop van 1 MB gaf ${groteKop}`)
    proef.eis([413, 0].includes(groteInhoud), `een inhoud van 100 MB gaf ${groteInhoud}`)
    return { ...cijfers, antwoorden: { veelKoppen, groteKop, groteInhoud }, indienenS: duurS }
  }),
]

function slowloris(port: number): () => void {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('POST /aanvragen/x/indienen HTTP/1.1\r\nHost: localhost\r\nX-')
  const timer = setInterval(() => { if (!socket.destroyed) socket.write('a') }, 1_000)
  return () => {
    clearInterval(timer)
    socket.destroy()
  }
}

/** The status of the first answer on a raw connection; 0 when it was closed without one. */
function raw(port: number, write: (socket: ReturnType<typeof connect>) => void): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const done = () => { resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)) }
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', done)
    socket.setTimeout(15_000, () => socket.destroy())
    socket.on('connect', () => { write(socket) })
  })
}

const manyHeaders = (port: number, count: number) => raw(port, (socket) => {
  socket.write(`GET /wachtkamer/x HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: count }, (_, n) => `x-${n}: 1\r\n`).join('')}\r\n`)
})
const hugeHeader = (port: number) => raw(port, (socket) => { socket.write(`GET /wachtkamer/x HTTP/1.1\r\nHost: localhost\r\nx-groot: ${'a'.repeat(1_000_000)}\r\n\r\n`) })
const hugeBody = (port: number, deelnemer: Deelnemer | undefined) => raw(port, (socket) => {
  socket.write(`POST /aanvragen/${deelnemer?.kenmerk ?? 'x'}/indienen HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nAccept: application/json\r\nCookie: stap-sessie=${deelnemer?.token ?? ''}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 104857600\r\n\r\n`)
  const piece = Buffer.alloc(65_536, 97)
  const pump = () => {
    while (!socket.destroyed && socket.write(piece));
    if (!socket.destroyed) socket.once('drain', pump)
  }
  pump()
})

/** Before ten: everybody takes a place first, then the opening comes. */
async function voorTien(proef: Proef, aanvragers: number, poorten = 1) {
  const wereld = await proef.wereld({ aanvragers, plafondCent: 10_000_000, nu: '2022-11-01T09:30:00+01:00', aanDeBeurt: false })
  const [gestart] = await Promise.all([Promise.all(Array.from({ length: poorten }, () => startPoort(proef))), proef.start('verdeler', ALLE_LUSSEN)])
  const isOpen = await until(20, async () => (await proef.sql('select from wachtkamer')).length > 0)
  proef.eis(isOpen, 'de wachtkamer ging niet open')
  return { wereld, poorten: gestart }
}

async function openNu(proef: Proef): Promise<void> {
  await proef.sql(`update klok set verschuiving_ms = ceil(extract(epoch from '2022-11-01T09:59:59.500+01:00'::timestamptz - clock_timestamp()) * 1000)::bigint`)
}

async function isGeloot(proef: Proef): Promise<boolean> {
  return until(30, async () => (await proef.sql('select from wachtkamer_ronde where geloot_op is not null')).length > 0)
}

/** Rank correlation of Kendall between two orders; 0 is no relation. */
function kendallTau(paren: readonly (readonly [number, number])[]): number {
  let som = 0
  for (let i = 0; i < paren.length; i += 1) {
    for (let j = i + 1; j < paren.length; j += 1) {
      const [a, b] = [paren[i], paren[j]]
      if (a !== undefined && b !== undefined) som += Math.sign((a[0] - b[0]) * (a[1] - b[1]))
    }
  }
  return Math.round((som / ((paren.length * (paren.length - 1)) / 2)) * 1_000) / 1_000
}

const WACHTKAMER: readonly Experiment[] = [
  experiment('W/vervalst', '20.000 vervalste en nagemaakte kaartjes, en geldige kaartjes van een ander, zonder en met sessie', 'een kaartje laat nooit iemand toe en maakt geen plaats', async (proef) => {
    const { wereld, poorten: [poort] } = await voorTien(proef, 20)
    const [eerste, tweede] = wereld.deelnemers
    if (poort === undefined || eerste === undefined || tweede === undefined) throw new Error('no poort')
    const echt = await neemPlaats(poort, wereld, eerste)
    let gelukt = 0
    const verzoek = async (n: number) => {
      const cookie = `stap-plaats=${wereld.code}.${n}.${'0'.repeat(32)}.${Buffer.from(`vals${n}`).toString('base64url').padEnd(43, 'A')}`
      const reactie = await poort.vraag('POST', `/wachtkamer/${wereld.code}/plaats`, { cookie })
      if (reactie.status === 200) gelukt += 1
    }
    for (let begin = 0; begin < 20_000; begin += 200) await Promise.all(Array.from({ length: 200 }, (_, n) => verzoek(begin + n)))
    const gerommeld = await poort.vraag('POST', `/wachtkamer/${wereld.code}/plaats`, { cookie: `stap-plaats=${echt.ticket.replace(`.${echt.nummer}.`, '.1000.')}` })
    if (gerommeld.status === 200) gelukt += 1
    await openNu(proef)
    await isGeloot(proef)
    // The ticket of another, with one's own session and with none: it is the place of the burger that counts.
    const zonderSessie = await poort.vraag('POST', `/aanvragen/${eerste.kenmerk}/indienen`, { cookie: `stap-plaats=${echt.ticket}` })
    proef.eis(zonderSessie.status === 401, `een kaartje zonder sessie gaf ${zonderSessie.status}`)
    const [telling] = await proef.sql<{ n: number }>('select count(*)::integer as n from wachtplaats')
    proef.eis(gelukt === 0, `${gelukt} vervalste kaartjes aangenomen`)
    proef.eis(telling?.n === 1, `${telling?.n ?? '?'} plaatsen in plaats van 1`)
    return { vervalst: 20_001, aangenomen: gelukt, plaatsen: telling?.n }
  }),
  experiment('W/50-tabbladen', 'een mens met 50 tabbladen, en 200 mensen met 1 tot 5 apparaten, voor tien uur; dan de opening', 'één plaats per mens; de kans hangt niet af van apparaten of van vroeg komen', async (proef) => {
    const { wereld, poorten } = await voorTien(proef, 400, 2)
    const [poort, ander] = poorten
    const [een] = wereld.deelnemers
    if (poort === undefined || ander === undefined || een === undefined) throw new Error('no poort')
    const tabbladen = await Promise.all(Array.from({ length: 50 }, (_, n) => neemPlaats(n % 2 === 0 ? poort : ander, wereld, een)))
    proef.eis(new Set(tabbladen.map(({ nummer }) => nummer)).size === 1, 'tabbladen kregen verschillende plaatsen')
    const apparaten = new Map<string, number>()
    for (const [n, deelnemer] of wereld.deelnemers.entries()) {
      const aantal = n % 5 + 1
      apparaten.set(deelnemer.burgerId, aantal)
      await Promise.all(Array.from({ length: aantal }, (_, k) => neemPlaats(k % 2 === 0 ? poort : ander, wereld, deelnemer)))
    }
    await openNu(proef)
    proef.eis(await isGeloot(proef), 'er is niet geloot')
    const rijen = await proef.sql<{ burger: string; nummer: number; plaats: number }>(
      'select w.burger_id as burger, w.nummer, g.plaats from wachtplaats w join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.nummer = w.nummer')
    proef.eis(rijen.length === 400, `${rijen.length} plaatsen voor 400 mensen`)
    const tau = kendallTau(rijen.map(({ nummer, plaats }) => [nummer, plaats]))
    // Four standard deviations of tau for 400 places: 4 · sqrt(2(2n+5) / 9n(n−1)).
    proef.eis(Math.abs(tau) < 0.135, `vroeg komen hielp: tau ${tau}`)
    const perApparaat = [1, 2, 3, 4, 5].map((aantal) => {
      const groep = rijen.filter(({ burger }) => apparaten.get(burger) === aantal)
      return Math.round((groep.filter(({ plaats }) => plaats <= 100).length / groep.length) * 100) / 100
    })
    // Of the first hundred of four hundred everybody has a chance of 0,25; four standard deviations of a group of eighty.
    proef.eis(perApparaat.every((kans) => Math.abs(kans - 0.25) < 0.2), `de kans hangt af van apparaten: ${perApparaat.join(', ')}`)
    return { plaatsen: rijen.length, kendallTau: tau, kansBijEersteHonderdPerApparaat: perApparaat }
  }),
  experiment('W/redis-weg', 'Redis gestopt (kill -9) en daarna geleegd, terwijl mensen wachten', 'niemand komt voor zijn beurt, iedereen houdt zijn plaats', async (proef) => behoudtPlaats(proef, async () => {
    await proef.servers.crashRedis()
    await pause(500)
    await proef.servers.startRedis()
  })),
  experiment('W/poort-dood', 'alle poortprocessen kill -9, terwijl mensen wachten', 'iedereen houdt zijn plaats, ook zonder kaartje', async (proef) => behoudtPlaats(proef, async ([poort]) => {
    poort?.proces.signal('SIGKILL')
    await pause(300)
    if (poort !== undefined) await until(90, async () => (await poort.vraag('GET', '/api/v1/gezondheid/poort', { timeoutMs: 1_000 })).status === 200)
  })),
  experiment('W/database-dood', 'kill -9 van PostgreSQL na de opening, terwijl mensen wachten die nog niet aan de beurt zijn en mensen die dat wel zijn', 'zonder database wordt niemand toegelaten; een eerlijke bladzijde met Retry-After; daarna ieder zijn plaats', async (proef) => {
    const { wereld, poorten: [poort] } = await voorTien(proef, 60)
    if (poort === undefined) throw new Error('no poort')
    const plaatsen = new Map<string, number>()
    for (const deelnemer of wereld.deelnemers) plaatsen.set(deelnemer.aanvraagId, (await neemPlaats(poort, wereld, deelnemer)).nummer)
    await openNu(proef)
    proef.eis(await isGeloot(proef), 'er is niet geloot')
    await standVan(poort, wereld)
    await proef.servers.crashPostgres()
    const tijdens = await Promise.all(wereld.deelnemers.slice(0, 30).map((deelnemer) => poort.vraag('POST', `/aanvragen/${deelnemer.kenmerk}/indienen`, { deelnemer, timeoutMs: 20_000 }).catch(() => undefined)))
    const toegelaten = tijdens.filter((reactie) => reactie !== undefined && reactie.status < 400).length
    proef.eis(toegelaten === 0, `${toegelaten} toegelaten zonder database`)
    const eerlijk = tijdens.filter((reactie) => reactie?.status === 503 && reactie.kop['retry-after'] !== undefined).length
    proef.eis(eerlijk === 30, `${30 - eerlijk} kregen geen eerlijk antwoord (503 met Retry-After)`)
    const bladzijde = await poort.vraag('GET', `/wachtkamer/${wereld.code}`, { timeoutMs: 20_000 }).catch(() => undefined)
    proef.eis(bladzijde !== undefined && bladzijde.status > 0, 'de wachtkamer gaf geen bladzijde zonder database')
    await proef.servers.startPostgres()
    const ervaringen = await speel(wereld.deelnemers, { loketten: [poort.loket], klanten: 20, opnieuwNa: OPNIEUW })
    const na = await Promise.all(wereld.deelnemers.map((deelnemer) => neemPlaats(poort, wereld, deelnemer).catch(() => undefined)))
    proef.eis(wereld.deelnemers.every(({ aanvraagId }, n) => na[n]?.nummer === plaatsen.get(aanvraagId)), 'iemand verloor zijn plaats')
    return { ...(await proef.rondAf(wereld, ervaringen)), toegelatenZonderDatabase: toegelaten, eerlijk503: eerlijk }
  }),
  experiment('W/snelheid', '300 mensen wachten, de deur laat 600 per minuut toe, er is geld voor 100; iedereen drukt steeds', 'niemand komt voor zijn beurt, ook niet als het geld op raakt terwijl hij wacht: dan alleen voor het besluit', async (proef) => {
    const { wereld, poorten } = await voorTien(proef, 300)
    const [poort] = poorten
    if (poort === undefined) throw new Error('no poort')
    await proef.sql('update wachtkamer set per_minuut = 600')
    for (const deelnemer of wereld.deelnemers) await neemPlaats(poort, wereld, deelnemer)
    await proef.sql('create table toelating_log (plaats integer, toegelaten integer, op timestamptz default clock_timestamp())')
    await proef.sql(`create function log_toelating() returns trigger language plpgsql security definer as $$ begin
      insert into toelating_log select g.plaats, k.toegelaten_tot from wachtplaats w join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.nummer = w.nummer
        join wachtkamer k on k.tijdvak_id = w.tijdvak_id where w.burger_id = new.burger_id and not new.is_formeel; return null; end $$`)
    await proef.sql('create trigger log_toelating after insert on indiening for each row execute function log_toelating()')
    await openNu(proef)
    const ervaringen = await speel(wereld.deelnemers, { loketten: [poort.loket], klanten: 300, opnieuwNa: OPNIEUW, volhoudenMs: 90_000 })
    const [voor] = await proef.sql<{ n: number }>('select count(*)::integer as n from toelating_log where plaats > toegelaten')
    proef.eis(voor?.n === 0, `${voor?.n ?? '?'} mensen kwamen voor hun beurt`)
    const cijfers = await proef.rondAf(wereld, ervaringen)
    proef.eis(cijfers.bevestigd === 300, `${300 - cijfers.bevestigd} kwamen niet aan de beurt`)
    return { ...cijfers, voorHunBeurt: voor?.n }
  }),
  experiment('F34/poort', '300 mensen met verschillende bedragen na elkaar over HTTP: 1 poort en 1 verdeler, dan 2 poorten en 3 verdelers', 'zelfde zaad, zelfde toekenningen', async (proef) => {
    const spelen = async (aantal: number, verdelers: number) => {
      const { wereld, poorten } = await opening(proef, { aanvragers: 300, plafondCent: 8_000_000, bedragenCent: [100_000, 45_000, 80_000, 30_001] }, aantal)
      const extra = await Promise.all(Array.from({ length: verdelers - 1 }, () => proef.start('verdeler', ALLE_LUSSEN)))
      const ervaringen: Ervaring[] = []
      for (const [n, deelnemer] of wereld.deelnemers.entries()) ervaringen.push(...(await speel([deelnemer], { loketten: poorten.slice(n % aantal).map(({ loket }) => loket), opnieuwNa: OPNIEUW })))
      const cijfers = await proef.rondAf(wereld, ervaringen)
      for (const een of [...poorten.map(({ proces }) => proces), ...extra]) await een.stop()
      const rijen = await proef.sql<{ id: string; uitkomst: string }>('select aanvraag_id as id, uitkomst from toewijzing where compartiment_id = $1', [wereld.compartimentId])
      const uitkomst = new Map(rijen.map((rij) => [rij.id, rij.uitkomst]))
      return { cijfers, reeks: wereld.deelnemers.map(({ aanvraagId }) => uitkomst.get(aanvraagId)).join() }
    }
    const een = await spelen(1, 1)
    const meer = await spelen(2, 3)
    proef.eis(een.reeks === meer.reeks, 'andere toekenningen met meer processen')
    return { ...meer.cijfers, gelijk: een.reeks === meer.reeks }
  }),
]

/** Everybody has a place; something dies; afterwards everybody has the same one, also without the ticket, and nobody was let in early. */
async function behoudtPlaats(proef: Proef, breek: (poorten: readonly Poort[]) => Promise<void>) {
  const { wereld, poorten } = await voorTien(proef, 100)
  const [poort] = poorten
  if (poort === undefined) throw new Error('no poort')
  const plaatsen = new Map<string, number>()
  for (const deelnemer of wereld.deelnemers) plaatsen.set(deelnemer.aanvraagId, (await neemPlaats(poort, wereld, deelnemer)).nummer)
  await breek(poorten)
  const vroeg = await Promise.all(wereld.deelnemers.slice(0, 20).map((deelnemer) => poort.vraag('POST', `/aanvragen/${deelnemer.kenmerk}/indienen`, { deelnemer }).catch(() => undefined)))
  const toegelaten = vroeg.filter((reactie) => reactie !== undefined && reactie.status < 400).length
  proef.eis(toegelaten === 0, `${toegelaten} toegelaten voor de opening`)
  const na = await Promise.all(wereld.deelnemers.map((deelnemer) => neemPlaats(poort, wereld, deelnemer)))
  proef.eis(wereld.deelnemers.every(({ aanvraagId }, n) => na[n]?.nummer === plaatsen.get(aanvraagId)), 'iemand verloor zijn plaats')
  await openNu(proef)
  proef.eis(await isGeloot(proef), 'er is niet geloot')
  const ervaringen = await speel(wereld.deelnemers, { loketten: [poort.loket], klanten: 20, opnieuwNa: OPNIEUW })
  const cijfers = await proef.rondAf(wereld, ervaringen)
  proef.eis(cijfers.bevestigd === 100, `${100 - cijfers.bevestigd} kregen geen bevestiging`)
  return { ...cijfers, toegelatenVoorDeOpening: toegelaten }
}

/** Everything that goes through the door. */
export const POORT: readonly Experiment[] = [...HTTP, ...WACHTKAMER]
