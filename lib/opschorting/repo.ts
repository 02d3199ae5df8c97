import 'server-only'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { oneOf } from '@/lib/base/one-of'
import { OPSCHORTING_GRONDEN, type Bereik, type Duur, type OpschortingGrond } from '@/lib/opschorting/model'
import type { SchortOpInput } from '@/lib/opschorting/schema'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'

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

const MET = { opleider: true, opleiding: { select: { titel: true } }, aanvraag: { select: { kenmerk: true } }, maatregel: { select: { opgehevenOp: true } } } as const

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
  return { opleiderId: rij.opleiderId, aanvraagId: rij.aanvraagId, zaak: rij.zaak, bereik, duur: toDuur(rij) }
}

/** When it holds, of a stored row. What rests on a besluit to remove is over when that is lifted. */
export function toDuur(rij: { ingangsdatum: Date; totEnMet: Date | null; beeindigdOp: Date | null; maatregel: { opgehevenOp: Date | null } | null }): Duur {
  const beeindigdOp = rij.beeindigdOp ?? rij.maatregel?.opgehevenOp ?? null
  return {
    ingangsdatum: fromDbDate(rij.ingangsdatum), totEnMet: rij.totEnMet === null ? null : fromDbDate(rij.totEnMet),
    beeindigdOp: beeindigdOp === null ? null : amsterdamDate(beeindigdOp),
  }
}

export const toGrond = (grond: string): OpschortingGrond => oneOf(OPSCHORTING_GRONDEN, grond)

export async function saveEinde(tx: Tx, id: string, einde: { beeindigdOp: Date; beeindigdDoor: string; beeindigdReden: string }): Promise<void> {
  await tx.opschorting.update({ where: { id }, data: einde, select: { id: true } })
}

/** Every suspension that ever touched these aanvragen, also the ones that are over. */
export async function listDuurPerAanvraag(tx: Tx, aanvraagIds: readonly string[]): Promise<{ aanvraagId: string; duur: Duur; besluitOp: PlainDate | null }[]> {
  const rijen = await tx.$queryRaw<{ aanvraagId: string; ingangsdatum: Date; totEnMet: Date | null; beeindigdOp: Date | null; opgehevenOp: Date | null; besluitOp: Date | null }[]>`
    select a.id as "aanvraagId", o.ingangsdatum, o.tot_en_met as "totEnMet", o.beeindigd_op as "beeindigdOp", (select m.opgeheven_op from maatregel m where m.id = o.maatregel_id) as "opgehevenOp",
           (select min(b.genomen_op) from besluit b where b.aanvraag_id = a.id and b.soort in ('intrekking', 'vaststelling') and b.genomen_op > o.opgelegd_op) as "besluitOp"
      from aanvraag a join opschorting o on o.opleider_id = a.opleider_id and (o.opleiding_id is null or o.opleiding_id = a.opleiding_id) and (o.aanvraag_id is null or o.aanvraag_id = a.id)
     where a.id = any (${[...aanvraagIds]}::uuid[]) order by o.ingangsdatum`
  return rijen.map(({ aanvraagId, besluitOp, opgehevenOp, ...rij }) => ({ aanvraagId, duur: toDuur({ ...rij, maatregel: { opgehevenOp } }), besluitOp: besluitOp === null ? null : amsterdamDate(besluitOp) }))
}
