import 'server-only'
import type { Medewerker } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { withJaargang } from '@/lib/financien/repo/auditfile'
import { findJaarrijen, findSaldi, findZijden, listBoekjaren, type Boekjaar, type Grens } from '@/lib/financien/repo/balans'
import { findSluitingFeiten, findSluitstuk, listTerugval } from '@/lib/financien/repo/jaarsluiting'
import { findOpenPerDag, findOudste, findStromen, type OpenPost, type Stroom } from '@/lib/financien/repo/ouderdom'
import { BOEKING_REGELS, findBoekingsregels, findOorzaak, findRegels, findVolgendeRegels, sumRegels } from '@/lib/financien/repo/regels'
import { makeAansluiting, type Aansluiting } from '@/lib/financien/rules/aansluiting'
import { makeBankbrug, type Bankbrug } from '@/lib/financien/rules/bankbrug'
import { toBron, type Bron } from '@/lib/financien/rules/bron'
import { calculateTerugval, checkVoorstel, type SluitingFeiten, type SluitingReden } from '@/lib/financien/rules/jaarsluiting'
import { calculateMee, makeVerslag, type Verslagrij } from '@/lib/financien/rules/jaarverslag'
import { KOP, toCsvRegel, toVerslagCsv, VERSLAG_KOP, type JournaalRegel } from '@/lib/financien/rules/journaal'
import type { Sluitstuk } from '@/lib/financien/rules/sluitstuk'
import { STAPPEN, toStap, type Stap } from '@/lib/financien/rules/ouderdom'
import { SLUIT_TRANSACTIE, XAF_STAART, makeXafKop, openTransactie, toXafRegel } from '@/lib/financien/rules/xaf'
import type { RegelFilter } from '@/lib/financien/schema'
import { REKENING_LABEL, soortLabel } from '@/lib/financien/texts'
import { now, today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { isAllowed } from '@/lib/platform/policy'
import { getRegeling } from '@/lib/regeling/views'
import { REKENINGEN, type Rekening } from '@/lib/tijdvak/model'

/** One rekening of the trial balance: both sides and the stand, in cents. */
export type Balansregel = { rekening: Rekening; debet: Cent; credit: Cent; saldo: Cent }
export type BalansRij = { compartimentId: string; tijdvak: string; compartiment: string; saldi: Record<Rekening, Cent> }
export type Proefbalans = { regels: Balansregel[]; rijen: BalansRij[]; totaal: Record<Rekening, Cent>; som: Cent }

/**
 * The stand of every account at the end of a day (Amsterdam time), of one boekjaar or of all: the sum of what was booked until then.
 * `som` is zero, always: each boeking is in balance.
 */
export async function getProefbalans(_actor: Medewerker, op: PlainDate, boekjaar?: number): Promise<Proefbalans> {
  const grens: Grens = { op, boekjaar }
  const [saldirijen, zijden] = await Promise.all([findSaldi(grens), findZijden(grens)])
  const rijen = saldirijen.map(({ compartimentId, tijdvak, compartiment, ...saldi }) => ({ compartimentId, tijdvak, compartiment, saldi: perRekening((rekening) => cent(saldi[rekening])) }))
  const regels = REKENINGEN.map((rekening) => {
    const { debetCent, creditCent } = zijden.find((zijde) => zijde.rekening === rekening) ?? { debetCent: 0, creditCent: 0 }
    return { rekening, debet: cent(debetCent), credit: cent(creditCent), saldo: cent(debetCent - creditCent) }
  })
  const totaal = perRekening((rekening) => sum(rijen.map(({ saldi }) => saldi[rekening])))
  return { regels, rijen, totaal, som: sum(REKENINGEN.map((rekening) => totaal[rekening])) }
}

function perRekening(amount: (rekening: Rekening) => Cent): Record<Rekening, Cent> {
  return {
    plafond: amount('plafond'), vrij: amount('vrij'), gereserveerd: amount('gereserveerd'), verplicht: amount('verplicht'), crediteuren: amount('crediteuren'), betaald: amount('betaald'),
    vastgesteld: amount('vastgesteld'), debiteuren: amount('debiteuren'), oninbaar: amount('oninbaar'), overloop: amount('overloop'), rentelast: amount('rentelast'),
    'rente-crediteuren': amount('rente-crediteuren'), 'rente-betaald': amount('rente-betaald'), rentebaat: amount('rentebaat'),
    'rente-debiteuren': amount('rente-debiteuren'), 'rente-ontvangen': amount('rente-ontvangen'),
  }
}

export const REGEL_PAGINA = 50

/** Lines of the ledger, newest first, with how many there are and their sum; `volgende` is where the next page begins. */
export async function listRegels(_actor: Medewerker, filter: RegelFilter): Promise<{ rijen: JournaalRegel[]; volgende: number | null; aantal: number; som: Cent }> {
  const grens = { op: filter.op ?? await today(), boekjaar: filter.jaar }
  const selectie = { compartimentId: filter.compartiment, rekening: filter.rekening, aanvraag: filter.aanvraag, soort: filter.soort, boeking: filter.boeking, voor: filter.voor }
  const [rijen, totaal] = await Promise.all([findRegels(grens, selectie, REGEL_PAGINA + 1), sumRegels(grens, selectie)])
  const bladzijde = rijen.slice(0, REGEL_PAGINA)
  return { rijen: bladzijde, volgende: rijen.length > REGEL_PAGINA ? (bladzijde.at(-1)?.regel ?? null) : null, aantal: totaal.aantal, som: cent(totaal.cent) }
}

export type BoekingDetail = { regels: JournaalRegel[]; aantal: number; door: string; bron: Bron | null; reden: string | null }

/** One boeking with its first thousand lines and how many there are, who made it, and the document behind it. Undefined when there is none. */
export async function getBoeking(actor: Medewerker, id: string): Promise<BoekingDetail | undefined> {
  if (!/^[0-9]{1,15}$/.test(id)) return undefined
  const regels = await findBoekingsregels(id)
  const [eerste] = regels
  if (eerste === undefined) return undefined
  const [feiten, { aantal }] = await Promise.all([findOorzaak(eerste), regels.length < BOEKING_REGELS ? { aantal: regels.length } : sumRegels({ op: await today(), boekjaar: undefined }, { boeking: eerste.boeking })])
  const soortPersoon = { burger: 'Een burger', opleider: 'Een opleider', medewerker: 'Een medewerker' }[feiten?.rol ?? ''] ?? 'Onbekend'
  return { regels, aantal, door: eerste.door === null ? 'Systeem' : (feiten?.naam ?? soortPersoon), bron: feiten === undefined ? null : toBron(eerste, feiten, isAllowed(actor, 'dossier.lezen')), reden: feiten?.besluitReden ?? null }
}

const OPEN_REKENINGEN = ['verplicht', 'crediteuren', 'rente-crediteuren', 'debiteuren', 'rente-debiteuren'] as const
type OpenRekening = (typeof OPEN_REKENINGEN)[number]
type Som = { aantal: number; bedrag: Cent }
export type Ouderdom = { stap: Stap; label: string } & Record<OpenRekening, Som>

/** What is owed by us and to us at the end of a day, and for how long: the same amounts as the trial balance of that day. */
export async function getOuderdom(_actor: Medewerker, op?: PlainDate): Promise<Ouderdom[]> {
  const rows = await findOpenPerDag(op ?? await today(), OPEN_REKENINGEN)
  const of = (stap: Stap, rekening: OpenRekening): Som => {
    const deel = rows.filter((rij) => rij.rekening === rekening && toStap(rij.dagen) === stap)
    return { aantal: deel.reduce((som, { aantal }) => som + aantal, 0), bedrag: sum(deel.map(({ cent: bedrag }) => cent(bedrag))) }
  }
  return STAPPEN.map(({ code, label }) => ({
    stap: code, label, verplicht: of(code, 'verplicht'), crediteuren: of(code, 'crediteuren'), 'rente-crediteuren': of(code, 'rente-crediteuren'),
    debiteuren: of(code, 'debiteuren'), 'rente-debiteuren': of(code, 'rente-debiteuren'),
  }))
}

const OUDSTE = 10

/** What has been open longest: orders, debts and claims, ten of each. */
export async function listOudste(_actor: Medewerker, op: PlainDate): Promise<Record<'crediteuren' | 'debiteuren', OpenPost[]>> {
  const [crediteuren, debiteuren] = await Promise.all([findOudste(op, 'crediteuren', OUDSTE), findOudste(op, 'debiteuren', OUDSTE)])
  return { crediteuren, debiteuren }
}

/** Every number of the ledger beside the same number from documents, files and statements: the difference must be zero. */
export async function getAansluiting(actor: Medewerker): Promise<readonly Aansluiting[]> {
  return (await getAansluitblad(actor)).aansluiting
}

/** The reconciliation with the way from the ledger to the account of the bank, at one moment. */
export async function getAansluitblad(_actor: Medewerker): Promise<{ aansluiting: readonly Aansluiting[]; brug: Bankbrug }> {
  const cijfers = await findAansluitcijfers()
  return { aansluiting: makeAansluiting(cijfers), brug: makeBankbrug(cijfers) }
}

export type Verwachting = { maand: string; facturen: Cent; opdrachten: Cent; toegezegd: Cent; teruggaven: Cent; eruit: Cent; erin: Cent; aantal: number }

/**
 * What is expected to be paid and received per month (YYYY-MM), and what is suspended: nobody knows when that is paid. What was granted
 * counts from the first day on which it may be invoiced, a claim by its term or its instalments.
 */
export async function getVerwachting(_actor: Medewerker): Promise<{ maanden: Verwachting[]; opgeschort: Cent }> {
  const vandaag = await today()
  const { dagenVoorStart } = (await getRegeling(vandaag)).get('factuur-vanaf')
  const alle = await findStromen(vandaag, dagenVoorStart)
  const som = (stromen: readonly Stroom[], ...soorten: readonly Stroom['soort'][]) => sum(stromen.filter(({ soort }) => soorten.includes(soort)).map(({ cent: centen }) => cent(centen)))
  const stromen = alle.filter(({ soort }) => soort !== 'opgeschort')
  const maanden = [...new Set(stromen.map(({ maand }) => maand))].toSorted().map((maand): Verwachting => {
    const van = stromen.filter((stroom) => stroom.maand === maand)
    const [facturen, opdrachten, toegezegd, teruggaven] = [som(van, 'factuur', 'rente'), som(van, 'opdracht'), som(van, 'toegezegd'), som(van, 'teruggave')]
    return { maand, facturen, opdrachten, toegezegd, teruggaven, eruit: sum([facturen, opdrachten, toegezegd, teruggaven]), erin: som(van, 'vordering'), aantal: van.reduce((totaal, stroom) => totaal + stroom.aantal, 0) }
  })
  return { maanden, opgeschort: som(alle, 'opgeschort') }
}

/** Every year of the ledger, the latest first. */
export function getBoekjaren(_actor: Medewerker): Promise<Boekjaar[]> {
  return listBoekjaren()
}

export type Jaarstuk = Boekjaar & { rijen: readonly Verslagrij[]; feiten: SluitingFeiten; bezwaren: readonly SluitingReden[]; meeCent: Cent; terugCent: Cent; /** As it was when the year was closed; undefined for an open year. */ sluitstuk: Sluitstuk | undefined }

/** The report of a year: of a closed one what its closing booked, of an open one what it would book now. Undefined when there is no such year. */
export async function getJaarverslag(_actor: Medewerker, jaar: number): Promise<Jaarstuk | undefined> {
  const boekjaar = (await listBoekjaren()).find((rij) => rij.jaar === jaar)
  if (boekjaar === undefined) return undefined
  const [regels, feiten, potten, sluitstuk] = await Promise.all([findJaarrijen(jaar), findSluitingFeiten(pool, jaar), listTerugval(jaar), findSluitstuk(jaar)])
  const rijen = makeVerslag(regels, { isGesloten: boekjaar.geslotenOp !== null, terugval: new Map(potten.map((pot) => [pot.id, calculateTerugval(pot)])) })
  return {
    ...boekjaar, rijen, feiten, bezwaren: checkVoorstel(feiten), meeCent: sum(rijen.map((rij) => cent(calculateMee(rij)))), terugCent: sum(rijen.map((rij) => cent(rij.terugCent))),
    sluitstuk,
  }
}

/** The report of a year as CSV: a line per compartiment. */
export async function* streamJaarverslag(actor: Medewerker, jaar: number): AsyncGenerator<string> {
  yield `\uFEFF${VERSLAG_KOP}`
  for (const rij of (await getJaarverslag(actor, jaar))?.rijen ?? []) yield toVerslagCsv(rij)
}

const EXPORT_STUK = 5_000

/** The journal as CSV, in pieces: of one boekjaar or of all. */
export async function* streamJournaal(_actor: Medewerker, boekjaar?: number): AsyncGenerator<string> {
  yield `\uFEFF${KOP}`
  let na = 0
  for (;;) {
    const rijen = await findVolgendeRegels(pool, { na, boekjaar, aantal: EXPORT_STUK })
    const laatste = rijen.at(-1)
    if (laatste === undefined) return
    yield rijen.map(toCsvRegel).join('')
    na = laatste.regel
  }
}

/** A year as an audit file (XML Auditfile Financieel 3.2), in pieces, as the ledger is at one moment. */
export async function* streamAuditfile(_actor: Medewerker, boekjaar: number): AsyncGenerator<string> {
  const gemaaktOp = amsterdamDate(await now())
  yield* withJaargang(boekjaar, async function* ({ stukken, ...kop }) {
    yield makeXafKop({ ...kop, boekjaar, gemaaktOp, kvk: config.uwv.kvk, naam: 'UWV' }, REKENING_LABEL)
    let vorige: number | undefined
    for await (const regels of stukken) {
      const tekst: string[] = []
      for (const regel of regels) {
        const dag = amsterdamDate(regel.geboektOp)
        if (regel.boeking !== vorige) tekst.push(vorige === undefined ? '' : SLUIT_TRANSACTIE, openTransactie(regel, { dag, omschrijving: soortLabel(regel.soort) }))
        tekst.push(toXafRegel(regel, dag))
        vorige = regel.boeking
      }
      yield tekst.join('')
    }
    yield `${vorige === undefined ? '' : SLUIT_TRANSACTIE}${XAF_STAART}`
  })
}
