import 'server-only'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'
import type { PlainDate } from '@/lib/base/date'
import { WIJZIGING_STATUSSEN, type Uitvoering, type WijzigingSoort, type WijzigingStatus } from '@/lib/wijziging/model'
import { uitvoeringSchema } from '@/lib/wijziging/schema'

const MET = { aanmeldbewijs: true, scholingsactiviteit: { select: { opleidingsvorm: true } }, tijdvak: true } as const

/** The aanvraag of a deelnemer of this opleider, locked; undefined when it is not there or of another opleider. */
export async function lockAanvraagVanOpleider(tx: Tx, opleiderId: string, kenmerk: string) {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return undefined
  await tx.$executeRaw`select 1 from aanvraag where kenmerk = ${eigen} and opleider_id = ${opleiderId}::uuid for no key update`
  return (await tx.aanvraag.findFirst({ where: { kenmerk: eigen, opleiderId }, include: MET })) ?? undefined
}

export type VerleendeAanvraag = NonNullable<Awaited<ReturnType<typeof lockAanvraagVanOpleider>>>

/** When, where and how the scholing of an aanvraag is given, as it was agreed last. */
export function uitvoeringOf({ aanmeldbewijs, scholingsactiviteit }: VerleendeAanvraag, laatste: Uitvoering | undefined): Uitvoering {
  const { startdatum, einddatum, plaats } = aanmeldbewijs
  return { startdatum: fromDbDate(startdatum), einddatum: fromDbDate(einddatum), plaats, opleidingsvorm: laatste?.opleidingsvorm ?? scholingsactiviteit.opleidingsvorm }
}

/** The change that was accepted last, when there is one. */
export async function findAanvaard(tx: Tx, aanvraagId: string): Promise<Uitvoering | undefined> {
  const rij = await tx.wijziging.findFirst({ where: { aanvraagId, status: 'aanvaard' }, orderBy: { beantwoordOp: 'desc' }, select: { nieuw: true } })
  return rij === null ? undefined : uitvoeringSchema.parse(rij.nieuw)
}

export async function hasVoorgelegd(tx: Tx, aanvraagId: string): Promise<boolean> {
  return (await tx.wijziging.count({ where: { aanvraagId, status: 'voorgelegd' } })) > 0
}

export type NieuweWijziging = {
  aanvraagId: string; opleiderId: string; opleidingId: string; soorten: readonly WijzigingSoort[]; oud: Uitvoering; nieuw: Uitvoering; reden: string; doorId: string
  antwoordUiterlijkOp: PlainDate; wisselUiterlijkOp: PlainDate; briefId: string
}

export async function insertWijziging(tx: Tx, { antwoordUiterlijkOp, wisselUiterlijkOp, soorten, oud, nieuw, ...rest }: NieuweWijziging): Promise<string> {
  return (await tx.wijziging.create({ data: { ...rest, soorten: [...soorten], oud: { ...oud }, nieuw: { ...nieuw }, antwoordUiterlijkOp: toDbDate(antwoordUiterlijkOp), wisselUiterlijkOp: toDbDate(wisselUiterlijkOp) }, select: { id: true } })).id
}

/** A change that was put to this burger, with its aanvraag, both locked; undefined when it is of somebody else. */
export async function lockWijziging(tx: Tx, id: string, burgerId: string) {
  const gevonden = await tx.wijziging.findFirst({ where: { id, aanvraag: { burgerId } }, select: { aanvraagId: true } })
  if (gevonden === null) return undefined
  await tx.$executeRaw`select 1 from aanvraag where id = ${gevonden.aanvraagId}::uuid for no key update`
  const [rij, aanvraag] = [await tx.wijziging.findUniqueOrThrow({ where: { id } }), await tx.aanvraag.findUniqueOrThrow({ where: { id: gevonden.aanvraagId }, include: { ...MET, verplichting: { select: { bedragCent: true } }, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } } } })]
  const { oud, nieuw, status, wisselUiterlijkOp, ...rest } = rij
  return { aanvraag, wijziging: { ...rest, oud: uitvoeringSchema.parse(oud), nieuw: uitvoeringSchema.parse(nieuw), status: toStatus(status), wisselUiterlijkOp: fromDbDate(wisselUiterlijkOp) } }
}

export function toStatus(status: string): WijzigingStatus {
  return WIJZIGING_STATUSSEN.find((one) => one === status) ?? 'geweigerd'
}

export async function saveAntwoord(tx: Tx, id: string, antwoord: { status: WijzigingStatus; beantwoordOp: Date; vorigAanmeldbewijsId?: string }): Promise<void> {
  await tx.wijziging.update({ where: { id }, data: antwoord, select: { id: true } })
}

// ── The opleider calls a scholing off ──────────────────────────────────────

/** Who said that a start date does not go ahead, and why; nobody when an import did. Undefined when it was not called off. */
export async function findAfzegging(tx: Tx, activiteitId: string): Promise<{ doorId: string | null; reden: string } | undefined> {
  if ((await tx.scholingsactiviteit.count({ where: { id: activiteitId, status: 'geannuleerd' } })) === 0) return undefined
  const regel = await tx.gebeurtenis.findFirst({ where: { onderwerp: 'scholingsactiviteit', onderwerpId: activiteitId, soort: 'annuleer-scholingsactiviteit' }, orderBy: { id: 'desc' }, select: { doorId: true, reden: true } })
  return { doorId: regel?.doorId ?? null, reden: regel?.reden ?? 'De opleider noemde geen reden.' }
}

type Annuleringen = ({ activiteitId: string; aanvraagId?: never } | { aanvraagId: string; activiteitId?: never }) & { doorId: string | null; reden: string; antwoordUiterlijkOp: PlainDate; wisselUiterlijkOp: PlainDate }

