import { CATEGORIEEN, NIVEAUS, OPLEIDINGSVORMEN, SCHOLINGSOORTEN } from '@/lib/register/model'
import { DUREN } from '@/lib/voorportaal/model'
import { findPlek, type Plek } from '@/lib/voorportaal/rules/plaatsen'
import { addTeksten, newWoordindex, type Teksten, type Woordindex } from '@/lib/voorportaal/rules/woordindex'

/** One start date as a search knows it: day number, place in `plaatsen` of its document (0 is none), and so on; money in cents. */
export type Start = { dag: number; plaats: number; vorm: number; dagdelen: number; prijsCent: number; subsidiabelCent: number; geregistreerd: number }

/** A row of zoekdocument. `transactie` is the one that wrote it. */
export type Zoekdocument = Teksten & {
  id: string; opleiderId: string; transactie: number; vindbaar: boolean; soort: string
  categorie: string | null; niveau: string | null; voertaal: string; duurDagen: number | null
  plaatsen: readonly string[]; starts: readonly Start[]
}

/**
 * The whole offer in memory, as columns of numbers: every search and every count of a facet is a walk along them. A document that is
 * replaced gets a new number; its old one is switched off in `leeft`.
 */
export type Aanbodindex = {
  woorden: Woordindex
  nummers: Map<string, number>
  ids: string[]
  transacties: number[]
  leeft: Kolom
  opleiders: Map<string, number>
  opleiderIds: string[]
  opleider: Kolom
  soort: Kolom
  categorie: Kolom
  niveau: Kolom
  duur: Kolom
  taal: Kolom
  talen: string[]
  /** The starts of document d are numbers van[d] up to van[d + 1]. */
  van: Kolom
  dag: Kolom
  maand: Kolom
  maanden: string[]
  plaats: Kolom
  plaatsen: string[]
  plekken: (Plek | undefined)[]
  vorm: Kolom
  dagdelen: Kolom
  prijs: Kolom
  subsidiabel: Kolom
  geregistreerd: Kolom
  /** How many starts belong to documents that were replaced: when they are many, the index is made anew. */
  doodStarts: number
}

/** A column of numbers that grows. */
export type Kolom = { rij: Int32Array; lengte: number }

const newKolom = (): Kolom => ({ rij: new Int32Array(1_024), lengte: 0 })

function push(kolom: Kolom, waarde: number): void {
  if (kolom.lengte === kolom.rij.length) {
    const groter = new Int32Array(kolom.rij.length * 2)
    groter.set(kolom.rij)
    kolom.rij = groter
  }
  kolom.rij[kolom.lengte++] = waarde
}

export function newAanbodindex(): Aanbodindex {
  const van = newKolom()
  push(van, 0)
  return {
    woorden: newWoordindex(), nummers: new Map(), ids: [], transacties: [], leeft: newKolom(), opleiders: new Map(), opleiderIds: [], opleider: newKolom(), soort: newKolom(),
    categorie: newKolom(), niveau: newKolom(), duur: newKolom(), taal: newKolom(), talen: [], van, dag: newKolom(), maand: newKolom(), maanden: [],
    plaats: newKolom(), plaatsen: [], plekken: [], vorm: newKolom(), dagdelen: newKolom(), prijs: newKolom(), subsidiabel: newKolom(), geregistreerd: newKolom(), doodStarts: 0,
  }
}

/** Adds a document, in the place of an older one with the same id. */
export function putDocument(index: Aanbodindex, document: Zoekdocument): void {
  const oud = index.nummers.get(document.id)
  if (oud !== undefined) {
    index.leeft.rij[oud] = 0
    index.doodStarts += (index.van.rij[oud + 1] ?? 0) - (index.van.rij[oud] ?? 0)
  }
  index.nummers.set(document.id, index.ids.length)
  index.ids.push(document.id)
  index.transacties.push(document.transactie)
  push(index.leeft, document.vindbaar ? 1 : 0)
  push(index.opleider, opleiderNummer(index, document.opleiderId))
  push(index.soort, SCHOLINGSOORTEN.findIndex((soort) => soort === document.soort))
  push(index.categorie, CATEGORIEEN.findIndex((categorie) => categorie === document.categorie) + 1)
  push(index.niveau, NIVEAUS.findIndex((niveau) => niveau === document.niveau) + 1)
  push(index.duur, document.duurDagen === null ? 0 : DUREN.findIndex(({ tot }) => (document.duurDagen ?? 0) <= tot) + 1)
  push(index.taal, intern(index.talen, document.voertaal))
  addTeksten(index.woorden, document.vindbaar ? document : { titel: '', kern: '', opleider: '', tekst: '' })
  const plaatsen = document.plaatsen.map((naam) => plaatsNummer(index, naam))
  for (const start of document.vindbaar ? document.starts : []) {
    push(index.dag, start.dag)
    push(index.maand, intern(index.maanden, maandOf(start.dag)))
    push(index.plaats, start.plaats === 0 ? 0 : (plaatsen[start.plaats - 1] ?? 0))
    push(index.vorm, start.vorm)
    push(index.dagdelen, start.dagdelen)
    push(index.prijs, start.prijsCent)
    push(index.subsidiabel, start.subsidiabelCent)
    push(index.geregistreerd, start.geregistreerd)
  }
  push(index.van, index.dag.lengte)
}

function opleiderNummer(index: Aanbodindex, id: string): number {
  const bekend = index.opleiders.get(id)
  if (bekend !== undefined) return bekend
  index.opleiders.set(id, index.opleiderIds.length)
  return index.opleiderIds.push(id) - 1
}

// One town has one name here, however the opleider writes it. Number 0 is no town.
function plaatsNummer(index: Aanbodindex, naam: string): number {
  const plek = findPlek(naam)
  const nummer = intern(index.plaatsen, plek?.naam ?? naam.trim())
  index.plekken[nummer] = plek
  return nummer
}

// Short lists: hundreds of towns, tens of months, some languages. Numbers from 1, so that 0 can be nothing.
const posities = new WeakMap<string[], Map<string, number>>()
function intern(lijst: string[], waarde: string): number {
  const kaart = posities.get(lijst) ?? new Map<string, number>()
  posities.set(lijst, kaart)
  const bekend = kaart.get(waarde)
  if (bekend !== undefined) return bekend
  const nummer = lijst.push(waarde)
  kaart.set(waarde, nummer)
  return nummer
}

const DAG_MS = 86_400_000

/** The number of a day: 0 is 1 January 1970. */
export function dagNummer(dag: string): number {
  return Math.round(Date.parse(`${dag}T00:00:00Z`) / DAG_MS)
}

/** The day of a number, as YYYY-MM-DD. */
export function dagVan(nummer: number): string {
  return new Date(nummer * DAG_MS).toISOString().slice(0, 10)
}

const maandOf = (nummer: number): string => dagVan(nummer).slice(0, 7)

export const VORM_NUMMER: ReadonlyMap<string, number> = new Map(OPLEIDINGSVORMEN.map((vorm, index) => [vorm, index + 1]))
