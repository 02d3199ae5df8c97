import { CATEGORIE_LABEL } from '@/lib/register/texts'
import { findWoorden } from '@/lib/voorportaal/rules/woordtreffers'
import { addTeksten, newWoordindex, type Woordindex } from '@/lib/voorportaal/rules/woordindex'
import { toResultaat, type Resultaat } from '@/scripts/bench/frame'
import { CATALOGUS } from '@/scripts/bench/relevantie/catalogus'
import { VRAGEN, type Graad } from '@/scripts/bench/relevantie/vragen'

const DIEP = 10
/** What the list must score at least, in thousandths. */
const GRENS = 850

/** The catalogue as the search sees it. */
export function indexCatalogus(): Woordindex {
  const index = newWoordindex()
  for (const [titel, samenvatting, categorie] of CATALOGUS) addTeksten(index, { titel, kern: `${samenvatting} ${CATEGORIE_LABEL[categorie]}`, opleider: '', tekst: '' })
  return index
}

/** The titles that a question finds, best first. */
export function zoekInCatalogus(index: Woordindex, vraag: string): string[] {
  const { documenten, score } = findWoorden(index, vraag, new Uint8Array(CATALOGUS.length).fill(1))
  return [...documenten].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b).map((document) => CATALOGUS[document]?.[0] ?? '')
}

const winst = (graad: number): number => 2 ** graad - 1
const dcg = (graden: readonly number[]): number => graden.slice(0, DIEP).reduce((som, graad, plaats) => som + winst(graad) / Math.log2(plaats + 2), 0)

/** nDCG@10: 1 when the ten best answers stand in the best order, 0 when none of them is there. */
export function ndcg(gevonden: readonly string[], verwacht: Readonly<Record<string, Graad>>): number {
  const graadOf = (titel: string): number => Math.max(0, ...Object.entries(verwacht).map(([begin, graad]) => (titel.startsWith(begin) ? graad : 0)))
  const ideaal = CATALOGUS.map(([titel]) => graadOf(titel)).sort((a, b) => b - a)
  return dcg(gevonden.map(graadOf)) / dcg(ideaal)
}

/** Asks every question of the list and prints what fell short. Needs no database. */
export function benchRelevantie(): Promise<Resultaat> {
  const index = indexCatalogus()
  const scores = VRAGEN.map(({ vraag, verwacht }) => ({ vraag, gevonden: zoekInCatalogus(index, vraag), verwacht })).map((uitkomst) => ({ ...uitkomst, score: ndcg(uitkomst.gevonden, uitkomst.verwacht) }))
  for (const { vraag, score, gevonden } of scores.filter(({ score: behaald }) => behaald < 0.85)) console.log(`  ${score.toFixed(2).replace('.', ',')}  ${vraag}: ${gevonden.slice(0, 5).join(' · ')}`)
  const gemiddeld = scores.reduce((som, { score }) => som + score, 0) / scores.length
  console.log(`  nDCG@10 over ${String(scores.length)} vragen: ${gemiddeld.toFixed(3).replace('.', ',')}`)
  return Promise.resolve(toResultaat('relevantie', { waarde: gemiddeld * 1_000, eenheid: 'duizendsten nDCG@10', grens: GRENS, grensEenheid: 'duizendsten' }))
}
