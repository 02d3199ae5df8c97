import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { oneOf } from '@/lib/base/one-of'
import { AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'
import { toDbDate, type Tx } from '@/lib/platform/db'
import type { Melding, Reactiestand } from '@/lib/verantwoording/model'
import type { Herkomst } from '@/lib/vooraanmelding/model'

/** A report as it is written: what it says, and the bewijs that came with it or stays with the opleider. */
export type TeMelden = { readonly aanvraagId: string; readonly melding: Melding; readonly bewijsId: string | null; readonly bewijsBewaard: boolean }

type Afzender = { readonly gemeldDoor: string; readonly bron: Herkomst; readonly reactieUiterlijkOp: PlainDate }

/** Writes first reports, many in one statement. */
export async function insertMeldingen(tx: Tx, meldingen: readonly TeMelden[], { gemeldDoor, bron, reactieUiterlijkOp }: Afzender): Promise<void> {
  await tx.deelname.createMany({ data: meldingen.map((one) => ({ aanvraagId: one.aanvraagId, gemeldDoor, bron, reactieUiterlijkOp: toDbDate(reactieUiterlijkOp), bewijsId: one.bewijsId, bewijsBewaard: one.bewijsBewaard, ...toInhoud(one.melding) })) })
}

/** The next version of a report: what was said, and answered, before is kept by the database. */
export async function saveCorrectie(tx: Tx, { aanvraagId, melding, bewijsId, bewijsBewaard }: TeMelden, { gemeldDoor, bron, reactieUiterlijkOp, gemeldOp, reden }: Afzender & { gemeldOp: Date; reden: string }): Promise<void> {
  await tx.deelname.update({
    where: { aanvraagId },
    data: {
      versie: { increment: 1 }, gemeldDoor, bron, gemeldOp, reden, bewijsId, bewijsBewaard, ...toInhoud(melding), reactieUiterlijkOp: toDbDate(reactieUiterlijkOp),
      reactie: null, reactieToelichting: null, reactieOp: null, reactieBewijsId: null, briefId: null, geslotenOp: null,
    },
    select: { id: true },
  })
}

function toInhoud(melding: Melding) {
  return melding.uitkomst === 'succesvol'
    ? { uitkomst: melding.uitkomst, wijze: melding.wijze, percentage: melding.percentage, oorzaak: null, toelichting: null }
    : { uitkomst: melding.uitkomst, wijze: null, percentage: null, oorzaak: melding.oorzaak, toelichting: melding.toelichting }
}

export type NieuweReactie = { readonly reactie: Reactiestand; readonly toelichting: string | null; readonly bewijsId: string | null; readonly op: Date }

export async function saveReactie(tx: Tx, aanvraagId: string, { reactie, toelichting, bewijsId, op }: NieuweReactie): Promise<void> {
  await tx.deelname.update({ where: { aanvraagId }, data: { reactie, reactieToelichting: toelichting, reactieBewijsId: bewijsId, reactieOp: op }, select: { id: true } })
}

/** The burger disputes, so that the aanvraag waits for a behandelaar; or the opleider corrected the report, so that it waits for the burger again. */
export async function saveAanvraagStatus(tx: Tx, aanvraagId: string, status: 'betwist' | 'verleend'): Promise<void> {
  await tx.aanvraag.update({ where: { id: aanvraagId }, data: { status, versie: { increment: 1 } }, select: { id: true } })
}

/** The letter that asked the burger, and the last day to answer that stands in it. */
export async function saveVraagbrief(tx: Tx, aanvraagId: string, { briefId, uiterlijkOp }: { briefId: string; uiterlijkOp: PlainDate }): Promise<void> {
  await tx.deelname.update({ where: { aanvraagId }, data: { briefId, reactieUiterlijkOp: toDbDate(uiterlijkOp) }, select: { id: true } })
}

export type Meldzaak = { readonly aanvraagId: string; readonly status: AanvraagStatus; readonly startdatum: PlainDate; readonly einddatum: PlainDate; readonly isGemeld: boolean }

/** What a report is judged on, for many deelnemers of one opleider in one question, by kenmerk; those of another opleider are not in the answer. */
export async function findMeldzaken(tx: Tx, opleiderId: string, kenmerken: readonly string[]): Promise<ReadonlyMap<string, Meldzaak>> {
  const rijen = await tx.$queryRaw<{ id: string; kenmerk: string; status: string; startdatum: string; einddatum: string; isGemeld: boolean }[]>`
    select a.id, a.kenmerk, a.status, b.startdatum::text as startdatum, b.einddatum::text as einddatum, exists (select from deelname d where d.aanvraag_id = a.id) as "isGemeld"
      from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id where a.kenmerk = any (${[...kenmerken]}::text[]) and a.opleider_id = ${opleiderId}::uuid`
  return new Map(rijen.map(({ id, kenmerk, status, startdatum, einddatum, isGemeld }) => [kenmerk, {
    aanvraagId: id, status: oneOf(AANVRAAG_STATUSSEN, status), startdatum: plainDate(startdatum), einddatum: plainDate(einddatum), isGemeld,
  }]))
}

/** Locks many aanvragen of an opleider in one order, so that two files with the same deelnemers wait for each other. */
export async function lockMeldzaken(tx: Tx, opleiderId: string, kenmerken: readonly string[]): Promise<void> {
  await tx.$executeRaw`select 1 from aanvraag where opleider_id = ${opleiderId}::uuid and kenmerk = any (${[...kenmerken]}::text[]) order by id for no key update`
}
