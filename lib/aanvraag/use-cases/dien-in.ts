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
import { countVerleend, lockDossiers, readOntvangsten, saveIndieningen, type IndienDossier, type Nummer, type Verzoek } from '@/lib/aanvraag/repo'
import { checkIndiening } from '@/lib/aanvraag/rules/indiening'
import { isVerleningsgrensBereikt } from '@/lib/aanvraag/rules/verleningsgrens'

type Antwoord = Outcome<IndienReden, Ontvangst>

/** More than this cannot be received within a second on a small machine; who is refused comes again, and loses nothing. */
const MAX_WACHTEND = 3_000

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
}, 500, MAX_WACHTEND)

async function ontvang(client: PoolClient, binnen: readonly Binnengekomen[]): Promise<readonly Antwoord[]> {
  const asked = performance.now()
  const nu = await betreedInname(client)
  const verzoeken = uniek(binnen).map(({ burgerId, kenmerk, isFormeel, aangekomen }) => ({ burgerId, kenmerk, isFormeel, moment: before(nu, asked - aangekomen) }))
  const dagen = await readDagen(verzoeken)
  const dossiers = await lockDossiers(client, verzoeken.map(({ burgerId, kenmerk, moment }) => ({ burgerId, kenmerk, dag: dagen.of(moment).dag, jaar: dagen.of(moment).jaar })))

  const vol = await findVolleActiviteiten(client, dossiers, dagen.of(nu))
  const gevraagd = new Map(verzoeken.map((verzoek) => [sleutel(verzoek), verzoek]))
  const oordelen = new Map(dossiers.flatMap((dossier) => {
    const verzoek = gevraagd.get(sleutel(dossier))
    return verzoek === undefined ? [] : [[sleutel(dossier), { dossier, redenen: dagen.judge(dossier, verzoek.moment, vol) }] as const]
  }))
  // In the order in which the submits came in.
  const nieuw = verzoeken.flatMap((verzoek) => {
    const oordeel = oordelen.get(sleutel(verzoek))
    return oordeel?.redenen.length === 0 ? [toOntvangen(oordeel.dossier, verzoek, dagen.of(verzoek.moment))] : []
  })
  await faultpoint('intake.in-transactie')
  const nummers = await readOntvangsten(client, dossiers.filter(({ status }) => status !== 'gereed' && status !== 'concept').map(({ id }) => id))
  const ontvangen = await saveIndieningen(client, nieuw)
  await gebruikAanmeldbewijzen(client, nieuw.map(({ aanmeldbewijsId }) => aanmeldbewijsId))
  await faultpoint('intake.voor-commit')

  const eerdere = new Map(nummers.map((nummer) => [nummer.aanvraagId, nummer]))
  const nieuwe = new Map(ontvangen.map((nummer) => [nummer.aanvraagId, nummer]))
  // Of a double click in one batch the first is the receipt, the other the same receipt once more.
  const gemeld = new Set<string>()
  return binnen.map((een) => {
    const oordeel = oordelen.get(sleutel(een))
    if (oordeel === undefined) return refused('niet-gevonden')
    const { id } = oordeel.dossier
    const isEerste = !gemeld.has(id)
    gemeld.add(id)
    return answerFor(oordeel, eerdere.get(id) ?? nieuwe.get(id), isEerste && !eerdere.has(id))
  })
}

function toOntvangen({ id, tijdvakId, compartimentIds, burgerId, bedragCent, aanmeldbewijsId }: IndienDossier, { isFormeel, moment }: { isFormeel: boolean; moment: Date }, { jaar, beslisUiterlijkOp }: Dag) {
  return { id, tijdvakId, compartimentIds, burgerId, bedragCent, aanmeldbewijsId, isFormeel, ontvangenOp: moment, jaar, beslisUiterlijkOp }
}

type Oordeel = { dossier: IndienDossier; redenen: readonly IndienReden[] }

function answerFor({ dossier: { kenmerk }, redenen }: Oordeel, nummer: Nummer | undefined, isNieuw: boolean): Antwoord {
  if (nummer === undefined) return refused(...redenen)
  return success({ kenmerk, volgnummer: nummer.volgnummer, ontvangenOp: nummer.ontvangenOp, isNieuw })
}

function sleutel({ burgerId, kenmerk }: Verzoek): string {
  return `${burgerId} ${kenmerk}`
}

