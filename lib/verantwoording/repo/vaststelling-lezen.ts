import 'server-only'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import { oneOf } from '@/lib/base/one-of'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { ZAAKREDENEN, type Zaakreden } from '@/lib/verantwoording/model'
import { toDeelname, type Deelname } from '@/lib/verantwoording/repo'
import { readBesluitstand, type Besluitstand } from '@/lib/verantwoording/repo/vaststelling'

export type ZaakRij = {
  readonly kenmerk: string
  readonly naam: string
  readonly opleiding: string
  readonly opleider: string
  readonly reden: Zaakreden
  /** The day from which it waits for a behandelaar, or until which it waits for a reaction. */
  readonly op: PlainDate
  readonly geldendCent: number
  readonly isBetaald: boolean
}

// $1 is today in Amsterdam, $2 the day before which a scholing must have ended to be settled without a report (Awb 4:47).
const ZAKEN = `
  with open_voornemen as (
    select v.aanvraag_id, min(v.reageren_tot) as tot, min(v.op) as sinds,
           bool_or(v.reageren_tot < $1::date or is_gehoord(v, null)) as beslisbaar
    from voornemen v where v.status = 'open' group by 1
  ), zaak as (
    select a.id, o.tot, case
        when o.beslisbaar then 'beslissen' when h.aanvraag_id is not null then 'herroepen' when o.aanvraag_id is not null then 'wacht-op-reactie'
        when a.status = 'betwist' then 'betwist'
        when d.uitkomst = 'niet-succesvol' and d.reactie is not null then 'niet-afgerond'
        when a.status = 'verleend' and d.uitkomst = 'succesvol' and gestopt.aanvraag_id is not null then 'gestopt'
        when a.status = 'verleend' and d.uitkomst = 'succesvol' and kosten.aanvraag_id is not null then 'annuleringskosten'
        when g.aanvraag_id is not null then 'signaal'
        when k.aanvraag_id is not null then 'afgezegd'
        when s.aanvraag_id is not null then 'schade-betalen'
        else 'niets-gemeld' end as reden,
      coalesce((o.sinds at time zone 'Europe/Amsterdam')::date, h.sinds, (d.reactie_op at time zone 'Europe/Amsterdam')::date, g.op, k.sinds, s.sinds, b.einddatum) as sinds
    from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
    left join open_voornemen o on o.aanvraag_id = a.id
    left join (select aanvraag_id, (voorgesteld_op at time zone 'Europe/Amsterdam')::date as sinds from herroeping where status = 'voorgesteld') h on h.aanvraag_id = a.id
    left join deelname d on d.aanvraag_id = a.id
    left join (select aanvraag_id, min(op at time zone 'Europe/Amsterdam')::date as op from deelname_signaal where afgehandeld_op is null group by 1) g on g.aanvraag_id = a.id
    -- who did not choose in time after the opleider called the scholing off (lib/wijziging, rules/keuze.ts)
    left join (select aanvraag_id, max(wissel_uiterlijk_op) + 1 as sinds from wijziging
                where status = 'voorgelegd' and soorten = array['annulering'] and wissel_uiterlijk_op < $1::date and brief_id is not null group by 1) k on k.aanvraag_id = a.id
    left join (select e.aanvraag_id, min(v.op at time zone 'Europe/Amsterdam')::date as sinds from schadevergoeding v join besluit e on e.id = v.besluit_id
                where v.bedrag_cent > 0 and v.betaald_op is null group by 1) s on s.aanvraag_id = a.id
    left join stopzetting gestopt on gestopt.aanvraag_id = a.id
    left join annuleringskosten kosten on kosten.aanvraag_id = a.id
    where o.aanvraag_id is not null or h.aanvraag_id is not null or s.aanvraag_id is not null
       or a.status = 'betwist'
       or a.status = 'vastgesteld' and g.aanvraag_id is not null
       or a.status = 'verleend' and d.uitkomst = 'succesvol' and (gestopt.aanvraag_id is not null or kosten.aanvraag_id is not null and d.reactie is not null)
       or a.status = 'verleend' and (d.uitkomst = 'niet-succesvol' and d.reactie is not null or g.aanvraag_id is not null or k.aanvraag_id is not null
          or d.aanvraag_id is null and b.einddatum < $2::date)
  )`

