import 'server-only'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { toKostenuitkomst, type Kostenuitkomst, type StopGevolg, type StopOorzaak } from '@/lib/annulering/model'
import { readKostenDossier, readStopDossier, toNaam, toOorzaak } from '@/lib/annulering/repo'
import { teCrediteren } from '@/lib/annulering/rules/annuleringskosten'
import { gevolgVanStoppen } from '@/lib/annulering/rules/gevolg-van-stoppen'
import { findAandacht, type MeldingAandacht } from '@/lib/annulering/rules/kostenmelding'
import { describeGevolg, type Gevolgregel } from '@/lib/annulering/texts'
import { leesMaximum } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { fromDbDate, prisma } from '@/lib/platform/db'

export type Stop = { readonly kenmerk: string; readonly titel: string; readonly opleider: string; readonly isGestopt: boolean; readonly gevolg: StopGevolg; readonly regels: readonly Gevolgregel[] }

/** What happens when this burger stops now, and whether that was done already; undefined when the aanvraag is of somebody else. */
export async function getStop(burger: Burger, kenmerk: string): Promise<Stop | undefined> {
  const dossier = await readStopDossier(prisma, burger.id, kenmerk)
  if (dossier === undefined) return undefined
  const gevolg = gevolgVanStoppen(dossier.feiten)
  const { titel, opleider, isGestopt, bedenktijdDagen } = dossier
  return { kenmerk: dossier.kenmerk, titel, opleider, isGestopt, gevolg, regels: describeGevolg(gevolg, { opleider, bedenktijdDagen }) }
}

/** The fee that the opleider says it charged this burger; null when there is none. */
export async function getAnnuleringskosten(burger: Burger, kenmerk: string): Promise<{ bedrag: Cent; toelichting: string } | null> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await prisma.annuleringskosten.findFirst({ where: { aanvraag: { kenmerk: eigen, burgerId: burger.id } }, select: { bedragCent: true, toelichting: true } })
  return rij === null ? null : { bedrag: cent(rij.bedragCent), toelichting: rij.toelichting }
}

export type AnnuleringRegel = {
  readonly kenmerk: string; readonly deelnemer: string; readonly opleiding: string; readonly startdatum: PlainDate
  /** Who stopped; null when nobody did (yet). */
  readonly oorzaak: StopOorzaak | null
  readonly gestoptOp: string | null
  readonly kosten: Cent | null
}

const MET = {
  aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true, startdatum: true } }, opleiding: { select: { titel: true } },
  stopzetting: true, annuleringskosten: true, deelname: { select: { oorzaak: true } },
} as const

/** The participants of this opleider who stopped after a grant, the latest first. Page from 1. */
export async function listAnnuleringen({ opleiderId }: OpleiderActor, { page, size }: { page: number; size: number }): Promise<{ regels: readonly AnnuleringRegel[]; totaal: number }> {
  const where = { opleiderId, besluiten: { some: { soort: 'verlening' } }, OR: [{ stopzetting: { isNot: null } }, { deelname: { oorzaak: 'burger' } }] }
  const [rijen, totaal] = await Promise.all([
    prisma.aanvraag.findMany({ where, orderBy: [{ stopzetting: { gestoptOp: 'desc' } }, { ingediendOp: 'desc' }, { id: 'asc' }], skip: (page - 1) * size, take: size, include: MET }),
    prisma.aanvraag.count({ where }),
  ])
  return { totaal, regels: rijen.map(toRegel) }
}

type Rij = {
  kenmerk: string; opleiding: { titel: string }; aanmeldbewijs: { voornaam: string; tussenvoegsel: string | null; achternaam: string; startdatum: Date }
  stopzetting: { oorzaak: string; gestoptOp: Date } | null; annuleringskosten: { bedragCent: number } | null; deelname: { oorzaak: string | null } | null
}

function toRegel({ kenmerk, opleiding, aanmeldbewijs, stopzetting, annuleringskosten, deelname }: Rij): AnnuleringRegel {
  return {
    kenmerk, deelnemer: toNaam(aanmeldbewijs), opleiding: opleiding.titel, startdatum: fromDbDate(aanmeldbewijs.startdatum),
    oorzaak: stopzetting === null ? (deelname?.oorzaak === 'burger' ? 'burger' : null) : toOorzaak(stopzetting.oorzaak),
    gestoptOp: stopzetting === null ? null : formatTijdstip(stopzetting.gestoptOp),
    kosten: annuleringskosten === null ? null : cent(annuleringskosten.bedragCent),
  }
}

