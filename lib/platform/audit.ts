import 'server-only'
import type { Actor, Rol } from '@/lib/base/actor'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

export type NieuweGebeurtenis = {
  /** What it is about: 'aanvraag', 'opleiding', 'maatregel', 'tijdvak', 'batch', 'sessie' … */
  onderwerp: string
  onderwerpId: string
  /** The act or fact, a Dutch verb in kebab-case: 'dien-in', 'verleen'. */
  soort: string
  van?: string
  naar?: string
  actor: Actor
  /** The role in which somebody with several roles acted; by default the first one. */
  rol?: Rol
  reden?: string
  /** Facts for the dossier: ids, amounts in cents, dates. No BSN and no free text of a third person. */
  gegevens?: Prisma.InputJsonObject
  /** Whether the burger sees it in the timeline. */
  zichtbaar?: boolean
}

/**
 * Adds one entry to the append-only log, in the transaction of the change it describes (invariant I7).
 * The sealing worker chains the entries by hash afterwards; the database role cannot change or delete them.
 */
export async function saveGebeurtenis(tx: Tx, gebeurtenis: NieuweGebeurtenis): Promise<void> {
  await tx.gebeurtenis.create({ data: toRow(gebeurtenis) })
}

/** As saveGebeurtenis, for many changes at once. */
export async function saveGebeurtenissen(tx: Tx, gebeurtenissen: readonly NieuweGebeurtenis[]): Promise<void> {
  if (gebeurtenissen.length > 0) await tx.gebeurtenis.createMany({ data: gebeurtenissen.map(toRow) })
}

function toRow(gebeurtenis: NieuweGebeurtenis) {
  const { actor } = gebeurtenis
  return {
    onderwerp: gebeurtenis.onderwerp,
    onderwerpId: gebeurtenis.onderwerpId,
    soort: gebeurtenis.soort,
    vanStatus: gebeurtenis.van ?? null,
    naarStatus: gebeurtenis.naar ?? null,
    doorId: actor.id,
    doorRol: gebeurtenis.rol ?? actor.rollen[0] ?? actor.soort,
    reden: gebeurtenis.reden ?? null,
    gegevens: gebeurtenis.gegevens ?? {},
    zichtbaar: gebeurtenis.zichtbaar ?? false,
  }
}
