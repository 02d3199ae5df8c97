import { CATEGORIEEN, DAGDELEN, NIVEAUS, OPLEIDINGSVORMEN } from '@/lib/register/model'
import { DUREN, STAP_BANDEN, type Facet, type FacetNaam } from '@/lib/voorportaal/model'
import type { Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'
import { AFSTAND_GRENZEN, BIT, EIGEN_GRENZEN, PRIJS_GRENZEN, stapBandOf, stapOf, type Filters } from '@/lib/voorportaal/rules/filters'

/** What passed every filter: documents in the order of the index, each with the start that is shown and how many starts passed. */
export type Telling = {
  documenten: Int32Array
  /** For each of those: its start. */
  starts: Int32Array
  aantallen: Int32Array
  facetten: Record<FacetNaam, Facet[]>
}

/** Which start of an opleiding is shown: the earliest, or the best by what is sorted on. */
export type Voorkeur = 'vroegst' | 'goedkoopst' | 'dichtstbij' | 'minst-eigen'

/** For each value of a facet how many documents have it, and which document was counted last: no document counts twice. */
type Teller = { aantal: Int32Array; laatst: Int32Array }
const newTeller = (waarden: number): Teller => ({ aantal: new Int32Array(waarden + 1), laatst: new Int32Array(waarden + 1).fill(-1) })

function tick(teller: Teller, waarde: number, document: number): void {
  if (waarde <= 0 || teller.laatst[waarde] === document) return
  teller.laatst[waarde] = document
  teller.aantal[waarde] = (teller.aantal[waarde] ?? 0) + 1
}

/** Counts the document under every bound that its lowest value stays within. */
function tickBounds(aantallen: number[], grenzen: readonly number[], laagste: number): void {
  for (let i = 0; i < grenzen.length; i++) if (laagste <= (grenzen[i] ?? 0)) aantallen[i] = (aantallen[i] ?? 0) + 1
}

type Tellers = {
  categorie: Teller; niveau: Teller; taal: Teller; duur: Teller; vorm: Teller; plaats: Teller; maand: Teller; dagdeel: Teller; stap: Teller
  prijs: number[]; eigen: number[]; afstand: number[]
}

const zero = (grenzen: readonly number[]): number[] => grenzen.map(() => 0)

/**
 * Walks along every start of these documents once: what passes all filters is found, and what fails only one of them still counts
 * for that facet, so that its numbers say exactly what choosing it would give.
 */
export function telAanbod(index: Aanbodindex, documenten: Int32Array, filters: Filters, voorkeur: Voorkeur): Telling {
  const tellers: Tellers = {
    categorie: newTeller(CATEGORIEEN.length), niveau: newTeller(NIVEAUS.length), taal: newTeller(index.talen.length), duur: newTeller(DUREN.length), vorm: newTeller(OPLEIDINGSVORMEN.length),
    plaats: newTeller(index.plaatsen.length), maand: newTeller(index.maanden.length), dagdeel: newTeller(DAGDELEN.length), stap: newTeller(STAP_BANDEN.length),
    prijs: zero(PRIJS_GRENZEN), eigen: zero(EIGEN_GRENZEN), afstand: zero(AFSTAND_GRENZEN),
  }
  const raak = { documenten: new Int32Array(documenten.length), starts: new Int32Array(documenten.length), aantallen: new Int32Array(documenten.length) }
  let n = 0
  for (const document of documenten) {
    const fout = failsOf(index, document, filters)
    // What fails two filters of the opleiding itself counts nowhere.
    if ((fout & (fout - 1)) !== 0) continue
    const { start, aantal } = walkStarts(index, { document, fout, voorkeur }, filters, tellers)
    if (aantal === 0) continue
    raak.documenten[n] = document
    raak.starts[n] = start
    raak.aantallen[n++] = aantal
  }
  return { documenten: raak.documenten.subarray(0, n), starts: raak.starts.subarray(0, n), aantallen: raak.aantallen.subarray(0, n), facetten: toFacetten(index, tellers, filters) }
}

/** The filters that the opleiding itself fails, as bits. */
function failsOf(index: Aanbodindex, document: number, { categorie, niveau, taal, duur }: Filters): number {
  return (categorie !== 0 && index.categorie.rij[document] !== categorie ? BIT.categorie : 0)
    | (niveau !== 0 && index.niveau.rij[document] !== niveau ? BIT.niveau : 0)
    | (taal !== 0 && index.taal.rij[document] !== taal ? BIT.taal : 0)
    | (duur !== 0 && index.duur.rij[document] !== duur ? BIT.duur : 0)
}

function walkStarts(index: Aanbodindex, { document, fout, voorkeur }: { document: number; fout: number; voorkeur: Voorkeur }, filters: Filters, tellers: Tellers): { start: number; aantal: number } {
  const tot = index.van.rij[document + 1] ?? 0
  const laagste: Laagste = { prijs: Infinity, eigen: Infinity, afstand: Infinity }
  let [gezien, start, aantal, beste] = [0, -1, 0, Infinity]
  for (let s = index.van.rij[document] ?? 0; s < tot; s++) {
    const dag = index.dag.rij[s] ?? 0
    const subsidiabel = index.subsidiabel.rij[s] ?? 0
    if (dag < filters.vroegste || dag > filters.laatste || subsidiabel <= 0 || (index.geregistreerd.rij[s] ?? 0) > filters.geregistreerdTot) continue
    const prijs = index.prijs.rij[s] ?? 0
    const stap = stapOf(subsidiabel, filters.maximumCent)
    const afstand = filters.afstanden === undefined ? 0 : (filters.afstanden[index.plaats.rij[s] ?? 0] ?? Infinity)
    const mist = fout | startFails(index, s, { prijs, stap, afstand }, filters)
    if ((mist & (mist - 1)) !== 0) continue
    gezien |= mist === 0 ? ~0 : mist
    countStart(index, { document, s, mist, stap }, tellers)
    noteLowest(laagste, mist, { prijs, stap, afstand })
    if (mist !== 0) continue
    aantal++
    const waarde = valueOf(voorkeur, { dag, prijs, stap, afstand })
    if (waarde < beste || start < 0) [beste, start] = [waarde, s]
  }
  countDocument(index, document, gezien, tellers)
  tickBounds(tellers.prijs, PRIJS_GRENZEN, laagste.prijs)
  tickBounds(tellers.eigen, EIGEN_GRENZEN, laagste.eigen)
  if (filters.afstanden !== undefined) tickBounds(tellers.afstand, AFSTAND_GRENZEN, laagste.afstand)
  return { start, aantal }
}

type Laagste = { prijs: number; eigen: number; afstand: number }

function noteLowest(laagste: Laagste, mist: number, { prijs, stap, afstand }: { prijs: number; stap: number; afstand: number }): void {
  if ((mist & ~BIT.prijs) === 0 && prijs < laagste.prijs) laagste.prijs = prijs
  if ((mist & ~BIT.eigen) === 0 && prijs - stap < laagste.eigen) laagste.eigen = prijs - stap
  if ((mist & ~BIT.plaats) === 0 && afstand < laagste.afstand) laagste.afstand = afstand
}

/** What makes one start of an opleiding go before another. */
function valueOf(voorkeur: Voorkeur, { dag, prijs, stap, afstand }: { dag: number; prijs: number; stap: number; afstand: number }): number {
  switch (voorkeur) {
    case 'vroegst': return dag
    case 'goedkoopst': return prijs
    case 'dichtstbij': return afstand
    case 'minst-eigen': return prijs - stap
  }
}

/** The filters that a start fails, as bits. */
function startFails(index: Aanbodindex, s: number, { prijs, stap, afstand }: { prijs: number; stap: number; afstand: number }, filters: Filters): number {
  return (filters.vorm !== 0 && index.vorm.rij[s] !== filters.vorm ? BIT.vorm : 0)
    | (filters.maand !== 0 && index.maand.rij[s] !== filters.maand ? BIT.startmaand : 0)
    | (afstand > filters.afstandTot ? BIT.plaats : 0)
    | (prijs > filters.prijsTot ? BIT.prijs : 0)
    | (filters.dagdelen !== 0 && ((index.dagdelen.rij[s] ?? 0) & filters.dagdelen) === 0 ? BIT.dagdeel : 0)
    | (filters.stapBand !== 0 && stapBandOf(stap) !== filters.stapBand ? BIT.stap : 0)
    | (prijs - stap > filters.eigenTot ? BIT.eigen : 0)
}

function countStart(index: Aanbodindex, { document, s, mist, stap }: { document: number; s: number; mist: number; stap: number }, tellers: Tellers): void {
  if ((mist & ~BIT.vorm) === 0) tick(tellers.vorm, index.vorm.rij[s] ?? 0, document)
  if ((mist & ~BIT.plaats) === 0) tick(tellers.plaats, index.plaats.rij[s] ?? 0, document)
  if ((mist & ~BIT.startmaand) === 0) tick(tellers.maand, index.maand.rij[s] ?? 0, document)
  if ((mist & ~BIT.stap) === 0) tick(tellers.stap, stapBandOf(stap), document)
  if ((mist & ~BIT.dagdeel) === 0) {
    const dagdelen = index.dagdelen.rij[s] ?? 0
    for (let i = 0; i < DAGDELEN.length; i++) if ((dagdelen & (1 << i)) !== 0) tick(tellers.dagdeel, i + 1, document)
  }
}

// `gezien` has a bit for every filter that some start failed alone, and all bits when one passed everything.
function countDocument(index: Aanbodindex, document: number, gezien: number, tellers: Tellers): void {
  if (gezien === 0) return
  if ((gezien & BIT.categorie) !== 0) tick(tellers.categorie, index.categorie.rij[document] ?? 0, document)
  if ((gezien & BIT.niveau) !== 0) tick(tellers.niveau, index.niveau.rij[document] ?? 0, document)
  if ((gezien & BIT.taal) !== 0) tick(tellers.taal, index.taal.rij[document] ?? 0, document)
  if ((gezien & BIT.duur) !== 0) tick(tellers.duur, index.duur.rij[document] ?? 0, document)
}

type Waarden = readonly (string | number)[]
const perValue = (waarden: Waarden, { aantal }: Teller): Facet[] => waarden.flatMap((waarde, i) => ((aantal[i + 1] ?? 0) === 0 ? [] : [{ waarde: String(waarde), aantal: aantal[i + 1] ?? 0 }]))
const perBound = (grenzen: Waarden, aantallen: readonly number[]): Facet[] => grenzen.flatMap((grens, i) => ((aantallen[i] ?? 0) === 0 ? [] : [{ waarde: String(grens), aantal: aantallen[i] ?? 0 }]))
const mostFirst = (facetten: Facet[]): Facet[] => facetten.sort((a, b) => b.aantal - a.aantal || (a.waarde < b.waarde ? -1 : 1))

function toFacetten(index: Aanbodindex, tellers: Tellers, { afstanden }: Filters): Telling['facetten'] {
  const euros = (grenzen: readonly number[]): number[] => grenzen.map((cent) => cent / 100)
  return {
    categorie: mostFirst(perValue(CATEGORIEEN, tellers.categorie)),
    niveau: perValue(NIVEAUS, tellers.niveau),
    taal: mostFirst(perValue(index.talen, tellers.taal)),
    duur: perValue(DUREN.map(({ code }) => code), tellers.duur),
    vorm: mostFirst(perValue(OPLEIDINGSVORMEN, tellers.vorm)),
    // With a town: how many there are within each distance. Without: the towns.
    plaats: afstanden === undefined ? mostFirst(perValue(index.plaatsen, tellers.plaats)) : perBound(AFSTAND_GRENZEN, tellers.afstand),
    startmaand: perValue(index.maanden, tellers.maand).sort((a, b) => (a.waarde < b.waarde ? -1 : 1)),
    prijs: perBound(euros(PRIJS_GRENZEN), tellers.prijs),
    dagdeel: perValue(DAGDELEN, tellers.dagdeel),
    stap: perValue(STAP_BANDEN.map(({ code }) => code), tellers.stap),
    eigen: perBound(euros(EIGEN_GRENZEN), tellers.eigen),
  }
}
