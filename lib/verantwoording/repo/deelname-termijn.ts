import 'server-only'
import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import { fromDbDate, prisma, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { GENOEMD, type Openstaand } from '@/lib/verantwoording/rules/deelname-berichten'
import { calculateMeldUiterlijk, type Meldtermijnen } from '@/lib/verantwoording/rules/deelname-termijn'

/** What a round did, by kind. */
export type Aantallen = Readonly<Record<string, number>>

/** The day of the last round; undefined when there was none. */
export async function findLaatsteRonde(client: PoolClient): Promise<PlainDate | undefined> {
  return (await client.query<{ dag: PlainDate }>('select dag from deelname_ronde order by dag desc limit 1')).rows[0]?.dag
}

export async function insertRonde(client: PoolClient, dag: PlainDate, aantallen: Aantallen): Promise<void> {
  await client.query('insert into deelname_ronde (dag, aantallen) values ($1, $2)', [dag, JSON.stringify(aantallen)])
}

/** What is granted and not reported, with the step of the day: the same as rules/deelname-termijn.ts, a test compares. */
const STAPPEN = `
  open as (
    select a.id, a.opleider_id, (b.einddatum + make_interval(months => $2))::date as uiterlijk
    from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
    where b.einddatum between $7::date and $1::date and a.loopt and a.status = 'verleend' and not exists (select from deelname d where d.aanvraag_id = a.id)
      -- what the opleider called off has no outcome: who did not choose stands in the worklist
      and not exists (select from wijziging w where w.aanvraag_id = a.id and w.status = 'voorgelegd' and w.soorten = array['annulering'])
  ), stap as (
    select id, opleider_id, case
      when $1::date >= uiterlijk + $6::integer then 'navraag' when $1::date >= uiterlijk + $5::integer then 'laatste'
      when $1::date >= uiterlijk + $4::integer then 'te-laat' when $1::date >= uiterlijk - $3::integer and $1::date <= uiterlijk then 'vooraf' end as soort
    from open
  )`

/** The terms, and the first end date that is looked at. */
export type Blik = Meldtermijnen & { readonly vanaf: PlainDate }

type Telling = { soort: string; aantal: number }

/** Opleiders that have to be reminded today: one message for each, and which deelnemers are in it. All in one statement. */
export async function insertHerinneringen(client: PoolClient, vandaag: PlainDate, t: Blik): Promise<Telling[]> {
  const { rows } = await client.query<Telling>(`with ${STAPPEN}, nieuw as (
      select s.* from stap s where s.soort in ('vooraf', 'te-laat', 'laatste')
        and not exists (select from deelname_herinnering h where h.aanvraag_id = s.id and h.soort = s.soort and h.versie = 0)
    ), bericht as (
      insert into deelname_bericht (opleider_id, dag) select distinct opleider_id, $1::date from nieuw returning id, opleider_id
    ), gedaan as (
      insert into deelname_herinnering (aanvraag_id, soort, dag, bericht_id) select n.id, n.soort, $1::date, b.id from nieuw n join bericht b on b.opleider_id = n.opleider_id returning soort
    ), job as (
      insert into outbox (job, payload) select 'herinner-opleider', jsonb_build_object('berichtId', id) from bericht
    )
    select soort, count(*)::integer as aantal from gedaan group by soort`, waarden(vandaag, t))
  return rows
}

/** Burgers who have to be asked because their opleider reported nothing. */
export async function insertNavragen(client: PoolClient, vandaag: PlainDate, t: Blik & { antwoordUiterlijkOp: PlainDate }): Promise<number> {
  const { rowCount } = await client.query(`with ${STAPPEN}, gedaan as (
      insert into deelname_navraag (aanvraag_id, uiterlijk_op)
      select s.id, $8::date from stap s where s.soort = 'navraag' and not exists (select from deelname_navraag n where n.aanvraag_id = s.id) returning aanvraag_id
    )
    insert into outbox (job, payload) select 'vraag-deelname-na', jsonb_build_object('aanvraagId', aanvraag_id) from gedaan`, [...waarden(vandaag, t), t.antwoordUiterlijkOp])
  return rowCount ?? 0
}

function waarden(vandaag: PlainDate, { maanden, voorDagen, naDagen, laatsteDagen, navraagDagen, vanaf }: Blik): (string | number)[] {
  return [vandaag, maanden, voorDagen, naDagen, laatsteDagen, navraagDagen, vanaf]
}

/** Burgers whose term to answer ends within so many days, once for every version of a report. */
export async function insertReactieherinneringen(client: PoolClient, vandaag: PlainDate, dagen: number): Promise<number> {
  const { rowCount } = await client.query(`with gedaan as (
      insert into deelname_herinnering (aanvraag_id, soort, versie, dag)
      select d.aanvraag_id, 'reactie', d.versie, $1::date from deelname d join aanvraag a on a.id = d.aanvraag_id
      where d.reactie is null and d.reactie_uiterlijk_op between $1::date and $2::date and d.brief_id is not null and a.status = 'verleend'
        and not exists (select from deelname_herinnering h where h.aanvraag_id = d.aanvraag_id and h.soort = 'reactie' and h.versie = d.versie)
      returning aanvraag_id
    )
    insert into outbox (job, payload) select 'herinner-reactie', jsonb_build_object('aanvraagId', aanvraag_id) from gedaan`, [vandaag, addDays(vandaag, dagen)])
  return rowCount ?? 0
}

/** Closes the terms that went by without an answer. Who was never asked is not closed. */
export async function closeReactietermijnen(client: PoolClient, vandaag: PlainDate): Promise<number> {
  const { rowCount } = await client.query(`with gedaan as (
      update deelname d set gesloten_op = nu() from aanvraag a
      where a.id = d.aanvraag_id and a.status = 'verleend' and d.reactie is null and d.gesloten_op is null and d.brief_id is not null and d.reactie_uiterlijk_op < $1::date
      returning d.aanvraag_id
    )
    insert into outbox (job, payload) select 'sluit-reactietermijn', jsonb_build_object('aanvraagId', aanvraag_id) from gedaan`, [vandaag])
  return rowCount ?? 0
}

export async function findHerinnering(tx: Tx, aanvraagId: string, versie: number): Promise<{ briefId: string | null } | undefined> {
  return (await tx.deelnameHerinnering.findUnique({ where: { aanvraagId_soort_versie: { aanvraagId, soort: 'reactie', versie } }, select: { briefId: true } })) ?? undefined
}

export async function saveHerinneringBrief(tx: Tx, { aanvraagId, versie, briefId }: { aanvraagId: string; versie: number; briefId: string }): Promise<void> {
  await tx.deelnameHerinnering.update({ where: { aanvraagId_soort_versie: { aanvraagId, soort: 'reactie', versie } }, data: { briefId }, select: { dag: true } })
}

/** A message that is still to be sent, locked, with what of it is open now; undefined when it was sent. `grens` is the first end date that is not late. */
export async function lockBericht(tx: Tx, id: string, { maanden, grens }: { maanden: number; grens: PlainDate }): Promise<({ opleiderId: string; opleider: string } & Openstaand) | undefined> {
  await tx.$executeRaw`select 1 from deelname_bericht where id = ${id}::uuid for no key update`
  const rij = await tx.deelnameBericht.findUnique({ where: { id }, include: { opleider: { select: { naam: true } } } })
  if (rij?.briefId !== null) return undefined
  const open = { berichtId: id, aanvraag: { status: 'verleend', deelname: null } }
  const genoemd = await tx.deelnameHerinnering.findMany({
    where: open, orderBy: { aanvraag: { aanmeldbewijs: { einddatum: 'asc' } } }, take: GENOEMD,
    select: { aanvraag: { select: { kenmerk: true, aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true, einddatum: true } } } } },
  })
  return {
    opleiderId: rij.opleiderId, opleider: rij.opleider.naam, aantal: await tx.deelnameHerinnering.count({ where: open }),
    laat: await tx.deelnameHerinnering.count({ where: { ...open, aanvraag: { ...open.aanvraag, aanmeldbewijs: { einddatum: { lt: toDbDate(grens) } } } } }),
    genoemd: genoemd.map(({ aanvraag: { kenmerk, aanmeldbewijs: { voornaam, tussenvoegsel, achternaam, einddatum } } }) => ({
      kenmerk, deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '), meldenVoor: calculateMeldUiterlijk(fromDbDate(einddatum), { maanden }),
    })),
  }
}

