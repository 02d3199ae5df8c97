import 'server-only'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { makeKenmerk, parseKenmerk } from '@/lib/base/kenmerk'
import { cent } from '@/lib/base/money'
import { AANVRAAG_PREFIX, AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'
import type { Brief, BriefFeiten, Controle, Regelwaarden } from '@/lib/beschikking/model'
import { findRakendeMaatregel, toGeraakteAanvraag, type GenomenMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'
import { briefInhoudSchema, momentopnameSchema } from '@/lib/beschikking/schema'
import { todayIn } from '@/lib/platform/clock'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { isMaatregelSoort } from '@/lib/register/model'
import { calculateStartvenster } from '@/lib/tijdvak/rules/startvenster'

/** The next kenmerk of a letter ('BRF-…') or a besluit ('BES-…'). */
export async function nextKenmerk(tx: Tx, soort: 'brief' | 'besluit'): Promise<string> {
  const [row] = soort === 'brief'
    ? await tx.$queryRaw<{ nummer: bigint }[]>`select nextval('kenmerk_brief') as nummer`
    : await tx.$queryRaw<{ nummer: bigint }[]>`select nextval('kenmerk_besluit') as nummer`
  if (row === undefined) throw new Error('the sequence gave no number')
  return makeKenmerk(soort === 'brief' ? 'BRF' : 'BES', Number(row.nummer))
}

/** A stored letter as it is shown; throws when the stored content is no letter. */
export function toBrief(row: { kenmerk: string; onderwerp: string; verzondenOp: Date; inhoud: unknown }): Brief {
  return { kenmerk: row.kenmerk, onderwerp: row.onderwerp, datum: amsterdamDate(row.verzondenOp), inhoud: briefInhoudSchema.parse(row.inhoud) }
}

/** Locks an aanvraag until the end of the transaction, so that two decisions wait for each other; undefined when there is none. */
export async function lockAanvraag(tx: Tx, aanvraagId: string): Promise<LockedAanvraag | undefined> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`select id from aanvraag where id = ${aanvraagId}::uuid for update`
  if (locked === undefined) return undefined
  return tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, include: AANVRAAG })
}

const AANVRAAG = { aanmeldbewijs: true, opleider: true, tijdvak: true, toewijzing: true, reserveplaats: true, indiening: true, scholingsactiviteit: true } as const

/** An aanvraag with everything that a beoordeling or besluit reads. */
export type LockedAanvraag = Awaited<ReturnType<typeof readAanvraag>>

/** The same without a lock, for a preview or for reading facts before the transaction. Throws when there is none. */
export function readAanvraag(tx: Tx, aanvraagId: string) {
  return tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, include: AANVRAAG })
}

/** The day that counts for an aanvraag: that of its receipt in Amsterdam. Throws when it was never submitted. */
export function aanvraagDagOf({ id, ingediendOp }: Pick<LockedAanvraag, 'id' | 'ingediendOp'>): PlainDate {
  if (ingediendOp === null) throw new Error(`aanvraag ${id} was never submitted`)
  return amsterdamDate(ingediendOp)
}

/** What the letters about an aanvraag say about it: the opleiding as the burger saw it, the amount that was reserved. */
export function toBriefFeiten(aanvraag: LockedAanvraag): BriefFeiten {
  const { persoon, opleiding, opleider } = momentopnameSchema.parse(aanvraag.momentopname)
  const { aanmeldbewijs, ingediendOp, beslisUiterlijkOp } = aanvraag
  return {
    naam: persoon.naam,
    aanvraagKenmerk: aanvraag.kenmerk,
    opleiding: opleiding.titel,
    opleider: opleider.naam,
    startdatum: fromDbDate(aanmeldbewijs.startdatum),
    einddatum: fromDbDate(aanmeldbewijs.einddatum),
    plaats: aanmeldbewijs.plaats,
    bedragCent: cent(toegewezenCent(aanvraag) ?? aanvraag.bedragCent),
    gevraagdCent: cent(aanvraag.bedragCent),
    ontvangenOp: ingediendOp === null ? null : formatTijdstip(ingediendOp),
    beslisUiterlijkOp: beslisUiterlijkOp === null ? null : fromDbDate(beslisUiterlijkOp),
  }
}

/** What is reserved for the aanvraag now, in cents; null when nothing is. */
export function toegewezenCent({ toewijzing }: Pick<LockedAanvraag, 'toewijzing'>): number | null {
  return toewijzing?.uitkomst === 'gereserveerd' && toewijzing.vrijgevallenOp === null ? toewijzing.bedragCent : null
}

/** The values of the regeling that held on the day of the aanvraag, as checks and letters use them. */
export function toRegelwaarden(regeling: Regeling, aanvraag: LockedAanvraag): Regelwaarden {
  const verzekerd = regeling.get('verzekerde-maanden')
  const { sluitOp, startTeltVanaf } = aanvraag.tijdvak
  const tijdvak = { sluitOp, startTeltVanaf: startTeltVanaf === null ? null : fromDbDate(startTeltVanaf) }
  return {
    minimumleeftijd: regeling.get('minimumleeftijd'),
    verzekerdeMaanden: verzekerd.maanden,
    verzekerdTotMaanden: verzekerd.vensterTotMaanden,
    maximumCent: regeling.get('maximumbedrag'),
    verleningenPerJaar: regeling.get('verleningen-per-jaar'),
    aanwezigheidProcent: regeling.get('aanwezigheidsnorm').procent,
    ...calculateStartvenster(aanvraagDagOf(aanvraag), tijdvak, regeling.get('startvenster')),
  }
}

