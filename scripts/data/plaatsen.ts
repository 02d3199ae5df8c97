/** Dutch towns with a postcode area that is theirs, and streets where schools stand. The addresses themselves are made up. */
export const PLAATSEN = {
  Alkmaar: '1815', Almelo: '7607', Almere: '1315', Alphen: '2403', Amersfoort: '3812', Amsterdam: '1018', Apeldoorn: '7311', Arnhem: '6811', Assen: '9401',
  Bergen: '4611', Breda: '4811', Delft: '2611', 'Den Bosch': '5211', 'Den Haag': '2516', Deventer: '7411', Doetinchem: '7001', Dordrecht: '3311',
  Drachten: '9203', Ede: '6711', Eindhoven: '5611', Emmen: '7811', Enschede: '7511', Goes: '4461', Gouda: '2801', Groningen: '9711', Haarlem: '2011',
  Heerenveen: '8441', Heerlen: '6411', Helmond: '5701', Hengelo: '7551', Hilversum: '1211', Hoorn: '1621', Leeuwarden: '8911', Leiden: '2311',
  Lelystad: '8232', Maastricht: '6211', Meppel: '7941', Middelburg: '4331', Nijmegen: '6511', Purmerend: '1441', Roermond: '6041', Roosendaal: '4701',
  Rotterdam: '3011', Sittard: '6131', Tilburg: '5011', Utrecht: '3511', Venlo: '5911', Vlissingen: '4381', Zaandam: '1506', Zoetermeer: '2711', Zutphen: '7201', Zwolle: '8011',
} as const
export type Plaats = keyof typeof PLAATSEN

export const STRATEN = ['Stationsplein', 'Schoolstraat', 'Leerlaan', 'Ambachtsweg', 'Ossenkamp', 'Kennispark', 'Havenweg', 'Industrieweg', 'Parklaan', 'Nieuwe Gracht', 'Wilhelminasingel', 'Burgemeester Fockstraat', 'Hanzelaan', 'Lindelaan', 'Europaplein'] as const
