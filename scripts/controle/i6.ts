import type { ClientBase } from 'pg'
import { textAt } from '@/lib/base/xml-tree'
import { parseDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import type { GelezenBetaalbestand } from '@/lib/betaling/rules/controle-pain001'
import { leesBetaalbestand } from '@/lib/betaling/use-cases/lees-betaalbestand'
import { BronFout, bytesOf } from '@/lib/platform/bron'
import { sql, toUitkomst, type Invariant, type Uitkomst } from './frame'

const IN_TABLES = {
  'factuur-keren-betaald': sql(`select format('factuur %s (%s): staat in %s betalingen', f.id, f.status, count(b.id))
   from factuur f left join betaling b on b.factuur_id = f.id and b.rente_id is null and b.status in ('onderweg', 'uitgevoerd')
   group by f.id, f.status having count(b.id) <> case when f.status in ('in-batch', 'betaald') then 1 else 0 end`),
  'opdracht-keren-betaald': sql(`select format('opdracht %s: is %s cent, er staat %s cent in %s betalingen', v.ordernummer, v.bedrag_cent, sum(b.bedrag_cent), count(*))
   from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id
   where b.status in ('onderweg', 'uitgevoerd') and b.rente_id is null group by v.id, v.ordernummer, v.bedrag_cent having sum(b.bedrag_cent) > v.bedrag_cent`),
  'rente-keren-betaald': sql(`select format('rente %s (%s): staat in %s betalingen', r.id, r.status, count(b.id))
   from rente r left join betaling b on b.rente_id = r.id and b.status in ('onderweg', 'uitgevoerd')
   group by r.id, r.status having count(b.id) <> case when r.status in ('in-batch', 'betaald') then 1 else 0 end`),
  'rente-niet-geboekt': sql(`select format('rente %s: is %s cent, het grootboek heeft %s cent', r.id, r.bedrag_cent, coalesce(g.cent, 0))
   from rente r left join (
     select b.oorzaak_id, sum(l.bedrag_cent) as cent from boeking b join boekingsregel l on l.boeking_id = b.id and l.rekening = 'rente-crediteuren'
     where b.soort = 'boek-rente' and b.oorzaak = 'rente' group by b.oorzaak_id
   ) g on g.oorzaak_id = r.id::text
   where coalesce(g.cent, 0) <> r.bedrag_cent`),
  'naam-klopt-niet': sql(`select format('betaling %s: gaat naar een rekening waarvan de naam nooit klopte', b.end_to_end_id)
   from betaling b join factuur f on f.id = b.factuur_id
   where not exists (select from naamcontrole n where n.opleider_id = f.opleider_id and n.iban = b.iban and n.antwoord in ('match', 'aanvaard'))`),
  'terugbetaling-keren-betaald': sql(`select format('terugbetaling %s op %s (%s): staat in %s betalingen', t.id, v.kenmerk, t.status, count(b.id))
   from vordering_terugbetaling t left join vordering v on v.id = t.vordering_id left join betaling b on b.terugbetaling_id = t.id and b.status in ('onderweg', 'uitgevoerd')
   group by t.id, v.kenmerk, t.status, t.herkomst having count(b.id) <> case when t.status = 'in-batch' or t.status = 'betaald' and t.herkomst is null then 1 else 0 end`),
  'terugbetaling-niet-geboekt': sql(`select format('betaling %s: is %s cent terugbetaling, het grootboek heeft %s cent', b.end_to_end_id, b.cent, coalesce(g.cent, 0))
   from (select b.end_to_end_id, b.terugbetaling_id || '/' || b.end_to_end_id as oorzaak_id, b.bedrag_cent - t.teveel_cent as cent from betaling b join betaalbatch p on p.id = b.batch_id
           join vordering_terugbetaling t on t.id = b.terugbetaling_id where p.vrijgegeven_op is not null and b.status <> 'vervallen') b left join (
     select k.oorzaak_id, sum(r.bedrag_cent) as cent from boeking k join boekingsregel r on r.boeking_id = k.id and r.rekening in ('betaald', 'rente-betaald')
     where k.soort in ('betaal', 'betaal-rente') and k.oorzaak = 'terugbetaling' group by k.oorzaak_id
   ) g on g.oorzaak_id = b.oorzaak_id where coalesce(g.cent, 0) <> b.cent`),
  'terugbetaling-onbekende-rekening': sql(`select format('betaling %s: gaat naar een burger die geen rekening bevestigde waarvan de naam klopt', b.end_to_end_id)
   from betaling b join vordering_terugbetaling t on t.id = b.terugbetaling_id left join vordering v on v.id = t.vordering_id
   where v.schuldenaar_opleider_id is null and b.status in ('onderweg', 'uitgevoerd') and not exists (select from vordering_rekening r where r.vordering_id = v.id and r.bevestigd_op is not null and (r.antwoord = 'match' or r.beoordeeld_door is not null))`),
  'terugstorting-keren-betaald': sql(`select format('terugstorting %s (%s): staat in %s betalingen', t.kenmerk, t.status, count(b.id))
   from terugstorting t left join betaling b on b.terugstorting_id = t.id and b.status in ('onderweg', 'uitgevoerd')
   group by t.kenmerk, t.status, t.herkomst having count(b.id) <> case when t.status = 'in-batch' or t.status = 'betaald' and t.herkomst is null then 1 else 0 end`),
  'terugstorting-andere-rekening': sql(`select format('betaling %s: is niet het bedrag dat kwam, of gaat niet naar de rekening waar het vandaan kwam', b.end_to_end_id)
   from betaling b join terugstorting t on t.id = b.terugstorting_id join bankmutatie m on m.id = t.mutatie_id
   where b.status <> 'vervallen' and (b.iban <> upper(regexp_replace(coalesce(m.tegenrekening, ''), '\\s', '', 'g')) or b.bedrag_cent <> m.bedrag_cent)`),
  'batch-telt-niet-op': sql(`select format('batch %s: noemt %s betalingen van samen %s cent, het zijn er %s van samen %s cent', p.msg_id, p.aantal, p.totaal_cent, count(b.id), coalesce(sum(b.bedrag_cent), 0))
   from betaalbatch p left join betaling b on b.batch_id = p.id
   group by p.id, p.msg_id, p.aantal, p.totaal_cent having (p.aantal, p.totaal_cent) is distinct from (count(b.id), coalesce(sum(b.bedrag_cent), 0))`),
  'geen-vier-ogen': sql(`select format('batch %s (%s): is door %s mensen goedgekeurd', p.msg_id, p.status, count(distinct g.medewerker_id))
   from betaalbatch p left join batch_goedkeuring g on g.batch_id = p.id
   where p.status in ('goedgekeurd', 'aangemaakt')
   group by p.id, p.msg_id, p.status having count(distinct g.medewerker_id) < 2`),
  'eigen-batch': sql(`select format('batch %s: is goedgekeurd door wie haar samenstelde', p.msg_id)
   from betaalbatch p join batch_goedkeuring g on g.batch_id = p.id and g.medewerker_id = p.opgesteld_door`),
  'boven-mandaat': sql(`select format('batch %s: is %s cent, en de teamleider financieel keurde haar niet goed', p.msg_id, p.totaal_cent)
   from betaalbatch p
   where p.status in ('goedgekeurd', 'aangemaakt') and not exists (select from batch_goedkeuring g where g.batch_id = p.id and g.rol = 'teamleider-financieel')
     and p.totaal_cent > (select coalesce(max((m.waarde ->> 'financieelTotCent')::bigint), 0) from parameter m
       where m.naam = 'betaalmandaat' and daterange(m.geldig_van, m.geldig_tot) @> (select max(g.goedgekeurd_op at time zone 'Europe/Amsterdam')::date from batch_goedkeuring g where g.batch_id = p.id))`),
  'bestand-gewijzigd': sql(`select format('batch %s: het bestand is niet meer wat het was (sha256 klopt niet)', p.msg_id)
   from betaalbatch p join document d on d.id = p.document_id
   where d.sha256 <> encode(sha256(d.inhoud), 'hex')`),
  'grootboek-wijkt-af': sql(`select format('batch %s: het grootboek heeft %s cent betaald, de batch is %s cent', p.msg_id, coalesce(g.betaald, 0), case when p.vrijgegeven_op is null then 0 else p.totaal_cent end)
   from (select p.msg_id, p.id, p.vrijgegeven_op, p.totaal_cent - coalesce((select sum(v.bedrag_cent) from betaling v where v.batch_id = p.id and (v.status = 'vervallen' or v.factuur_id is null)), 0) as totaal_cent from betaalbatch p) p left join (
     select b.oorzaak_id, sum(r.bedrag_cent) as betaald
     from boeking b join boekingsregel r on r.boeking_id = b.id and r.rekening in ('betaald', 'rente-betaald')
     where b.soort in ('betaal', 'betaal-rente') and b.oorzaak = 'batch' group by b.oorzaak_id
   ) g on g.oorzaak_id = p.id::text
   where coalesce(g.betaald, 0) <> case when p.vrijgegeven_op is null then 0 else p.totaal_cent end`),
  'factuur-wijkt-af': sql(`select format('factuur %s: heeft status %s, haar batch %s is %s', f.id, f.status, p.msg_id, case when p.vrijgegeven_op is null then 'nog niet vrijgegeven' else 'vrijgegeven' end)
   from factuur f join betaling b on b.factuur_id = f.id and b.rente_id is null and b.status in ('onderweg', 'uitgevoerd') join betaalbatch p on p.id = b.batch_id
   where (f.status = 'betaald') <> (p.vrijgegeven_op is not null)`),
  // What the bank says of a payment and what we say of it.
  'uitgevoerd-zonder-afschrift': sql(`select format('betaling %s: heet uitgevoerd, maar staat op geen afschrift', b.end_to_end_id)
   from betaling b where b.status = 'uitgevoerd'
     and not exists (select from bankmutatie m where m.betaling_id = b.id or (m.betaling_id is null and m.batch_id = b.batch_id))`),
  // One that is not booked at all waits for its job, or I11 says that nobody will do it.
  'niet-teruggeboekt': sql(`select format('betaling %s: is %s, het grootboek heeft %s cent teruggeboekt', b.end_to_end_id, b.status, coalesce(g.terug, 0))
   from (select b.end_to_end_id, b.id, b.factuur_id, b.rente_id, b.terugstorting_id, b.status, b.bedrag_cent - coalesce(t.teveel_cent, 0) as bedrag_cent from betaling b left join vordering_terugbetaling t on t.id = b.terugbetaling_id) b left join (
     select k.oorzaak_id, sum(r.bedrag_cent) as terug
     from boeking k join boekingsregel r on r.boeking_id = k.id and r.rekening in ('crediteuren', 'rente-crediteuren') and r.bedrag_cent > 0
     where k.soort in ('boek-betaling-terug', 'boek-afgerekend-terug', 'betaal-ontvangst-terug', 'keer-rente-terug') and k.oorzaak = 'betaling' group by k.oorzaak_id
   ) g on g.oorzaak_id = b.id::text
   where b.terugstorting_id is null and coalesce(g.terug, 0) <> case when b.status in ('afgewezen', 'teruggekomen') then b.bedrag_cent else 0 end
     and not (g.terug is null and b.factuur_id is not null and b.rente_id is null and b.status in ('afgewezen', 'teruggekomen'))`),
  'afschrift-telt-niet-op': sql(`select format('afschrift %s: gaat van %s naar %s cent, de mutaties zijn samen %s cent', a.kenmerk, a.begin_cent, a.eind_cent, coalesce(sum(m.bedrag_cent), 0))
   from bankafschrift a left join bankmutatie m on m.afschrift_id = a.id
   group by a.id having a.eind_cent - a.begin_cent <> coalesce(sum(m.bedrag_cent), 0) or a.aantal <> count(m.id)`),
  'afschriften-sluiten-niet-aan': sql(`select format('afschrift %s: begint op %s cent, het vorige eindigde op %s cent', a.kenmerk, a.begin_cent, v.eind_cent)
   from bankafschrift a left join bankafschrift v on v.rekening = a.rekening and v.plek = a.plek - 1
   where a.plek > 1 and v.eind_cent is distinct from a.begin_cent`),
}

/** Reads every payment file as the bank does and compares it with the payments that were approved. One file at a time. */
async function judgeFiles(client: ClientBase): Promise<Uitkomst> {
  const { rows } = await client.query<{ id: string; msgId: string }>('select id, msg_id as "msgId" from betaalbatch where document_id is not null order by msg_id')
  const regels: string[] = []
  for (const batch of rows) {
    const fout = await judgeFile(client, batch.id, batch.msgId)
    if (fout !== undefined) regels.push(`batch ${batch.msgId}: ${fout}`)
  }
  return toUitkomst(regels)
}

async function judgeFile(client: ClientBase, batchId: string, msgId: string): Promise<string | undefined> {
  const { rows: [document] } = await client.query<{ inhoud: Buffer }>('select d.inhoud from betaalbatch b join document d on d.id = b.document_id where b.id = $1', [batchId])
  const { rows: betalingen } = await client.query<{ sleutel: string }>(
    `select concat_ws(' ', end_to_end_id, bedrag_cent, iban) as sleutel from betaling where batch_id = $1 and status <> 'vervallen' order by end_to_end_id`, [batchId])
  if (document === undefined) return 'het bestand is er niet'
  const gelezen = await readFile(document.inhoud)
  if (gelezen === undefined) return 'het bestand is niet te lezen'
  if (textAt(gelezen.kop, 'MsgId') !== msgId) return 'het bestand draagt een ander kenmerk'
  const inBestand = gelezen.overboekingen.map(({ endToEndId, bedrag, iban }) => [endToEndId, parseDecimaalBedrag(bedrag ?? ''), iban].join(' '))
  const verwacht = betalingen.map(({ sleutel }) => sleutel)
  return inBestand.toSorted().join('\n') === verwacht.toSorted().join('\n') ? undefined : 'de overboekingen in het bestand zijn niet die van de batch'
}

async function readFile(inhoud: Buffer): Promise<GelezenBetaalbestand | undefined> {
  try {
    return await leesBetaalbestand(bytesOf({ inhoud }))
  } catch (fault) {
    if (fault instanceof BronFout) return undefined
    throw fault
  }
}

/**
 * I6: a payment order leaves at most once. Every invoice and every order stands in one payment, every batch was approved by two
 * people, its file is byte for byte the one that was made and holds exactly those payments, and the ledger has that sum. What the
 * bank confirmed stands on a statement, what it sent back is owed again, and the statements of an account chain without a gap.
 */
export const i6: Invariant = {
  id: 'I6',
  titel: 'elke betaling gaat hoogstens één keer uit, na twee goedkeuringen en voor het bedrag in het grootboek',
  omvang: `select 'batches: ' || (select count(*) from betaalbatch) || ', betalingen: ' || (select count(*) from betaling)`,
  checks: { ...IN_TABLES, 'ander-bestand': judgeFiles },
}
