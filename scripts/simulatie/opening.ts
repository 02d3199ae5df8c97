import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { config } from '@/lib/platform/config'
import { SESSION_COOKIE } from '@/lib/platform/session-store'
import { makeBevolking, type Mens } from './bevolking'
import { runScript } from './commando'
import { weegEerlijkheid } from './eerlijk'
import { logIn } from './inloggen'
import { Latenties } from './meting'
import { kijkNa, type Cijfers, type Proef } from './nakijken'
import type { Opties } from './opties'
import { beslis, maakBesluitblad } from './generale'
import { Spel } from './spel'
import { STORINGEN, type Systeem } from './storingen'
import { maakVerslag } from './verslag'
import { verloot } from './verloten'
import { laatOnaf, legBurgersVast, legSessies, legTijdvak, maakVoorbereid, vulRegister, wachtOpWachtkamer, zetKlokVoorOpening, type Aanvraag, type Sessies } from './voorbereiden'

/** While the aanvragen are made the opening is this far away. */
const DAGEN_VOORAF_MS = 6 * 3_600_000
/** Between the last who came early and the opening. */
const RUST_MS = 3_000
const INLOGGEN_TEGELIJK = 8
/** A session ends when nothing is heard for fifteen minutes, on the clock of the machine. */
const LANGSTE_VOOR_MS = 10 * 60_000

/** The first fault comes this long after the opening, and then one after another over the time that the crowd needs. */
const EERSTE_STORING_MS = 3_000
const STORING_MINSTENS_MS = 5_000
const TOELATING_PER_S = 1_000

type Inloggen = { readonly duur: Latenties; readonly mislukt: string[] }

/** Plays one opening from the days before to the judgement; gives the exit code. */
export async function speelOpening(opties: Opties): Promise<number> {
  if (config.isProductie) return faal('In productie wordt niet gespeeld.')
  const systeem = opties.generale ? eigenSysteem() : undefined
  if (opties.generale && systeem === undefined) return faal('De generale repetitie speelt op een systeem van zichzelf: geef geen DATABASE_URL op.')
  return metDatabase((client) => speel(client, opties, systeem))
}

async function metDatabase<T>(doe: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: config.databaseUrl })
  // In a rehearsal the server goes down; whoever asks something then hears it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await doe(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The system that was started for this play: only its processes may be killed. */
function eigenSysteem(): Systeem | undefined {
  const pid = Number(process.env['STAP_EIGEN_PID'])
  return Number.isSafeInteger(pid) && pid > 1 ? { pid, databaseUrl: config.databaseUrl, redisUrl: config.redisUrl } : undefined
}

function planStoringen(systeem: Systeem | undefined, wachtenden: number) {
  if (systeem === undefined) return []
  const tussen = Math.max(STORING_MINSTENS_MS, ((wachtenden / TOELATING_PER_S) * 1_000) / (STORINGEN.length + 1))
  return STORINGEN.map(({ naam, doe }, nummer) => ({ naam, opMs: EERSTE_STORING_MS + nummer * tussen, doe: () => doe(systeem) }))
}

function faal(reden: string): number {
  console.error(reden)
  return 2
}

