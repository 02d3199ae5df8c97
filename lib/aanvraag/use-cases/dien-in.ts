import { amsterdamDate } from '@/lib/base/amsterdam'
import type { Burger } from '@/lib/base/actor'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { createAppender } from '@/lib/platform/appender'
import { inPgTransaction, prisma, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import type { ParameterWaarden, Regeling } from '@/lib/regeling/model'
import { calculateBeslistermijn } from '@/lib/regeling/rules/beslistermijn'
import { calculateKalenderjaar } from '@/lib/regeling/rules/kalenderjaar'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { calculateStartvenster, judgeStart } from '@/lib/tijdvak/rules/startvenster'
import { isOpen } from '@/lib/tijdvak/rules/toestand'
import { betreedInname } from '@/lib/tijdvak/use-cases/inname'
import { gebruikAanmeldbewijzen } from '@/lib/vooraanmelding/use-cases/gebruik-aanmeldbewijzen'
import { AANVRAAG_PREFIX, type IndienReden, type Ontvangst } from '@/lib/aanvraag/model'
import { countVerleend, lockDossiers, readOntvangsten, saveIndieningen, type IndienDossier, type Nummer, type Verzoek } from '@/lib/aanvraag/repo'
import { checkIndiening } from '@/lib/aanvraag/rules/indiening'
import { isVerleningsgrensBereikt } from '@/lib/aanvraag/rules/verleningsgrens'

type Antwoord = Outcome<IndienReden, Ontvangst>

/**
 * Submits a prepared aanvraag: the one thing that remains at the opening. The receipt is given after the commit, so what was
 * acknowledged is never lost (invariant I2); the same aanvraag again gives the same receipt. Received is not granted: also
 * when the budget is gone the aanvraag is received, and a beschikking follows (Awb 4:13).
 */
export async function dienIn(burger: Burger, kenmerk: string): Promise<Antwoord> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  return eigen === undefined ? refused('niet-gevonden') : append({ burgerId: burger.id, kenmerk: eigen })
}

/** One appender per process: what arrives while a commit is under way goes in the next one (docs/adr/0004). */
const append = createAppender<Verzoek, Antwoord>(async (verzoeken) => {
  await faultpoint('intake.voor-transactie')
  const antwoorden = await inPgTransaction((client) => ontvang(client, verzoeken))
  await faultpoint('intake.na-commit')
  return antwoorden
})

async function ontvang(client: PoolClient, verzoeken: readonly Verzoek[]): Promise<readonly Antwoord[]> {
  const nu = await betreedInname(client)
  const regeling = await regelingOp(nu)
  const jaar = calculateKalenderjaar(nu)
  const dossiers = await lockDossiers(client, uniek(verzoeken), { jaar, dag: regeling.opDatum })

  const vol = await findVolleActiviteiten(client, dossiers, { jaar, grens: regeling.get('verleningsgrens') })
  const oordelen = new Map(dossiers.map((dossier) => [dossier.kenmerk, { dossier, redenen: judge(dossier, nu, { regeling, vol }) }]))
  const nieuw = verzoekenInOrder(verzoeken, oordelen)
  await faultpoint('intake.in-transactie')
  const nummers = await readOntvangsten(client, dossiers.filter(({ status }) => status !== 'gereed' && status !== 'concept').map(({ id }) => id))
  const ontvangen = nieuw.length === 0 ? [] : await saveIndieningen(client, nieuw, { ontvangenOp: nu, jaar, beslisUiterlijkOp: beslisDag(nu, regeling) })
  if (nieuw.length > 0) await gebruikAanmeldbewijzen(client, nieuw.map(({ aanmeldbewijsId }) => aanmeldbewijsId))
  await faultpoint('intake.voor-commit')

  const eerdere = new Map(nummers.map((nummer) => [nummer.aanvraagId, nummer]))
  const nieuwe = new Map(ontvangen.map((nummer) => [nummer.aanvraagId, nummer]))
  return verzoeken.map(({ kenmerk, burgerId }) => {
    const oordeel = oordelen.get(kenmerk)
    if (oordeel === undefined || oordeel.dossier.burgerId !== burgerId) return refused('niet-gevonden')
    return answerFor(oordeel, eerdere.get(oordeel.dossier.id), nieuwe.get(oordeel.dossier.id))
  })
}

