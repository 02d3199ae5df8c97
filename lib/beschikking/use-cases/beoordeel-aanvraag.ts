import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import type { BeoordelingFeiten, Controle } from '@/lib/beschikking/model'
import {
  aanvraagDagOf, countAndereVerleningen, findMaatregelOp, findUitgeslotenTot, lockAanvraag, readAanvraag, saveBeoordeling, toegewezenCent,
  toRegelwaarden, type LockedAanvraag,
} from '@/lib/beschikking/repo'
import type { GenomenMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'
import { calculateVoorstel, runControles } from '@/lib/beschikking/rules/voorstel'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import { houdAanvraagAan } from '@/lib/beschikking/use-cases/houd-aan'
import { legVoor } from '@/lib/beschikking/use-cases/leg-voor'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { fetchPersoon, fetchVerzekeringen, type Persoon, type RegisterAntwoord } from '@/lib/platform/base-registers'
import { now } from '@/lib/platform/clock'
import { fromDbDate, inTransaction, prisma, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import { verlaagReservering } from '@/lib/toewijzing/use-cases/pas-reservering-aan'
import { leesEchtheid } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'

export type BasisregisterFeiten = Pick<BeoordelingFeiten, 'persoon' | 'verzekeringen'>

/**
 * For so many milliseconds after the reservation a base register that does not answer is asked again before a person has to look:
 * at an opening it may be away for everybody at once, and a behandelaar could do nothing but wait as well.
 */
const WACHT_OP_REGISTER_MS = 4 * 60 * 60 * 1_000

/** A base register does not answer; the job is tried again, later and later. */
export class RegisterZwijgt extends Error {
  override name = 'RegisterZwijgt'
}

/**
 * Judges an aanvraag that has budget: all checks on facts read now, stored with their source, and then what follows from them
 * (rules/voorstel.ts). The base registers are asked before the transaction, so that no row is locked while we wait for them.
 * No longer gereserveerd: does nothing, so the job may be delivered twice.
 * @throws RegisterZwijgt when a base register does not answer and there is time to ask again
 */
export async function beoordeelAanvraag(aanvraagId: string): Promise<void> {
  const { status, burgerId } = await readAanvraag(prisma, aanvraagId)
  if (status !== 'gereserveerd') return
  const basisregisters = await fetchBasisregisters(burgerId)
  if (isZonderAntwoord(basisregisters) && (await canWait(aanvraagId))) throw new RegisterZwijgt(`aanvraag ${aanvraagId} waits for a base register`)
  await inTransaction((tx) => beoordeel(tx, aanvraagId, basisregisters))
}

function isZonderAntwoord({ persoon, verzekeringen }: BasisregisterFeiten): boolean {
  return persoon.soort === 'antwoordt-niet' || verzekeringen.soort === 'antwoordt-niet'
}

async function canWait(aanvraagId: string): Promise<boolean> {
  const [toewijzing, nu] = await Promise.all([prisma.toewijzing.findUnique({ where: { aanvraagId }, select: { beslotenOp: true } }), now()])
  return toewijzing !== null && nu.getTime() - toewijzing.beslotenOp.getTime() < WACHT_OP_REGISTER_MS
}

/** What the base registers say of a burger. Asked outside any transaction: they may be slow. */
export async function fetchBasisregisters(burgerId: string): Promise<BasisregisterFeiten> {
  const [persoon, verzekeringen] = await Promise.all([fetchPersoon(burgerId), fetchVerzekeringen(burgerId)])
  return { persoon: withWholeName(persoon), verzekeringen }
}

/** The BRP gives the tussenvoegsel apart, the aanmeldbewijs too: compared as one name. */
function withWholeName(persoon: RegisterAntwoord<Persoon>): BasisregisterFeiten['persoon'] {
  if (persoon.soort !== 'gevonden') return persoon
  const { tussenvoegsel, achternaam, geboortedatum } = persoon.waarde
  return { soort: 'gevonden', waarde: { achternaam: wholeName(tussenvoegsel, achternaam), geboortedatum } }
}

const wholeName = (tussenvoegsel: string | null, achternaam: string) => [tussenvoegsel, achternaam].filter(Boolean).join(' ')

async function beoordeel(tx: Tx, aanvraagId: string, basisregisters: BasisregisterFeiten): Promise<void> {
  const gevonden = await lockAanvraag(tx, aanvraagId)
  if (gevonden?.status !== 'gereserveerd') return
  // This job may be one from before the burger chose a cheaper opleiding, and run before the one that lowers the reservation.
  const aanvraag = (await verlaagReservering(tx, aanvraagId)) ? await readAanvraag(tx, aanvraagId) : gevonden

  const maatregel = await findMaatregelOp(tx, aanvraag)
  const controles = runControles(await readFeiten(tx, aanvraag, basisregisters, maatregel))
  await saveBeoordeling(tx, aanvraagId, controles)
  if (maatregel === undefined) await volgVoorstel(tx, aanvraagId, controles)
  else await houdAanvraagAan(tx, { aanvraagId, maatregel, actor: SYSTEEM, rol: 'systeem' })
}

async function volgVoorstel(tx: Tx, aanvraagId: string, controles: readonly Controle[]): Promise<void> {
  const voorstel = calculateVoorstel(controles)
  if (voorstel.soort === 'voorleggen') return legVoor(tx, aanvraagId, voorstel.redenen)
  const besluit = voorstel.soort === 'verlenen' ? { soort: 'verlening' as const } : { soort: 'afwijzing' as const, gronden: voorstel.gronden }
  const outcome = await neemBesluit(tx, { ...besluit, aanvraagId, actor: SYSTEEM, motivering: null })
  if (!outcome.ok) throw new Error(`aanvraag ${aanvraagId} could not be decided: ${outcome.redenen.join(', ')}`)
}

/** Everything the checks of an aanvraag look at, as it is now. */
export async function readFeiten(tx: Tx, aanvraag: LockedAanvraag, basisregisters: BasisregisterFeiten, maatregel: GenomenMaatregel | undefined): Promise<BeoordelingFeiten> {
  const aanvraagDag = aanvraagDagOf(aanvraag)
  const regeling = await leesRegeling(tx, aanvraagDag)
  const { opleiderId, opleidingId, scholingsactiviteitId, aanmeldbewijs, burgerId, tijdvak } = aanvraag
  return {
    ...basisregisters,
    aanvraagDag,
    beginTijdvak: amsterdamDate(tijdvak.opentOp),
    verleningenDitJaar: await countAndereVerleningen(tx, aanvraag),
    uitgeslotenTot: await findUitgeslotenTot(tx, burgerId, aanvraagDag),
    bewijs: {
      ...aanmeldbewijs,
      achternaam: wholeName(aanmeldbewijs.tussenvoegsel, aanmeldbewijs.achternaam),
      geboortedatum: fromDbDate(aanmeldbewijs.geboortedatum),
      startdatum: fromDbDate(aanmeldbewijs.startdatum),
      gevraagdCent: cent(aanmeldbewijs.gevraagdCent),
      isVervalst: (await leesEchtheid(tx, aanmeldbewijs.id)) === 'vals',
    },
    aanvraag: { opleiderId, opleidingId, scholingsactiviteitId, bedragCent: cent(toegewezenCent(aanvraag) ?? aanvraag.bedragCent) },
    register: await readRegister(tx, aanvraag, maatregel),
    regeling,
    waarden: toRegelwaarden(regeling, aanvraag),
  }
}

/** What came after the aanvraag and is not up to the burger (a course that filled up or began) is no reason; maatregelen are judged apart. */
const TELT_NIET = new Set(['al-begonnen', 'activiteit-gesloten', 'verwijderd', 'geblokkeerd'])

async function readRegister(tx: Tx, aanvraag: LockedAanvraag, maatregel: GenomenMaatregel | undefined): Promise<BeoordelingFeiten['register']> {
  const peil = { dag: aanvraagDagOf(aanvraag), registratiestopOp: aanvraag.tijdvak.registratiestopOp }
  const oordeel = await leesRegisteroordeel(tx, aanvraag.scholingsactiviteitId, peil)
  if (oordeel === undefined) throw new Error(`scholingsactiviteit ${aanvraag.scholingsactiviteitId} does not exist`)
  const { opleiding } = momentopnameSchema.parse(aanvraag.momentopname)
  return {
    subsidiabelCent: cent(oordeel.feiten.subsidiabelCent),
    niveau: opleiding.niveau,
    waardedocument: opleiding.waardedocument,
    nietAanvraagbaar: oordeel.nietAanvraagbaar.filter((reden) => !TELT_NIET.has(reden)),
    maatregel: maatregel?.soort ?? null,
  }
}
