import { plainDate } from '@/lib/base/date'
import { isWerkdag } from '@/lib/base/termijn'
import { MAX_POGINGEN } from '@/lib/platform/relay'
import { sqlControle, type Controle } from './controle'

// Days on which the law calls something due: each must be a werkdag (Atw 1 lid 1).
const TERMIJNEN = `
  select 'besluit ' || kenmerk || ', bezwaar' as wat, bezwaar_uiterlijk_op::text as dag from besluit
  union all select 'aanvraag ' || kenmerk || ', beslistermijn', beslis_uiterlijk_op::text from aanvraag where beslis_uiterlijk_op is not null`

const werkdagen: Controle = {
  id: 'I12',
  titel: 'geen termijn eindigt op een zaterdag, zondag of feestdag',
  run: async (client) => {
    const { rows } = await client.query<{ wat: string; dag: string }>(TERMIJNEN)
    const days = new Map([...new Set(rows.map(({ dag }) => dag))].map((dag) => [dag, isWerkdag(plainDate(dag))]))
    return rows.filter(({ dag }) => days.get(dag) === false).map(({ wat, dag }) => `${wat}: ${dag} is geen werkdag`)
  },
}

/** I11 and I12: jobs and times. */
export const MACHINE: readonly Controle[] = [
  sqlControle('I11', 'geen job is blijven liggen', `
    select format('outbox %s (%s): %s', id, job, case when pogingen >= ${MAX_POGINGEN} then 'na ' || pogingen || ' pogingen opgegeven: ' || coalesce(fout, '?')
             when doorgezet_op is null then 'na twee minuten nog niet doorgezet' else 'na een kwartier nog niet verwerkt' end) as wat
      from outbox
     where verwerkt_op is null and (pogingen >= ${MAX_POGINGEN}
       or (pogingen = 0 and (niet_voor is null or niet_voor <= nu()) and (
            (doorgezet_op is null and greatest(created_at, coalesce(niet_voor, created_at)) < least(nu(), clock_timestamp()) - interval '2 minutes')
            or (doorgezet_op is not null and created_at < clock_timestamp() - interval '15 minutes' and doorgezet_op < clock_timestamp() - interval '2 minutes'))))`),
  sqlControle('I12', 'elk tijdstip wordt met tijdzone bewaard', `
    select format('kolom %s.%s heeft geen tijdzone', table_name, column_name) as wat from information_schema.columns
     where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone')`),
  werkdagen,
]
