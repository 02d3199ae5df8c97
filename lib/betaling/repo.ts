import 'server-only'
import { oneOf } from '@/lib/base/one-of'
import { parseIban } from '@/lib/base/iban'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { parseKvk } from '@/lib/base/kvk'
import { cent, type Cent } from '@/lib/base/money'
import { ORDER_PREFIX, toVerplichtingStatus, type FactuurFout, type FactuurStatus, type VerplichtingStatus } from '@/lib/betaling/model'
import type { Opdracht } from '@/lib/betaling/rules/match'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'

/** The next number of an order, with its check digits. */
export async function nextOrdernummer(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ nummer: bigint }[]>`select nextval('kenmerk_order') as nummer`
  if (row === undefined) throw new Error('the sequence gave no number')
  return makeKenmerk(ORDER_PREFIX, Number(row.nummer))
}

// ── Verplichting ───────────────────────────────────────────────────────────

/** An aanvraag with what its verplichting needs, locked until the transaction ends. Undefined when there is none. */
export async function lockAanvraagForVerplichting(tx: Tx, aanvraagId: string) {
  await tx.$executeRaw`select 1 from aanvraag where id = ${aanvraagId}::uuid for no key update`
  const row = await tx.aanvraag.findUnique({
    where: { id: aanvraagId },
    select: {
      id: true, kenmerk: true, status: true, opleiderId: true, toewijzing: { select: { compartimentId: true } }, verplichting: true,
      opleider: true, opleiding: { select: { titel: true } }, aanmeldbewijs: { select: { startdatum: true } },
      besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } },
    },
  })
  return row ?? undefined
}

export type VerplichtingAanvraag = NonNullable<Awaited<ReturnType<typeof lockAanvraagForVerplichting>>>

export async function saveVerplichting(tx: Tx, data: { ordernummer: string; aanvraagId: string; opleiderId: string; compartimentId: string; bedragCent: number }): Promise<string> {
  return (await tx.verplichting.create({ data, select: { id: true } })).id
}

/** The order goes to another opleider under another number, or to a lower amount, or both. */
export async function saveVerlegging(tx: Tx, id: string, naar: { opleiderId: string; ordernummer: string; bedragCent: number }): Promise<void> {
  await tx.verplichting.update({ where: { id }, data: naar, select: { id: true } })
}

/** What the opleider charged the burger who stopped, beside what was granted. */
export const KOSTEN = { annuleringskosten: { select: { bedragCent: true } }, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } } } as const

/** The order with this number when it belongs to this opleider, locked until the transaction ends. */
export async function lockVerplichting(tx: Tx, ordernummer: string, opleiderId: string) {
  await tx.$executeRaw`select 1 from verplichting where ordernummer = ${ordernummer} for update`
  const row = await tx.verplichting.findFirst({
    where: { ordernummer, opleiderId },
    include: { aanvraag: { select: { id: true, kenmerk: true, scholingsactiviteit: true, aanmeldbewijs: { select: { startdatum: true } }, opleiding: { select: { titel: true } }, ...KOSTEN } } },
  })
  if (row === null) return undefined
  const { scholingsactiviteit } = row.aanvraag
  return { ...row, aanvraag: { ...row.aanvraag, scholingsactiviteit: { ...scholingsactiviteit, opleidingsvorm: await findVorm(tx, row.aanvraag.id) ?? scholingsactiviteit.opleidingsvorm } } }
}

/** The form of teaching that this deelnemer accepted last, when it is another one than the register has; not from before a switch to another scholing. */
export async function findVorm(tx: Tx, aanvraagId: string): Promise<string | undefined> {
  const [rij] = await tx.$queryRaw<{ vorm: string | null }[]>`
    select w.nieuw ->> 'opleidingsvorm' as vorm from wijziging w
     where w.aanvraag_id = ${aanvraagId}::uuid and w.status = 'aanvaard'
       and not exists (select from wijziging g where g.aanvraag_id = w.aanvraag_id and g.status = 'gewisseld' and g.beantwoord_op > w.beantwoord_op)
     order by w.beantwoord_op desc limit 1`
  return rij?.vorm ?? undefined
}

export type LockedVerplichting = NonNullable<Awaited<ReturnType<typeof lockVerplichting>>>

/** What the rules need to know of an order of which so much was invoiced. */
export function toOpdracht(
  row: Pick<LockedVerplichting, 'ordernummer' | 'status' | 'bedragCent'> & { aanvraag: Pick<LockedVerplichting['aanvraag'], 'scholingsactiviteit' | 'aanmeldbewijs' | 'annuleringskosten' | 'besluiten'> }, gefactureerd: Cent,
): Opdracht {
  // What was agreed with this deelnemer; the register may name another day (SVO), and a change after the grant is written here.
  const { scholingsactiviteit: activiteit, aanmeldbewijs, annuleringskosten, besluiten } = row.aanvraag
  return {
    ordernummer: row.ordernummer,
    status: toVerplichtingStatus(row.status),
    bedrag: cent(row.bedragCent),
    gefactureerd,
    startdatum: fromDbDate(aanmeldbewijs.startdatum),
    onderwijsvorm: oneOf(OPLEIDINGSVORMEN, activiteit.opleidingsvorm),
    ...(annuleringskosten === null || besluiten[0] === undefined ? {} : { kosten: { bedrag: cent(annuleringskosten.bedragCent), toegekend: cent(besluiten[0].bedragCent) } }),
  }
}

export async function saveVerplichtingStatus(tx: Tx, ids: readonly string[], status: VerplichtingStatus): Promise<void> {
  await tx.verplichting.updateMany({ where: { id: { in: [...ids] } }, data: { status } })
}

// ── Factuur ────────────────────────────────────────────────────────────────

export async function findOpleider(tx: Tx, id: string) {
  const row = await tx.opleider.findUniqueOrThrow({ where: { id } })
  const kvk = parseKvk(row.kvk)
  if (kvk === undefined) throw new Error(`opleider ${id} has no valid KvK number`)
  return { ...row, kvk, iban: row.iban === null ? null : (parseIban(row.iban) ?? null) }
}

export async function findOpleidingtitel(tx: Tx, id: string): Promise<string> {
  return (await tx.opleiding.findUniqueOrThrow({ where: { id }, select: { titel: true } })).titel
}

/** Moves invoices on; `fouten` says why one is refused after all. */
export async function saveFactuurStatus(tx: Tx, ids: readonly string[], status: FactuurStatus, fouten?: readonly FactuurFout[]): Promise<void> {
  const data = fouten === undefined ? { status } : { status, fouten: fouten.map((fout) => ({ ...fout })) }
  await tx.factuur.updateMany({ where: { id: { in: [...ids] } }, data })
}
