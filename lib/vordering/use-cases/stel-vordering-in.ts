import type { Actor } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { toDbDate, type Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import type { Schuldenaar, VorderingGrond } from '@/lib/vordering/model'
import { findBriefFeiten, geadresseerdeOf, lockBetaald, nextVorderingKenmerk } from '@/lib/vordering/repo/instellen'
import { makeBetalingsbeschikking } from '@/lib/vordering/rules/brieven'
import { calculateVerjaring, calculateVervaldag } from '@/lib/vordering/rules/termijn'

export type InTeStellenVordering = {
  readonly aanvraagId: string
  readonly schuldenaar: Schuldenaar
  /** In cents, more than zero, and no more than was paid for the aanvraag. */
  readonly bedragCent: number
  readonly grond: VorderingGrond
  /** The besluit it rests on (lower, withdrawn, revised), or the credit note. */
  readonly besluitId?: string
  readonly factuurId?: string
  readonly actor: Actor
  /** What the letter adds in the words of who decided, in paragraphs. */
  readonly toelichting?: readonly string[]
}

/**
 * Claims back what was paid for an aanvraag, in the transaction of the act that it follows from: the claim, its posting
 * (betaald → debiteuren, and from vastgesteld what was settled already), the betalingsbeschikking with its term of six weeks
 * (Awb 4:86, 4:87) and the log. Throws when it is more than the ledger says was paid: that is a fault of the caller.
 */
export async function stelVorderingIn(tx: Tx, { aanvraagId, schuldenaar, bedragCent, grond, besluitId, factuurId, actor, toelichting = [] }: InTeStellenVordering): Promise<string> {
  const plek = (await lockBetaald(tx, aanvraagId)).find(({ betaaldCent, vastgesteldCent }) => betaaldCent + vastgesteldCent >= bedragCent)
  if (plek === undefined || bedragCent <= 0) throw new Error(`${String(bedragCent)} cents cannot be claimed back for aanvraag ${aanvraagId}: the ledger has not paid that much`)
  const vandaag = await todayIn(tx)
  const regeling = await leesRegeling(tx, vandaag)
  const vervaltOp = calculateVervaldag(vandaag, regeling)
  const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, regeling)
  const wie = {
    kenmerk: await nextVorderingKenmerk(tx),
    schuldenaarOpleiderId: schuldenaar.soort === 'opleider' ? schuldenaar.opleiderId : null,
    schuldenaarBurgerId: schuldenaar.soort === 'burger' ? schuldenaar.burgerId : null,
  }
  const brief = makeBetalingsbeschikking(await findBriefFeiten(tx, aanvraagId, wie), { grond, bedrag: cent(bedragCent), vervaltOp, weken: regeling.get('betaaltermijn').weken, bezwaarUiterlijkOp, reden: toelichting })
  const { id: briefId } = await stuurBrief(tx, { soort: 'betalingsbeschikking', ...geadresseerdeOf(wie), ...(schuldenaar.soort === 'burger' ? { aanvraagId } : {}), ...brief })
  // What was paid as a voorschot goes first; only what is more had been settled (Awb 4:49).
  const herzienCent = Math.max(0, bedragCent - Math.max(0, plek.betaaldCent))
  const { id } = await tx.vordering.create({
    data: {
      ...wie, aanvraagId, compartimentId: plek.compartimentId, opleiderId: plek.opleiderId, grond, besluitId: besluitId ?? null, factuurId: factuurId ?? null,
      bedragCent, herzienCent, openCent: bedragCent, briefId, bezwaarUiterlijkOp: toDbDate(bezwaarUiterlijkOp), vervaltOp: toDbDate(vervaltOp),
      verjaartOp: toDbDate(calculateVerjaring(vervaltOp, regeling.get('verjaring'))),
      mutaties: { create: { soort: 'instelling', hoofdsomCent: bedragCent, kostenCent: 0, dag: toDbDate(vandaag), doorId: actor.id } },
    },
    select: { id: true },
  })
  const waarvan = { compartimentId: plek.compartimentId, aanvraagId, opleiderId: plek.opleiderId }
  for (const [soort, deel] of [['vorder-terug', bedragCent - herzienCent], ['herzie-vaststelling', herzienCent]] as const) {
    if (deel > 0) await boek(tx, { soort, oorzaak: 'vordering', oorzaakId: id, actor, regels: makePost(soort, deel, waarvan) })
  }
  await saveGebeurtenis(tx, { onderwerp: 'vordering', onderwerpId: id, soort: 'stel-in', naar: 'open', actor, gegevens: { kenmerk: wie.kenmerk, bedragCent, grond, briefId }, zichtbaar: true })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'stel-vordering-in', actor, gegevens: { kenmerk: wie.kenmerk, bedragCent, grond }, zichtbaar: schuldenaar.soort === 'burger' })
  return id
}