/** How many other grants the burger has in the kalenderjaar of this aanvraag. */
export function countAndereVerleningen(tx: Tx, aanvraag: LockedAanvraag): Promise<number> {
  return tx.aanvraag.count({
    where: { burgerId: aanvraag.burgerId, kalenderjaar: aanvraag.kalenderjaar, id: { not: aanvraag.id }, status: { in: ['verleend', 'betwist', 'vastgesteld'] } },
  })
}

/** The first day on which the burger may get STAP-budget again, when an uitsluiting holds on this day (art. 14); otherwise null. */
export async function findUitgeslotenTot(tx: Tx, burgerId: string, dag: PlainDate): Promise<PlainDate | null> {
  const op = toDbDate(dag)
  const rij = await tx.uitsluiting.findFirst({ where: { burgerId, opgehevenOp: null, ingaatOp: { lte: op }, eindigtOp: { gt: op } }, select: { eindigtOp: true } })
  return rij === null ? null : fromDbDate(rij.eindigtOp)
}

/** Stores the outcome of every check as a new ronde; earlier rondes stay. */
export async function saveBeoordeling(tx: Tx, aanvraagId: string, controles: readonly Controle[]): Promise<void> {
  const { _max } = await tx.beoordeling.aggregate({ where: { aanvraagId }, _max: { ronde: true } })
  const ronde = (_max.ronde ?? 0) + 1
  await tx.beoordeling.createMany({
    data: controles.map(({ controle, uitkomst, toelichting, feiten, bron, grond, hard }) => ({
      aanvraagId, ronde, controle, uitkomst, toelichting, bron, feiten: { feiten: [...feiten], grond: grond ?? null, hard },
    })),
  })
}

/** Puts an aanvraag in another status; the caller writes the gebeurtenis in the same transaction (invariant I7). */
export async function saveStatus(tx: Tx, aanvraagId: string, status: string, extra: { aangehoudenVanaf?: string | null; aangehoudenTot?: PlainDate | null } = {}): Promise<void> {
  await tx.aanvraag.update({
    where: { id: aanvraagId },
    data: {
      status,
      versie: { increment: 1 },
      ...(extra.aangehoudenVanaf === undefined ? {} : { aangehoudenVanaf: extra.aangehoudenVanaf }),
      ...(extra.aangehoudenTot === undefined ? {} : { aangehoudenTot: extra.aangehoudenTot === null ? null : toDbDate(extra.aangehoudenTot) }),
    },
    select: { id: true },
  })
}

/** The status as a value of the model. Throws on one that this version does not know. */
export function toStatus(status: string): AanvraagStatus {
  const found = AANVRAAG_STATUSSEN.find((one) => one === status)
  if (found === undefined) throw new Error(`${status} is no status of an aanvraag`)
  return found
}

/** The maatregelen of an opleider, on itself and on its opleidingen, with the day on which each was taken. */
async function listMaatregelen(tx: Tx, opleiderId: string): Promise<readonly GenomenMaatregel[]> {
  const rijen = await tx.maatregel.findMany({ where: { opleiderId, opgehevenOp: null } })
  return rijen.map(({ id, opleidingId, soort, ingangsdatum, einddatum, opgelegdOp }) => {
    if (!isMaatregelSoort(soort)) throw new Error(`${soort} is no maatregel`)
    return {
      id, opleidingId, soort, isOpgeheven: false,
      ingangsdatum: fromDbDate(ingangsdatum),
      einddatum: einddatum === null ? null : fromDbDate(einddatum),
      opgelegdOp: amsterdamDate(opgelegdOp),
    }
  })
}

/** The maatregel that stands in the way of an aanvraag today, or undefined. */
export async function findMaatregelOp(tx: Tx, aanvraag: LockedAanvraag): Promise<GenomenMaatregel | undefined> {
  return findRakendeMaatregel(await listMaatregelen(tx, aanvraag.opleiderId), toGeraakteAanvraag(aanvraag), await todayIn(tx))
}

/** Whether this was written in the log of the aanvraag for this maatregel before. */
export async function isGemeld(tx: Tx, aanvraagId: string, soort: string, maatregelId: string): Promise<boolean> {
  return (await tx.gebeurtenis.count({ where: { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort, gegevens: { path: ['maatregelId'], equals: maatregelId } } })) > 0
}

/** The id of a submitted aanvraag by the kenmerk somebody typed; undefined when there is none. */
export async function findAanvraagId(tx: Tx, kenmerk: string): Promise<string | undefined> {
  const gelezen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (gelezen === undefined) return undefined
  const row = await tx.aanvraag.findUnique({ where: { kenmerk: gelezen }, select: { id: true, ingediendOp: true } })
  return row === null || row.ingediendOp === null ? undefined : row.id
}
