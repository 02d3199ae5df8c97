import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { AANVRAAG_PREFIX, AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'
import { BETAALSTANDEN, STOP_OORZAKEN, type Kostenuitkomst, type StopFeiten, type StopGevolg, type StopOorzaak } from '@/lib/annulering/model'
import type { OpleiderFeiten } from '@/lib/annulering/rules/stopbrieven'
import { plainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { oneOf } from '@/lib/base/one-of'
import { todayIn } from '@/lib/platform/clock'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export type StopDossier = {
  readonly id: string; readonly kenmerk: string; readonly burgerId: string; readonly opleiderId: string; readonly status: AanvraagStatus; readonly titel: string; readonly opleider: string
  readonly isGestopt: boolean; readonly feiten: StopFeiten; readonly bedenktijdDagen: number
}

export const toOorzaak = (oorzaak: string): StopOorzaak => oneOf(STOP_OORZAKEN, oorzaak)

/** Locks the row of an aanvraag by its kenmerk, so that what is decided about it holds until the transaction ends. */
export async function lockOpKenmerk(tx: Tx, kenmerk: string): Promise<void> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen !== undefined) await tx.$executeRaw`select 1 from aanvraag where kenmerk = ${eigen} for no key update`
}

type Rij = {
  id: string; kenmerk: string; burgerId: string; opleiderId: string; status: string; titel: string; opleider: string; isGestopt: boolean; startdatum: string; einddatum: string
  betaalstand: string; isLoting: boolean; heeftReservelijst: boolean; isTijdvakOpen: boolean; isAfgezegd: boolean
}

/** An aanvraag of this burger with everything that decides about the consequence of stopping; undefined when there is none. */
export async function readStopDossier(tx: Tx, burgerId: string, kenmerk: string): Promise<StopDossier | undefined> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return undefined
  const [rij] = await tx.$queryRaw<Rij[]>`
    select a.id, a.kenmerk, a.burger_id as "burgerId", a.opleider_id as "opleiderId", a.status, a.momentopname -> 'opleiding' ->> 'titel' as titel, a.momentopname -> 'opleider' ->> 'naam' as opleider,
      exists (select from stopzetting s where s.aanvraag_id = a.id) as "isGestopt", b.startdatum::text as startdatum, b.einddatum::text as einddatum,
      t.modus = 'loting' as "isLoting", coalesce(t.reserve_tot > nu(), false) as "heeftReservelijst", t.toestand in ('gepland', 'open', 'gepauzeerd') as "isTijdvakOpen",
      exists (select from wijziging w where w.aanvraag_id = a.id and w.soorten = array['annulering'] and w.status <> 'gewisseld') as "isAfgezegd",
      case when v.id is null or v.status = 'vervallen' then 'geen-opdracht'
           when exists (select from factuur f where f.verplichting_id = v.id and f.status = 'betaald') then 'betaald'
           when exists (select from factuur f join betaling p on p.factuur_id = f.id and p.status = 'onderweg' join betaalbatch k on k.id = p.batch_id and k.document_id is not null
                         where f.verplichting_id = v.id and f.status = 'in-batch') then 'in-bestand'
           when exists (select from factuur f where f.verplichting_id = v.id and f.status = 'in-batch') then 'in-batch'
           when exists (select from factuur f where f.verplichting_id = v.id and f.status in ('gematcht', 'teruggekomen')) then 'gefactureerd'
           else 'opdracht' end as betaalstand
    from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id join tijdvak t on t.id = a.tijdvak_id left join verplichting v on v.aanvraag_id = a.id
    where a.kenmerk = ${eigen} and a.burger_id = ${burgerId}::uuid`
  return rij === undefined ? undefined : toDossier(tx, rij)
}

async function toDossier(tx: Tx, rij: Rij): Promise<StopDossier> {
  const vandaag = await todayIn(tx)
  const regeling = await leesRegeling(tx, vandaag)
  const kosten = regeling.get('annuleringskosten')
  const { id, kenmerk, burgerId, opleiderId, titel, opleider, isGestopt, isLoting, heeftReservelijst, isTijdvakOpen } = rij
  const status = oneOf(AANVRAAG_STATUSSEN, rij.status)
  return {
    id, kenmerk, burgerId, opleiderId, status, titel, opleider, isGestopt, bedenktijdDagen: kosten.bedenktijdDagen,
    feiten: {
      status, isLoting, heeftReservelijst, isTijdvakOpen, vandaag,
      oorzaak: rij.isAfgezegd ? 'opleider' : 'burger', startdatum: plainDate(rij.startdatum), einddatum: plainDate(rij.einddatum), betaalstand: oneOf(BETAALSTANDEN, rij.betaalstand),
      maximumKostenCent: cent(kosten.maximumCent), uitsluitingMaanden: regeling.get('uitsluitingsduur').praktijkMaanden,
    },
  }
}

