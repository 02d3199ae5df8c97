import type { Actor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { z } from 'zod'
import type { BesluitSoort } from '@/lib/beschikking/model'
import { aanvraagDagOf, nextKenmerk, type LockedAanvraag } from '@/lib/beschikking/repo'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { toDbDate, type Tx } from '@/lib/platform/db'
import type { Momentopname, Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export type VastTeLeggen = {
  readonly soort: BesluitSoort
  readonly bedragCent: number
  readonly gronden: readonly string[]
  readonly motivering: string
  readonly actor: Actor
  readonly bezwaarUiterlijkOp: PlainDate
  readonly brief: NieuweBrief
}

export type Vastgelegd = { readonly id: string; readonly kenmerk: string; readonly briefId: string }

const parametersSchema = z.record(z.string(), z.object({ waarde: z.json(), geldigVan: z.string(), bron: z.string() }))

/** Writes a besluit on a locked aanvraag with its letter and the values of the regeling it rests on (invariants I8, I10). */
export async function legBesluitVast(tx: Tx, aanvraag: LockedAanvraag, besluit: VastTeLeggen): Promise<Vastgelegd> {
  const { soort, bedragCent, gronden, motivering, actor, bezwaarUiterlijkOp, brief } = besluit
  const regeling = await leesRegeling(tx, aanvraagDagOf(aanvraag))
  const { id: briefId } = await stuurBrief(tx, { soort, burgerId: aanvraag.burgerId, aanvraagId: aanvraag.id, ...brief })
  const kenmerk = await nextKenmerk(tx, 'besluit')
  const { id } = await tx.besluit.create({
    data: {
      kenmerk,
      aanvraagId: aanvraag.id,
      soort,
      bedragCent,
      gronden: [...gronden],
      motivering,
      parameters: parametersSchema.parse(takeParameters(regeling)),
      opleidingVersie: aanvraag.opleidingVersie,
      genomenDoor: actor.id,
      bezwaarUiterlijkOp: toDbDate(bezwaarUiterlijkOp),
      briefId,
    },
    select: { id: true },
  })
  return { id, kenmerk, briefId }
}

/** Invariant I8: the values that held on the day of the aanvraag, with their sources. */
function takeParameters(regeling: Regeling): Momentopname {
  return regeling.momentopname(
    'maximumbedrag', 'verleningen-per-jaar', 'minimumleeftijd', 'aow-leeftijd', 'verzekerde-maanden', 'startvenster',
    'beslistermijn', 'bezwaartermijn', 'aanwezigheidsnorm', 'uitsluitingsduur',
  )
}
