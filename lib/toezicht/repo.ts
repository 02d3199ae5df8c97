import 'server-only'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { GenomenMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { isMaatregelSoort, type MaatregelSoort } from '@/lib/register/model'
import type { MaatregelFeiten } from '@/lib/toezicht/model'

export type MaatregelRij = { maatregel: GenomenMaatregel; opleiderId: string; feiten: MaatregelFeiten }

/**
 * A maatregel with its opleider. `share` holds it for the transaction, so that it cannot be lifted while its consequences are written.
 * Throws when there is none.
 */
export async function readMaatregel(tx: Tx, id: string, { share }: { share: boolean }): Promise<MaatregelRij> {
  if (share) await tx.$queryRaw`select id from maatregel where id = ${id}::uuid for share`
  const rij = await tx.maatregel.findUniqueOrThrow({ where: { id }, include: { opleider: true, opleiding: { select: { titel: true } } } })
  const { opleider, opleiding, opleiderId, opleidingId, reden } = rij
  const soort = toSoort(rij.soort)
  const ingangsdatum = fromDbDate(rij.ingangsdatum)
  const einddatum = rij.einddatum === null ? null : fromDbDate(rij.einddatum)
  return {
    opleiderId,
    maatregel: { id, opleidingId, soort, ingangsdatum, einddatum, isOpgeheven: rij.opgehevenOp !== null, opgelegdOp: amsterdamDate(rij.opgelegdOp) },
    feiten: {
      opleider: opleider.naam,
      adres: [`${opleider.straat} ${opleider.huisnummer}`, `${opleider.postcode} ${opleider.plaats}`],
      opleiding: opleiding?.titel ?? null,
      soort, reden, ingangsdatum, einddatum,
    },
  }
}

/** What a maatregel is; undefined when there is none. */
export async function findSoort(tx: Tx, id: string): Promise<MaatregelSoort | undefined> {
  const rij = await tx.maatregel.findUnique({ where: { id }, select: { soort: true } })
  return rij === null ? undefined : toSoort(rij.soort)
}

export function toSoort(soort: string): MaatregelSoort {
  if (!isMaatregelSoort(soort)) throw new Error(`${soort} is no maatregel`)
  return soort
}

/** A batch of aanvragen of this opleider (or opleiding) in one of these statuses, after an id: so that a job can go on where it was. */
export async function listAanvraagIds(
  tx: Tx, doel: { opleiderId: string; opleidingId: string | null }, statussen: readonly string[], { na, aantal }: { na: string | null; aantal: number },
): Promise<readonly string[]> {
  const rijen = await tx.aanvraag.findMany({
    where: { opleiderId: doel.opleiderId, ...(doel.opleidingId === null ? {} : { opleidingId: doel.opleidingId }), status: { in: [...statussen] }, ...(na === null ? {} : { id: { gt: na } }) },
    orderBy: { id: 'asc' },
    take: aantal,
    select: { id: true },
  })
  return rijen.map(({ id }) => id)
}