type Oordeel = { dossier: IndienDossier; redenen: readonly IndienReden[] }

function answerFor({ dossier: { kenmerk }, redenen }: Oordeel, eerder: Nummer | undefined, nieuw: Nummer | undefined): Antwoord {
  const nummer = eerder ?? nieuw
  if (nummer === undefined) return refused(...redenen)
  return success({ kenmerk, volgnummer: nummer.volgnummer, ontvangenOp: nummer.ontvangenOp, isNieuw: eerder === undefined })
}

function judge(dossier: IndienDossier, nu: Date, { regeling, vol }: { regeling: Regeling; vol: ReadonlySet<string> }): readonly IndienReden[] {
  const venster = calculateStartvenster(amsterdamDate(nu), dossier, regeling.get('startvenster'))
  const feiten = {
    ...dossier,
    isTijdvakOpen: isOpen(dossier, nu),
    isStartBinnenVenster: judgeStart(dossier.startdatum, venster) !== 'te-vroeg',
    isVerleningsgrensBereikt: vol.has(dossier.id),
  }
  return checkIndiening(feiten, regeling.get('verleningen-per-jaar'))
}

/**
 * The aanvragen of which the scholing reached its number of grants before their tijdvak opened (art. 12a); answers their ids.
 * Without such a number in the regeling nothing is asked.
 */
async function findVolleActiviteiten(
  client: PoolClient, dossiers: readonly IndienDossier[], { jaar, grens }: { jaar: number; grens: ParameterWaarden['verleningsgrens'] },
): Promise<ReadonlySet<string>> {
  const vol = new Set<string>()
  if (grens === null) return vol
  // One tijdvak is open at a time, so this is one question.
  for (const opentOp of new Set(dossiers.map((dossier) => dossier.opentOp.getTime()))) {
    const groep = dossiers.filter((dossier) => dossier.opentOp.getTime() === opentOp)
    const activiteitIds = [...new Set(groep.map(({ scholingsactiviteitId }) => scholingsactiviteitId))]
    const verleend = await countVerleend(client, activiteitIds, { jaar, voor: new Date(opentOp) })
    for (const { id, scholingsactiviteitId } of groep) if (isVerleningsgrensBereikt(verleend.get(scholingsactiviteitId) ?? 0, grens)) vol.add(id)
  }
  return vol
}

/** What can be received, in the order in which the submits came in; a double click counts once. */
function verzoekenInOrder(verzoeken: readonly Verzoek[], oordelen: ReadonlyMap<string, Oordeel>): readonly IndienDossier[] {
  const dossiers = verzoeken.flatMap(({ kenmerk, burgerId }) => {
    const oordeel = oordelen.get(kenmerk)
    return oordeel?.redenen.length === 0 && oordeel.dossier.burgerId === burgerId ? [oordeel.dossier] : []
  })
  return [...new Set(dossiers)]
}

function uniek(verzoeken: readonly Verzoek[]): readonly Verzoek[] {
  return [...new Map(verzoeken.map((verzoek) => [`${verzoek.burgerId} ${verzoek.kenmerk}`, verzoek])).values()]
}

function beslisDag(nu: Date, regeling: Regeling) {
  const termijn = calculateBeslistermijn(amsterdamDate(nu), [], regeling)
  if (termijn.stand === 'opgeschort') throw new Error('a new aanvraag cannot be opgeschort')
  return termijn.uiterlijkOp
}

const REGELING_FRESH_MS = 1_000
let cached: { regeling: Regeling; readAt: number } | undefined

/** The regeling of this day, read at most once a second: parameters of today do not change while people submit. */
async function regelingOp(nu: Date): Promise<Regeling> {
  const dag = amsterdamDate(nu)
  if (cached?.regeling.opDatum === dag && performance.now() - cached.readAt < REGELING_FRESH_MS) return cached.regeling
  cached = { regeling: await leesRegeling(prisma, dag), readAt: performance.now() }
  return cached.regeling
}
