import { genomen, UIT_PLAFOND, type Dossier, type Plek } from '@/tests/model/dossier'
import type { Jaren, Moment, Pot } from '@/tests/model/controle'

/** A compartiment as the model knows it. Amounts in cents; `overschrijding` is what may be spent above the plafond. */
export type Compartiment = { nr: number; id: string; code: string; naam: string; opent: string; sluit: string; jaar: number; plafond: number; overschrijding: number }

/** What goes along to the next year: the claims of others on us and ours on others, and what is still free. */
const GAAT_MEE: readonly (Plek | 'vrij')[] = ['gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'debiteuren', 'rente-crediteuren', 'rente-debiteuren', 'vrij']

/** The whole of what the model believes: compartimenten, dossiers, years. It reads nothing of what it judges. */
export class Wereld {
  readonly dossiers: Dossier[] = []
  readonly momenten: Moment[] = []
  readonly gesloten: number[] = []
  /** Decided plafond of a year with what moved in and out of it; a year that is not here has none. */
  readonly jaarplafond = new Map<number, number>()
  private readonly perJaar = new Map<string, number>()
  private readonly uit: number[] = []

  readonly compartimenten: Compartiment[] = []

  constructor(compartimenten: readonly Compartiment[]) { for (const een of compartimenten) this.opent(een) }

  /** A compartiment that comes with its plafond. */
  opent(compartiment: Compartiment): void {
    this.compartimenten.push(compartiment)
    this.boekJaar(compartiment.jaar, compartiment, { plafond: -this.ruimte(compartiment), vrij: this.ruimte(compartiment) })
  }

  /** What may be spent altogether. */
  private ruimte({ plafond, overschrijding }: Compartiment): number { return plafond + overschrijding }

  vrij(nr: number): number {
    const compartiment = this.compartimenten[nr]
    return compartiment === undefined ? 0 : this.ruimte(compartiment) - (this.uit[nr] ?? 0)
  }

  /** Writes down what a step changed in a dossier: `voor` is its money before. */
  volg(dossier: Dossier, voor: Record<Plek, number>, jaar: number): void {
    const verschil: Record<string, number> = {}
    for (const [plek, cent] of Object.entries(dossier.geld)) verschil[plek] = cent - (Object.entries(voor).find(([naam]) => naam === plek)?.[1] ?? 0)
    const uit = UIT_PLAFOND.reduce((som, plek) => som + (verschil[plek] ?? 0), 0)
    this.uit[dossier.pot] = (this.uit[dossier.pot] ?? 0) + uit
    const compartiment = this.compartimenten[dossier.pot]
    if (compartiment !== undefined) this.boekJaar(jaar, compartiment, { ...verschil, vrij: -uit })
  }

  /** Budget comes to a compartiment or leaves it. */
  budget(nr: number, cent: number, jaar: number): void {
    const compartiment = this.compartimenten[nr]
    if (compartiment === undefined) return
    compartiment.plafond += cent
    this.boekJaar(jaar, compartiment, { plafond: -cent, vrij: cent })
  }

  /** A besluit goes above the plafond. */
  staToe(nr: number, cent: number, jaar: number): void {
    const compartiment = this.compartimenten[nr]
    if (compartiment === undefined) return
    compartiment.overschrijding += cent
    this.boekJaar(jaar, compartiment, { plafond: -cent, vrij: cent })
  }

  /** Budget that goes to another year takes the plafond of the years along, of those that have one. */
  verlegJaarplafond(van: number, naar: number, cent: number): void {
    if (van === naar) return
    for (const [jaar, erbij] of [[van, -cent], [naar, cent]] as const) {
      const was = this.jaarplafond.get(jaar)
      if (was !== undefined) this.jaarplafond.set(jaar, was + erbij)
    }
  }

  /** What is divided of the plafond of a year. */
  verdeeld(jaar: number): number {
    return this.compartimenten.filter((een) => een.jaar === jaar).reduce((som, { plafond }) => som + plafond, 0)
  }

  /** The end of a year: what is free of it and still free falls back, the rest goes along. Gives what fell back, in cents. */
  sluit(jaar: number): number {
    let teruggevallen = 0
    for (const compartiment of this.compartimenten.filter((een) => een.jaar <= jaar)) {
      const terug = Math.max(0, Math.min(this.perJaar.get(`${String(jaar)} ${compartiment.id} vrij`) ?? 0, this.vrij(compartiment.nr)))
      const vanOverschrijding = Math.min(compartiment.overschrijding, terug)
      compartiment.overschrijding -= vanOverschrijding
      compartiment.plafond -= terug - vanOverschrijding
      this.boekJaar(jaar, compartiment, { plafond: terug, vrij: -terug })
      teruggevallen += terug
    }
    for (const compartiment of this.compartimenten) {
      const mee = GAAT_MEE.map((plek) => [plek, this.perJaar.get(`${String(jaar)} ${compartiment.id} ${plek}`) ?? 0] as const)
      const som = mee.reduce((totaal, [, cent]) => totaal + cent, 0)
      this.boekJaar(jaar, compartiment, { ...Object.fromEntries(mee.map(([plek, cent]) => [plek, -cent])), overloop: som })
      this.boekJaar(jaar + 1, compartiment, { ...Object.fromEntries(mee), overloop: -som })
    }
    this.gesloten.push(jaar)
    return teruggevallen
  }

  /** Remembers how it stands, to be asked again later by replay. */
  onthoud(boekingId: string): void {
    const standen = new Map<string, number>()
    for (const [sleutel, cent] of this.perJaar) {
      const zonderJaar = sleutel.slice(5)
      standen.set(zonderJaar, (standen.get(zonderJaar) ?? 0) + cent)
    }
    this.momenten.push({ boekingId, standen })
  }

  /** What the check compares with. */
  model(): { dossiers: readonly Dossier[]; potten: readonly Pot[]; jaren: Jaren; momenten: readonly Moment[] } {
    const potten = this.compartimenten.map((compartiment): Pot => {
      const waar: Partial<Record<Plek, number>> = {}
      for (const { pot, geld } of this.dossiers) if (pot === compartiment.nr) for (const plek of UIT_PLAFOND) waar[plek] = (waar[plek] ?? 0) + geld[plek]
      return { id: compartiment.id, plafond: this.ruimte(compartiment), waar }
    })
    return { dossiers: this.dossiers, potten, jaren: this.perJaar, momenten: this.momenten }
  }

  /** The model against itself: what compartimenten gave is what dossiers took. */
  klopt(): boolean {
    return this.compartimenten.every(({ nr }) => this.dossiers.filter(({ pot }) => pot === nr).reduce((som, dossier) => som + genomen(dossier), 0) === (this.uit[nr] ?? 0))
  }

  private boekJaar(jaar: number, { id }: Compartiment, verschil: Record<string, number>): void {
    for (const [rekening, cent] of Object.entries(verschil)) {
      if (cent === 0) continue
      const sleutel = `${String(jaar)} ${id} ${rekening}`
      this.perJaar.set(sleutel, (this.perJaar.get(sleutel) ?? 0) + cent)
    }
  }
}
