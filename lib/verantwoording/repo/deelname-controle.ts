import 'server-only'
import { createHash } from 'node:crypto'
import type { PlainDate } from '@/lib/base/date'
import { fromDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { WIJZEN, type ControleOordeel, type ControleSignaal, type DeelnameSignaal } from '@/lib/verantwoording/model'
import type { ControleFeiten } from '@/lib/verantwoording/rules/deelname-controle'

type PopulatieRij = { id: string; opleider_id: string; versie: number; wijze: string | null; percentage: number | null; te_laat: boolean; betwist: boolean; bewijs: boolean; zonder_reactie: boolean; eerder: boolean; gestopt: boolean }

/** A report that can be drawn, with what is known of it. */
export type Kandidaat = { readonly id: string; readonly opleiderId: string; readonly versie: number; readonly feiten: ControleFeiten }

/** The reports of a month that say a scholing was completed, in order of aanvraag. */
export async function listPopulatie(client: PoolClient, maand: { van: PlainDate; tot: PlainDate }, { maanden, norm }: { maanden: number; norm: number }): Promise<readonly Kandidaat[]> {
  const { rows } = await client.query<PopulatieRij>(`
    select d.aanvraag_id as id, a.opleider_id, d.versie, d.wijze, d.percentage, d.bewijs_id is not null as bewijs,
      (d.gemeld_op at time zone 'Europe/Amsterdam')::date > (b.einddatum + make_interval(months => $3))::date as te_laat,
      d.reactie is not distinct from 'betwist' as betwist, d.reactie is not distinct from 'zonder-reactie' as zonder_reactie,
      exists (select from deelnamecontrole_geval g where g.opleider_id = a.opleider_id and g.oordeel <> 'goed' and g.beoordeeld_op > nu() - interval '1 year') as eerder,
      exists (select from stopzetting s where s.aanvraag_id = a.id) as gestopt
    from deelname d join aanvraag a on a.id = d.aanvraag_id join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
    where d.uitkomst = 'succesvol' and d.gemeld_op >= $1::date::timestamp at time zone 'Europe/Amsterdam' and d.gemeld_op < $2::date::timestamp at time zone 'Europe/Amsterdam'
    order by d.aanvraag_id`, [maand.van, maand.tot, maanden])
  return rows.map((rij) => ({
    id: rij.id, opleiderId: rij.opleider_id, versie: rij.versie,
    feiten: {
      isTeLaat: rij.te_laat, isBetwist: rij.betwist, hasBewijs: rij.bewijs, isZonderReactie: rij.zonder_reactie, hasEerderOnvoldoende: rij.eerder, isGestopt: rij.gestopt,
      wijze: WIJZEN.find((one) => one === rij.wijze) ?? null, percentage: rij.percentage, norm,
    },
  }))
}

export async function hasControle(client: PoolClient, maand: PlainDate): Promise<boolean> {
  return (await client.query('select from deelnamecontrole where maand = $1', [maand])).rowCount === 1
}

/** SHA-256 as the draw wants it. */
export function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

/** The fingerprint of the list that was drawn from: one line for each, `aanvraag gewicht`, as the published rule says. */
export function fingerprint(regels: readonly string[]): string {
  return createHash('sha256').update(regels.join('\n')).digest('hex')
}

export type Getrokken = { readonly id: string; readonly opleiderId: string; readonly versie: number; readonly gewicht: number; readonly signalen: readonly ControleSignaal[] }

/** Stores a sample with its cases; a job asks for the documents of each. */
export async function insertControle(client: PoolClient, controle: { maand: PlainDate; zaad: string; populatie: number; populatieHash: string; uiterlijkOp: PlainDate }, gevallen: readonly Getrokken[]): Promise<void> {
  const { maand, zaad, populatie, populatieHash, uiterlijkOp } = controle
  const rijen = gevallen.map(({ id, opleiderId, versie, gewicht, signalen }, index) => ({ nummer: index + 1, aanvraag_id: id, opleider_id: opleiderId, deelname_versie: versie, gewicht, signalen }))
  await client.query(`with c as (
      insert into deelnamecontrole (maand, zaad, populatie, populatie_hash, uiterlijk_op) values ($1, $2, $3, $4, $5) returning id
    ), g as (
      insert into deelnamecontrole_geval (controle_id, nummer, aanvraag_id, opleider_id, deelname_versie, gewicht, signalen)
      select c.id, r.nummer, r.aanvraag_id, r.opleider_id, r.deelname_versie, r.gewicht, r.signalen
      from c, jsonb_to_recordset($6::jsonb) as r (nummer integer, aanvraag_id uuid, opleider_id uuid, deelname_versie integer, gewicht integer, signalen text[]) returning id
    )
    insert into outbox (job, payload) select 'vraag-stukken-op', jsonb_build_object('gevalId', id) from g`, [maand, zaad, populatie, populatieHash, uiterlijkOp, JSON.stringify(rijen)])
}

/** A case, locked; undefined when it is not there, or of another opleider. */
export async function lockGeval(tx: Tx, van: { id: string; opleiderId?: string }) {
  await tx.$executeRaw`select 1 from deelnamecontrole_geval where id = ${van.id}::uuid for no key update`
  const rij = await tx.deelnamecontroleGeval.findFirst({
    where: van,
    include: {
      controle: { select: { uiterlijkOp: true } }, opleider: { select: { naam: true } }, _count: { select: { stukken: true } },
      aanvraag: { select: { kenmerk: true, status: true, opleiding: { select: { titel: true } }, aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true } } } },
    },
  })
  if (rij === null) return undefined
  const { kenmerk, opleiding, aanmeldbewijs: { voornaam, tussenvoegsel, achternaam } } = rij.aanvraag
  return {
    id: rij.id, aanvraagId: rij.aanvraagId, opleiderId: rij.opleiderId, briefId: rij.briefId, isBeoordeeld: rij.oordeel !== null, isIngeleverd: rij.ingeleverdOp !== null,
    stukken: rij._count.stukken, uiterlijkOp: fromDbDate(rij.controle.uiterlijkOp), kenmerk, opleider: rij.opleider.naam, opleiding: opleiding.titel,
    deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '),
  }
}

type GevalStap = { briefId: string } | { ingeleverdOp: Date } | { oordeel: ControleOordeel; reden: string; doorId: string; beoordeeldOp: Date }

export async function saveGeval(tx: Tx, id: string, stap: GevalStap): Promise<void> {
  await tx.deelnamecontroleGeval.update({ where: { id }, data: stap, select: { id: true } })
}

export async function insertStuk(tx: Tx, stuk: { gevalId: string; documentId: string; omschrijving: string; doorId: string }): Promise<void> {
  await tx.deelnamecontroleStuk.create({ data: stuk, select: { id: true } })
}

/** What the vaststelling has to know; it marks it as handled when it has decided. */
export async function insertSignaal(tx: Tx, signaal: { aanvraagId: string; soort: DeelnameSignaal; gevalId: string; reden: string }): Promise<void> {
  await tx.deelnameSignaal.create({ data: signaal, select: { id: true } })
}
