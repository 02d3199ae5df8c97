import 'server-only'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { oneOf } from '@/lib/base/one-of'
import { OPSCHORTING_GRONDEN, type Bereik, type Duur, type OpschortingGrond } from '@/lib/opschorting/model'
import type { SchortOpInput } from '@/lib/opschorting/schema'
import { fromDbDate, prisma, toDbDate, type Tx } from '@/lib/platform/db'

export type Doel = Bereik & { readonly opleiderId: string; readonly opleidingId: string | null; readonly aanvraagId: string | null }

/** Whom a suspension is about; undefined when there is no such opleider, opleiding or aanvraag, or they do not belong together. */
export async function findDoel(tx: Tx, { opleiderId, opleidingId, aanvraagKenmerk }: Pick<SchortOpInput, 'opleiderId' | 'opleidingId' | 'aanvraagKenmerk'>): Promise<Doel | 'onbekende-aanvraag' | undefined> {
  const opleider = await tx.opleider.findUnique({ where: { id: opleiderId } })
  if (opleider === null) return undefined
  const basis = { opleiderId, opleider: opleider.naam, adres: [`${opleider.straat} ${opleider.huisnummer}`, `${opleider.postcode} ${opleider.plaats}`] }
  if (aanvraagKenmerk !== undefined) {
    const kenmerk = parseKenmerk(AANVRAAG_PREFIX, aanvraagKenmerk)
    const aanvraag = kenmerk === undefined ? null : await tx.aanvraag.findFirst({ where: { kenmerk, opleiderId, ingediendOp: { not: null } }, include: { opleiding: { select: { titel: true } } } })
    if (aanvraag === null) return 'onbekende-aanvraag'
    return { ...basis, opleidingId: aanvraag.opleidingId, aanvraagId: aanvraag.id, opleiding: aanvraag.opleiding.titel, aanvraagKenmerk: aanvraag.kenmerk }
  }
  if (opleidingId === undefined) return { ...basis, opleidingId: null, aanvraagId: null, opleiding: null, aanvraagKenmerk: null }
  const opleiding = await tx.opleiding.findFirst({ where: { id: opleidingId, opleiderId }, select: { titel: true } })
  return opleiding === null ? undefined : { ...basis, opleidingId, aanvraagId: null, opleiding: opleiding.titel, aanvraagKenmerk: null }
}

/** One suspension of an opleider after the other, so that two on one suspicion cannot pass side by side. */
export async function lockOpschortingenVan(tx: Tx, opleiderId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('opschorting'), hashtext(${opleiderId}))`
}

/** Whether payment was suspended before on this case or these words, for something that overlaps; the database asks the same. */
export async function isEerderOpgeschort(tx: Tx, { opleiderId, opleidingId, aanvraagId }: Doel, { zaak, vermoeden }: Pick<SchortOpInput, 'zaak' | 'vermoeden'>): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (select from opschorting o where o.opleider_id = ${opleiderId}::uuid
      and (o.opleiding_id is null or ${opleidingId}::uuid is null or o.opleiding_id = ${opleidingId}::uuid and (o.aanvraag_id is null or ${aanvraagId}::uuid is null or o.aanvraag_id = ${aanvraagId}::uuid))
      and (upper(regexp_replace(o.zaak, '\\s', '', 'g')) = upper(regexp_replace(${zaak}, '\\s', '', 'g'))
        or lower(regexp_replace(o.vermoeden, '[^[:alnum:]]', '', 'g')) = lower(regexp_replace(${vermoeden}, '[^[:alnum:]]', '', 'g')))) as is`
  return row?.is === true
}

/** The besluit to remove that holds today for this opleider or opleiding. */
export async function findVerwijdering(tx: Tx, { opleiderId, opleidingId }: Doel, dag: PlainDate): Promise<string | null> {
  const rij = await tx.maatregel.findFirst({
    where: {
      opleiderId, soort: 'verwijderd', opgehevenOp: null, ingangsdatum: { lte: toDbDate(dag) },
      AND: [{ OR: [{ einddatum: null }, { einddatum: { gt: toDbDate(dag) } }] }, { OR: [{ opleidingId: null }, ...(opleidingId === null ? [] : [{ opleidingId }])] }],
    },
    select: { id: true },
  })
  return rij?.id ?? null
}

