import { BALANSREKENINGEN, type Rekening } from '@/lib/tijdvak/model'

/** The sum of one rekening of one compartiment in a year, apart for what the closing itself booked. In cents. */
export type Jaarregel = { readonly compartimentId: string; readonly tijdvak: string; readonly compartiment: string; readonly soort: string; readonly rekening: Rekening; readonly cent: number }

/** What a year came to for a compartiment, in cents. */
export type Verslagrij = {
  readonly compartimentId: string
  readonly tijdvak: string
  readonly compartiment: string
  /** Came in from the year before. */
  readonly beginCent: number
  /** Given in this year, less what was taken back or moved on. */
  readonly budgetCent: number
  /** Settled or written off: what it definitely cost. */
  readonly besteedCent: number
  /** The counterpart of interest that is or was owed; no part of a budget. */
  readonly renteCent: number
  /** Goes along, per rekening: reserved, committed, to be paid, paid as voorschot, to be received, interest. */
  readonly mee: Readonly<Record<(typeof BALANSREKENINGEN)[number], number>>
  /** Free money of a tijdvak that goes on. */
  readonly vrijMeeCent: number
  /** Free: falls back when the year is closed, or fell back. */
  readonly terugCent: number
}

/** What of the free money of a compartiment falls back when the year closes; the rest goes along. In cents. */
export type Terugval = ReadonlyMap<string, number>

/**
 * The report of a year per compartiment. Of a closed year what its closing booked; of an open one what it would book now.
 * What came in plus the budget is what was spent, goes along and falls back, to the cent.
 */
export function makeVerslag(regels: readonly Jaarregel[], { isGesloten, terugval }: { isGesloten: boolean; terugval: Terugval }): readonly Verslagrij[] {
  const perCompartiment = new Map<string, Jaarregel[]>()
  for (const regel of regels) perCompartiment.set(regel.compartimentId, [...(perCompartiment.get(regel.compartimentId) ?? []), regel])
  return [...perCompartiment.values()].flatMap((eigen) => {
    const [eerste] = eigen
    return eerste === undefined ? [] : [makeRij(eerste, eigen, isGesloten ? undefined : (terugval.get(eerste.compartimentId) ?? 0))]
  })
}

/** `terugCent` is what would fall back; undefined when it did. */
function makeRij({ compartimentId, tijdvak, compartiment }: Jaarregel, regels: readonly Jaarregel[], terugCent: number | undefined): Verslagrij {
  const som = (rekeningen: readonly Rekening[], soorten?: readonly string[]) => regels
    .filter(({ rekening, soort }) => rekeningen.includes(rekening) && (soorten === undefined || soorten.includes(soort))).reduce((totaal, { cent }) => totaal + cent, 0)
  // Without what the closing took out of them again.
  const gewoon = ['gewoon', 'open-jaar']
  const vrij = som(['vrij'], gewoon)
  const terug = terugCent ?? -som(['vrij'], ['val-terug'])
  const mee = (rekening: Rekening) => som([rekening], gewoon)
  return {
    compartimentId, tijdvak, compartiment,
    beginCent: -som(['overloop'], ['open-jaar']),
    budgetCent: -som(['plafond'], gewoon),
    besteedCent: som(['vastgesteld', 'oninbaar']),
    renteCent: som(['rentelast', 'rente-betaald', 'rentebaat', 'rente-ontvangen']),
    mee: {
      gereserveerd: mee('gereserveerd'), verplicht: mee('verplicht'), crediteuren: mee('crediteuren'), betaald: mee('betaald'), debiteuren: mee('debiteuren'),
      'rente-crediteuren': mee('rente-crediteuren'), 'rente-debiteuren': mee('rente-debiteuren'),
    },
    vrijMeeCent: vrij - terug,
    terugCent: terug,
  }
}

/** What goes along altogether, in cents. */
export function calculateMee({ mee, vrijMeeCent }: Verslagrij): number {
  return BALANSREKENINGEN.reduce((som, rekening) => som + mee[rekening], vrijMeeCent)
}

/** Whether a row adds up: what came in and the budget is what was spent, goes along and falls back. */
export function isSluitend(rij: Verslagrij): boolean {
  return rij.beginCent + rij.budgetCent === rij.besteedCent + rij.renteCent + calculateMee(rij) + rij.terugCent
}

/** All rows together, as a row. */
export function sumVerslag(rijen: readonly Verslagrij[]): Verslagrij {
  const som = (centen: (rij: Verslagrij) => number) => rijen.reduce((totaal, rij) => totaal + centen(rij), 0)
  const mee = (rekening: (typeof BALANSREKENINGEN)[number]) => som((rij) => rij.mee[rekening])
  return {
    compartimentId: 'totaal', tijdvak: 'Totaal', compartiment: '', beginCent: som(({ beginCent }) => beginCent), budgetCent: som(({ budgetCent }) => budgetCent),
    besteedCent: som(({ besteedCent }) => besteedCent), renteCent: som(({ renteCent }) => renteCent), vrijMeeCent: som(({ vrijMeeCent }) => vrijMeeCent), terugCent: som(({ terugCent }) => terugCent),
    mee: {
      gereserveerd: mee('gereserveerd'), verplicht: mee('verplicht'), crediteuren: mee('crediteuren'), betaald: mee('betaald'), debiteuren: mee('debiteuren'),
      'rente-crediteuren': mee('rente-crediteuren'), 'rente-debiteuren': mee('rente-debiteuren'),
    },
  }
}
