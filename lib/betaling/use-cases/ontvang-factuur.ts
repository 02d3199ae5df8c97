import type { Actor } from '@/lib/base/actor'
import { parseDatum } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, sum } from '@/lib/base/money'
import { success, type Outcome } from '@/lib/base/outcome'
import { ORDER_PREFIX, type FactuurFout, type FactuurKanaal, type FactuurStatus } from '@/lib/betaling/model'
import { findOpleider, lockVerplichting, toOpdracht, type LockedVerplichting } from '@/lib/betaling/repo'
import { findOrdernummerVan, hasFactuurnummer, listStaandeFacturen, lockFacturenOf, lockVerwezen, saveFactuur, type VerwezenFactuur } from '@/lib/betaling/repo/factuur'
import { matchFactuur, toSoort } from '@/lib/betaling/rules/match'
import { checkNlcius } from '@/lib/betaling/rules/nlcius'
import type { UblFactuur } from '@/lib/betaling/rules/ubl-model'
import { boekRetourenIn } from '@/lib/betaling/use-cases/boek-retouren'
import { boekOntvangst } from '@/lib/betaling/use-cases/boek-ontvangst'
import { leesEFactuur } from '@/lib/betaling/use-cases/lees-e-factuur'
import { leesVerwezen } from '@/lib/betaling/use-cases/lees-verwezen'
import { todayIn } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { leesGevraagdeRekening } from '@/lib/bankrekening/use-cases/lees-rekening'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** Whose invoice it is, and who brings it: the opleider itself, or we when it was mailed. */
export type Afzender = { readonly opleiderId: string; readonly actor: Actor }
export type Bestand = { readonly naam: string; readonly inhoud: Buffer }
export type OntvangenFactuur = {
  readonly factuurId: string
  /** Taken: matched, or for a credit note processed, or kept until the bank has answered. */
  readonly isGematcht: boolean
  readonly status: Extract<FactuurStatus, 'gematcht' | 'verwerkt' | 'wacht-op-bank' | 'afgekeurd'>
  /** What is wrong, and remarks (isOpmerking) that keep nobody from paying. */
  readonly fouten: readonly FactuurFout[]
}

const ONLEESBAAR = '(onleesbaar)'
const INT4_MAX = 2_147_483_647

/**
 * Receives an e-invoice, a correction or a credit note: it is always kept as it came, judged at once by every rule, and when nothing is
 * wrong it is booked. One that is refused is an answer, not a fault: the list says what to mend.
 */
export function ontvangFactuur(opleider: Actor & { opleiderId: string }, bestand: Bestand, kanaal: FactuurKanaal = 'portaal'): Promise<Outcome<never, OntvangenFactuur>> {
  return inTransaction(async (tx) => success(await ontvangFactuurIn(tx, { opleiderId: opleider.opleiderId, actor: opleider }, bestand, kanaal)))
}

/** As ontvangFactuur, in the transaction of the caller. */
export async function ontvangFactuurIn(tx: Tx, van: Afzender, bestand: Bestand, kanaal: FactuurKanaal): Promise<OntvangenFactuur> {
  const { isXml, factuur, fouten } = leesEFactuur(bestand.inhoud)
  await lockFacturenOf(tx, van.opleiderId)
  const documentId = await saveDocument(tx, {
    soort: 'factuur', naam: bestand.naam.slice(0, 200), inhoud: bestand.inhoud, mediatype: isXml ? 'application/xml' : 'application/octet-stream',
  })
  if (factuur !== undefined) return saveGelezen(tx, van, { documentId, kanaal }, factuur)
  const factuurId = await saveFactuur(tx, {
    opleiderId: van.opleiderId, documentId, kanaal, fouten, soort: 'factuur', status: 'afgekeurd',
    factuurnummer: ONLEESBAAR, factuurdatum: null, ordernummer: null, bedragCent: null, iban: null, verplichtingId: null, verwijstNaar: null,
  })
  return { factuurId, isGematcht: false, status: 'afgekeurd', fouten }
}

type Ontvangst = { documentId: string; kanaal: FactuurKanaal }

