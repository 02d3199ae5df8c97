import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Whether the burger of an aanvraag got budget for another one in its kalenderjaar, or began another one in its tijdvak. */
export async function readBezetting(tx: Tx, aanvraagId: string): Promise<{ isBezet: boolean; isLopend: boolean }> {
  const [rij] = await tx.$queryRaw<{ isBezet: boolean; isLopend: boolean }[]>`
    select exists (select from toewijzing w join toewijzing o on o.burger_id = w.burger_id and o.kalenderjaar = w.kalenderjaar and o.plek = w.plek and o.aanvraag_id <> w.aanvraag_id
                    where w.aanvraag_id = a.id and o.uitkomst = 'gereserveerd' and o.vrijgevallen_op is null) as "isBezet",
           exists (select from aanvraag n where n.burger_id = a.burger_id and n.tijdvak_id = a.tijdvak_id and n.id <> a.id and n.loopt) as "isLopend"
      from aanvraag a where a.id = ${aanvraagId}::uuid`
  return rij ?? { isBezet: false, isLopend: false }
}

/** The place in the kalenderjaar is taken again. */
export async function markBezet(tx: Tx, aanvraagId: string): Promise<void> {
  await tx.$executeRaw`update toewijzing set vrijgevallen_op = null where aanvraag_id = ${aanvraagId}::uuid and uitkomst = 'gereserveerd'`
}