/**
 * Puts a call-off to every burger with a grant for a start date, or to one burger, in one statement; a change that was still to be answered
 * is over with it. Who has one already, or whose scholing has begun, is left alone. Gives how many.
 */
export async function insertAnnuleringen(tx: Tx, { activiteitId, aanvraagId, doorId, reden, antwoordUiterlijkOp, wisselUiterlijkOp }: Annuleringen): Promise<number> {
  await tx.$executeRaw`select a.id from aanvraag a where (a.scholingsactiviteit_id = ${activiteitId ?? null}::uuid or a.id = ${aanvraagId ?? null}::uuid) and a.status = 'verleend' order by a.id for no key update`
  await tx.$executeRaw`
    update wijziging w set status = 'geweigerd', beantwoord_op = nu() from aanvraag a
     where a.id = w.aanvraag_id and (a.scholingsactiviteit_id = ${activiteitId ?? null}::uuid or a.id = ${aanvraagId ?? null}::uuid) and a.status = 'verleend'
       and w.status = 'voorgelegd' and w.soorten <> array['annulering']`
  return tx.$executeRaw`
    insert into wijziging (aanvraag_id, opleider_id, opleiding_id, soorten, oud, nieuw, reden, door_id, antwoord_uiterlijk_op, wissel_uiterlijk_op)
    select a.id, a.opleider_id, a.opleiding_id, array['annulering'], u.nu, u.nu, ${reden}, ${doorId}::uuid, ${antwoordUiterlijkOp}::date, ${wisselUiterlijkOp}::date
      from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id join scholingsactiviteit s on s.id = a.scholingsactiviteit_id
      cross join lateral (select jsonb_build_object('startdatum', b.startdatum, 'einddatum', b.einddatum, 'plaats', b.plaats, 'opleidingsvorm', s.opleidingsvorm) as nu) u
     where (a.scholingsactiviteit_id = ${activiteitId ?? null}::uuid or a.id = ${aanvraagId ?? null}::uuid) and a.status = 'verleend'
       and b.startdatum > (nu() at time zone 'Europe/Amsterdam')::date
       and not exists (select from wijziging w where w.aanvraag_id = a.id and w.soorten = array['annulering'] and w.status <> 'gewisseld')
     order by a.id`
}

export type AnnuleringZonderBrief = { id: string; aanvraagId: string; reden: string; wisselUiterlijkOp: PlainDate; isBetaald: boolean }

/** The call-offs of a start date, or of one aanvraag, of which the burger has no letter yet. */
export async function listZonderBrief(tx: Tx, activiteitId: string | null, aanvraagId?: string): Promise<AnnuleringZonderBrief[]> {
  const rijen = await tx.wijziging.findMany({
    where: { soorten: { equals: ['annulering'] }, briefId: null, ...(activiteitId === null ? { aanvraagId: aanvraagId ?? '' } : { aanvraag: { scholingsactiviteitId: activiteitId } }) },
    orderBy: { id: 'asc' }, select: { id: true, aanvraagId: true, reden: true, wisselUiterlijkOp: true, aanvraag: { select: { verplichting: { select: { status: true } } } } },
  })
  return rijen.map(({ aanvraag, wisselUiterlijkOp, ...rij }) => ({ ...rij, wisselUiterlijkOp: fromDbDate(wisselUiterlijkOp), isBetaald: aanvraag.verplichting?.status === 'betaald' }))
}

/** Whether a call-off has no letter yet, locked: two who send at once send one. */
export async function lockZonderBrief(tx: Tx, id: string): Promise<boolean> {
  const rijen = await tx.$queryRaw<unknown[]>`select 1 from wijziging where id = ${id}::uuid and brief_id is null for update`
  return rijen.length > 0
}

/** The same for the message to somebody without a grant. */
export async function lockOngemeld(tx: Tx, aanvraagId: string): Promise<boolean> {
  await tx.$executeRaw`select 1 from aanvraag where id = ${aanvraagId}::uuid for no key update`
  return (await tx.gebeurtenis.count({ where: { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'meld-annulering' } })) === 0
}

export async function saveBrief(tx: Tx, id: string, briefId: string): Promise<void> {
  await tx.wijziging.update({ where: { id }, data: { briefId }, select: { id: true } })
}

/** Who asked for STAP-budget for a start date and has no grant (yet), and was not told that it does not go ahead. */
export async function listNietVerleend(tx: Tx, activiteitId: string): Promise<string[]> {
  const rijen = await tx.$queryRaw<{ id: string }[]>`
    select a.id from aanvraag a where a.scholingsactiviteit_id = ${activiteitId}::uuid
       and a.status in ('concept', 'gereed', 'ingediend', 'reserve', 'aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden')
       and not exists (select from gebeurtenis g where g.onderwerp = 'aanvraag' and g.onderwerp_id = a.id::text and g.soort = 'meld-annulering') order by a.id`
  return rijen.map(({ id }) => id)
}

/** How many people a start date would be called off for. */
export async function countDeelnemers(tx: Tx, activiteitId: string): Promise<{ verleend: number; wachtend: number; betaald: number }> {
  const [rij] = await tx.$queryRaw<{ verleend: number; wachtend: number; betaald: number }[]>`
    select count(*) filter (where a.status = 'verleend')::int as verleend,
           count(*) filter (where a.status in ('concept', 'gereed', 'ingediend', 'reserve', 'aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden'))::int as wachtend,
           count(*) filter (where a.status = 'verleend' and v.status = 'betaald')::int as betaald
      from aanvraag a left join verplichting v on v.aanvraag_id = a.id where a.scholingsactiviteit_id = ${activiteitId}::uuid`
  return rij ?? { verleend: 0, wachtend: 0, betaald: 0 }
}
