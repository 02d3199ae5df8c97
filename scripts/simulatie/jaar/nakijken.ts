import type { Medewerker } from '@/lib/base/actor'
import { getAansluiting } from '@/lib/financien/views'
import { pool } from '@/lib/platform/db'
import type { Bank } from '../../storing/bank'
import type { Proef } from '../nakijken'

/** Judges the money of a year: the reconciliation of the controller, and what the bank of the play remembers. */
export async function kijkGeldNa(wie: Medewerker, { bank, uitbetaald }: { bank: Bank; uitbetaald: number }): Promise<readonly Proef[]> {
  const proef = (naam: string, links: number, rechts: number): Proef => ({ naam, norm: `${rechts} cent`, gezien: `${links} cent`, goed: links === rechts })
  const { rows: [som] } = await pool.query<{ cent: number }>('select coalesce(sum(bedrag_cent), 0)::bigint as cent from boekingsregel')
  const { rows: [saldo] } = await pool.query<{ cent: number }>('select coalesce((select eind_cent from bankafschrift order by plek desc limit 1), 0)::bigint as cent')
  // What the bank paid out and got back by its own book, against what the ledger says that left and came.
  const { rows: [netto] } = await pool.query<{ cent: number }>(`
    select coalesce(sum(case when p.status in ('onderweg', 'uitgevoerd') then p.bedrag_cent else 0 end), 0)::bigint as cent
    from betaling p join betaalbatch b on b.id = p.batch_id where b.vrijgegeven_op is not null`)
  return [
    proef('Het journaal telt op tot nul', som?.cent ?? -1, 0),
    proef('Het saldo van het laatste afschrift is dat van de bank', saldo?.cent ?? -1, bank.stand),
    proef('Wat de bank aan opleiders betaalde, na retouren', netto?.cent ?? -1, uitbetaald),
    proef('Bezwaren van de bank tegen een bestand', bank.bezwaren.length, 0),
    ...(await getAansluiting(wie)).map(({ wat, bron, links, rechts }) => proef(`${wat} = ${bron}`, links, rechts)),
  ]
}
