import type { LotingUitkomst, Zaadbron } from '@/lib/loting/model'

/** Why an act on a draw is refused. */
export type LotingReden =
  | 'geen-loting' | 'periode-loopt-nog' | 'toetsing-loopt' | 'lijst-ligt-vast' | 'geen-lijst' | 'al-getrokken' | 'al-bijgedragen' | 'genoeg-bijdragen' | 'baken-ontbreekt'

export const LOTING_REDEN: Readonly<Record<LotingReden, string>> = {
  'geen-loting': 'In dit tijdvak wordt niet geloot.',
  'periode-loopt-nog': 'De aanvraagperiode loopt nog. Stel de lijst vast als zij voorbij is.',
  'toetsing-loopt': 'Er zijn nog aanvragen die niet getoetst zijn. Wacht tot dat klaar is en probeer het opnieuw.',
  'lijst-ligt-vast': 'De deelnemerslijst ligt al vast.',
  'geen-lijst': 'De deelnemerslijst ligt nog niet vast. Doe dat eerst: het zaad komt altijd na de lijst.',
  'al-getrokken': 'De loting is al getrokken.',
  'al-bijgedragen': 'U hebt uw deel al ingevoerd. Een collega voert het andere deel in.',
  'genoeg-bijdragen': 'Beide delen zijn al ingevoerd.',
  'baken-ontbreekt': 'Beschrijf de openbare bron en het moment waarop de waarde bekend wordt.',
}

export const ZAADBRON_LABEL: Readonly<Record<Zaadbron, string>> = {
  'twee-personen': 'Twee medewerkers, los van elkaar',
  baken: 'Een openbare bron die vooraf is genoemd',
}

export const LOTING_UITKOMST: Readonly<Record<LotingUitkomst, string>> = {
  gereserveerd: 'Er is budget gereserveerd',
  'plafond-bereikt': 'Het budget was op voordat dit lot aan de beurt was',
  'al-toegekend': 'Voor deze persoon was dit jaar al budget toegekend',
  'verleningsgrens-bereikt': 'Voor deze scholing is het grootste aantal subsidies van dit jaar bereikt',
  ingetrokken: 'De aanvraag deed niet meer mee: ingetrokken of afgewezen voor de trekking',
}
