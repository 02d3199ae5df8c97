import { amsterdamDate } from '@/lib/base/amsterdam'
import type { Burger } from '@/lib/base/actor'
import { yearOf, type PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { AppenderFull, createAppender } from '@/lib/platform/appender'
import { before } from '@/lib/platform/clock'
import { BEGIN_BY_KEY, inPgTransaction, prisma, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import type { Regeling } from '@/lib/regeling/model'
import { calculateBeslistermijn } from '@/lib/regeling/rules/beslistermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { calculateStartvenster, judgeStart, type Startvenster } from '@/lib/tijdvak/rules/startvenster'
import { isTijdigOntvangen } from '@/lib/tijdvak/rules/toestand'
import { betreedInname } from '@/lib/tijdvak/use-cases/inname'
import { gebruikAanmeldbewijzen } from '@/lib/vooraanmelding/use-cases/gebruik-aanmeldbewijzen'
import { AANVRAAG_PREFIX, type IndienReden, type Ontvangst } from '@/lib/aanvraag/model'
import { countVerleend, lockDossiers, readOntvangsten, readTijdvakken, saveIndieningen, type IndienDossier, type IndienTijdvak, type Verzoek } from '@/lib/aanvraag/repo'
import { checkIndiening } from '@/lib/aanvraag/rules/indiening'
import { isVerleningsgrensBereikt } from '@/lib/aanvraag/rules/verleningsgrens'

type Antwoord = Outcome<IndienReden, Ontvangst>

/** More than this cannot be received within a second on a small machine; who is refused comes again, and loses nothing. */
const MAX_WACHTEND = 3_000

/** In one transaction. What a transaction costs by itself is then shared by so many that one more hardly waits longer (docs/adr/0028). */
const MAX_SAMEN = 1_000

/**
 * Submits a prepared aanvraag: the one thing that remains at the opening. The receipt is given after the commit, so what was
 * acknowledged is never lost (invariant I2); the same aanvraag again gives the same receipt. Received is not granted: also
 * when the budget is gone the aanvraag is received, and a beschikking follows (Awb 4:13).
 *
 * It is received at the moment at which it arrived here (Awb 2:17), also when the database could only write it down later.
 * `isFormeel`: out of turn, only for the besluit that there is no budget. 'te-druk': too many wait; come again.
 */
export async function dienIn(burger: Burger, kenmerk: string, { isFormeel }: { isFormeel: boolean } = { isFormeel: false }): Promise<Antwoord> {
  const aangekomen = performance.now()
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return refused('niet-gevonden')
  try {
    return await append({ burgerId: burger.id, kenmerk: eigen, isFormeel, aangekomen })
  } catch (fault) {
    if (fault instanceof AppenderFull) return refused('te-druk')
    throw fault
  }
}

/** A submit that waits to be written; `aangekomen` on the clock of performance.now(), which only runs forward. */
type Binnengekomen = Verzoek & { readonly isFormeel: boolean; readonly aangekomen: number }

/** One appender per process: what arrives while a commit is under way goes in the next one (docs/adr/0004). */
const append = createAppender<Binnengekomen, Antwoord>(async (binnen) => {
  await faultpoint('intake.voor-transactie')
  const antwoorden = await inPgTransaction((client) => ontvang(client, binnen), BEGIN_BY_KEY)
  await faultpoint('intake.na-commit')
  return antwoorden
}, MAX_SAMEN, MAX_WACHTEND)

async function ontvang(client: PoolClient, binnen: readonly Binnengekomen[]): Promise<readonly Antwoord[]> {
  const asked = performance.now()
  const nu = await betreedInname(client)
  const { eerste, nrs } = uniek(binnen)
  const momenten = eerste.map(({ aangekomen }) => before(nu, asked - aangekomen))
  const dagen = await readDagen(momenten)
  const dossiers = await lockDossiers(client, eerste.map(({ burgerId, kenmerk }, nr) => {
    const { dag, jaar } = dagen.of(momenten[nr] ?? nu)
    return { burgerId, kenmerk, dag, jaar }
  }))
  const tijdvakken = await readTijdvakken(client, [...new Set(dossiers.map(({ tijdvakId }) => tijdvakId))])

  const vol = await findVolleActiviteiten(client, dossiers, tijdvakken, dagen.of(nu))
  const oordelen: (Oordeel | undefined)[] = eerste.map(() => undefined)
  for (const dossier of dossiers) oordelen[dossier.nr] = { dossier, redenen: dagen.judge(dossier, tijdvakOf(dossier, tijdvakken), momenten[dossier.nr] ?? nu, vol) }
  // In the order in which the submits came in.
  const nieuw = oordelen.flatMap((oordeel, nr) => (oordeel?.redenen.length === 0 ? [toOntvangen(oordeel.dossier, eerste[nr]?.isFormeel ?? false, momenten[nr] ?? nu, dagen)] : []))
  await faultpoint('intake.in-transactie')
  const nummers = await readOntvangsten(client, dossiers.filter(({ status }) => status !== 'gereed' && status !== 'concept').map(({ id }) => id))
  const plaatsen = new Map((await saveIndieningen(client, nieuw)).map(({ aanvraagId, volgnummer }) => [aanvraagId, volgnummer]))
  await gebruikAanmeldbewijzen(client, nieuw.map(({ aanmeldbewijsId }) => aanmeldbewijsId))
  await faultpoint('intake.voor-commit')

  const eerdere = new Map(nummers.map((nummer) => [nummer.aanvraagId, nummer]))
  // Of a double click in one batch the first is the receipt, the other the same receipt once more.
  const gemeld = new Set<number>()
  return nrs.map((nr) => {
    const oordeel = oordelen[nr]
    if (oordeel === undefined) return refused('niet-gevonden')
    const isEerste = !gemeld.has(nr)
    gemeld.add(nr)
    const { id } = oordeel.dossier
    const volgnummer = plaatsen.get(id)
    const nummer = eerdere.get(id) ?? (volgnummer === undefined ? undefined : { volgnummer, ontvangenOp: momenten[nr] ?? nu })
    return answerFor(oordeel.redenen, eerste[nr]?.kenmerk ?? '', nummer, isEerste && !eerdere.has(id))
  })
}

function toOntvangen({ id, aanmeldbewijsId }: IndienDossier, isFormeel: boolean, moment: Date, dagen: Dagen) {
  const { jaar, beslisUiterlijkOp } = dagen.of(moment)
  return { id, aanmeldbewijsId, isFormeel, ontvangenOp: moment, jaar, beslisUiterlijkOp }
}

type Oordeel = { readonly dossier: IndienDossier; readonly redenen: readonly IndienReden[] }

function answerFor(redenen: readonly IndienReden[], kenmerk: string, nummer: { volgnummer: number; ontvangenOp: Date } | undefined, isNieuw: boolean): Antwoord {
  if (nummer === undefined) return refused(...redenen)
  return success({ kenmerk, volgnummer: nummer.volgnummer, ontvangenOp: nummer.ontvangenOp, isNieuw })
}

/** A double click counts once, from its first press. `nrs` says of each which of the first ones it is. */
function uniek<Een extends Verzoek>(binnen: readonly Een[]): { eerste: readonly Een[]; nrs: readonly number[] } {
  const eerste: Een[] = []
  const gezien = new Map<string, number>()
  const nrs = binnen.map((een) => {
    const sleutel = `${een.burgerId} ${een.kenmerk}`
    const nr = gezien.get(sleutel) ?? eerste.push(een) - 1
    gezien.set(sleutel, nr)
    return nr
  })
  return { eerste, nrs }
}

type Tijdvakken = ReadonlyMap<string, IndienTijdvak>

function tijdvakOf({ tijdvakId }: Pick<IndienDossier, 'tijdvakId'>, tijdvakken: Tijdvakken): IndienTijdvak {
  const tijdvak = tijdvakken.get(tijdvakId)
  if (tijdvak === undefined) throw new Error(`tijdvak ${tijdvakId} is not there`)
  return tijdvak
}

/** What a day decides about everything that arrives on it. */
type Dag = {
  readonly dag: PlainDate
  readonly jaar: number
  readonly regeling: Regeling
  readonly beslisUiterlijkOp: PlainDate
  readonly verleningenPerJaar: number
}
type Dagen = {
  of: (moment: Date) => Dag
  judge: (dossier: IndienDossier, tijdvak: IndienTijdvak, moment: Date, vol: ReadonlySet<string>) => readonly IndienReden[]
}

/** The days on which these submits arrived: one, but around midnight two. Days and periods are worked out once, not for each submit. */
async function readDagen(momenten: readonly Date[]): Promise<Dagen> {
  const op = momenten.toSorted((a, b) => a.getTime() - b.getTime())
  const [vroegst, laatst] = [op[0], op.at(-1)]
  if (vroegst === undefined || laatst === undefined) throw new Error('a batch of nothing')
  const [eerste, laatste] = [await readDag(amsterdamDate(vroegst)), await readDag(amsterdamDate(laatst))]

  const of = (moment: Date) => (eerste.dag === laatste.dag || amsterdamDate(moment) === eerste.dag ? eerste : laatste)
  const vensters = new Map<Dag, Map<IndienTijdvak, Startvenster>>([[eerste, new Map()], [laatste, new Map()]])
  const vensterOf = (tijdvak: IndienTijdvak, dag: Dag): Startvenster => {
    const venster = vensters.get(dag)?.get(tijdvak) ?? calculateStartvenster(dag.dag, tijdvak, dag.regeling.get('startvenster'))
    vensters.get(dag)?.set(tijdvak, venster)
    return venster
  }
  const judge: Dagen['judge'] = (dossier, tijdvak, moment, vol) => {
    const dag = of(moment)
    const { status, verleningen, isAanmeldbewijsIngetrokken, isUitgesloten, isBurgerUitgesloten } = dossier
    return checkIndiening({
      status, verleningen, isAanmeldbewijsIngetrokken, isUitgesloten, isBurgerUitgesloten,
      isTijdvakOpen: isTijdigOntvangen(tijdvak, moment),
      isStartBinnenVenster: judgeStart(dossier.startdatum, vensterOf(tijdvak, dag)) !== 'te-vroeg',
      isVerleningsgrensBereikt: vol.has(dossier.id),
    }, dag.verleningenPerJaar)
  }
  return { of, judge }
}

const FRESH_MS = 1_000
const cachedDagen = new Map<PlainDate, { feiten: Dag; readAt: number }>()

/** The regeling of a day, read at most once a second: parameters of today do not change while people submit. */
async function readDag(dag: PlainDate): Promise<Dag> {
  const cached = cachedDagen.get(dag)
  if (cached !== undefined && performance.now() - cached.readAt < FRESH_MS) return cached.feiten
  const regeling = await leesRegeling(prisma, dag)
  const termijn = calculateBeslistermijn(dag, [], regeling)
  if (termijn.stand === 'opgeschort') throw new Error('a new aanvraag cannot be opgeschort')
  const feiten = { dag, jaar: yearOf(dag), regeling, beslisUiterlijkOp: termijn.uiterlijkOp, verleningenPerJaar: regeling.get('verleningen-per-jaar') }
  if (cachedDagen.size > 2) cachedDagen.clear()
  cachedDagen.set(dag, { feiten, readAt: performance.now() })
  return feiten
}

// What was granted before an opening does not change after it: counted once per scholing, not for every batch.
const verleendVoorOpening = new Map<string, number>()

/**
 * The aanvragen of which the scholing reached its number of grants before their tijdvak opened (art. 12a); answers their ids.
 * Without such a number in the regeling nothing is asked.
 */
async function findVolleActiviteiten(client: PoolClient, dossiers: readonly IndienDossier[], tijdvakken: Tijdvakken, { jaar, regeling }: Dag): Promise<ReadonlySet<string>> {
  const grens = regeling.get('verleningsgrens')
  if (grens === null) return new Set()
  if (verleendVoorOpening.size > 100_000) verleendVoorOpening.clear()
  const vol = new Set<string>()
  // One tijdvak is open at a time, so this is one question.
  for (const [tijdvakId, { opentOp }] of tijdvakken) {
    const keyOf = ({ scholingsactiviteitId }: IndienDossier) => `${scholingsactiviteitId} ${String(opentOp.getTime())} ${String(jaar)}`
    const groep = dossiers.filter((dossier) => dossier.tijdvakId === tijdvakId)
    const onbekend = groep.filter((dossier) => !verleendVoorOpening.has(keyOf(dossier)))
    if (onbekend.length > 0) {
      const verleend = await countVerleend(client, [...new Set(onbekend.map(({ scholingsactiviteitId }) => scholingsactiviteitId))], { jaar, voor: opentOp })
      for (const dossier of onbekend) verleendVoorOpening.set(keyOf(dossier), verleend.get(dossier.scholingsactiviteitId) ?? 0)
    }
    for (const dossier of groep) if (isVerleningsgrensBereikt(verleendVoorOpening.get(keyOf(dossier)) ?? 0, grens)) vol.add(dossier.id)
  }
  return vol
}
