import 'server-only'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import type { PlainDate } from '@/lib/base/date'
import type { ParameterRij } from '@/lib/regeling/model'
import type { Parameter } from '@/prisma/generated/client'

/** Every value that held on `dag` or before it. */
export async function listParametersUntil(tx: Tx | PoolClient, dag: PlainDate): Promise<readonly ParameterRij[]> {
  if (!('$queryRawUnsafe' in tx)) {
    const { rows } = await tx.query<ParameterRij>({
      name: 'regeling', text: 'select naam, waarde, geldig_van as "geldigVan", geldig_tot as "geldigTot", bron from parameter where geldig_van <= $1', values: [dag],
    })
    return rows
  }
  const rijen = await tx.parameter.findMany({ where: { geldigVan: { lte: toDbDate(dag) } } })
  return rijen.map(toParameterRij)
}

/** Adds values that are not there yet; a value that is there stays as it is. Answers how many were added. */
export async function saveNewParameters(tx: Tx, rijen: readonly ParameterRij[]): Promise<number> {
  // jsonb_to_recordset turns a JSON null into an SQL null; as a value it means "none".
  return tx.$executeRaw`
    insert into parameter (naam, waarde, geldig_van, geldig_tot, bron)
    select naam, coalesce(waarde, 'null'), "geldigVan", "geldigTot", bron
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb)
      as rij (naam text, waarde jsonb, "geldigVan" date, "geldigTot" date, bron text)
    on conflict (naam, geldig_van) do nothing`
}

/** A row of the table as the rules know it. */
export function toParameterRij({ naam, waarde, geldigVan, geldigTot, bron }: Parameter): ParameterRij {
  return { naam, waarde, geldigVan: fromDbDate(geldigVan), geldigTot: geldigTot === null ? null : fromDbDate(geldigTot), bron }
}