/** One participant with a grant at this opleider: whether it stopped, whether the opleider can still call off, the maximum of a fee. */
export async function getAnnulering({ opleiderId }: OpleiderActor, kenmerk: string) {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await prisma.aanvraag.findFirst({
    where: { kenmerk: eigen, opleiderId, besluiten: { some: { soort: 'verlening' } } },
    include: { ...MET, verplichting: { select: { status: true, bedragCent: true, facturen: { where: { status: { in: ['gematcht', 'in-batch', 'betaald', 'teruggekomen'] } }, select: { status: true, bedragCent: true, gecrediteerdCent: true } } } },
      besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } }, wijzigingen: { where: { soorten: { equals: ['annulering'] }, status: { not: 'gewisseld' } }, select: { reden: true } } },
  })
  if (rij === null) return undefined
  const vandaag = await today()
  const regel = toRegel(rij)
  const facturen = (rij.verplichting?.facturen ?? []).map(({ status, bedragCent, gecrediteerdCent }) => ({ isBetaald: status === 'betaald', over: cent((bedragCent ?? 0) - gecrediteerdCent) }))
  return {
    ...regel, isAfgezegd: rij.wijzigingen.length > 0, isBetaald: rij.verplichting?.status === 'betaald',
    kanAfzeggen: rij.status === 'verleend' && regel.startdatum > vandaag && rij.wijzigingen.length === 0,
    maximum: await leesMaximum(prisma),
    bedrag: cent(rij.verplichting?.bedragCent ?? rij.bedragCent),
    /** What an invoice that waits is too high, next to the fee; 0 when none waits for it. */
    teCrediteren: teCrediteren(facturen, { kosten: regel.kosten, verleend: cent(rij.besluiten[0]?.bedragCent ?? 0) }),
  }
}

export type Kostenmelding = { readonly bedrag: Cent; readonly toelichting: string; readonly gemeldOp: Date; readonly uitkomst: Kostenuitkomst | null; readonly reden: string | null }

/** What a burger who stopped can tell of a private fee: the maximum, what was told, and what the opleider reported. Undefined for who did not stop, or somebody else's aanvraag. */
export async function getKostenmelding(burger: Burger, kenmerk: string): Promise<{ titel: string; opleider: string; maximum: Cent; isAfgezegd: boolean; gemeld: Cent | null; melding: Kostenmelding | null } | undefined> {
  const dossier = await readKostenDossier(prisma, kenmerk, { burgerId: burger.id })
  if (dossier === undefined || dossier.oorzaak === null) return undefined
  const { opleiding, opleider, kostenmelding } = await prisma.aanvraag.findUniqueOrThrow({ where: { id: dossier.id }, select: { opleiding: { select: { titel: true } }, opleider: { select: { naam: true } }, kostenmelding: true } })
  return {
    titel: opleiding.titel, opleider: opleider.naam, maximum: await leesMaximum(prisma), isAfgezegd: dossier.oorzaak === 'opleider',
    gemeld: dossier.gemeld, melding: kostenmelding === null ? null : toKostenmelding(kostenmelding),
  }
}

const toKostenmelding = ({ bedragCent, toelichting, gemeldOp, uitkomst, reden }: { bedragCent: number; toelichting: string; gemeldOp: Date; uitkomst: string | null; reden: string | null }): Kostenmelding =>
  ({ bedrag: cent(bedragCent), toelichting, gemeldOp, reden, uitkomst: uitkomst === null ? null : toKostenuitkomst(uitkomst) })

export type KostenmeldingRij = Kostenmelding & { readonly kenmerk: string; readonly deelnemer: string; readonly opleider: string; readonly maximum: Cent; readonly gemeld: Cent | null; readonly aandacht: readonly MeldingAandacht[] }

/** Fees that burgers told of and nobody decided about, oldest first. Page from 1. */
export async function listKostenmeldingen(_actor: Medewerker, { page, size }: { page: number; size: number }): Promise<{ rijen: readonly KostenmeldingRij[]; totaal: number }> {
  const where = { status: 'open' }
  const [rijen, totaal] = await Promise.all([
    prisma.kostenmelding.findMany({ where, orderBy: [{ gemeldOp: 'asc' }, { id: 'asc' }], skip: (page - 1) * size, take: size, select: { aanvraag: { select: { kenmerk: true } } } }),
    prisma.kostenmelding.count({ where }),
  ])
  const gelezen = await Promise.all(rijen.map(({ aanvraag }) => getKostenmeldingVan(_actor, aanvraag.kenmerk)))
  return { totaal, rijen: gelezen.flatMap((rij) => rij ?? []) }
}

/** One of them, with what the opleider reported; undefined when nobody told of a fee. */
export async function getKostenmeldingVan(_actor: Medewerker, kenmerk: string): Promise<KostenmeldingRij | undefined> {
  const dossier = await readKostenDossier(prisma, kenmerk)
  if (dossier?.melding == null) return undefined
  const { kostenmelding, opleider, aanmeldbewijs } = await prisma.aanvraag.findUniqueOrThrow({ where: { id: dossier.id }, select: { kostenmelding: true, opleider: { select: { naam: true } }, aanmeldbewijs: true } })
  if (kostenmelding === null) return undefined
  const maximum = await leesMaximum(prisma)
  return {
    ...toKostenmelding(kostenmelding), kenmerk: dossier.kenmerk, deelnemer: toNaam(aanmeldbewijs), opleider: opleider.naam, maximum, gemeld: dossier.gemeld,
    aandacht: findAandacht({ oorzaak: dossier.oorzaak, bedrag: dossier.melding.bedrag, maximum, gemeld: dossier.gemeld }),
  }
}