/** A page of the worklist, what can be decided first and the longest waiting on top; with how many there are of each reason. */
export async function listZaken(
  { vandaag, eindeVoor }: { vandaag: PlainDate; eindeVoor: PlainDate },
  { reden, offset, limit }: { reden: Zaakreden | undefined; offset: number; limit: number },
): Promise<{ rijen: readonly ZaakRij[]; perReden: readonly { reden: Zaakreden; aantal: number }[] }> {
  const [rijen, telling] = await Promise.all([
    pool.query<ZaakRij>(`${ZAKEN}
      select a.kenmerk, a.momentopname->'persoon'->>'naam' as naam, a.momentopname->'opleiding'->>'titel' as opleiding, p.naam as opleider, z.reden,
             case when z.reden = 'wacht-op-reactie' then z.tot else z.sinds end as op,
             coalesce(v.bedrag_cent, a.bedrag_cent) as "geldendCent", coalesce(v.status = 'betaald', false) as "isBetaald"
      from zaak z join aanvraag a on a.id = z.id join opleider p on p.id = a.opleider_id left join verplichting v on v.aanvraag_id = a.id
      where $3::text is null or z.reden = $3
      order by array_position($4::text[], z.reden), op, a.kenmerk limit $5 offset $6`, [vandaag, eindeVoor, reden ?? null, ZAAKREDENEN, limit, offset]),
    pool.query<{ reden: Zaakreden; aantal: number }>(`${ZAKEN} select reden, count(*)::integer as aantal from zaak group by 1`, [vandaag, eindeVoor]),
  ])
  return {
    rijen: rijen.rows,
    perReden: ZAAKREDENEN.flatMap((naam) => telling.rows.filter((rij) => rij.reden === naam)),
  }
}

/** Everything about one aanvraag after its verlening, on one page. */
export type Zaak = {
  readonly id: string
  readonly kenmerk: string
  readonly naam: string
  readonly opleiding: string
  readonly opleider: string
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate
  readonly status: AanvraagStatus
  readonly deelname: Deelname | null
  readonly navraag: { readonly antwoord: string | null; readonly toelichting: string | null; readonly uiterlijkOp: PlainDate } | null
  readonly signalen: readonly { readonly soort: string; readonly reden: string }[]
  /** The burger reported to stop. */
  readonly gestopt: { readonly op: PlainDate; readonly toelichting: string | null } | null
  /** What the opleider says it charged the burger for stopping, in cents. */
  readonly annuleringskosten: { readonly bedragCent: Cent; readonly toelichting: string } | null
  /** The opleider called the scholing off, and the burger did not choose yet. */
  readonly afzegging: { readonly op: PlainDate; readonly reden: string; readonly kiezenTot: PlainDate; readonly herinnerdOp: PlainDate | null } | null
  readonly stand: Besluitstand
  readonly vorderingen: readonly { readonly kenmerk: string; readonly bedragCent: Cent; readonly openCent: Cent; readonly status: string; readonly vanBurger: boolean }[]
}

