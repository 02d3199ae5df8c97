import type { Toeval } from '@/tests/model/toeval'

/**
 * A small model of where the money of one grant is, written from the law and the words of the ledger and not from its code: every step says
 * itself what it takes and what it gives. Amounts in cents.
 */
export const PLEKKEN = [
  'gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'vastgesteld', 'debiteuren', 'oninbaar',
  'rentelast', 'rente-crediteuren', 'rente-betaald', 'rentebaat', 'rente-debiteuren', 'rente-ontvangen',
] as const
export type Plek = (typeof PLEKKEN)[number]

/** The accounts that take from the plafond of their compartiment. */
export const UIT_PLAFOND: readonly Plek[] = ['gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'vastgesteld', 'debiteuren', 'oninbaar']

/** One movement that a step asks of the ledger, by the name that the ledger has for it. */
export type Beweging = { soort: string; oorzaak: string; oorzaakId: string; bedrag: number; naarOpleider?: string }

/** An amount that we owe an opleider and pay once. */
type Schuld = { nr: number; bedrag: number; isBetaald: boolean; poging: number; /** By an invoice of its order; else it is a receipt that we give back. */ isFactuur: boolean }

export type Dossier = {
  nr: number; id: string; pot: number; opleider: string; geld: Record<Plek, number>
  schulden: Schuld[]; /** Received back, and what of it can be given back. */ ontvangen: number
  /** What the model asked of the ledger, in order, with the number of the step. */
  verwacht: (Beweging & { stap: number })[]
}

export function eenDossier(nr: number, id: string, pot: number, opleider: string): Dossier {
  const geld = { gereserveerd: 0, verplicht: 0, crediteuren: 0, betaald: 0, vastgesteld: 0, debiteuren: 0, oninbaar: 0, rentelast: 0, 'rente-crediteuren': 0, 'rente-betaald': 0, rentebaat: 0, 'rente-debiteuren': 0, 'rente-ontvangen': 0 }
  return { nr, id, pot, opleider, geld, schulden: [], ontvangen: 0, verwacht: [] }
}

/** What a dossier has taken from its compartiment. */
export function genomen({ geld }: Dossier): number {
  return UIT_PLAFOND.reduce((som, plek) => som + geld[plek], 0)
}

export type Omgeving = { toeval: Toeval; /** What is free in the compartiment of the dossier. */ vrij: number; opleiders: readonly string[] }
type Stap = { gewicht: number; mag: (dossier: Dossier, omgeving: Omgeving) => boolean; doe: (dossier: Dossier, omgeving: Omgeving) => Beweging[] }

const open = ({ schulden }: Dossier) => schulden.filter(({ isBetaald }) => !isBetaald)
const facturen = (dossier: Dossier) => open(dossier).filter(({ isFactuur }) => isFactuur)
const betaalde = ({ schulden }: Dossier) => schulden.filter(({ isBetaald, bedrag }) => isBetaald && bedrag > 0)
const terugTeBoeken = (dossier: Dossier) => betaalde(dossier).filter(({ bedrag }) => bedrag <= dossier.geld.betaald + dossier.geld.vastgesteld)
/** Paid invoices of which the money is partly with a claim, with what was received on it or given up. */
const gevorderd = (dossier: Dossier) => {
  const { betaald, vastgesteld, debiteuren, oninbaar } = dossier.geld
  return debiteuren + oninbaar + dossier.ontvangen === 0 ? [] : betaalde(dossier).filter(({ isFactuur, bedrag }) => isFactuur && bedrag <= betaald + vastgesteld + debiteuren + oninbaar + dossier.ontvangen)
}
const vervallen = ({ verwacht }: Dossier) => verwacht.reduce((som, { soort, bedrag }) => som + (soort === 'laat-verplichting-vervallen' ? bedrag : soort === 'herstel-verplichting' ? -bedrag : 0), 0)
const afgerond = (dossier: Dossier) => dossier.geld.gereserveerd + dossier.geld.verplicht + dossier.geld.crediteuren === 0

/** Every cause is its own, so nothing is refused for having been there before. */
function beweeg(dossier: Dossier, soort: string, bedrag: number, oorzaakId = `${String(dossier.nr)}:${String(dossier.verwacht.length)}:${soort}`): Beweging {
  // What leaves, leaves with a file for the bank.
  const oorzaak = soort === 'betaal' || soort === 'betaal-rente' ? 'batch' : oorzaakId.includes('/') ? 'betaling' : 'model'
  return { soort, oorzaak, oorzaakId, bedrag }
}

const betaling = (dossier: Dossier, { nr, poging }: Schuld) => `${String(dossier.nr)}/${String(nr)}/${String(poging)}`

function nieuweSchuld(dossier: Dossier, bedrag: number, isFactuur: boolean): void {
  dossier.schulden.push({ nr: dossier.schulden.length, bedrag, isBetaald: false, poging: 0, isFactuur })
}

function vervalSchuld(dossier: Dossier, schuld: Schuld): Beweging {
  dossier.schulden.splice(dossier.schulden.indexOf(schuld), 1, { ...schuld, bedrag: 0, isBetaald: true })
  dossier.geld.crediteuren -= schuld.bedrag
  dossier.geld.verplicht += schuld.bedrag
  return beweeg(dossier, 'trek-factuur-terug', schuld.bedrag, `${String(dossier.nr)}:terug:${String(schuld.nr)}`)
}

/** What a payment that came back is taken from: a voorschot first, then what was settled. */
function stuurTerug(dossier: Dossier, bedrag: number, van: string): Beweging[] {
  const uitBetaald = Math.min(dossier.geld.betaald, bedrag)
  dossier.geld.betaald -= uitBetaald
  dossier.geld.vastgesteld -= bedrag - uitBetaald
  dossier.geld.crediteuren += bedrag
  return [...(uitBetaald > 0 ? [beweeg(dossier, 'boek-betaling-terug', uitBetaald, van)] : []), ...(bedrag > uitBetaald ? [beweeg(dossier, 'boek-afgerekend-terug', bedrag - uitBetaald, van)] : [])]
}

/** A step that takes part or all of one place to another, under one name of the ledger. */
function verplaats(gewicht: number, soort: string, van: Plek, naar: Plek | 'vrij', mag: Stap['mag'] = () => true): Stap {
  return {
    gewicht, mag: (dossier, omgeving) => dossier.geld[van] > 0 && mag(dossier, omgeving),
    doe: (dossier, { toeval }) => {
      const bedrag = toeval.bedrag(dossier.geld[van])
      dossier.geld[van] -= bedrag
      if (naar !== 'vrij') dossier.geld[naar] += bedrag
      return [beweeg(dossier, soort, bedrag)]
    },
  }
}

/** What can happen to a grant after its budget was reserved. */
export const STAPPEN: Readonly<Record<string, Stap>> = {
  'reservering vrij': verplaats(1, 'geef-reservering-vrij', 'gereserveerd', 'vrij'),
  opdracht: {
    gewicht: 12, mag: ({ geld }) => geld.gereserveerd > 0,
    doe: (dossier) => {
      const { gereserveerd: bedrag } = dossier.geld
      dossier.geld.gereserveerd = 0
      dossier.geld.verplicht += bedrag
      return [beweeg(dossier, 'ga-verplichting-aan', bedrag)]
    },
  },
  'lagere opdracht': verplaats(1, 'laat-verplichting-vervallen', 'verplicht', 'vrij'),
  'andere opleider': {
    gewicht: 1, mag: ({ geld }) => geld.verplicht > 0,
    doe: (dossier, { toeval, opleiders }) => {
      const naarOpleider = toeval.een(opleiders.filter((opleider) => opleider !== dossier.opleider)) ?? dossier.opleider
      const beweging = { ...beweeg(dossier, 'verleg-verplichting', dossier.geld.verplicht), naarOpleider }
      dossier.opleider = naarOpleider
      return [beweging]
    },
  },
  factuur: {
    gewicht: 12, mag: ({ geld }) => geld.verplicht > 0,
    doe: (dossier, { toeval }) => {
      const bedrag = toeval.bedrag(dossier.geld.verplicht)
      dossier.geld.verplicht -= bedrag
      dossier.geld.crediteuren += bedrag
      nieuweSchuld(dossier, bedrag, true)
      return [beweeg(dossier, 'boek-factuur', bedrag)]
    },
  },
  'factuur terug': {
    gewicht: 2, mag: (dossier) => facturen(dossier).length > 0,
    doe: (dossier, { toeval }) => {
      const schuld = toeval.een(facturen(dossier))
      return schuld === undefined ? [] : [vervalSchuld(dossier, schuld)]
    },
  },
  betaal: {
    gewicht: 14, mag: (dossier) => open(dossier).length > 0,
    doe: (dossier, { toeval }) => {
      const schuld = toeval.een(open(dossier))
      if (schuld === undefined) return []
      schuld.isBetaald = true
      dossier.geld.crediteuren -= schuld.bedrag
      dossier.geld.betaald += schuld.bedrag
      return [beweeg(dossier, 'betaal', schuld.bedrag, betaling(dossier, schuld))]
    },
  },
  'retour van de bank': {
    gewicht: 2, mag: (dossier) => terugTeBoeken(dossier).length > 0,
    doe: (dossier, { toeval }) => {
      const schuld = toeval.een(terugTeBoeken(dossier))
      if (schuld === undefined) return []
      const bewegingen = stuurTerug(dossier, schuld.bedrag, betaling(dossier, schuld))
      Object.assign(schuld, { isBetaald: false, poging: schuld.poging + 1 })
      return bewegingen
    },
  },
  // The bank sends back what was claimed meanwhile: the claim goes, and what it claimed is not owed again.
  'retour na vordering': {
    gewicht: 2, mag: (dossier, { vrij }) => gevorderd(dossier).length > 0 && vrij >= dossier.ontvangen,
    doe: (dossier, { toeval }) => {
      const schuld = toeval.een(gevorderd(dossier))
      if (schuld === undefined) return []
      const { geld } = dossier
      const van = betaling(dossier, schuld)
      const [open, ontvangen] = [Math.min(geld.debiteuren, schuld.bedrag), Math.min(dossier.ontvangen, Math.max(0, schuld.bedrag - geld.debiteuren))]
      const afgeboekt = Math.min(geld.oninbaar, schuld.bedrag - open - ontvangen)
      const vervalt = open + ontvangen + afgeboekt
      const bewegingen = afgeboekt > 0 ? [beweeg(dossier, 'herstel-vordering', afgeboekt)] : []
      if (open + afgeboekt > 0) bewegingen.push(beweeg(dossier, 'trek-vordering-in', open + afgeboekt))
      Object.assign(geld, { debiteuren: geld.debiteuren - open, betaald: geld.betaald + open + afgeboekt, oninbaar: geld.oninbaar - afgeboekt, crediteuren: geld.crediteuren + ontvangen })
      dossier.ontvangen -= ontvangen
      bewegingen.push(...stuurTerug(dossier, schuld.bedrag - ontvangen, van))
      if (ontvangen > 0) bewegingen.push(beweeg(dossier, 'betaal-ontvangst-terug', ontvangen, van))
      Object.assign(geld, { crediteuren: geld.crediteuren - schuld.bedrag, verplicht: geld.verplicht + schuld.bedrag - vervalt })
      bewegingen.push(beweeg(dossier, 'trek-factuur-terug', schuld.bedrag, van), beweeg(dossier, 'laat-verplichting-vervallen', vervalt, van))
      schuld.bedrag = 0
      return bewegingen
    },
  },
  creditnota: verplaats(2, 'vorder-terug', 'betaald', 'debiteuren'),
  intrekken: {
    gewicht: 1, mag: ({ geld }) => geld.verplicht > 0,
    doe: (dossier) => {
      const bewegingen = facturen(dossier).map((schuld) => vervalSchuld(dossier, schuld))
      const { verplicht, betaald } = dossier.geld
      Object.assign(dossier.geld, { verplicht: 0, betaald: 0, debiteuren: dossier.geld.debiteuren + betaald })
      return [...bewegingen, beweeg(dossier, 'laat-verplichting-vervallen', verplicht), ...(betaald > 0 ? [beweeg(dossier, 'vorder-terug', betaald)] : [])]
    },
  },
  // After a bezwaar the order comes back, as far as it had lapsed.
  herroeping: {
    gewicht: 1, mag: (dossier, { vrij }) => vrij > 0 && vervallen(dossier) > 0,
    doe: (dossier, { toeval, vrij }) => {
      const bedrag = toeval.bedrag(Math.min(vrij, vervallen(dossier)))
      dossier.geld.verplicht += bedrag
      return [beweeg(dossier, 'herstel-verplichting', bedrag)]
    },
  },
  'stel vast': {
    gewicht: 8, mag: (dossier) => dossier.geld.betaald > 0 && afgerond(dossier),
    doe: (dossier, { toeval }) => {
      // In full, lower, or zero (Awb 4:46): what is not settled comes back.
      const { betaald } = dossier.geld
      const bedrag = toeval.kans(60) ? betaald : toeval.onder(betaald)
      Object.assign(dossier.geld, { betaald: 0, vastgesteld: dossier.geld.vastgesteld + bedrag, debiteuren: dossier.geld.debiteuren + betaald - bedrag })
      return [...(bedrag > 0 ? [beweeg(dossier, 'reken-voorschot-af', bedrag)] : []), ...(bedrag < betaald ? [beweeg(dossier, 'vorder-terug', betaald - bedrag)] : [])]
    },
  },
  herzie: verplaats(1, 'herzie-vaststelling', 'vastgesteld', 'debiteuren'),
  ontvang: {
    gewicht: 6, mag: ({ geld }) => geld.debiteuren > 0,
    doe: (dossier, { toeval }) => {
      const bedrag = toeval.bedrag(dossier.geld.debiteuren)
      dossier.geld.debiteuren -= bedrag
      dossier.ontvangen += bedrag
      return [beweeg(dossier, 'ontvang-terug', bedrag)]
    },
  },
  'vordering weg': verplaats(1, 'trek-vordering-in', 'debiteuren', 'betaald'),
  kwijt: verplaats(1, 'scheld-kwijt', 'debiteuren', 'oninbaar'),
  'toch betaald': verplaats(1, 'herstel-vordering', 'oninbaar', 'debiteuren'),
  verreken: {
    gewicht: 1, mag: ({ geld }) => geld.debiteuren > 0,
    doe: (dossier, { toeval }) => {
      const bedrag = toeval.bedrag(dossier.geld.debiteuren)
      dossier.geld.debiteuren -= bedrag
      dossier.ontvangen += bedrag
      return [beweeg(dossier, 'verreken-vordering', bedrag)]
    },
  },
  'verreken schuld': {
    gewicht: 1, mag: (dossier) => open(dossier).some(({ isFactuur }) => !isFactuur),
    doe: (dossier) => {
      const schuld = open(dossier).find(({ isFactuur }) => !isFactuur)
      if (schuld === undefined) return []
      schuld.isBetaald = true
      dossier.geld.crediteuren -= schuld.bedrag
      dossier.geld.betaald += schuld.bedrag
      const beweging = beweeg(dossier, 'verreken-schuld', schuld.bedrag)
      schuld.bedrag = 0
      return [beweging]
    },
  },
  'ontvangst terug': {
    gewicht: 2, mag: ({ ontvangen }, { vrij }) => ontvangen > 0 && vrij >= ontvangen,
    doe: (dossier) => {
      const { ontvangen } = dossier
      dossier.ontvangen = 0
      dossier.geld.crediteuren += ontvangen
      nieuweSchuld(dossier, ontvangen, false)
      return [beweeg(dossier, 'betaal-ontvangst-terug', ontvangen)]
    },
  },
  'rente van ons': rente(1, 'boek-rente', 'rentelast', 'rente-crediteuren', ({ geld }) => geld.crediteuren > 0),
  'rente betaald': verplaats(3, 'betaal-rente', 'rente-crediteuren', 'rente-betaald'),
  'rente vervalt': verplaats(1, 'trek-rente-in', 'rente-crediteuren', 'rentelast'),
  'rente retour': verplaats(1, 'keer-rente-terug', 'rente-betaald', 'rente-crediteuren'),
  'rente van hen': rente(1, 'breng-rente-in-rekening', 'rentebaat', 'rente-debiteuren', ({ geld }) => geld.debiteuren > 0),
  'rente ontvangen': verplaats(3, 'ontvang-rente', 'rente-debiteuren', 'rente-ontvangen'),
  'rente kwijt': verplaats(1, 'scheld-rente-kwijt', 'rente-debiteuren', 'rentebaat'),
  'rente terug': verplaats(1, 'betaal-ontvangen-rente-terug', 'rente-ontvangen', 'rente-crediteuren'),
}

function rente(gewicht: number, soort: string, van: Plek, naar: Plek, mag: (dossier: Dossier) => boolean): Stap {
  return {
    gewicht, mag,
    doe: (dossier, { toeval }) => {
      const bedrag = 1 + toeval.onder(2_000)
      dossier.geld[van] -= bedrag
      dossier.geld[naar] += bedrag
      return [beweeg(dossier, soort, bedrag)]
    },
  }
}

/** Takes one random step that is allowed now; undefined when nothing can happen any more. */
export function zetStap(dossier: Dossier, omgeving: Omgeving, stap: number): { naam: string; bewegingen: Beweging[] } | undefined {
  const naam = omgeving.toeval.gewogen(Object.entries(STAPPEN).flatMap(([een, { gewicht, mag }]) => (mag(dossier, omgeving) ? [[een, gewicht] as const] : [])))
  if (naam === undefined) return undefined
  const bewegingen = STAPPEN[naam]?.doe(dossier, omgeving) ?? []
  dossier.verwacht.push(...bewegingen.map((beweging) => ({ ...beweging, stap })))
  return { naam, bewegingen }
}
