import type { Dossier, Plek } from '@/tests/model/dossier'
import { plant } from '@/tests/setup/db'

/** What the documents of all dossiers come to together, by the model: what a year is closed on. In cents. */
type Som = Record<'opdrachten' | 'facturen' | 'rente' | 'vorderingen' | 'vorderingskosten' | 'bestanden' | 'retouren' | 'ontvangsten', number>

const RETOUREN = ['boek-betaling-terug', 'boek-afgerekend-terug', 'keer-rente-terug']
const LEEG = '00000000-0000-4000-8000-000000000000'

function telOp(dossiers: readonly Dossier[]): Som {
  const som = (plek: Plek) => dossiers.reduce((totaal, { geld }) => totaal + geld[plek], 0)
  const bewogen = { bestanden: 0, retouren: 0, ontvangsten: 0 }
  for (const { soort, oorzaak, bedrag } of dossiers.flatMap(({ verwacht }) => verwacht)) {
    if (soort === 'betaal' || soort === 'betaal-rente') bewogen.bestanden += bedrag
    else if (RETOUREN.includes(soort) || (soort === 'betaal-ontvangst-terug' && oorzaak === 'betaling')) bewogen.retouren += bedrag
    else if (soort === 'ontvang-terug' || soort === 'ontvang-rente') bewogen.ontvangsten += bedrag
  }
  return { opdrachten: som('verplicht'), facturen: som('crediteuren'), rente: som('rente-crediteuren'), vorderingen: som('debiteuren'), vorderingskosten: som('rente-debiteuren'), ...bewogen }
}

/** One amount of a document is an int4. */
const delen = (cent: number): string => `(select least(1000000000, ${String(cent)} - n)::integer as cent, row_number() over () as nr from generate_series(0::bigint, ${String(cent)} - 1, 1000000000) n)`

/**
 * Puts down the documents and statements of a history of postings alone: one of each kind with what the model has of it, or a few when
 * it is much. The reconciliation reads them as it reads any other; `ernaast` cents are added to the orders, so that it must see that.
 */
export async function legDocumentenNeer(dossiers: readonly Dossier[], ernaast = 0): Promise<void> {
  const som = telOp(dossiers)
  const { opdrachten, facturen, rente, vorderingen, vorderingskosten, bestanden, retouren, ontvangsten } = som
  const factuur = (status: string, cent: number) => `insert into factuur (opleider_id, factuurnummer, bedrag_cent, iban, document_id, verplichting_id, status, fouten)
    select '${LEEG}', '${status}-' || d.nr, d.cent, 'X', '${LEEG}', '${LEEG}', '${status}', '[]' from ${delen(cent)} d`
  const betalingen = (status: string, cent: number) => `insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling, status)
    select '${LEEG}', gen_random_uuid(), '${status}-' || d.nr, d.cent, 'X', 'X', '${status}' from ${delen(cent)} d`
  const statements = [
    ...['verplichting', 'factuur', 'betaling', 'betaalbatch', 'rente', 'vordering', 'vordering_mutatie', 'bankmutatie', 'bankafschrift'].map((tabel) => `delete from ${tabel}`),
    `insert into verplichting (ordernummer, aanvraag_id, opleider_id, compartiment_id, bedrag_cent) select 'O-' || d.nr, gen_random_uuid(), '${LEEG}', '${LEEG}', d.cent from ${delen(opdrachten + ernaast)} d`,
    factuur('gematcht', facturen),
    `insert into betaalbatch (id, msg_id, status, aantal, totaal_cent, document_id, vrijgegeven_op) values ('${LEEG}', 'model', 'aangemaakt', 1, 1, '${LEEG}', nu())`,
    betalingen('onderweg', bestanden - retouren), betalingen('afgewezen', retouren),
    `insert into rente (factuur_id, bedrag_cent, hoofdsom_cent, van, tot_en_met, delen, brief_id) select '${LEEG}', d.cent, 1, '2022-01-01', ('2022-01-01'::date + d.nr::integer), '[]', gen_random_uuid() from ${delen(rente)} d`,
    `insert into vordering (kenmerk, aanvraag_id, compartiment_id, opleider_id, schuldenaar_opleider_id, grond, bedrag_cent, open_cent, open_kosten_cent, brief_id, bezwaar_uiterlijk_op, vervalt_op, verjaart_op)
     select 'V-' || d.nr, gen_random_uuid(), '${LEEG}', '${LEEG}', '${LEEG}', 'ingetrokken', d.cent, case when d.nr > 1 or ${String(vorderingen)} > 0 then d.cent else 0 end, case when d.nr = 1 then ${String(vorderingskosten)} else 0 end, '${LEEG}', nu()::date + 50, nu()::date + 50, nu()::date + 2000 from ${delen(Math.max(1, vorderingen))} d`,
    `insert into vordering_mutatie (vordering_id, soort, hoofdsom_cent, kosten_cent, dag, herkomst) select '${LEEG}', 'ontvangst', -d.cent, 0, '2022-01-01', 'O-' || d.nr from ${delen(ontvangsten)} d`,
    `insert into bankafschrift (bericht_id, rekening, kenmerk, begin_cent, eind_cent, aantal, plek) values ('${LEEG}', 'model', 'model', 0, ${String(ontvangsten)}, 1, 1)`,
    `insert into bankmutatie (afschrift_id, regel, boekdatum, bedrag_cent, soort) select '${LEEG}', d.nr, '2022-01-01', d.cent, 'vordering' from ${delen(ontvangsten)} d`,
  ]
  for (const statement of statements) await plant(statement)
}
