import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import type { BriefSoort } from '@/lib/beschikking/model'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { PlainDate } from '@/lib/base/date'
import type { Regeling } from '@/lib/regeling/model'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { findBriefFeiten, geadresseerdeOf } from '@/lib/vordering/repo/instellen'
import type { VorderingRij } from '@/lib/vordering/repo/rij'
import type { NieuweBrief, VorderingFeiten } from '@/lib/vordering/rules/brieven'

/** What every step of collecting needs to know of today. */
export type Vandaag = { readonly dag: PlainDate; readonly regeling: Regeling; readonly bezwaarUiterlijkOp: PlainDate }

export async function leesVandaag(tx: Tx): Promise<Vandaag> {
  const dag = await todayIn(tx)
  const regeling = await leesRegeling(tx, dag)
  return { dag, regeling, bezwaarUiterlijkOp: calculateBezwaartermijn(dag, regeling) }
}

/** Sends a letter about a claim to who owes it; gives its id. */
export async function schrijf(tx: Tx, rij: VorderingRij, soort: BriefSoort, maak: (feiten: VorderingFeiten) => NieuweBrief): Promise<string> {
  const brief = maak(await findBriefFeiten(tx, rij.aanvraagId, rij))
  return (await stuurBrief(tx, { soort, ...geadresseerdeOf(rij), ...(rij.schuldenaarBurgerId === null ? {} : { aanvraagId: rij.aanvraagId }), ...brief })).id
}
