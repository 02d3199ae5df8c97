import 'server-only'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import type { PlainDate } from '@/lib/base/date'
import { pool, prisma } from '@/lib/platform/db'
import { readBesluitstand } from '@/lib/verantwoording/repo/vaststelling'
import { OVER_DEELNEMER } from '@/lib/verantwoording/rules/opleider-brieven'
import { isOverOpleider } from '@/lib/verantwoording/rules/vaststelling-voornemen'

export type OpleiderVoornemenRij = {
  readonly kenmerk: string
  readonly deelnemer: string
  readonly opleiding: string
  readonly soort: string
  readonly reagerenTot: PlainDate
  /** open | besloten | vervallen */
  readonly status: string
  readonly isGereageerd: boolean
  readonly totaal: number
}

/** The aanvragen about which this opleider was asked, each with its latest voornemen: what waits for a reaction first, the shortest term on top. */
export async function listVoornemensVan(opleiderId: string, { skip, take }: { skip: number; take: number }): Promise<readonly OpleiderVoornemenRij[]> {
  const { rows } = await pool.query<OpleiderVoornemenRij>(`
    with laatste as (
      select distinct on (v.aanvraag_id) v.aanvraag_id, v.besluit_soort as soort, v.reageren_tot, v.status, v.op,
             exists (select from zienswijze z where z.voornemen_id = v.id and z.van = 'opleider') as gereageerd
      from voornemen v join aanvraag a on a.id = v.aanvraag_id
      where a.opleider_id = $1 and (v.opleider_brief_id is not null or v.van = 'opleider')
      order by v.aanvraag_id, (v.status = 'open') desc, v.op desc)
    select a.kenmerk, concat_ws(' ', b.voornaam, b.tussenvoegsel, b.achternaam) as deelnemer, a.momentopname->'opleiding'->>'titel' as opleiding, l.soort,
           l.reageren_tot as "reagerenTot", l.status, l.gereageerd as "isGereageerd", count(*) over ()::integer as totaal
    from laatste l join aanvraag a on a.id = l.aanvraag_id join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
    order by (l.status = 'open' and not l.gereageerd) desc, (l.status = 'open') desc, case when l.status = 'open' then l.reageren_tot end, l.op desc, a.kenmerk
    limit $2 offset $3`, [opleiderId, take, skip])
  return rows
}

/** How many voornemens wait for a reaction of this opleider. */
export async function countTeReageren(opleiderId: string): Promise<number> {
  const { rows: [rij] } = await pool.query<{ aantal: number }>(`
    select count(*)::integer as aantal from voornemen v join aanvraag a on a.id = v.aanvraag_id
    where a.opleider_id = $1 and v.status = 'open' and (v.opleider_brief_id is not null or v.van = 'opleider')
      and not exists (select from zienswijze z where z.voornemen_id = v.id and z.van = 'opleider')`, [opleiderId])
  return rij?.aantal ?? 0
}

/** What this opleider was asked about an aanvraag, the newest first, with only its own reactions; undefined when it was asked nothing. */
export async function findOpleiderVoornemens(opleiderId: string, kenmerk: string) {
  const rij = await prisma.aanvraag.findFirst({
    where: { kenmerk, opleiderId, voornemens: { some: { OR: [{ opleiderBriefId: { not: null } }, { van: 'opleider' }] } } },
    select: {
      id: true, momentopname: true, aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true } },
      vorderingen: { where: { schuldenaarOpleiderId: opleiderId }, select: { kenmerk: true, besluitId: true } },
    },
  })
  if (rij === null) return undefined
  const { voornemens } = await readBesluitstand(prisma, rij.id)
  const { voornaam, tussenvoegsel, achternaam } = rij.aanmeldbewijs
  return {
    deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '),
    titel: momentopnameSchema.parse(rij.momentopname).opleiding.titel,
    voornemens: voornemens.filter(({ opleiderBriefId, van }) => opleiderBriefId !== null || van === 'opleider').toReversed().map((een) => ({
      id: een.id, soort: een.soort, status: een.status, reden: isOverOpleider(een) ? een.reden : OVER_DEELNEMER, bedragCent: een.bedragCent, van: een.van, op: een.op, reagerenTot: een.reagerenTot,
      opleiderBriefId: een.opleiderBriefId, opleiderBesluitBriefId: een.opleiderBesluitBriefId,
      zienswijzen: een.zienswijzen.filter(({ van }) => van === 'opleider'),
      vordering: rij.vorderingen.find(({ besluitId }) => besluitId !== null && besluitId === een.besluitId)?.kenmerk ?? null,
    })),
  }
}