async function saveGelezen(tx: Tx, van: Afzender, { documentId, kanaal }: Ontvangst, factuur: UblFactuur): Promise<OntvangenFactuur> {
  const soort = toSoort(factuur)
  const opleider = await findOpleider(tx, van.opleiderId)
  const verwezen = await findVerwezen(tx, van.opleiderId, factuur)
  const verplichting = await findVerplichting(tx, van.opleiderId, factuur, verwezen)
  const fouten = await judge(tx, factuur, { opleider, verwezen, verplichting })
  const isGoed = verplichting !== undefined && fouten.every(({ isOpmerking }) => isOpmerking === true)
  const bedrag = factuur.totalen.teBetalen?.cent ?? null
  const rij = {
    opleiderId: opleider.id, documentId, kanaal, soort, fouten,
    factuurnummer: (factuur.nummer ?? ONLEESBAAR).slice(0, 100),
    factuurdatum: parseDatum(factuur.datum ?? '') ?? null,
    ordernummer: (isGoed ? verplichting.ordernummer : factuur.ordernummer)?.slice(0, 100) ?? null,
    bedragCent: bedrag !== null && Math.abs(bedrag) <= INT4_MAX ? bedrag : null,
    // A correction of an invoice that was refused corrects nothing that we have.
    verwijstNaar: isGoed && verwezen?.status !== 'afgekeurd' ? (verwezen?.id ?? null) : null,
  }
  if (!isGoed || bedrag === null) return { factuurId: await saveFactuur(tx, { ...rij, iban: null, verplichtingId: null, status: 'afgekeurd' }), isGematcht: false, status: 'afgekeurd', fouten }
  const geboekt = await boekOntvangst(tx, van.actor, {
    verplichting, verwezen: rij.verwijstNaar === null ? undefined : verwezen, bedrag, soort,
    save: (status) => saveFactuur(tx, { ...rij, status, iban: soort === 'creditnota' ? null : opleider.iban, verplichtingId: verplichting.id }),
  })
  return { ...geboekt, isGematcht: true, fouten }
}

/** An ordinary invoice may name another one for whatever reason: only a credit note and a correction say something about it. */
async function findVerwezen(tx: Tx, opleiderId: string, factuur: UblFactuur): Promise<VerwezenFactuur | undefined> {
  const nummer = factuur.verwijzingen[0]?.nummer
  if (toSoort(factuur) === 'factuur' || nummer == null) return undefined
  const verwezen = await lockVerwezen(tx, opleiderId, nummer)
  if (verwezen?.status !== 'teruggekomen' || verwezen.verplichting === null) return verwezen
  // What was claimed of it may still have to be booked: then there is less to take back.
  await boekRetourenIn(tx, verwezen.verplichting.aanvraagId)
  return lockVerwezen(tx, opleiderId, nummer)
}

/** The order that the invoice names; a credit note that names none belongs to the order of the invoice that it takes back. */
async function findVerplichting(tx: Tx, opleiderId: string, factuur: UblFactuur, verwezen: VerwezenFactuur | undefined): Promise<LockedVerplichting | undefined> {
  const genoemd = parseKenmerk(ORDER_PREFIX, factuur.ordernummer ?? '')
  const ordernummer = factuur.ordernummer === null && toSoort(factuur) === 'creditnota' && verwezen?.verplichtingId != null
    ? await findOrdernummerVan(tx, verwezen.verplichtingId)
    : genoemd
  return ordernummer === undefined ? undefined : lockVerplichting(tx, ordernummer, opleiderId)
}

type Stand = { opleider: Awaited<ReturnType<typeof findOpleider>>; verwezen: VerwezenFactuur | undefined; verplichting: LockedVerplichting | undefined }

async function judge(tx: Tx, factuur: UblFactuur, { opleider, verwezen, verplichting }: Stand): Promise<readonly FactuurFout[]> {
  const vandaag = await todayIn(tx)
  const gefactureerd = verplichting === undefined ? cent(0) : sum((await listStaandeFacturen(tx, verplichting.id)).map(({ netto }) => netto))
  return [...checkNlcius(factuur), ...matchFactuur(factuur, {
    opdracht: verplichting === undefined ? undefined : toOpdracht(verplichting, gefactureerd),
    verwezen: verwezen === undefined ? undefined : await leesVerwezen(tx, verwezen),
    kvkOpleider: opleider.kvk,
    ibanOpleider: opleider.iban,
    ...await gevraagdeRekening(tx, opleider.id),
    kvkUwv: config.uwv.kvk,
    nummerBestaat: await hasFactuurnummer(tx, opleider.id, factuur.nummer ?? ''),
    vandaag,
    dagenVoorStart: (await leesRegeling(tx, vandaag)).get('factuur-vanaf').dagenVoorStart,
  })]
}

async function gevraagdeRekening(tx: Tx, opleiderId: string): Promise<{ ibanGevraagd?: Iban }> {
  const gevraagd = await leesGevraagdeRekening(tx, opleiderId)
  return gevraagd === undefined ? {} : { ibanGevraagd: gevraagd.iban }
}
