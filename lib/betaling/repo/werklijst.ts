import 'server-only'
import { pool, prisma } from '@/lib/platform/db'

// A refused invoice asks for an answer until somebody gave one, or the opleider sent one that is right: of the same number, or for the
// same order. A credit note or correction that was refused is looked at until it was answered.
const WACHT = `
  from factuur f join opleider o on o.id = f.opleider_id
 where f.status = 'afgekeurd'
   and f.verplichting_id is null
   and not exists (select from factuurantwoord a where a.factuur_id = f.id)
   and not exists (select from factuur g where g.opleider_id = f.opleider_id and g.status <> 'afgekeurd' and g.ontvangen_op > f.ontvangen_op
                     and (g.factuurnummer = f.factuurnummer or (f.soort = 'factuur' and g.soort <> 'creditnota' and g.ordernummer = f.ordernummer)))`

export type WerkBron = {
  id: string; factuurnummer: string; opleider: string; ordernummer: string | null; soort: string; kanaal: string; ontvangenOp: Date; fouten: unknown
}

/** Refused invoices that wait for an answer, oldest first, with how many there are. */
export async function listWachtendeFacturen(skip: number, take: number): Promise<{ rijen: readonly WerkBron[]; totaal: number }> {
  const [rijen, telling] = await Promise.all([
    pool.query<WerkBron>(`select f.id, f.factuurnummer, o.naam as opleider, f.ordernummer, f.soort, f.kanaal, f.ontvangen_op as "ontvangenOp", f.fouten ${WACHT} order by f.ontvangen_op, f.id offset $1 limit $2`, [skip, take]),
    pool.query<{ aantal: number }>(`select count(*) as aantal ${WACHT}`),
  ])
  return { rijen: rijen.rows, totaal: telling.rows[0]?.aantal ?? 0 }
}

/** Mailed invoices of which nobody knows whose they are, oldest first. */
export function listPostvragen(take: number) {
  return prisma.postbusbericht.findMany({ where: { toestand: 'vraag' }, orderBy: [{ ontvangenOp: 'asc' }, { id: 'asc' }], take })
}

/** One of those, with the opleider whose KvK number stands in it; null when it was handled. */
export async function findPostvraag(id: string) {
  const rij = await prisma.postbusbericht.findFirst({ where: { id, toestand: 'vraag' } })
  if (rij === null) return null
  const opleider = rij.kvk === null ? null : await prisma.opleider.findFirst({ where: { kvk: rij.kvk }, select: { naam: true } })
  return { ...rij, opleider: opleider?.naam ?? null }
}
