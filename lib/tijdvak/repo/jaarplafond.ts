import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { JaarplafondFeiten } from '@/lib/tijdvak/rules/jaarplafond'

/** One change of the plafond of a year: by a besluit, or by budget that moves to or from another year. Amount in cents. */
export type Jaarplafondregel = {
  readonly jaar: number
  readonly soort: 'besluit' | 'overheveling'
  readonly bedragCent: number
  /** The besluit by its name or number. */
  readonly besluit: string
  readonly reden: string
  readonly doorId: string | null
}

/** Budget that moves from a compartiment to that of another tijdvak; amount in cents. */
export type Overheveling = Omit<Jaarplafondregel, 'jaar' | 'soort' | 'doorId'> & { readonly id: string; readonly vanId: string; readonly naarId: string; readonly doorId: string }

// The key of toets_jaarplafond(): who judges a plafond of a year and who changes it take turns.
const JAARPLAFOND_LOCK = 7_300_125

/** Keeps the plafond of a year, and what is divided of it, as it is until the end of the transaction. */
export async function lockJaarplafond(tx: Tx, jaar: number): Promise<JaarplafondFeiten> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${JAARPLAFOND_LOCK}::integer, ${jaar}::integer)`
  return findJaarplafond(tx, jaar)
}

/** The plafond of a year with what is divided of it. A year of which nothing is known has none. */
export async function findJaarplafond(tx: Tx, jaar: number): Promise<JaarplafondFeiten> {
  return (await listJaarplafonds(tx)).find((rij) => rij.jaar === jaar) ?? { jaar, beslotenCent: null, overgeheveldCent: 0, verdeeldCent: 0, isGesloten: false }
}

/** Every year that has a tijdvak, a plafond or an end, the latest first. */
export async function listJaarplafonds(tx: Tx): Promise<readonly JaarplafondFeiten[]> {
  const rijen = await tx.$queryRaw<{ jaar: number; besloten: bigint | null; overgeheveld: bigint; verdeeld: bigint; isGesloten: boolean }[]>`
    with verdeeld as (
      select extract(year from t.opent_op at time zone 'Europe/Amsterdam')::integer as jaar, sum(c.plafond_cent)::bigint as cent
      from tijdvak t join compartiment c on c.tijdvak_id = t.id group by 1
    ), plafond as (
      select jaar::integer, (sum(bedrag_cent) filter (where soort = 'besluit'))::bigint as besloten,
             coalesce(sum(bedrag_cent) filter (where soort = 'overheveling'), 0)::bigint as overgeheveld
      from jaarplafond group by 1
    )
    select j.jaar, p.besloten, coalesce(p.overgeheveld, 0)::bigint as overgeheveld, coalesce(v.cent, 0)::bigint as verdeeld, b.gesloten_op is not null as "isGesloten"
    from (select jaar from verdeeld union select jaar from plafond union select jaar::integer from boekjaar) j
    left join verdeeld v on v.jaar = j.jaar left join plafond p on p.jaar = j.jaar left join boekjaar b on b.jaar = j.jaar
    order by j.jaar desc`
  return rijen.map(({ jaar, besloten, overgeheveld, verdeeld, isGesloten }) => ({
    jaar, isGesloten, beslotenCent: besloten === null ? null : Number(besloten), overgeheveldCent: Number(overgeheveld), verdeeldCent: Number(verdeeld),
  }))
}

/** Every change of the plafond of a year, the latest first, with the name of who made it. */
export async function listJaarplafondregels(tx: Tx): Promise<readonly (Jaarplafondregel & { id: number; op: Date; door: string | null })[]> {
  const rijen = await tx.jaarplafond.findMany({ orderBy: { id: 'desc' }, take: 200, include: { door: { select: { medewerkerNaam: true } } } })
  return rijen.map(({ id, jaar, soort, bedragCent, besluit, reden, doorId, op, door }) => ({
    id: Number(id), jaar, soort: soort === 'besluit' ? 'besluit' : 'overheveling', bedragCent: Number(bedragCent), besluit, reden, doorId, op, door: door?.medewerkerNaam ?? null,
  }))
}

/** Adds changes of the plafond of years. The database refuses one that comes below what is divided. */
export async function saveJaarplafondregels(tx: Tx, regels: readonly Jaarplafondregel[]): Promise<void> {
  await tx.jaarplafond.createMany({ data: regels.toSorted((a, b) => a.jaar - b.jaar).map((regel) => ({ ...regel, bedragCent: BigInt(regel.bedragCent) })) })
}

/** Writes down a besluit that moves budget; the money follows by a boeking in the same transaction. */
export async function saveOverheveling(tx: Tx, overheveling: Overheveling): Promise<void> {
  await tx.overheveling.create({ data: { ...overheveling, bedragCent: BigInt(overheveling.bedragCent) } })
}

/** The plafond of a year goes along with budget that moves to another year; within a year nothing changes. Amount in cents. */
export async function moveJaarplafond(tx: Tx, { van, naar, ...regel }: Omit<Jaarplafondregel, 'jaar' | 'soort'> & { van: number; naar: number }): Promise<void> {
  if (van === naar) return
  await saveJaarplafondregels(tx, [
    { ...regel, jaar: van, soort: 'overheveling', bedragCent: -regel.bedragCent },
    { ...regel, jaar: naar, soort: 'overheveling' },
  ])
}
