import 'server-only'
import type { Medewerker } from '@/lib/base/actor'
import { amsterdamInstant } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import { KOP, toCsvRegel, type JournaalRegel } from '@/lib/financien/rules/journaal'
import { STAPPEN, toStap, type Stap } from '@/lib/financien/rules/ouderdom'
import type { RegelFilter } from '@/lib/financien/schema'
import { today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { getRegeling } from '@/lib/regeling/views'
import { REKENINGEN, type Rekening } from '@/lib/tijdvak/model'

export type BalansRij = { compartimentId: string; tijdvak: string; compartiment: string; saldi: Record<Rekening, Cent> }
export type Proefbalans = { rijen: BalansRij[]; totaal: Record<Rekening, Cent>; som: Cent }

/**
 * The stand of every account of every compartiment at the end of a day (Amsterdam time): the sum of what was booked until then.
 * `som` is zero, always: each boeking is in balance.
 */
export async function getProefbalans(_actor: Medewerker, op: PlainDate): Promise<Proefbalans> {
  const { rows } = await pool.query<{ compartimentId: string; tijdvak: string; compartiment: string } & Record<Rekening, number>>(`
    select c.id as "compartimentId", t.code as tijdvak, c.naam as compartiment,
      ${REKENINGEN.map((rekening) => `coalesce(sum(r.bedrag_cent) filter (where r.rekening = '${rekening}'), 0)::bigint as ${rekening}`).join(', ')}
    from compartiment c join tijdvak t on t.id = c.tijdvak_id
    left join (select r.compartiment_id, r.rekening, r.bedrag_cent from boekingsregel r join boeking b on b.id = r.boeking_id where b.geboekt_op < $1) r on r.compartiment_id = c.id
    group by c.id, t.code, t.opent_op, c.naam, c.volgorde order by t.opent_op, c.volgorde`, [amsterdamInstant(addDays(op, 1), '00:00')])
  const rijen = rows.map(({ compartimentId, tijdvak, compartiment, ...saldi }) => ({ compartimentId, tijdvak, compartiment, saldi: perRekening((rekening) => cent(saldi[rekening])) }))
  const totaal = perRekening((rekening) => sum(rijen.map(({ saldi }) => saldi[rekening])))
  return { rijen, totaal, som: sum(REKENINGEN.map((rekening) => totaal[rekening])) }
}

function perRekening(amount: (rekening: Rekening) => Cent): Record<Rekening, Cent> {
  return { plafond: amount('plafond'), vrij: amount('vrij'), gereserveerd: amount('gereserveerd'), verplicht: amount('verplicht'), crediteuren: amount('crediteuren'), betaald: amount('betaald') }
}

export const REGEL_PAGINA = 50

const REGELS = `
  select r.id as regel, b.id as boeking, b.geboekt_op as "geboektOp", b.soort, b.oorzaak, b.oorzaak_id as "oorzaakId", b.door_id as door, t.code as tijdvak, c.code as compartiment,
    r.rekening, a.kenmerk as aanvraag, o.kvk as opleider, r.bedrag_cent as "bedragCent"
  from boekingsregel r join boeking b on b.id = r.boeking_id join compartiment c on c.id = r.compartiment_id join tijdvak t on t.id = c.tijdvak_id
  left join aanvraag a on a.id = r.aanvraag_id left join opleider o on o.id = r.opleider_id`

/** Lines of the ledger, newest first; `volgende` is where the next page begins. */
export async function listRegels(_actor: Medewerker, { compartiment, rekening, voor }: RegelFilter): Promise<{ rijen: JournaalRegel[]; volgende: number | null }> {
  const { rows } = await pool.query<JournaalRegel>(
    `${REGELS} where ($1::uuid is null or r.compartiment_id = $1) and ($2::text is null or r.rekening = $2) and ($3::bigint is null or r.id < $3) order by r.id desc limit ${String(REGEL_PAGINA + 1)}`,
    [compartiment ?? null, rekening ?? null, voor ?? null])
  const rijen = rows.slice(0, REGEL_PAGINA)
  return { rijen, volgende: rows.length > REGEL_PAGINA ? (rijen.at(-1)?.regel ?? null) : null }
}

export type BoekingDetail = { regels: JournaalRegel[]; door: string; bron: { href: string; naam: string } | null }

/** One boeking with all its lines (at most a thousand), and the document behind it. Undefined when there is none. */
export async function getBoeking(_actor: Medewerker, id: string): Promise<BoekingDetail | undefined> {
  if (!/^[0-9]{1,15}$/.test(id)) return undefined
  const { rows: regels } = await pool.query<JournaalRegel>(`${REGELS} where b.id = $1 order by r.id limit 1000`, [id])
  const [eerste] = regels
  if (eerste === undefined) return undefined
  const { rows: [wie] } = await pool.query<{ naam: string | null; msgId: string | null; factuurId: string | null }>(`
    select (select medewerker_naam from gebruiker where id = $1) as naam,
      (select msg_id from betaalbatch where $2 = 'batch' and id::text = $3) as "msgId", (select id from factuur where $2 = 'factuur' and id::text = $3) as "factuurId"`,
  [eerste.door, eerste.oorzaak, eerste.oorzaakId])
  return { regels, door: eerste.door === null ? 'Systeem' : (wie?.naam ?? 'Burger of opleider'), bron: toBron(wie) }
}

function toBron(wie: { msgId: string | null; factuurId: string | null } | undefined): BoekingDetail['bron'] {
  if (wie?.msgId != null) return { href: `/uwv/betalingen/${wie.msgId}`, naam: wie.msgId }
  return wie?.factuurId == null ? null : { href: `/uwv/facturen/${wie.factuurId}`, naam: 'Factuur' }
}

export type Ouderdom = { stap: Stap; label: string; verplicht: { aantal: number; bedrag: Cent }; crediteuren: { aantal: number; bedrag: Cent } }

/** What is owed and for how long: orders that wait for an invoice, and invoices that wait to be paid. */
export async function getOuderdom(_actor: Medewerker): Promise<Ouderdom[]> {
  const { rows } = await pool.query<{ status: string; dagen: number; aantal: number; bedrag: number }>(`
    select status, greatest(0, (nu() at time zone 'Europe/Amsterdam')::date - (created_at at time zone 'Europe/Amsterdam')::date) as dagen, count(*) as aantal, sum(bedrag_cent)::bigint as bedrag
    from verplichting where status in ('open', 'gefactureerd') group by 1, 2`)
  const of = (stap: Stap, status: string) => {
    const deel = rows.filter((rij) => rij.status === status && toStap(rij.dagen) === stap)
    return { aantal: deel.reduce((som, { aantal }) => som + aantal, 0), bedrag: sum(deel.map(({ bedrag }) => cent(bedrag))) }
  }
  return STAPPEN.map(({ code, label }) => ({ stap: code, label, verplicht: of(code, 'open'), crediteuren: of(code, 'gefactureerd') }))
}

export type Aansluiting = { wat: string; grootboek: Cent; ernaast: Cent; bron: string; verschil: Cent }

/** Every number of the ledger beside the same number from the documents: the difference must be zero. */
export async function getAansluiting(_actor: Medewerker): Promise<Aansluiting[]> {
  const { rows: [g] } = await pool.query<Record<'verplicht' | 'crediteuren' | 'betaald' | 'orders' | 'facturen' | 'bestanden' | 'uitgevoerd' | 'afschriften' | 'onderweg', number>>(`
    select coalesce(sum(bedrag_cent) filter (where rekening = 'verplicht'), 0)::bigint as verplicht,
      coalesce(sum(bedrag_cent) filter (where rekening = 'crediteuren'), 0)::bigint as crediteuren,
      coalesce(sum(bedrag_cent) filter (where rekening = 'betaald'), 0)::bigint as betaald,
      (select coalesce(sum(bedrag_cent), 0)::bigint from verplichting where status = 'open') as orders,
      (select coalesce(sum(bedrag_cent), 0)::bigint from verplichting where status = 'gefactureerd') as facturen,
      (select coalesce(sum(b.bedrag_cent), 0)::bigint from betaling b join betaalbatch p on p.id = b.batch_id where b.status in ('onderweg', 'uitgevoerd') and p.vrijgegeven_op is not null) as bestanden,
      (select coalesce(sum(b.bedrag_cent), 0)::bigint from betaling b where b.status in ('uitgevoerd', 'teruggekomen') and exists (select from bankmutatie m where m.soort = 'betaling' and m.betaling_id = b.id or m.soort = 'batch' and m.betaling_id is null and m.batch_id = b.batch_id)) as uitgevoerd,
      (select coalesce(-sum(m.bedrag_cent), 0)::bigint from bankmutatie m where m.soort in ('betaling', 'batch') and not exists (select from bankvraag v where v.mutatie_id = m.id and v.soort <> 'teruggekomen')) as afschriften
    from boekingsregel`)
  if (g === undefined) throw new Error('the ledger gave no row')
  const pair = (wat: string, grootboek: number, bron: string, ernaast: number): Aansluiting => ({ wat, grootboek: cent(grootboek), bron, ernaast: cent(ernaast), verschil: cent(grootboek - ernaast) })
  return [
    pair('Verplicht', g.verplicht, 'opdrachten zonder factuur', g.orders),
    pair('Crediteuren', g.crediteuren, 'goedgekeurde facturen die nog niet betaald zijn', g.facturen),
    pair('Betaald', g.betaald, 'betalingen in bestanden bij de bank', g.bestanden),
    pair('Uitgevoerd', g.uitgevoerd, 'afschrijvingen op afschriften', g.afschriften),
  ]
}

export type Verwachting = { maand: string; aantal: number; bedrag: Cent }

/** What is expected to be paid per month (YYYY-MM): open orders by the first day on which they may be invoiced, what is invoiced now. */
export async function getVerwachting(_actor: Medewerker): Promise<Verwachting[]> {
  const vandaag = await today()
  const { dagenVoorStart } = (await getRegeling(vandaag)).get('factuur-vanaf')
  const { rows } = await pool.query<{ maand: string; aantal: number; bedrag: number }>(`
    select to_char(greatest($1::date, case when v.status = 'open' then s.startdatum - $2::int else $1::date end), 'YYYY-MM') as maand, count(*) as aantal, sum(v.bedrag_cent)::bigint as bedrag
    from verplichting v join aanvraag a on a.id = v.aanvraag_id join scholingsactiviteit s on s.id = a.scholingsactiviteit_id
    where v.status in ('open', 'gefactureerd') group by 1 order by 1`, [vandaag, dagenVoorStart])
  return rows.map(({ bedrag, ...rij }) => ({ ...rij, bedrag: cent(bedrag) }))
}

const EXPORT_STUK = 5_000

/** The whole journal as CSV, in pieces. */
export async function* streamJournaal(_actor: Medewerker): AsyncGenerator<string> {
  yield `\uFEFF${KOP}`
  let na = 0
  for (;;) {
    const { rows } = await pool.query<JournaalRegel>(`${REGELS} where r.id > $1 order by r.id limit ${String(EXPORT_STUK)}`, [na])
    const laatste = rows.at(-1)
    if (laatste === undefined) return
    yield rows.map(toCsvRegel).join('')
    na = laatste.regel
  }
}
