import 'server-only'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { cent } from '@/lib/base/money'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import type { Brief, BriefFeiten } from '@/lib/beschikking/model'
import { briefInhoudSchema } from '@/lib/beschikking/schema'

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

const AANVRAAG = { aanmeldbewijs: true, opleider: true, tijdvak: true, toewijzing: true, indiening: true, scholingsactiviteit: true } as const

/** An aanvraag with everything that a beoordeling or besluit reads. */
export type LockedAanvraag = Awaited<ReturnType<typeof readAanvraag>>

/** The same without a lock, for a preview or for reading facts before the transaction. Throws when there is none. */
export function readAanvraag(tx: Tx, aanvraagId: string) {
  return tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, include: AANVRAAG })
}
