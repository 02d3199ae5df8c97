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
  const [rij, aanvraag] = [await tx.wijziging.findUniqueOrThrow({ where: { id } }), await tx.aanvraag.findUniqueOrThrow({ where: { id: gevonden.aanvraagId }, include: { ...MET, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } } } })]
  const { oud, nieuw, status, wisselUiterlijkOp, ...rest } = rij
  return { aanvraag, wijziging: { ...rest, oud: uitvoeringSchema.parse(oud), nieuw: uitvoeringSchema.parse(nieuw), status: toStatus(status), wisselUiterlijkOp: fromDbDate(wisselUiterlijkOp) } }
}

export function toStatus(status: string): WijzigingStatus {
  return WIJZIGING_STATUSSEN.find((one) => one === status) ?? 'geweigerd'
}

export async function saveAntwoord(tx: Tx, id: string, antwoord: { status: WijzigingStatus; beantwoordOp: Date; vorigAanmeldbewijsId?: string }): Promise<void> {
  await tx.wijziging.update({ where: { id }, data: antwoord, select: { id: true } })
}