async function speel(client: pg.Client, opties: Opties, systeem: Systeem | undefined): Promise<number> {
  const tijdvak = await legTijdvak(client, opties)
  console.log(`De opening van ${tijdvak.code} op ${tijdvak.opentOp.toISOString()}: ${opties.aanvragers} aanvragers, ${opties.wachtenden} wachtenden, ${opties.apparaten} apparaten, seed ${opties.seed}`)
  await vulRegister(client, tijdvak, () => runScript('scripts/data.ts', ['--schaal', 'klein'], (regel) => { console.log(regel) }).then(() => undefined))
  await zetKlokVoorOpening(client, tijdvak.opentOp, DAGEN_VOORAF_MS)
  const aanvragen = await maakVoorbereid(opties.aanvragers, tijdvak.code, (regel) => { console.log(regel) })
  if (typeof aanvragen === 'string') return faal(aanvragen)

  const voorMs = Math.min(LANGSTE_VOOR_MS, Math.max(6_000, (opties.apparaten / opties.plaatsenPerS) * 1_000))
  const mensen = makeBevolking({ ...opties, voorMs, werkplein: aanvragen.map(({ compartiment }) => compartiment === 'werkplein') })
  await laatOnaf(client, mensen.flatMap(({ id, gedrag }) => gedrag === 'niet-compleet' ? [aanvragen[id]?.kenmerk ?? ''] : []))
  const burgers = await legBurgersVast(client, tijdvak.id, aanvragen, opties.wachtenden - aanvragen.length)
  console.log(`${burgers.length} mensen, waarvan ${opties.inloggers} inloggen via de inlogdienst en de anderen al ingelogd zijn`)
  const sessies = await legSessies(client, burgers, mensen.map(({ apparaten }) => apparaten))
  await client.query('analyze')
  const { duur: inloggenMs, mislukt } = await laatInloggen(opties, aanvragen, sessies)
  if (opties.modus === 'volgorde' && !(await wachtOpWachtkamer(client, tijdvak.id))) return faal(`De wachtkamer van ${tijdvak.code} ging niet open: draaien de workers?`)

  const opentMs = await zetKlokVoorOpening(client, tijdvak.opentOp, voorMs + RUST_MS)
  const kenmerken = aanvragen.map(({ kenmerk }) => kenmerk)
  const spel = new Spel({
    url: new URL(config.url), code: tijdvak.code, kenmerken, opentMs, seed: opties.seed, peilingenPerS: opties.peilingenPerS,
    // Everybody who comes early is there some seconds before ten.
    mensen: mensen.map((mens): Mens => mens.komtMs < 0 ? { ...mens, komtMs: mens.komtMs - RUST_MS } : mens),
    tokenVan: sessies.tokenVan, cookieNaam: SESSION_COOKIE, beurtelings: opties.beurtelings, modus: opties.modus, hoogstensMs: opties.hoogstensS * 1_000,
    voortgang: (regel) => { console.log(regel) }, storingen: planStoringen(systeem, opties.wachtenden),
  })
  for (const reden of mislukt) spel.gezien.schend(reden)
  const duurS = await spel.speel()

  const nietVerloot = opties.modus === 'loting' ? await verloot(client, tijdvak, (regel) => { console.log(regel) }) : undefined
  if (nietVerloot !== undefined) spel.gezien.schend(nietVerloot)

  const gegevens = { modus: opties.modus, tijdvakId: tijdvak.id, mensen, kenmerken, deelnames: spel.deelnames, gezien: spel.gezien, opentMs }
  const { proeven, cijfers } = await metDatabase((opnieuw) => kijkNa(opnieuw, gegevens))
  const eerlijk = weegEerlijkheid(mensen, spel.deelnames)
  console.log('npm run controle …')
  const { code: controleCode, regels } = await runScript('scripts/controle.ts', [], () => undefined)
  const gebroken = regels.filter((regel) => /^I\d+ GEBROKEN|^ {3}/.test(regel))
  const controle: Proef = { naam: 'npm run controle', norm: 'alle invarianten ok', gezien: controleCode === 0 ? 'alle ok' : gebroken[0] ?? `gestopt met code ${controleCode}`, goed: controleCode === 0 }
  const alle = [...proeven, controle]
  const verslag = {
    opties, tijdvak: tijdvak.code, opentOp: tijdvak.opentOp, spel: gegevens, cijfers, proeven: alle, eerlijk, duurS, voorMs, schaal: spel.schaal, inloggenMs,
    storingen: spel.gezien.storingen.map(({ ms, naam }) => ({ seconde: Math.round(ms / 1_000), naam })),
    controle: controleCode === 0 ? 'npm run controle vond geen enkele afwijking.' : `npm run controle vond: ${gebroken.join(' · ')}`,
  }
  const bestand = schrijf(`${opties.naam}.html`, maakVerslag(verslag))
  const repetitie = { opties, tijdvak: tijdvak.code, proeven: alle, eerlijk, cijfers, gezien: spel.gezien, inloggenMs, schaal: spel.schaal }
  const besluit = opties.generale ? beslis(repetitie) : undefined
  for (const { naam, norm, gezien, goed } of besluit?.criteria ?? [...alle, ...eerlijk.proeven]) console.log(`${goed ? 'goed     ' : 'NIET GOED'} ${naam}: ${gezien} (norm: ${norm})`)
  for (const regel of gebroken) console.log(regel)
  for (const schending of spel.gezien.schendingen.slice(0, 20)) console.log(`  ${schending}`)
  console.log(`Verslag: ${bestand}`)
  if (besluit !== undefined) {
    console.log(`Besluitblad: ${schrijf(`${opties.naam}-besluit.html`, maakBesluitblad(repetitie, besluit))}`)
    for (const een of besluit.beperkingen) console.log(`Let op: ${een}`)
    console.log(besluit.isGo ? 'GO' : `NO-GO: ${besluit.criteria.filter(({ goed }) => !goed).map(({ naam }) => naam).join('; ')}`)
  }
  console.log(JSON.stringify(toSlotregel(opties, { duurS, cijfers, spel, inloggenMs, voorMs, tijdvak: tijdvak.code })))
  return (besluit?.isGo ?? [...alle, ...eerlijk.proeven].every(({ goed }) => goed)) ? 0 : 1
}

