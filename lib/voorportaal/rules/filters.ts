import type { PlainDate } from '@/lib/base/date'
import { CATEGORIEEN, DAGDELEN, NIVEAUS } from '@/lib/register/model'
import { AFSTAND_GEWOON, DUREN, EIGEN_BIJDRAGEN, PRIJZEN, AFSTANDEN, STAP_BANDEN } from '@/lib/voorportaal/model'
import { dagNummer, VORM_NUMMER, type Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'
import { afstandTussen, findPlek, type Plek } from '@/lib/voorportaal/rules/plaatsen'
import type { Zoekopdracht } from '@/lib/voorportaal/schema'

/** The start dates that an aanvraag can have: after today, and with a tijdvak within its venster and registered in time. */
export type Startgrens = { dag: PlainDate; vroegsteStart?: PlainDate | undefined; laatsteStart?: PlainDate | undefined; registratiestopOp?: Date | undefined }

/** Every filter has a bit: what a start fails is one number, and a facet counts what fails nothing or only itself. */
export const BIT = { categorie: 1, niveau: 2, taal: 4, duur: 8, vorm: 16, plaats: 32, startmaand: 64, prijs: 128, dagdeel: 256, stap: 512, eigen: 1_024 } as const

/** A search in the numbers of the index. 0 is no choice, and -1 a choice that nothing has. */
export type Filters = {
  vroegste: number
  laatste: number
  geregistreerdTot: number
  maximumCent: number
  categorie: number
  niveau: number
  taal: number
  duur: number
  vorm: number
  maand: number
  dagdelen: number
  /** In cents; Infinity when there is no bound. */
  prijsTot: number
  eigenTot: number
  stapBand: number
  /** The kilometres to each town of the index, when a place was chosen; Infinity when it is not known where it lies. */
  afstanden: Float32Array | undefined
  afstandTot: number
  vanaf: string | null
}

const choice = (gekozen: string | undefined, nummer: number): number => (gekozen === undefined ? 0 : nummer <= 0 ? -1 : nummer)

/** Puts what was chosen in the numbers of this index. */
export function toFilters(index: Aanbodindex, opdracht: Zoekopdracht, { grens, maximumCent }: { grens: Startgrens; maximumCent: number }): Filters {
  const { afstanden, vanaf } = distancesFrom(index, opdracht.plaats)
  const vandaag = dagNummer(grens.dag)
  return {
    vroegste: Math.max(vandaag + 1, grens.vroegsteStart === undefined ? 0 : dagNummer(grens.vroegsteStart)),
    laatste: grens.laatsteStart === undefined ? 1_000_000 : dagNummer(grens.laatsteStart),
    geregistreerdTot: grens.registratiestopOp === undefined ? 2_147_483_647 : Math.floor(grens.registratiestopOp.getTime() / 1_000),
    maximumCent,
    categorie: choice(opdracht.categorie, CATEGORIEEN.findIndex((categorie) => categorie === opdracht.categorie) + 1),
    niveau: choice(opdracht.niveau, NIVEAUS.findIndex((niveau) => niveau === opdracht.niveau) + 1),
    taal: choice(opdracht.taal, index.talen.indexOf(opdracht.taal ?? '') + 1),
    duur: choice(opdracht.duur, DUREN.findIndex(({ code }) => code === opdracht.duur) + 1),
    vorm: choice(opdracht.vorm, VORM_NUMMER.get(opdracht.vorm ?? '') ?? 0),
    maand: choice(opdracht.startmaand, index.maanden.indexOf(opdracht.startmaand ?? '') + 1),
    dagdelen: opdracht.dagdeel === undefined ? 0 : 1 << DAGDELEN.indexOf(opdracht.dagdeel),
    prijsTot: opdracht.maxPrijs === undefined ? Infinity : opdracht.maxPrijs * 100,
    eigenTot: opdracht.maxEigen === undefined ? Infinity : opdracht.maxEigen * 100,
    stapBand: choice(opdracht.stap, STAP_BANDEN.findIndex(({ code }) => code === opdracht.stap) + 1),
    afstanden, vanaf,
    afstandTot: opdracht.afstand ?? AFSTAND_GEWOON,
  }
}

// A town that no list knows is still found by its name, at a distance of nothing.
function distancesFrom(index: Aanbodindex, plaats: string | undefined): { afstanden: Float32Array | undefined; vanaf: string | null } {
  if (plaats === undefined) return { afstanden: undefined, vanaf: null }
  const hier = findPlek(plaats)
  const afstanden = new Float32Array(index.plaatsen.length + 1).fill(Infinity)
  for (const [i, naam] of index.plaatsen.entries()) {
    const daar: Plek | undefined = index.plekken[i + 1]
    if (hier !== undefined && daar !== undefined) afstanden[i + 1] = afstandTussen(hier, daar)
    else if (naam.toLowerCase() === plaats.trim().toLowerCase()) afstanden[i + 1] = 0
  }
  return { afstanden, vanaf: hier?.naam ?? null }
}

/** What the STAP-budget pays of these subsidiable costs: art. 4, never more than the maximum. */
export const stapOf = (subsidiabelCent: number, maximumCent: number): number => (subsidiabelCent < maximumCent ? subsidiabelCent : maximumCent)

/** The number of the band that an amount falls in, from 1. */
export function stapBandOf(stapCent: number): number {
  for (let band = 0; band < STAP_BANDEN.length; band++) if (stapCent <= (STAP_BANDEN[band]?.tot ?? 0) * 100) return band + 1
  return STAP_BANDEN.length
}

export const PRIJS_GRENZEN: readonly number[] = PRIJZEN.map((euro) => euro * 100)
export const EIGEN_GRENZEN: readonly number[] = EIGEN_BIJDRAGEN.map((euro) => euro * 100)
export const AFSTAND_GRENZEN: readonly number[] = AFSTANDEN