/** Whether everything for this aanvraag was paid already. */
export async function isBetaald(tx: Tx, aanvraagId: string | null): Promise<boolean> {
  return aanvraagId !== null && (await tx.verplichting.count({ where: { aanvraagId, status: 'betaald' } })) > 0
}

export type NieuweOpschorting = {
  opleiderId: string; opleidingId: string | null; aanvraagId: string | null; grond: OpschortingGrond; zaak: string; vermoeden: string; maatregelId: string | null
  ingangsdatum: PlainDate; totEnMet: PlainDate | null; briefId: string; opgelegdDoor: string
}

export async function insertOpschorting(tx: Tx, { ingangsdatum, totEnMet, ...rest }: NieuweOpschorting): Promise<string> {
  const data = { ...rest, ingangsdatum: toDbDate(ingangsdatum), totEnMet: totEnMet === null ? null : toDbDate(totEnMet) }
  return (await tx.opschorting.create({ data, select: { id: true } })).id
}

const MET = { opleider: true, opleiding: { select: { titel: true } }, aanvraag: { select: { kenmerk: true } }, maatregel: { select: { opgehevenOp: true, einddatum: true } } } as const

/** A suspension with whom it is about, locked until the transaction ends; undefined when there is none. */
export async function lockOpschorting(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from opschorting where id = ${id}::uuid for update`
  const rij = await tx.opschorting.findUnique({ where: { id }, include: MET })
  if (rij === null) return undefined
  const { opleider, opleiding, aanvraag } = rij
  const bereik: Bereik = {
    opleider: opleider.naam, adres: [`${opleider.straat} ${opleider.huisnummer}`, `${opleider.postcode} ${opleider.plaats}`],
    opleiding: opleiding?.titel ?? null, aanvraagKenmerk: aanvraag?.kenmerk ?? null,
  }
  return { id: rij.id, opleiderId: rij.opleiderId, aanvraagId: rij.aanvraagId, zaak: rij.zaak, vermoeden: rij.vermoeden, grond: toGrond(rij.grond), bereik, duur: toDuur(rij) }
}

/** When it holds, of a stored row. What rests on a besluit to remove is over when that is lifted, or after its own last day. */
export function toDuur(rij: { ingangsdatum: Date; totEnMet: Date | null; beeindigdOp: Date | null; maatregel: { opgehevenOp: Date | null; einddatum: Date | null } | null }): Duur {
  const beeindigdOp = rij.beeindigdOp ?? rij.maatregel?.opgehevenOp ?? null
  const einddatum = rij.maatregel?.einddatum ?? null
  const besluitTotEnMet = einddatum === null ? null : addDays(fromDbDate(einddatum), -1)
  return {
    ingangsdatum: fromDbDate(rij.ingangsdatum), totEnMet: rij.totEnMet === null ? besluitTotEnMet : fromDbDate(rij.totEnMet),
    beeindigdOp: beeindigdOp === null ? null : amsterdamDate(beeindigdOp),
  }
}

export const toGrond = (grond: string): OpschortingGrond => oneOf(OPSCHORTING_GRONDEN, grond)

export async function saveEinde(tx: Tx, id: string, einde: { beeindigdOp: Date; beeindigdDoor: string; beeindigdReden: string }): Promise<void> {
  await tx.opschorting.update({ where: { id }, data: einde, select: { id: true } })
}

/** Every suspension that ever touched these aanvragen, from the day of its letter to the burger; also the ones that are over. */
export async function listDuurPerAanvraag(tx: Tx, aanvraagIds: readonly string[]): Promise<{ aanvraagId: string; duur: Duur; besluitOp: PlainDate | null }[]> {
  const rijen = await tx.$queryRaw<{ aanvraagId: string; ingangsdatum: Date; totEnMet: Date | null; beeindigdOp: Date | null; opgehevenOp: Date | null; einddatum: Date | null; besluitOp: Date | null }[]>`
    select k.aanvraag_id as "aanvraagId", k.ingangsdatum, o.tot_en_met as "totEnMet", o.beeindigd_op as "beeindigdOp", m.opgeheven_op as "opgehevenOp", m.einddatum,
           (select min(b.genomen_op) from besluit b where b.aanvraag_id = k.aanvraag_id and b.soort in ('intrekking', 'vaststelling', 'wijziging') and b.genomen_op > o.opgelegd_op) as "besluitOp"
      from opschorting_kennisgeving k join opschorting o on o.id = k.opschorting_id left join maatregel m on m.id = o.maatregel_id
     where k.aanvraag_id = any (${[...aanvraagIds]}::uuid[]) order by k.ingangsdatum`
  return rijen.map(({ aanvraagId, besluitOp, opgehevenOp, einddatum, ...rij }) => ({
    aanvraagId, duur: toDuur({ ...rij, maatregel: { opgehevenOp, einddatum } }), besluitOp: besluitOp === null ? null : amsterdamDate(besluitOp),
  }))
}

/** The suspensions that nobody ended and whose own last day has not passed: of these a burger may still have to hear. */
export async function listLopend(vandaag: PlainDate): Promise<readonly { id: string; opleiderId: string }[]> {
  return prisma.opschorting.findMany({
    where: {
      beeindigdOp: null,
      AND: [
        { OR: [{ totEnMet: null }, { totEnMet: { gte: toDbDate(vandaag) } }] },
        { OR: [{ maatregelId: null }, { maatregel: { opgehevenOp: null, OR: [{ einddatum: null }, { einddatum: { gt: toDbDate(vandaag) } }] } }] },
      ],
    },
    select: { id: true, opleiderId: true }, orderBy: { id: 'asc' },
  })
}

/** Aanvragen under a suspension with something still to pay, whose burger has not heard of it. */
export async function listZonderKennisgeving(tx: Tx, opschortingId: string, hoogstens: number): Promise<string[]> {
  const rijen = await tx.$queryRaw<{ id: string }[]>`
    select a.id from opschorting o join verplichting v on v.opleider_id = o.opleider_id and v.status not in ('betaald', 'vervallen')
      join aanvraag a on a.id = v.aanvraag_id and (o.opleiding_id is null or o.opleiding_id = a.opleiding_id) and (o.aanvraag_id is null or o.aanvraag_id = a.id)
     where o.id = ${opschortingId}::uuid and a.status in ('verleend', 'betwist', 'vastgesteld')
       and not exists (select from opschorting_kennisgeving k where k.opschorting_id = o.id and k.aanvraag_id = a.id)
     order by a.id limit ${hoogstens}`
  return rijen.map(({ id }) => id)
}

export async function insertKennisgeving(tx: Tx, { ingangsdatum, ...rest }: { opschortingId: string; aanvraagId: string; briefId: string; ingangsdatum: PlainDate }): Promise<void> {
  await tx.opschortingKennisgeving.create({ data: { ...rest, ingangsdatum: toDbDate(ingangsdatum) } })
}

export type Voorbij = { readonly opschortingId: string; readonly aanvraagId: string; /** A besluit about the aanvraag ended it, and told so. */ readonly doorBesluit: boolean }

/** Notices whose suspension is over for that aanvraag and that were not closed, locked; what another process holds is left to it. */
export function lockVoorbij(tx: Tx, hoogstens: number): Promise<Voorbij[]> {
  return tx.$queryRaw`
    select k.opschorting_id as "opschortingId", k.aanvraag_id as "aanvraagId",
           exists (select from besluit b where b.aanvraag_id = k.aanvraag_id and b.soort in ('intrekking', 'vaststelling', 'wijziging') and b.genomen_op > o.opgelegd_op) as "doorBesluit"
      from opschorting_kennisgeving k join opschorting o on o.id = k.opschorting_id
     where k.afgesloten_op is null and not exists (select from opgeschorte_aanvraag w where w.opschorting_id = k.opschorting_id and w.aanvraag_id = k.aanvraag_id)
     order by k.opschorting_id, k.aanvraag_id limit ${hoogstens} for update of k skip locked`
}

export async function saveAfgesloten(tx: Tx, { opschortingId, aanvraagId, eindeBriefId }: { opschortingId: string; aanvraagId: string; eindeBriefId: string | null }): Promise<void> {
  await tx.$executeRaw`update opschorting_kennisgeving set afgesloten_op = nu(), einde_brief_id = ${eindeBriefId}::uuid where opschorting_id = ${opschortingId}::uuid and aanvraag_id = ${aanvraagId}::uuid`
}
