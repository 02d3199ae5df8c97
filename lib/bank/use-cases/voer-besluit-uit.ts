import type { Medewerker } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveBundels } from '@/lib/bank/repo/bundels'
import type { VraagRij } from '@/lib/bank/repo/voorstellen'
import { kiesUitgevoerd, verdeel, type BesluitGegevens } from '@/lib/bank/rules/besluit'
import { isBeslisbaar, kenmerkVan, type Besluit } from '@/lib/bank/rules/ontvangst'
import { bundel } from '@/lib/bank/rules/vraagbundel'
import type { BankReden } from '@/lib/bank/texts'
import { leesOnderwegMetBedrag } from '@/lib/betaling/use-cases/lees-betaalstand'
import { bevestigBetalingen, boekBetalingenTerug } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import type { PoolClient } from '@/lib/platform/db'
import type { TerugstortReden, VorderingReden } from '@/lib/vordering/texts'
import { boekOntvangst, type Ontvangst } from '@/lib/vordering/use-cases/boek-ontvangst'
import { geefLateBetalingTerug, neemLateBetalingAan } from '@/lib/vordering/use-cases/late-betaling'
import { stortTerug } from '@/lib/vordering/use-cases/stort-terug'

export type BesluitReden = BankReden | VorderingReden | TerugstortReden
type Gevolg = 'geboekt' | 'terug' | 'teruggestort' | 'bevestigd'

/** The amount of a question in cents that an act on it is about; undefined when this act is not for this question. */
export function bedragVanBesluit({ soort, mutatie }: VraagRij, besluit: Besluit): Cent | undefined {
  if (mutatie === null || !isBeslisbaar(soort, besluit)) return undefined
  const isBij = mutatie.bedragCent > 0
  return isBij === (besluit !== 'bevestig') ? cent(Math.abs(mutatie.bedragCent)) : undefined
}

/**
 * Does what was decided about the money of a question, in the transaction that closes it. Refused when it cannot be done (any more): the caller
 * takes back what was written before the refusal.
 */
export async function voerBesluitUit(client: PoolClient, medewerker: Medewerker, vraag: VraagRij, { besluit, gegevens }: { besluit: Besluit; gegevens: BesluitGegevens }): Promise<Outcome<BesluitReden, Gevolg>> {
  const { mutatie } = vraag
  const bedrag = bedragVanBesluit(vraag, besluit)
  if (mutatie === null || bedrag === undefined) return refused('geen-ontvangst')
  if (besluit === 'bevestig') return bevestig(client, vraag, { bedrag, batchId: mutatie.batchId, nietUitgevoerd: gegevens.nietUitgevoerd })
  const ontvangst = { bedrag, dag: plainDate(mutatie.dag), herkomst: mutatie.herkomst, van: { rekening: mutatie.tegenrekening, naam: mutatie.tegenpartij } }
  if (besluit === 'boek') return boek(client, ontvangst, gegevens)
  if (besluit === 'stort-terug') {
    const gestort = await stortTerug(client, medewerker, { vraagId: vraag.id, mutatieId: mutatie.mutatieId, bedrag, rekening: mutatie.tegenrekening })
    return gestort.ok ? success('teruggestort') : gestort
  }
  const kenmerk = kenmerkVan(besluit, undefined, mutatie)
  if (kenmerk === undefined) return refused('kenmerk-onbekend')
  const gedaan = await (besluit === 'neem-aan' ? neemLateBetalingAan : geefLateBetalingTerug)(client, medewerker, { ...ontvangst, kenmerk })
  return gedaan.ok ? success(besluit === 'neem-aan' ? 'geboekt' : 'terug') : gedaan
}

/** Each claim in the order of its kenmerk, so that two people who book on the same claims wait for each other and never cross. */
async function boek(client: PoolClient, ontvangst: Omit<Ontvangst, 'kenmerk'>, gegevens: BesluitGegevens): Promise<Outcome<BesluitReden, Gevolg>> {
  const verdeling = verdeel(ontvangst.bedrag, gegevens.delen)
  if (!verdeling.ok) return verdeling
  const isGedeeld = verdeling.value.length > 1
  for (const [index, { kenmerk, bedrag }] of verdeling.value.toSorted((een, ander) => (een.kenmerk < ander.kenmerk ? -1 : 1)).entries()) {
    const uitkomst = await boekOntvangst(client, { ...ontvangst, kenmerk, bedrag, herkomst: isGedeeld ? `${ontvangst.herkomst}/${String(index + 1)}` : ontvangst.herkomst })
    if (uitkomst === 'onbekend') return refused('kenmerk-onbekend')
    if (uitkomst === 'na-afloop') return refused('vordering-is-afgelopen')
  }
  return success('geboekt')
}

async function bevestig(client: PoolClient, { berichtId }: VraagRij, { bedrag, batchId, nietUitgevoerd }: { bedrag: Cent; batchId: string | null; nietUitgevoerd: readonly string[] }): Promise<Outcome<BesluitReden, Gevolg>> {
  if (batchId === null) return refused('geen-ontvangst')
  const keuze = kiesUitgevoerd(bedrag, await leesOnderwegMetBedrag(client, batchId), nietUitgevoerd)
  if (!keuze.ok) return keuze
  const { uitgevoerd, afgewezen } = keuze.value
  await boekBetalingenTerug(client, afgewezen.map(({ id }) => ({ betalingId: id, naar: 'afgewezen', code: null })))
  await saveBundels(client, { berichtId, batchId }, bundel(afgewezen.map(({ id }) => ({ soort: 'afgewezen', code: null, betalingId: id }))))
  await bevestigBetalingen(client, uitgevoerd.map(({ id }) => id))
  return success('bevestigd')
}
