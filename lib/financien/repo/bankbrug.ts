import 'server-only'

// A movement on a statement that booked nothing: it waits for a person, or was closed with an explanation. Money that came back and
// what was received above a claim are booked, and only asked about because somebody must act on them.
const ZONDER_BOEKING = `exists (select from bankvraag v where v.mutatie_id = m.id and v.gevolg is null and v.soort not in ('teruggekomen', 'te-veel-ontvangen'))`
const OPEN = `exists (select from bankvraag v where v.mutatie_id = m.id and v.gevolg is null and v.soort not in ('teruggekomen', 'te-veel-ontvangen') and v.toestand = 'open')`

/**
 * What lies between the ledger and the statements, in cents: payments of which no debit was booked yet, returns that a job still books
 * (`wachtOpBoeking`, the condition on a payment `p`), what was received and given back above claims and without one, and movements that booked nothing.
 */
export const bankbrug = (wachtOpBoeking: string) => `
  select (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p join betaalbatch b on b.id = p.batch_id where b.vrijgegeven_op is not null and p.status in ('onderweg', 'uitgevoerd', 'teruggekomen')
      and not exists (select from bankmutatie m where (m.soort = 'betaling' and m.betaling_id = p.id or m.soort = 'batch' and m.betaling_id is null and m.batch_id = p.batch_id) and not ${ZONDER_BOEKING})) as "nietAfgeschreven",
    (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p where ${wachtOpBoeking}) as "wachtOpBoeking",
    (select coalesce(sum(teveel_cent) filter (where bron is not null), 0)::bigint - coalesce(sum(teveel_cent) filter (where status = 'betaald' and herkomst is not null), 0)::bigint from vordering_terugbetaling)
      - (select coalesce(sum(t.teveel_cent), 0)::bigint from betaling p join betaalbatch b on b.id = p.batch_id join vordering_terugbetaling t on t.id = p.terugbetaling_id
          where b.vrijgegeven_op is not null and p.status in ('onderweg', 'uitgevoerd'))
      + (select coalesce(sum(bedrag_cent) filter (where status <> 'ingetrokken'), 0)::bigint - coalesce(sum(bedrag_cent) filter (where herkomst is not null), 0)::bigint from terugstorting)
      - (select coalesce(sum(p.bedrag_cent), 0)::bigint from betaling p join betaalbatch b on b.id = p.batch_id
          where b.vrijgegeven_op is not null and p.terugstorting_id is not null and p.status in ('onderweg', 'uitgevoerd')) as teveel,
    v."openVragen", v."openAantal", v."geslotenVragen", v."geslotenAantal"
  from (select coalesce(sum(m.bedrag_cent) filter (where ${OPEN}), 0)::bigint as "openVragen", (count(*) filter (where ${OPEN}))::integer as "openAantal",
      coalesce(sum(m.bedrag_cent) filter (where not ${OPEN}), 0)::bigint as "geslotenVragen", (count(*) filter (where not ${OPEN}))::integer as "geslotenAantal"
    from bankmutatie m where ${ZONDER_BOEKING}) v`
