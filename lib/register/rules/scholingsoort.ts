import { plainDate, type PlainDate } from '@/lib/base/date'
import type { ErkennerSoort, Gebrek, Scholingsoort } from '@/lib/register/model'

/** What holds for a kind of scholing in one period of the regeling: from `vanaf` up to, and not including, `tot`. */
export type Soortregel = {
  vanaf: PlainDate
  tot: PlainDate | null
  /** The fields without which it cannot be applied for. */
  verplicht: readonly Gebrek[]
  /** Only with an erkenning of one of these kinds; null is any that the regeling admits. */
  erkenning: readonly ErkennerSoort[] | null
  /** Every activity is one scholingsjaar, and says which. */
  perScholingsjaar: boolean
}

const ALGEMEEN: readonly Gebrek[] = ['titel', 'omschrijving', 'categorie', 'niveau', 'opleidingsvorm', 'waardedocument', 'duur', 'catalogusprijs', 'subsidiabele-kosten']
const BEGIN = plainDate('2022-01-01')
/** Stcrt. 2023, 20707: from here only scholing that OCW recognises. */
const ALLEEN_OCW = plainDate('2023-07-14')

/**
 * The kinds of scholing as data. `cursus`: any scholing of an admitted opleider, until only OCW-recognised scholing is left.
 * `onderdeel`: a part of an OCW-recognised programme (mbo-certificaat, module). `evc`: a traject that recognises experience, at a
 * recognised provider; how long it takes differs per person. `meerjarig`: longer than a year, an aanvraag per scholingsjaar.
 */
export const SOORTREGELS: Readonly<Record<Scholingsoort, readonly Soortregel[]>> = {
  cursus: [{ vanaf: BEGIN, tot: ALLEEN_OCW, verplicht: ALGEMEEN, erkenning: null, perScholingsjaar: false }],
  onderdeel: [{ vanaf: BEGIN, tot: null, verplicht: [...ALGEMEEN, 'erkend-onderdeel'], erkenning: ['OCW'], perScholingsjaar: false }],
  evc: [{ vanaf: BEGIN, tot: ALLEEN_OCW, verplicht: ALGEMEEN.filter((veld) => veld !== 'duur'), erkenning: ['EVC'], perScholingsjaar: false }],
  meerjarig: [{ vanaf: plainDate('2023-07-01'), tot: null, verplicht: [...ALGEMEEN, 'studielast', 'erkend-onderdeel'], erkenning: ['OCW'], perScholingsjaar: true }],
}

/** The rule of a kind on a day; undefined when that kind cannot be applied for then. */
export function findSoortregel(soort: Scholingsoort, dag: PlainDate): Soortregel | undefined {
  return SOORTREGELS[soort].find(({ vanaf, tot }) => vanaf <= dag && (tot === null || dag < tot))
}

/** The fields that a kind requires on a day; outside its periods those of the nearest one, so that a record can be made ready. */
export function verplichteVelden(soort: Scholingsoort, dag?: PlainDate): readonly Gebrek[] {
  const regels = SOORTREGELS[soort]
  const geldt = dag === undefined ? undefined : findSoortregel(soort, dag)
  return (geldt ?? regels.at(-1))?.verplicht ?? ALGEMEEN
}