export async function insertStopzetting(tx: Tx, { aanvraagId, gevolg, toelichting, doorId }: { aanvraagId: string; gevolg: StopGevolg; toelichting: string | null; doorId: string }): Promise<void> {
  await tx.stopzetting.create({ data: { aanvraagId, oorzaak: gevolg.oorzaak, fase: gevolg.fase, gevolg: { ...gevolg, kosten: { ...gevolg.kosten } }, toelichting, doorId }, select: { id: true } })
}

/** What the letter to the opleider says about the participant. Throws when there is no such aanvraag. */
export async function readOpleiderFeiten(tx: Tx, aanvraagId: string): Promise<OpleiderFeiten & { opleiderId: string }> {
  const { opleider, aanmeldbewijs, opleiding, kenmerk } = await tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, include: { opleider: true, aanmeldbewijs: true, opleiding: { select: { titel: true } } } })
  return {
    opleiderId: opleider.id, opleider: opleider.naam, adres: [`${opleider.straat} ${opleider.huisnummer}`, `${opleider.postcode} ${opleider.plaats}`],
    deelnemer: toNaam(aanmeldbewijs), opleiding: opleiding.titel, aanvraagKenmerk: kenmerk, startdatum: fromDbDate(aanmeldbewijs.startdatum),
  }
}

export const toNaam = ({ voornaam, tussenvoegsel, achternaam }: { voornaam: string; tussenvoegsel: string | null; achternaam: string }): string => [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' ')

const KOSTENFEITEN = {
  stopzetting: { select: { oorzaak: true } }, deelname: { select: { oorzaak: true } }, annuleringskosten: { select: { bedragCent: true } }, kostenmelding: { select: { id: true, bedragCent: true, status: true } },
  besluiten: { where: { soort: { in: ['verlening', 'vaststelling', 'herziening'] } }, orderBy: { genomenOp: 'desc' }, select: { soort: true, bedragCent: true } },
} satisfies Prisma.AanvraagInclude

function toKostenDossier({ stopzetting, deelname, annuleringskosten, kostenmelding, besluiten, ...rij }: Prisma.AanvraagGetPayload<{ include: typeof KOSTENFEITEN }>) {
  const vast = besluiten.find(({ soort }) => soort !== 'verlening')
  return {
    id: rij.id, kenmerk: rij.kenmerk, status: rij.status, opleiderId: rij.opleiderId,
    oorzaak: stopzetting === null ? (deelname?.oorzaak === 'burger' ? 'burger' as const : null) : toOorzaak(stopzetting.oorzaak),
    isGemeld: annuleringskosten !== null, gemeld: annuleringskosten === null ? null : cent(annuleringskosten.bedragCent),
    melding: kostenmelding === null ? null : { id: kostenmelding.id, bedrag: cent(kostenmelding.bedragCent), isOpen: kostenmelding.status === 'open' },
    verleend: cent(besluiten.find(({ soort }) => soort === 'verlening')?.bedragCent ?? 0), vastgesteld: vast === undefined ? null : cent(vast.bedragCent),
  }
}

/** What decides about a fee for this participant, of this opleider or this burger, or of whomever; undefined when there is none with a grant. Lock it first. */
export async function readKostenDossier(tx: Tx, kenmerk: string, van: { opleiderId?: string; burgerId?: string } = {}) {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await tx.aanvraag.findFirst({ where: { kenmerk: eigen, ...van, besluiten: { some: { soort: 'verlening' } } }, include: KOSTENFEITEN })
  return rij === null ? undefined : toKostenDossier(rij)
}

export async function insertKostenmelding(tx: Tx, data: { aanvraagId: string; bedragCent: Cent; toelichting: string; gemeldDoor: string }): Promise<string> {
  return (await tx.kostenmelding.create({ data, select: { id: true } })).id
}

/** Ends it: the opleider reported the same (`door` is null), or a person says why. */
export async function saveKostenuitkomst(tx: Tx, id: string, uitkomst: Kostenuitkomst, door: { id: string; reden: string } | null): Promise<void> {
  await tx.$executeRaw`update kostenmelding set status = 'afgehandeld', uitkomst = ${uitkomst}, reden = ${door?.reden ?? null}, afgehandeld_door = ${door?.id ?? null}::uuid, afgehandeld_op = nu() where id = ${id}::uuid and status = 'open'`
}

export async function insertKosten(tx: Tx, data: { aanvraagId: string; opleiderId: string; bedragCent: Cent; toelichting: string; gemeldDoor: string }): Promise<void> {
  await tx.annuleringskosten.create({ data, select: { id: true } })
}

/** What the opleider of an aanvraag charged the burger who stopped, in cents; 0 when nothing was reported. */
export async function findKosten(tx: Tx, aanvraagId: string): Promise<Cent> {
  return cent((await tx.annuleringskosten.findUnique({ where: { aanvraagId }, select: { bedragCent: true } }))?.bedragCent ?? 0)
}
