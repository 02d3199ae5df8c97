import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import type { Period } from '@/lib/base/period'
import type { Verschuiving } from '@/lib/betaling/rules/rente'
import { leesOpgeschortePerioden } from '@/lib/opschorting/use-cases/lees-opgeschorte-perioden'
import { pool, prisma, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import type { Rentedeel } from '@/lib/regeling/rules/wettelijke-rente'

/** An invoice that was received so long ago that we may be late with it. `betaaldOp` is null when it is still to be paid. */
export type LateFactuur = { readonly factuurId: string; readonly betaaldOp: PlainDate | null }

/**
 * Invoices that came more than the term ago and for which interest may still have to be fixed: those of `kandidaten`, which are paid
 * now, and those that were paid on a later day than their interest was counted to. Of a payment that came back the first try counts:
 * the account was the opleider's to get right.
 */
export async function listLateFacturen(kandidaten: readonly string[], { vandaag, weken }: { vandaag: PlainDate; weken: number }): Promise<readonly LateFactuur[]> {
  const { rows } = await pool.query<{ factuurId: string; betaaldOp: string | null }>(`
    select f.id as "factuurId", p.dag::text as "betaaldOp"
      from factuur f
      left join lateral (select min(p.uitvoeringsdag) as dag from betaling b join betaalbatch p on p.id = b.batch_id
                          where b.factuur_id = f.id and b.rente_id is null and p.uitvoeringsdag is not null and b.status <> 'vervallen') p on true
     where (f.ontvangen_op at time zone 'Europe/Amsterdam')::date < $2::date - 7 * $3::int
       and case when f.id = any ($1) then p.dag is null or not exists (select from rente r where r.factuur_id = f.id and r.tot_en_met >= p.dag)
                else f.status = 'betaald' and p.dag > (f.ontvangen_op at time zone 'Europe/Amsterdam')::date + 7 * $3::int
                     and not exists (select from rente r where r.factuur_id = f.id and r.tot_en_met >= p.dag) end`, [kandidaten, vandaag, weken])
  return rows.map(({ factuurId, betaaldOp }) => ({ factuurId, betaaldOp: betaaldOp === null ? null : plainDate(betaaldOp) }))
}

/** An invoice with everything its interest is counted from, locked until the transaction ends. */
export async function lockVoorRente(tx: Tx, factuurId: string, dagenVoorStart: number) {
  await tx.$executeRaw`select 1 from factuur where id = ${factuurId}::uuid for update`
  const factuur = await tx.factuur.findUniqueOrThrow({ where: { id: factuurId }, include: { opleider: true, verplichting: true, rente: { select: { bedragCent: true } } } })
  if (factuur.verplichting === null || factuur.bedragCent === null) throw new Error(`factuur ${factuurId} belongs to no order`)
  const [dag] = await tx.$queryRaw<{ ontvangen: string }[]>`select (ontvangen_op at time zone 'Europe/Amsterdam')::date::text as ontvangen from factuur where id = ${factuurId}::uuid`
  return {
    factuurnummer: factuur.factuurnummer, opleider: factuur.opleider, verplichting: factuur.verplichting, hoofdsom: cent(factuur.bedragCent - factuur.gecrediteerdCent),
    ontvangenOp: plainDate(dag?.ontvangen ?? ''), eerder: cent(factuur.rente.reduce((som, { bedragCent }) => som + bedragCent, 0)),
    // Nobody is late on the days on which payment was suspended (Awb 4:56), or on which the invoice was too high.
    opgeschort: [...(await leesOpgeschortePerioden(tx, [factuur.verplichting.aanvraagId])).get(factuur.verplichting.aanvraagId) ?? [], ...await listTeHoog(tx, factuurId)],
    verschoven: await listVerschoven(tx, factuur.verplichting.aanvraagId, dagenVoorStart),
  }
}

/** The days on which the start was moved with the consent of the burger, and from when it could be paid then. */
async function listVerschoven(tx: Tx, aanvraagId: string, dagenVoorStart: number): Promise<Verschuiving[]> {
  const rijen = await tx.$queryRaw<{ op: string; vanaf: string }[]>`
    select (w.beantwoord_op at time zone 'Europe/Amsterdam')::date::text as op, ((w.nieuw ->> 'startdatum')::date - ${dagenVoorStart}::int)::text as vanaf
      from wijziging w where w.aanvraag_id = ${aanvraagId}::uuid and w.status = 'aanvaard' and 'datum' = any (w.soorten) order by w.beantwoord_op`
  return rijen.map(({ op, vanaf }) => ({ op: plainDate(op), vanaf: plainDate(vanaf) }))
}

/** From the report of a fee that made the invoices of its order too high together until the last credit note after it; nothing when they never were. */
async function listTeHoog(tx: Tx, factuurId: string): Promise<Period[]> {
  const rijen = await tx.$queryRaw<{ van: string; tot: string | null }[]>`
    with feit as (
      select v.id as verplichting, k.bedrag_cent as kosten, b.bedrag_cent as verleend, (k.gemeld_op at time zone 'Europe/Amsterdam')::date as gemeld, k.gemeld_op
        from factuur f join verplichting v on v.id = f.verplichting_id join annuleringskosten k on k.aanvraag_id = v.aanvraag_id join besluit b on b.aanvraag_id = v.aanvraag_id and b.soort = 'verlening'
       where f.id = ${factuurId}::uuid
    ), credit as (
      select coalesce(sum(c.bedrag_cent), 0) as cent, max((c.ontvangen_op at time zone 'Europe/Amsterdam')::date) as laatste
        from feit join factuur f on f.verplichting_id = feit.verplichting join factuur c on c.verwijst_naar = f.id and c.soort = 'creditnota' and c.status = 'verwerkt' and c.ontvangen_op >= feit.gemeld_op
    ), staand as (
      select coalesce(sum(factuur_netto(f)), 0) as cent from feit join factuur f on f.verplichting_id = feit.verplichting
    )
    select feit.gemeld::text as van, case when staand.cent + feit.kosten > feit.verleend then null else credit.laatste::text end as tot
      from feit, credit, staand where staand.cent + credit.cent + feit.kosten > feit.verleend and (credit.laatste is null or credit.laatste > feit.gemeld)`
  return rijen.map(({ van, tot }) => ({ van: plainDate(van), tot: tot === null ? null : plainDate(tot) }))
}

export type NieuweRente = { factuurId: string; bedragCent: Cent; hoofdsomCent: Cent; van: PlainDate; totEnMet: PlainDate; delen: readonly Rentedeel[]; briefId: string }

export async function saveRente(tx: Tx, { van, totEnMet, delen, ...rij }: NieuweRente): Promise<string> {
  const data = { ...rij, van: toDbDate(van), totEnMet: toDbDate(totEnMet), delen: delen.map((deel) => ({ ...deel })) }
  return (await tx.rente.create({ data, select: { id: true } })).id
}

export type RenteKandidaat = { renteId: string; factuurId: string; ordernummer: string; bedragCent: number; iban: string; naam: string; tenaamstelling: string | null; pogingen: number }

/**
 * Interest that may be paid now, locked: its invoice is paid, in this batch, or refused because its order ended after we were late with it,
 * and the account in use is one that may be paid on.
 */
export async function lockRente(client: PoolClient, factuurIds: readonly string[]): Promise<readonly RenteKandidaat[]> {
  const { rows } = await client.query<RenteKandidaat>(`
    select r.id as "renteId", f.id as "factuurId", v.ordernummer, r.bedrag_cent as "bedragCent", o.iban, o.naam, o.iban_tenaamstelling as tenaamstelling,
           (select count(*)::int from betaling b join factuur a on a.id = b.factuur_id where a.verplichting_id = v.id and b.rente_id is not null)
             + (row_number() over (partition by v.id order by r.vastgesteld_op, r.id))::int - 1 as pogingen
      from rente r join factuur f on f.id = r.factuur_id join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id join opleider o on o.id = f.opleider_id
     where r.status = 'te-betalen' and (f.status in ('betaald', 'afgekeurd') or f.id = any ($1)) and o.iban is not null
       and not exists (select from opgeschorte_aanvraag w where w.aanvraag_id = a.id)
       and exists (select from naamcontrole n where n.opleider_id = o.id and n.iban = o.iban and n.antwoord in ('match', 'aanvaard'))
       and r.id in (select id from rente where status = 'te-betalen' for update skip locked)
     order by r.vastgesteld_op, r.id`, [factuurIds])
  return rows
}

/** Interest of which the payment came back, ready to be paid again on the account in use. False when it is not in that state. */
export async function saveRenteOpnieuw(tx: Tx, renteId: string): Promise<boolean> {
  return (await tx.rente.updateMany({ where: { id: renteId, status: 'teruggekomen' }, data: { status: 'te-betalen' } })).count === 1
}

/** Interest on an invoice that was not paid and is in no batch, moved to vervallen, with to whom it was promised. */
export async function saveRenteVervallen(tx: Tx, factuurId: string) {
  await tx.$executeRaw`select 1 from rente where factuur_id = ${factuurId}::uuid order by id for update`
  const rijen = await tx.rente.findMany({ where: { factuurId, status: { in: ['te-betalen', 'teruggekomen'] } }, include: { factuur: { include: { opleider: true, verplichting: true } } }, orderBy: { totEnMet: 'asc' } })
  await tx.rente.updateMany({ where: { id: { in: rijen.map(({ id }) => id) } }, data: { status: 'vervallen' } })
  return rijen
}

/** Interest on one invoice, oldest first; of an opleider only when the invoice is theirs. */
export function listRenteVan(factuurId: string, opleiderId: string | null) {
  return prisma.rente.findMany({ where: { factuurId, ...(opleiderId === null ? {} : { factuur: { opleiderId } }) }, orderBy: { totEnMet: 'asc' } })
}

/** Of each account in a batch what was decided about its name: the latest match, or that somebody took it on and why. */
export async function listNaamoordelen(batchId: string): Promise<readonly { iban: string; opleiderId: string; antwoord: string; toelichting: string | null }[]> {
  return prisma.$queryRaw<{ iban: string; opleiderId: string; antwoord: string; toelichting: string | null }[]>`
    select distinct on (n.opleider_id, n.iban) n.iban, n.opleider_id as "opleiderId", n.antwoord, n.toelichting
      from naamcontrole n
     where (n.opleider_id, n.iban) in (select f.opleider_id, b.iban from betaling b join factuur f on f.id = b.factuur_id where b.batch_id = ${batchId}::uuid) and n.antwoord in ('match', 'aanvaard')
     order by n.opleider_id, n.iban, n.id desc`
}
