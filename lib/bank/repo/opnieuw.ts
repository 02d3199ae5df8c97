import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Who decided that the payments of this question are made again, and why. Undefined when nobody did. */
export async function findOpdracht(tx: Tx, vraagId: string): Promise<{ doorId: string; toelichting: string } | undefined> {
  const [rij] = await tx.$queryRaw<{ doorId: string; toelichting: string }[]>`
    select afgehandeld_door::text as "doorId", toelichting from bankvraag where id = ${vraagId}::uuid and gevolg = 'opnieuw' and afgehandeld_door is not null`
  return rij
}

type TeBetalen = { betalingId: string; factuurId: string | null; renteId: string | null; terugbetalingId: string | null; terugstortingId: string | null }

/** Payments of the question that came back and were not made again, from `na` on. */
export function listTeBetalen(tx: Tx, vraagId: string, na: string, aantal: number): Promise<TeBetalen[]> {
  return tx.$queryRaw<TeBetalen[]>`
    select b.id::text as "betalingId", b.factuur_id::text as "factuurId", b.rente_id::text as "renteId", b.terugbetaling_id::text as "terugbetalingId", b.terugstorting_id::text as "terugstortingId"
      from bankvraag_betaling vb join betaling b on b.id = vb.betaling_id join betaalbatch p on p.id = b.batch_id
      left join factuur f on f.id = b.factuur_id left join rente r on r.id = b.rente_id left join vordering_terugbetaling t on t.id = b.terugbetaling_id
      left join terugstorting s on s.id = b.terugstorting_id
     where vb.vraag_id = ${vraagId}::uuid and b.id::text > ${na} and coalesce(t.status, s.status, r.status, f.status) = 'teruggekomen'
       and not exists (select from betaling n join betaalbatch np on np.id = n.batch_id
             where np.opgesteld_op > p.opgesteld_op and n.factuur_id is not distinct from b.factuur_id and n.rente_id is not distinct from b.rente_id and n.terugbetaling_id is not distinct from b.terugbetaling_id
               and n.terugstorting_id is not distinct from b.terugstorting_id)
     order by b.id::text limit ${aantal}`
}

/** A payment that could not be made again comes up by itself, once. */
export async function insertVraagOverBetaling(tx: Tx, vraagId: string, betalingId: string): Promise<void> {
  await tx.$executeRaw`
    insert into bankvraag (bericht_id, betaling_id, soort, gegevens)
    select v.bericht_id, ${betalingId}::uuid, v.soort, v.gegevens - 'aantal' - 'bedragCent' - 'endToEndId' from bankvraag v
     where v.id = ${vraagId}::uuid and not exists (select from bankvraag a where a.betaling_id = ${betalingId}::uuid and a.toestand = 'open')`
}