export async function saveBerichtBrief(tx: Tx, id: string, briefId: string): Promise<void> {
  await tx.deelnameBericht.update({ where: { id }, data: { briefId }, select: { id: true } })
}

export type Navraag = { readonly uiterlijkOp: PlainDate; readonly briefId: string | null; readonly antwoord: string | null }

/** The question to a burger about a scholing that nobody reported on; the aanvraag is locked by the caller. */
export async function findNavraag(tx: Tx, aanvraagId: string): Promise<Navraag | undefined> {
  const rij = await tx.deelnameNavraag.findUnique({ where: { aanvraagId } })
  return rij === null ? undefined : { uiterlijkOp: fromDbDate(rij.uiterlijkOp), briefId: rij.briefId, antwoord: rij.antwoord }
}

export async function saveNavraag(tx: Tx, aanvraagId: string, data: { briefId: string } | { antwoord: string; toelichting: string | null; bewijsId: string | null; beantwoordOp: Date }): Promise<void> {
  await tx.deelnameNavraag.update({ where: { aanvraagId }, data, select: { aanvraagId: true } })
}

/** Longer ago is in the worklist of who settles of office, if it is anywhere. */
const TERUG_MAANDEN = 24

/** Opleiders with reports that are late on a day, the most first; `grens` is the first end date of which the term is not over. */
export async function listTeLateOpleiders(grens: PlainDate, { skip, take }: { skip: number; take: number }) {
  return prisma.$queryRaw<{ id: string; naam: string; email: string; aantal: number; oudste: Date; totaal: number }[]>`
    select o.id, o.naam, o.email, count(*)::integer as aantal, min(b.einddatum) as oudste, (count(*) over ())::integer as totaal
    from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id join opleider o on o.id = a.opleider_id
    where b.einddatum >= ${toDbDate(addMonths(grens, -TERUG_MAANDEN))}::date and b.einddatum < ${toDbDate(grens)}::date and a.loopt and a.status = 'verleend' and not exists (select from deelname d where d.aanvraag_id = a.id)
    group by o.id order by aantal desc, o.naam limit ${take} offset ${skip}`
}
