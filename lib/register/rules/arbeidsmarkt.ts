import { plainDate, type PlainDate } from '@/lib/base/date'
import { ARBEIDSMARKT_UITSLUITINGEN, type ArbeidsmarktUitsluiting, type OpleidingInhoud } from '@/lib/register/model'

/** The levels of the European framework for languages, from low to high. */
const TAALNIVEAUS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** What the instrument asks in one period of the regeling: from `vanaf` up to, and not including, `tot`. */
export type Instrument = {
  vanaf: PlainDate
  tot: PlainDate
  /** What makes a scholing fall outside whatever its layers. */
  uitsluitingen: readonly ArbeidsmarktUitsluiting[]
  /** More coaching than this, in percent, is coaching and no scholing. */
  coachingHoogstens: number
  /** A language course begins here or higher … */
  taalInstap: string
  /** … and ends here or higher. */
  taalEind: string
}

/**
 * The ROA instrument (afwegingskader arbeidsmarktgerichtheid) for scholing that OCW does not recognise: art. 5 lid 1 from 1 November
 * 2022 (Stcrt. 2022, 28947) until only OCW-recognised scholing was left (Stcrt. 2023, 20707).
 */
export const INSTRUMENTEN: readonly Instrument[] = [{
  vanaf: plainDate('2022-11-01'), tot: plainDate('2023-07-14'), uitsluitingen: ARBEIDSMARKT_UITSLUITINGEN, coachingHoogstens: 50, taalInstap: 'A2', taalEind: 'B1',
}]

export type ArbeidsmarktReden = ArbeidsmarktUitsluiting | 'geen-laag' | 'geen-beroepen' | 'taalniveau'
export type Arbeidsmarktoordeel =
  /** The regeling does not ask it: on that day, or of this scholing. */
  | { uitkomst: 'niet-gevraagd' }
  | { uitkomst: 'onbeantwoord' }
  | { uitkomst: 'gericht' }
  | { uitkomst: 'niet-gericht'; redenen: ArbeidsmarktReden[] }

/** What the answers of the opleider come to on a day. A proposal: the Toetsingskamer judges, and may find otherwise. */
export function beoordeelArbeidsmarkt(inhoud: Pick<OpleidingInhoud, 'soort' | 'categorie' | 'erkendOnderdeel' | 'arbeidsmarkt'>, dag: PlainDate): Arbeidsmarktoordeel {
  const instrument = INSTRUMENTEN.find(({ vanaf, tot }) => vanaf <= dag && dag < tot)
  if (instrument === undefined || inhoud.soort === 'onderdeel' || inhoud.soort === 'meerjarig' || inhoud.erkendOnderdeel !== null) return { uitkomst: 'niet-gevraagd' }
  const { arbeidsmarkt: antwoorden } = inhoud
  if (antwoorden === null) return { uitkomst: 'onbeantwoord' }
  const zegt = (uitsluiting: ArbeidsmarktUitsluiting): boolean => instrument.uitsluitingen.includes(uitsluiting)
    && (antwoorden.uitsluitingen.includes(uitsluiting) || (uitsluiting === 'hobby' && inhoud.categorie === 'HOBBY_EN_VRIJE_TIJD') || (uitsluiting === 'coaching' && antwoorden.coachingProcent > instrument.coachingHoogstens))
  const redenen: ArbeidsmarktReden[] = ARBEIDSMARKT_UITSLUITINGEN.filter(zegt)
  if (antwoorden.lagen.length === 0) redenen.push('geen-laag')
  // Skills for one occupation must say which.
  if (antwoorden.lagen.includes('beroepsspecifiek') && antwoorden.beroepen.trim() === '') redenen.push('geen-beroepen')
  if (antwoorden.taalniveau !== null && (isLager(antwoorden.taalniveau.instap, instrument.taalInstap) || isLager(antwoorden.taalniveau.eind, instrument.taalEind))) redenen.push('taalniveau')
  return redenen.length === 0 ? { uitkomst: 'gericht' } : { uitkomst: 'niet-gericht', redenen }
}

/** A level that nobody knows counts as too low. */
function isLager(niveau: string, grens: string): boolean {
  return TAALNIVEAUS.indexOf(niveau.toUpperCase()) < TAALNIVEAUS.indexOf(grens)
}
