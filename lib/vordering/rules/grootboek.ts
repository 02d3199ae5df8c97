import { makePost, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'
import type { Boekingsregel } from '@/lib/tijdvak/model'
import type { VorderingMutatie, VorderingMutatieSoort } from '@/lib/vordering/model'

export type Waarvan = { readonly compartimentId: string; readonly aanvraagId: string; readonly opleiderId: string }
export type Post = { readonly soort: BoekingSoort; readonly regels: readonly Boekingsregel[] }

/** What the lines in the ledger of a claim name. */
export const waarvanOf = ({ compartimentId, aanvraagId, opleiderId }: Waarvan): Waarvan => ({ compartimentId, aanvraagId, opleiderId })

/** Which posts a movement is, for the amount itself and for fee and interest. The claim itself is booked where it is made. */
const POST: Readonly<Record<Exclude<VorderingMutatieSoort, 'instelling'>, { hoofdsom?: BoekingSoort; kosten: BoekingSoort }>> = {
  vergoeding: { kosten: 'breng-rente-in-rekening' },
  rente: { kosten: 'breng-rente-in-rekening' },
  // What was given up is asked again, because it is paid after all.
  herleving: { hoofdsom: 'herstel-vordering', kosten: 'breng-rente-in-rekening' },
  ontvangst: { hoofdsom: 'ontvang-terug', kosten: 'ontvang-rente' },
  verrekening: { hoofdsom: 'verreken-vordering', kosten: 'ontvang-rente' },
  intrekking: { hoofdsom: 'trek-vordering-in', kosten: 'scheld-rente-kwijt' },
  kwijtschelding: { hoofdsom: 'scheld-kwijt', kosten: 'scheld-rente-kwijt' },
  oninbaar: { hoofdsom: 'scheld-kwijt', kosten: 'scheld-rente-kwijt' },
  verjaring: { hoofdsom: 'scheld-kwijt', kosten: 'scheld-rente-kwijt' },
}

/**
 * The postings of a movement. A claim that falls gives back what it took from vastgesteld: of an `intrekking` the first `herzienCent`
 * go from betaald on to vastgesteld.
 */
export function toPosten({ soort, hoofdsom, kosten }: Pick<VorderingMutatie, 'soort' | 'hoofdsom' | 'kosten'>, waarvan: Waarvan, herzienCent: number): readonly Post[] {
  if (soort === 'instelling') return []
  const post = POST[soort]
  const posten: [BoekingSoort | undefined, number][] = [[post.kosten, Math.abs(kosten)], [post.hoofdsom, Math.abs(hoofdsom)]]
  if (soort === 'intrekking') posten.push(['reken-voorschot-af', Math.min(Math.abs(hoofdsom), herzienCent)])
  return posten.flatMap(([naam, bedrag]) => (naam === undefined || bedrag === 0 ? [] : [{ soort: naam, regels: makePost(naam, bedrag, waarvan) }]))
}