/** A double click counts once, from its first press. */
function uniek<Een extends Verzoek>(binnen: readonly Een[]): readonly Een[] {
  const eerste = new Map<string, Een>()
  for (const een of binnen) if (!eerste.has(sleutel(een))) eerste.set(sleutel(een), een)
  return [...eerste.values()]
}

/** What a day decides about everything that arrives on it. */
type Dag = { readonly dag: PlainDate; readonly jaar: number; readonly regeling: Regeling; readonly beslisUiterlijkOp: PlainDate }
type Dagen = {
  of: (moment: Date) => Dag
  judge: (dossier: IndienDossier, moment: Date, vol: ReadonlySet<string>) => readonly IndienReden[]
}

/** The days on which these submits arrived: one, but around midnight two. Days and periods are worked out once, not for each submit. */
async function readDagen(verzoeken: readonly { moment: Date }[]): Promise<Dagen> {
  const tijden = verzoeken.map(({ moment }) => moment.getTime())
  const bySample = (tijd: number) => verzoeken.find(({ moment }) => moment.getTime() === tijd)?.moment
  const [vroegst, laatst] = [bySample(Math.min(...tijden)), bySample(Math.max(...tijden))]
  if (vroegst === undefined || laatst === undefined) throw new Error('a batch of nothing')
  const [eerste, laatste] = await Promise.all([vroegst, laatst].map((moment) => readDag(amsterdamDate(moment))))
  if (eerste === undefined || laatste === undefined) throw new Error('a day without its facts')

  const of = (moment: Date) => (eerste.dag === laatste.dag || amsterdamDate(moment) === eerste.dag ? eerste : laatste)
  const vensters = new Map<string, Startvenster>()
  const vensterOf = (dossier: IndienDossier, { dag, regeling }: Dag): Startvenster => {
    const key = `${dossier.tijdvakId} ${dag}`
    const venster = vensters.get(key) ?? calculateStartvenster(dag, dossier, regeling.get('startvenster'))
    vensters.set(key, venster)
    return venster
  }
  const judge: Dagen['judge'] = (dossier, moment, vol) => {
    const dag = of(moment)
    const { status, verleningen, isAanmeldbewijsIngetrokken, isUitgesloten } = dossier
    return checkIndiening({
      status, verleningen, isAanmeldbewijsIngetrokken, isUitgesloten,
      isTijdvakOpen: isTijdigOntvangen(dossier, moment),
      isStartBinnenVenster: judgeStart(dossier.startdatum, vensterOf(dossier, dag)) !== 'te-vroeg',
      isVerleningsgrensBereikt: vol.has(dossier.id),
    }, dag.regeling.get('verleningen-per-jaar'))
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
  const feiten = { dag, jaar: yearOf(dag), regeling, beslisUiterlijkOp: termijn.uiterlijkOp }
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
async function findVolleActiviteiten(client: PoolClient, dossiers: readonly IndienDossier[], { jaar, regeling }: Dag): Promise<ReadonlySet<string>> {
  const grens = regeling.get('verleningsgrens')
  if (grens === null) return new Set()
  const keyOf = ({ scholingsactiviteitId, opentOp }: IndienDossier) => `${scholingsactiviteitId} ${String(opentOp.getTime())} ${String(jaar)}`
  const onbekend = dossiers.filter((dossier) => !verleendVoorOpening.has(keyOf(dossier)))
  if (verleendVoorOpening.size > 100_000) verleendVoorOpening.clear()
  // One tijdvak is open at a time, so this is one question.
  for (const opentOp of new Map(onbekend.map(({ opentOp }) => [opentOp.getTime(), opentOp])).values()) {
    const groep = onbekend.filter((dossier) => dossier.opentOp.getTime() === opentOp.getTime())
    const verleend = await countVerleend(client, [...new Set(groep.map(({ scholingsactiviteitId }) => scholingsactiviteitId))], { jaar, voor: opentOp })
    for (const dossier of groep) verleendVoorOpening.set(keyOf(dossier), verleend.get(dossier.scholingsactiviteitId) ?? 0)
  }
  return new Set(dossiers.filter((dossier) => isVerleningsgrensBereikt(verleendVoorOpening.get(keyOf(dossier)) ?? 0, grens)).map(({ id }) => id))
}