/** A case by its kenmerk; undefined when the aanvraag is not there or was never granted. */
export async function findZaak(kenmerk: string): Promise<Zaak | undefined> {
  const rij = await prisma.aanvraag.findFirst({
    where: { kenmerk, besluiten: { some: { soort: 'verlening' } } },
    include: {
      aanmeldbewijs: { select: { startdatum: true, einddatum: true } }, opleider: { select: { naam: true } }, deelname: true, deelnameNavraag: true,
      deelnameSignalen: { where: { afgehandeldOp: null } }, vorderingen: { orderBy: { kenmerk: 'asc' } },
      stopzetting: { select: { gestoptOp: true, toelichting: true } }, annuleringskosten: { select: { bedragCent: true, toelichting: true } },
      wijzigingen: { where: { status: 'voorgelegd', soorten: { equals: ['annulering'] } }, select: { gemeldOp: true, reden: true, wisselUiterlijkOp: true, herinnerdOp: true } },
    },
  })
  if (rij === null) return undefined
  const { persoon, opleiding } = momentopnameSchema.parse(rij.momentopname)
  const [afgezegd] = rij.wijzigingen
  return {
    id: rij.id, kenmerk: rij.kenmerk, naam: persoon.naam, opleiding: opleiding.titel, opleider: rij.opleider.naam,
    startdatum: fromDbDate(rij.aanmeldbewijs.startdatum), einddatum: fromDbDate(rij.aanmeldbewijs.einddatum),
    status: oneOf<AanvraagStatus>(AANVRAAG_STATUSSEN, rij.status),
    deelname: rij.deelname === null ? null : toDeelname(rij.deelname),
    navraag: rij.deelnameNavraag === null ? null : { antwoord: rij.deelnameNavraag.antwoord, toelichting: rij.deelnameNavraag.toelichting, uiterlijkOp: fromDbDate(rij.deelnameNavraag.uiterlijkOp) },
    signalen: rij.deelnameSignalen.map(({ soort, reden }) => ({ soort, reden })),
    gestopt: rij.stopzetting === null ? null : { op: amsterdamDate(rij.stopzetting.gestoptOp), toelichting: rij.stopzetting.toelichting },
    annuleringskosten: rij.annuleringskosten === null ? null : { bedragCent: cent(rij.annuleringskosten.bedragCent), toelichting: rij.annuleringskosten.toelichting },
    afzegging: afgezegd === undefined ? null : {
      op: amsterdamDate(afgezegd.gemeldOp), reden: afgezegd.reden, kiezenTot: fromDbDate(afgezegd.wisselUiterlijkOp), herinnerdOp: afgezegd.herinnerdOp === null ? null : fromDbDate(afgezegd.herinnerdOp),
    },
    stand: await readBesluitstand(prisma, rij.id),
    vorderingen: rij.vorderingen.map(({ kenmerk: nummer, bedragCent, openCent, status, schuldenaarBurgerId }) => ({
      kenmerk: nummer, bedragCent: cent(bedragCent), openCent: cent(openCent), status, vanBurger: schuldenaarBurgerId !== null,
    })),
  }
}

/** The voornemens about an own aanvraag, the newest first, with the besluit that followed; undefined when the aanvraag is not there or somebody else's. */
export async function findEigenVoornemens(burgerId: string, kenmerk: string) {
  const rij = await prisma.aanvraag.findFirst({ where: { kenmerk, burgerId }, select: { id: true, momentopname: true } })
  if (rij === null) return undefined
  const stand = await readBesluitstand(prisma, rij.id)
  return {
    titel: momentopnameSchema.parse(rij.momentopname).opleiding.titel,
    voornemens: stand.voornemens.toReversed().map((voornemen) => ({
      ...voornemen, zienswijzen: voornemen.zienswijzen.filter(({ van }) => van === 'burger'),
      besluitBriefId: stand.besluiten.find(({ id }) => id === voornemen.besluitId)?.briefId ?? null,
    })),
    uitsluitingen: stand.uitsluitingen.map((een) => ({ ...een, opgehevenOp: een.opgehevenOp === null ? null : amsterdamDate(een.opgehevenOp) })),
  }
}

/** The file that came with a reaction, when it belongs to this aanvraag; for an opleider only when it sent it. */
export async function findZienswijzeDocument(kenmerk: string, zienswijzeId: string, opleiderId?: string): Promise<string | undefined> {
  const vanOpleider = opleiderId === undefined ? {} : { van: 'opleider', voornemen: { aanvraag: { kenmerk, opleiderId } } }
  const rij = await prisma.zienswijze.findFirst({ where: { id: zienswijzeId, voornemen: { aanvraag: { kenmerk } }, ...vanOpleider }, select: { documentId: true } })
  return rij?.documentId ?? undefined
}
