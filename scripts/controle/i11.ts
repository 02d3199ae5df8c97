import { ALARM_POGINGEN, MAX_POGINGEN } from '@/lib/platform/relay'
import { sql, type Invariant } from './frame'

/** How long a job may wait while nothing is done before it: longer means that nobody will do it. */
const TE_LANG = `interval '10 minutes'`

type Wachtend = { readonly wat: string; readonly jobs: readonly [string, ...string[]]; readonly sleutel: string; readonly rijen: string }

/** Every state that goes on only by a job: which rows are in it (naam, id), and which jobs would do. */
const WACHTEND: readonly Wachtend[] = [
  { wat: 'wacht op een beoordeling', jobs: ['beoordeel-aanvraag', 'pas-reservering-aan'], sleutel: 'aanvraagId', rijen: `select kenmerk, id from aanvraag where status = 'gereserveerd'` },
  { wat: 'wacht op een afwijzing', jobs: ['wijs-aanvraag-af'], sleutel: 'aanvraagId', rijen: `select kenmerk, id from aanvraag where status = 'niet-toegewezen'` },
  {
    wat: 'staat op de reservelijst en weet het niet', jobs: ['meld-reserve'], sleutel: 'aanvraagId',
    rijen: `select kenmerk, id from aanvraag a where status = 'reserve' and not exists (select from brief b where b.aanvraag_id = a.id and b.soort = 'reserve')`,
  },
  {
    wat: 'kreeg budget aangeboden en weet het niet', jobs: ['meld-aanbod'], sleutel: 'aanvraagId',
    rijen: `select kenmerk, id from aanvraag a where status = 'aangeboden' and not exists (select from brief b where b.aanvraag_id = a.id and b.soort = 'aanbod')`,
  },
  {
    wat: 'wacht op een ontvangstbevestiging', jobs: ['bevestig-ontvangst'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from indiening i join aanvraag a on a.id = i.aanvraag_id
            where not exists (select from brief b where b.aanvraag_id = a.id and b.soort = 'ontvangstbevestiging')`,
  },
  {
    wat: 'wacht op een opdracht aan de opleider', jobs: ['maak-verplichting'], sleutel: 'aanvraagId',
    rijen: `select kenmerk, id from aanvraag a where status = 'verleend' and not exists (select from verplichting v where v.aanvraag_id = a.id)`,
  },
  {
    wat: 'is ingetrokken en houdt haar plaats in het kalenderjaar', jobs: ['laat-reservering-vrij'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from aanvraag a join toewijzing w on w.aanvraag_id = a.id
            where a.status = 'ingetrokken' and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null`,
  },
  {
    wat: 'is ingetrokken en houdt haar opdracht, haar factuur of wat is betaald', jobs: ['laat-verplichting-vervallen'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from aanvraag a join verplichting v on v.aanvraag_id = a.id where a.status = 'ingetrokken' and (v.status in ('open', 'deels-gefactureerd')
              or exists (select from factuur f where f.verplichting_id = v.id and f.status in ('gematcht', 'teruggekomen'))
              or exists (select from factuur f join betaling b on b.factuur_id = f.id and b.status = 'uitgevoerd' and b.rente_id is null
                          where f.verplichting_id = v.id and f.status = 'betaald' and not exists (
                            select from vordering d left join besluit i on i.id = d.besluit_id where d.aanvraag_id = a.id and (d.factuur_id = f.id or d.factuur_id is null and i.soort = 'intrekking'
                               and not exists (select from herroeping h where h.bestreden_besluit_id = i.id and h.status = 'besloten')))
                          and (select sum(r.bedrag_cent) from boekingsregel r where r.aanvraag_id = a.id and r.rekening in ('betaald', 'vastgesteld')) > 0))`,
  },
  {
    wat: 'kreeg een betaling terug waarvan al was teruggevorderd', jobs: ['boek-retouren', 'laat-verplichting-vervallen'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from aanvraag a join verplichting v on v.aanvraag_id = a.id join factuur f on f.verplichting_id = v.id
            join betaling b on b.factuur_id = f.id and b.rente_id is null and b.status in ('afgewezen', 'teruggekomen')
            where not exists (select from boeking k where k.oorzaak = 'betaling' and k.oorzaak_id = b.id::text)`,
  },
  {
    wat: 'is een creditnota waarvan de bank de factuur heeft beantwoord', jobs: ['verwerk-creditnota'], sleutel: 'factuurId',
    rijen: `select c.factuurnummer, c.id from factuur c where c.status = 'wacht-op-bank'
            and not exists (select from betaling b where b.factuur_id = c.verwijst_naar and b.rente_id is null and b.status = 'onderweg')`,
  },
  {
    wat: 'is bevestigd en wacht op de vaststelling', jobs: ['stel-vast'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from aanvraag a join deelname d on d.aanvraag_id = a.id
            where a.status = 'verleend' and d.uitkomst = 'succesvol' and d.reactie in ('bevestigd', 'zonder-reactie')
              and not exists (select from deelname_signaal s where s.aanvraag_id = a.id and s.afgehandeld_op is null)
              and not exists (select from stopzetting s where s.aanvraag_id = a.id) and not exists (select from annuleringskosten k where k.aanvraag_id = a.id)
              and not exists (select from voornemen v where v.aanvraag_id = a.id and v.status = 'open' and v.besluit_soort <> 'uitsluiting')`,
  },
  {
    wat: 'is ingetrokken vanaf een dag en dat is niet uitgevoerd', jobs: ['voer-besluit-uit'], sleutel: 'besluitId',
    rijen: `select b.kenmerk, b.id from besluit b join voornemen v on v.besluit_id = b.id join aanvraag a on a.id = b.aanvraag_id
            where b.soort = 'intrekking' and v.werkt_terug = false and a.status in ('verleend', 'betwist')
              and not exists (select from herroeping h where h.bestreden_besluit_id = b.id and h.status = 'besloten')`,
  },
  {
    wat: 'is gemeld en de deelnemer weet het niet', jobs: ['vraag-reactie'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from deelname d join aanvraag a on a.id = d.aanvraag_id where a.status = 'verleend' and d.reactie is null and d.brief_id is null`,
  },
  {
    wat: 'wacht op een herinnering aan de deelnemer', jobs: ['herinner-reactie'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from deelname_herinnering h join deelname d on d.aanvraag_id = h.aanvraag_id and d.versie = h.versie join aanvraag a on a.id = h.aanvraag_id
            where h.soort = 'reactie' and h.brief_id is null and d.reactie is null and a.status = 'verleend'`,
  },
  {
    wat: 'kreeg geen reactie binnen de termijn', jobs: ['sluit-reactietermijn'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from deelname d join aanvraag a on a.id = d.aanvraag_id where a.status = 'verleend' and d.reactie is null and d.gesloten_op is not null`,
  },
  {
    wat: 'is niet gemeld en de deelnemer is nog niet gevraagd', jobs: ['vraag-deelname-na'], sleutel: 'aanvraagId',
    rijen: `select a.kenmerk, a.id from deelname_navraag n join aanvraag a on a.id = n.aanvraag_id
            where n.brief_id is null and a.status = 'verleend' and not exists (select from deelname d where d.aanvraag_id = a.id)`,
  },
  {
    wat: 'heeft deelnames te melden en weet het niet', jobs: ['herinner-opleider'], sleutel: 'berichtId',
    rijen: `select 'bericht ' || b.id, b.id from deelname_bericht b where b.brief_id is null and exists (select from deelname_herinnering h join aanvraag a on a.id = h.aanvraag_id
            where h.bericht_id = b.id and a.status = 'verleend' and not exists (select from deelname d where d.aanvraag_id = a.id))`,
  },
  { wat: 'is ontvangen en niet gelezen', jobs: ['verwerk-deelnames'], sleutel: 'bestandId', rijen: `select 'deelnames ' || id, id from deelname_bestand where toestand = 'ontvangen'` },
  { wat: 'is geloot en de stukken zijn niet gevraagd', jobs: ['vraag-stukken-op'], sleutel: 'gevalId', rijen: `select 'controle ' || id, id from deelnamecontrole_geval where brief_id is null` },
  { wat: 'heeft nog geen PDF', jobs: ['maak-brief-pdf'], sleutel: 'briefId', rijen: 'select kenmerk, id from brief where document_id is null' },
  { wat: 'is niet verzonden', jobs: ['verstuur-mail'], sleutel: 'mailId', rijen: `select 'mail ' || id, id from mail where verzonden_op is null` },
  {
    wat: 'is goedgekeurd en niet bij de bank', jobs: ['maak-betaalbestand'], sleutel: 'batchId',
    rijen: `select msg_id, id from betaalbatch where status in ('goedgekeurd', 'aangemaakt') and vrijgegeven_op is null
              and not (exists (select from betaling b where b.batch_id = betaalbatch.id) and not exists (select from betaling b where b.batch_id = betaalbatch.id and b.status <> 'vervallen'))`,
  },
  {
    wat: 'heeft betalingen die opnieuw gaan en dat is niet gebeurd', jobs: ['betaal-vraag-opnieuw'], sleutel: 'vraagId',
    // Not one that was paid again since, nor one that could not be and became a question of its own.
    rijen: `select 'vraag ' || v.id, v.id from bankvraag v where v.gevolg = 'opnieuw' and exists (
              select from bankvraag_betaling vb join betaling b on b.id = vb.betaling_id join betaalbatch p on p.id = b.batch_id
                left join factuur f on f.id = b.factuur_id left join rente r on r.id = b.rente_id left join vordering_terugbetaling t on t.id = b.terugbetaling_id
                left join terugstorting s on s.id = b.terugstorting_id
               where vb.vraag_id = v.id and coalesce(t.status, s.status, r.status, f.status) = 'teruggekomen' and not exists (select from bankvraag a where a.betaling_id = b.id)
                 and not exists (select from betaling n join betaalbatch np on np.id = n.batch_id where np.opgesteld_op > p.opgesteld_op and n.factuur_id is not distinct from b.factuur_id
                       and n.rente_id is not distinct from b.rente_id and n.terugbetaling_id is not distinct from b.terugbetaling_id
                       and n.terugstorting_id is not distinct from b.terugstorting_id))`,
  },
  {
    wat: 'krijgt geld terug en weet het niet', jobs: ['meld-terugbetaling'], sleutel: 'terugbetalingId',
    rijen: `select coalesce(v.kenmerk, 'terugbetaling ' || t.id), t.id from vordering_terugbetaling t left join vordering v on v.id = t.vordering_id where t.gemeld_op is null and t.status in ('open', 'in-batch', 'teruggekomen')`,
  },
  {
    wat: 'is afgezegd en de deelnemers weten het niet', jobs: ['leg-annulering-voor'], sleutel: 'activiteitId',
    rijen: `select 'start ' || s.cohortcode, s.id from scholingsactiviteit s where s.status = 'geannuleerd'
              and exists (select from wijziging w join aanvraag a on a.id = w.aanvraag_id where w.brief_id is null and w.soorten = array['annulering'] and a.scholingsactiviteit_id = s.id)`,
  },
  {
    wat: 'wacht op een herinnering om te kiezen na een afzegging', jobs: ['herinner-keuze'], sleutel: 'wijzigingId',
    rijen: `select a.kenmerk, w.id from wijziging w join aanvraag a on a.id = w.aanvraag_id where w.status = 'voorgelegd' and w.herinnerd_op is not null and w.herinnering_brief_id is null and a.status = 'verleend'`,
  },
  { wat: 'is doorgezet en niet uitgevoerd', jobs: ['voer-bewerking-uit'], sleutel: 'bewerkingId', rijen: `select 'bewerking ' || id, id from bewerking where status = 'wacht'` },
  { wat: 'is ontvangen en niet verwerkt', jobs: ['verwerk-import'], sleutel: 'importId', rijen: `select 'import ' || id, id from import where toestand in ('ontvangen', 'bezig') and document_id is not null` },
  { wat: 'is ontvangen en niet gelezen', jobs: ['verwerk-bankbericht'], sleutel: 'berichtId', rijen: `select 'bankbericht ' || id, id from bankbericht where toestand = 'ontvangen'` },
  { wat: 'is ontvangen en niet gelezen', jobs: ['verwerk-aanmeldbewijzen'], sleutel: 'bestandId', rijen: `select 'aanmeldbewijzen ' || id, id from aanmeldbewijs_bestand where toestand = 'ontvangen'` },
]

/** A group of jobs that was not taken apart yet is as good as a row for each. */
function toSql({ wat, jobs, sleutel, rijen }: Wachtend): string {
  const namen = jobs.map((job) => `'${job}'`).join(', ')
  return `
    select format('%s: ${wat}, en daarvoor staat geen job klaar', r.naam)
    from (${rijen}) as r (naam, id)
    where not exists (select from outbox o where o.verwerkt_op is null and o.job in (${namen}) and o.payload ->> '${sleutel}' = r.id::text)
    ${sleutel === 'aanvraagId' ? `and r.id not in (select unnest(aanvraag_ids) from outbox_groep where job in (${namen}))` : ''}`
}

/**
 * I11: no job is lost when Redis is emptied: what must happen is written in PostgreSQL first. Every state that waits for a job
 * has its open row in the outbox, no row was given up or forgotten, and every receipt was decided on. A row that waits while
 * older ones are being done is a queue and not a loss.
 */
export const i11: Invariant = {
  id: 'I11',
  titel: 'geen job is verloren: wat nog moet gebeuren, staat klaar en komt aan de beurt',
  omvang: `select 'jobs: ' || count(*) || ', waarvan open: ' || count(*) filter (where verwerkt_op is null) from outbox`,
  checks: {
    'job-mislukt-steeds': sql(`select format('job %s (%s): is %s keer mislukt%s', id, job, pogingen, coalesce(', fout ' || fout, ''))
     from outbox where verwerkt_op is null and pogingen >= ${ALARM_POGINGEN}`),
    // What gives way to an opening has a queue of its own (ACHTERGROND in lib/platform/jobs.ts).
    'job-blijft-liggen': sql(`with bezig as (select achtergrond, min(id) as vanaf from outbox where verwerkt_op > clock_timestamp() - interval '1 minute' group by achtergrond)
     select format('job %s (%s): wacht sinds %s en niemand pakt hem op', o.id, o.job, to_char(o.created_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI'))
     from outbox o left join bezig b on b.achtergrond = o.achtergrond
     where o.verwerkt_op is null and o.pogingen < ${MAX_POGINGEN}
       and o.created_at < clock_timestamp() - ${TE_LANG}
       and (o.niet_voor is null or o.niet_voor <= (select nu()) - ${TE_LANG})
       and (o.doorgezet_op is null or o.doorgezet_op < clock_timestamp() - ${TE_LANG})
       and (b.vanaf is null or o.id < b.vanaf)
     union all
     select format('partij %s (%s): wacht sinds %s en niemand maakt er jobs van', g.id, g.job, to_char(g.created_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI'))
     from outbox_groep g where g.created_at < clock_timestamp() - ${TE_LANG}`),
    'nooit-beslist': sql(`select format('aanvraag %s (volgnummer %s): is ontvangen en na tien minuten nog niet aan de beurt geweest', a.kenmerk, i.volgnummer)
     from indiening i join aanvraag a on a.id = i.aanvraag_id
     where i.ontvangen_op < (select nu()) - ${TE_LANG} and not exists (select from toewijzing w where w.volgnummer = i.volgnummer)`),
    ...Object.fromEntries(WACHTEND.map((wachtend) => [`geen-${wachtend.jobs[0]}`, sql(toSql(wachtend))])),
  },
}