async function laatInloggen({ inloggers }: Opties, aanvragen: readonly Aanvraag[], sessies: Sessies): Promise<Inloggen> {
  const uitslag: Inloggen = { duur: new Latenties(), mislukt: [] }
  const wachtrij = aanvragen.slice(0, inloggers).entries()
  const balie = async (): Promise<void> => {
    for (const [id, { bsn }] of wachtrij) {
      const begin = performance.now()
      const token = await probeerInloggen(bsn, uitslag.mislukt)
      // Who could not log in goes on with the session that was laid down; the fault stands in the report.
      if (token === undefined) continue
      sessies.vervang(id, 0, token)
      uitslag.duur.voegToe(performance.now() - begin)
    }
  }
  await Promise.all(Array.from({ length: INLOGGEN_TEGELIJK }, balie))
  return uitslag
}

async function probeerInloggen(bsn: string, mislukt: string[]): Promise<string | undefined> {
  try {
    return await logIn(new URL(config.url), bsn, SESSION_COOKIE)
  } catch (fault) {
    mislukt.push(fault instanceof Error ? fault.message : String(fault))
    return undefined
  }
}

function toSlotregel(opties: Opties, { duurS, cijfers, spel, inloggenMs, voorMs, tijdvak }: { duurS: number; cijfers: Cijfers; spel: Spel; inloggenMs: Latenties; voorMs: number; tijdvak: string }): object {
  const { gezien } = spel
  const speelduurS = duurS + voorMs / 1_000
  const { toekenningen } = cijfers
  return {
    aanvragers: opties.aanvragers, bevestigd: cijfers.bevestigd, verloren: cijfers.verloren, dubbel: cijfers.dubbel,
    toegekend: cijfers.toegekend, geweigerd: cijfers.geweigerd, plafondCent: cijfers.plafondCent, overschrijdingCent: cijfers.overschrijdingCent,
    volgordeInversies: cijfers.volgordeInversies, duurS: rond(duurS), indienenMs: gezien.indienen.overzicht(),
    wachtkamerReqS: Math.round((gezien.peilingen.totaal + gezien.plaatsen.totaal + gezien.gelotePlaatsen.totaal) / speelduurS), fouten: gezien.fouten.inhoud(),
    tijdvak, seed: opties.seed, wachtenden: opties.wachtenden, apparaten: opties.apparaten, serverfouten5xx: gezien.serverfouten, eerlijkDruk503: gezien.eerlijkDruk, schendingen: gezien.schendingen.length,
    teVroegMs: gezien.indienenTeVroeg.overzicht(), standMs: gezien.stand.overzicht(), plaatsMs: gezien.plaats.overzicht(), gelotePlaatsMs: gezien.gelotePlaats.overzicht(), uitkomstMs: { ...gezien.uitkomst.overzicht() }, beslistMs: opties.modus === 'loting' ? null : cijfers.beslistMs,
    inloggenMs: inloggenMs.overzicht(), toegekendCent: cijfers.toegekendCent, eigenVertragingMs: gezien.eigenVertraging.overzicht(), schaal: rond(spel.schaal),
    toekenningen: createHash('sha256').update(JSON.stringify(toekenningen)).digest('hex'),
  }
}

function rond(getal: number): number {
  return Math.round(getal * 10) / 10
}

/** The map of the reports is that of the operator, also when the system that was played on had a data directory of its own. */
function schrijf(naam: string, inhoud: string): string {
  const map = process.env['STAP_VERSLAGMAP'] ?? path.join(config.dataDir, 'simulatie')
  mkdirSync(map, { recursive: true })
  const bestand = path.join(map, naam)
  writeFileSync(bestand, inhoud)
  return bestand
}
