import { cent } from '@/lib/base/money'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import type { Dossier } from '@/lib/verantwoording/repo'
import type { Voornemen } from '@/lib/verantwoording/repo/vaststelling'
import { makeOpleiderBesluitbrief, makeOpleiderVervallenbrief } from '@/lib/verantwoording/rules/opleider-brieven'

type Zaak = { readonly dossier: Dossier; readonly voornemen: Voornemen }

/** Tells the opleider that was asked what came of it (Awb 3:43 lid 1); the id of the letter, or null when it was not asked. */
export async function deelBesluitMee(tx: Tx, { dossier, voornemen }: Zaak, besluitId: string): Promise<string | null> {
  if (voornemen.opleiderBriefId === null) return null
  const besluit = await tx.besluit.findUniqueOrThrow({ where: { id: besluitId }, include: { vorderingen: { where: { schuldenaarOpleiderId: dossier.opleiderId } } } })
  const brief = makeOpleiderBesluitbrief(await leesBriefFeiten(tx, dossier.id), await leesOpleider(tx, dossier), {
    bedragCent: cent(besluit.bedragCent), terugCent: cent(besluit.vorderingen.reduce((som, { bedragCent }) => som + bedragCent, 0)),
    // What was weighed about the opleider only; anything else is about the burger.
    motivering: voornemen.van === 'opleider' ? besluit.motivering : null,
    bezwaarUiterlijkOp: fromDbDate(besluit.bezwaarUiterlijkOp),
  })
  return (await stuurBrief(tx, { soort: 'mededeling', opleiderId: dossier.opleiderId, ...brief })).id
}

/** Tells the opleider that was asked that it does not go on. */
export async function deelVervallenMee(tx: Tx, dossier: Dossier, voornemen: Voornemen): Promise<string | null> {
  if (voornemen.opleiderBriefId === null) return null
  const brief = makeOpleiderVervallenbrief(await leesBriefFeiten(tx, dossier.id), await leesOpleider(tx, dossier))
  return (await stuurBrief(tx, { soort: 'mededeling', opleiderId: dossier.opleiderId, ...brief })).id
}

/** Name and address for the head of a letter. */
export async function leesOpleider(tx: Tx, { opleiderId }: Dossier): Promise<{ naam: string; adres: string; plaats: string }> {
  const { naam, straat, huisnummer, postcode, plaats } = await tx.opleider.findUniqueOrThrow({ where: { id: opleiderId } })
  return { naam, adres: `${straat} ${huisnummer}`, plaats: `${postcode} ${plaats}` }
}
