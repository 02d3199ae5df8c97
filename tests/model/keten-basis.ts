import { plainDate, type PlainDate } from '@/lib/base/date'
import type { BetaalWereld, Verlening } from '@/tests/builders/verlening'
import { eenDossier, type Dossier, type Plek } from '@/tests/model/dossier'
import { jaarVan } from '@/tests/model/recht'
import type { Toeval } from '@/tests/model/toeval'
import { Wereld } from '@/tests/model/wereld'

/** Interest that we owe on an invoice that was paid late. */
export type Rente = { bedrag: number; stand: 'te-betalen' | 'in-batch' | 'betaald' | 'teruggekomen' | 'vervallen' }
/** An invoice as the model knows it; `bedrag` is what still stands of it, `terug` what a credit note claimed after it was paid. */
export type Factuur = {
  id: string; nummer: string; bedrag: number; terug: number; ontvangenOp: PlainDate
  stand: 'gematcht' | 'in-batch' | 'onderweg' | 'uitgevoerd' | 'teruggekomen' | 'afgekeurd' | 'gecrediteerd' | 'vervangen'
  /** The day on which the bank was first asked to carry it out. */
  eersteDag: PlainDate | null
  renten: Rente[]; /** Up to which day its interest was counted. */ renteTot: PlainDate | null
}
/** An arrangement to pay in instalments, by its days (Awb 4:94). */
export type Regeling = { van: PlainDate; tot: PlainDate | null; termijnen: readonly { dag: PlainDate; bedrag: number }[]; betaald: number; gewaarschuwdOp: PlainDate | null; isVervallen: boolean }
export type Vordering = {
  kenmerk: string; /** What one person gave up of it alone. */ alleen?: number
  bedrag: number; open: number; /** Fee and interest. */ kosten: number; ontvangen: number; afgeboekt: number; ingetrokken: number; isGeraakt: boolean
  /** The invoice that it was made from; none: a besluit about all of it. */ van: string | null; isCreditnota: boolean; vanBurger: boolean
  vervaltOp: PlainDate; aangemaandOp: PlainDate | null; uitstelTot: PlainDate | null; renteVastgesteldOp: PlainDate | null
  status: 'lopend' | 'voldaan' | 'ingetrokken' | 'oninbaar'
  /** What changed the amount itself, by day: the claim first. */ mutaties: { dag: PlainDate; hoofdsom: number }[]
  ontvangsten: { dag: PlainDate; hoofdsom: number; kosten: number }[]; teruggegeven: { hoofdsom: number; kosten: number }
  regelingen: Regeling[]
}
/** What we owe back of what we received on a claim. */
export type Terugbetaling = { zaak: Zaak; hoofdsom: number; /** Fee and interest, what we owe for being late with them included. */ rente: number; /** No subsidie: the bank had sent it back. */ teveel: number; stand: 'open' | 'in-batch' | 'betaald'; vanBurger: boolean }
export type Opschorting = { id: string; van: PlainDate; totEnMet: PlainDate; beeindigdOp: PlainDate | null; besluitOp: PlainDate | null }
export type Zaak = Verlening & {
  dossier: Dossier; order: string; /** What was granted, what the order is, and what holds after the vaststelling. */ verleend: number; bedrag: number; geldend: number; stand: 'verleend' | 'ingetrokken' | 'vastgesteld'; facturen: Factuur[]; vorderingen: Vordering[]; opschortingen: Opschorting[]; besluit: { dag: PlainDate; volgorde: number } | null
  /** Payments that left after the vaststelling and were not settled yet. */
  laat: number
}
/** A batch that has no file yet. */
export type Batch = { id: string; msgId: string; facturen: Factuur[]; renten: Rente[]; terug: Terugbetaling[] }

/** The state of the world by the model, and what every step uses. */
export class Basis {
  readonly zaken: Zaak[] = []
  /** What was tried and refused, as the model said. */
  readonly geweigerd: Record<string, number> = {}
  /** What happened by itself, and was foreseen. */
  readonly gebeurd: Record<string, number> = {}
  /** What of it the bank sent back, by what had become of it. */
  readonly retouren: Record<string, number> = {}
  /** Compartimenten, years and dossiers; it says what falls back and what goes along. */
  readonly model: Wereld
  dag = plainDate('2022-11-21')
  protected readonly potten: { tijdvakId: string; compartimentId: string }[] = []
  protected batches: Batch[] = []
  protected terugbetalingen: Terugbetaling[] = []
  protected teller = 0
  /** Counts what has an order: besluiten and suspensions. */
  protected volgorde = 0

  constructor(protected readonly wereld: BetaalWereld, protected readonly toeval: Toeval, plafond: number, protected readonly faal: (wat: string) => never) {
    this.potten.push({ tijdvakId: wereld.tijdvakId, compartimentId: wereld.compartimentId })
    this.model = new Wereld([eenCompartiment(0, wereld.compartimentId, 2022, plafond)])
  }

  protected een(past: (zaak: Zaak) => boolean): Zaak | undefined { return this.toeval.een(this.zaken.filter(past)) }

  protected weiger(naam: string): void { this.geweigerd[naam] = (this.geweigerd[naam] ?? 0) + 1 }

  protected klopt(isWaar: boolean, wat: string): void { if (!isWaar) this.faal(wat) }

  protected verplaats({ dossier }: Zaak, van: Plek | 'vrij', naar: Plek | 'vrij', bedrag: number, soort: string): void {
    if (bedrag === 0) return
    const voor = { ...dossier.geld }
    if (van !== 'vrij') dossier.geld[van] -= bedrag
    if (naar !== 'vrij') dossier.geld[naar] += bedrag
    dossier.verwacht.push({ soort, oorzaak: '', oorzaakId: '', bedrag, stap: this.teller })
    this.model.volg(dossier, voor, jaarVan(this.dag))
  }

  protected async verleen(): Promise<boolean> {
    const metRuimte = this.model.compartimenten.filter(({ nr }) => this.model.vrij(nr) > 0)
    const pot = this.toeval.een(this.toeval.kans(90) && metRuimte.length > 0 ? metRuimte : this.model.compartimenten)?.nr ?? 0
    const vrij = this.model.vrij(pot)
    const bedrag = this.toeval.kans(5) ? vrij + 1 : 1 + this.toeval.onder(this.toeval.kans(20) ? 1_000_000 : 100_000)
    const verlening = await this.wereld.verleen(bedrag, this.potten[pot]).catch((fault: unknown) => {
      if (!(fault instanceof Error) || !fault.message.includes('compartiment_plafond')) throw fault
      return undefined
    })
    this.klopt((verlening !== undefined) === bedrag <= vrij, `het plafond laat precies toe wat past: ${String(bedrag)} bij ${String(vrij)}`)
    if (verlening === undefined) {
      this.weiger('boven het plafond')
      return true
    }
    const dossier = eenDossier(this.zaken.length, verlening.aanvraagId, pot, this.wereld.opleider.opleiderId)
    const zaak: Zaak = { ...verlening, dossier, order: '', verleend: bedrag, bedrag, geldend: 0, stand: 'verleend', facturen: [], vorderingen: [], opschortingen: [], besluit: null, laat: 0 }
    this.zaken.push(zaak)
    this.model.dossiers.push(dossier)
    this.verplaats(zaak, 'vrij', 'gereserveerd', bedrag, 'reserveer')
    return true
  }

  /** Awb 4:56: for thirteen weeks, until it was ended, or until a besluit was taken about the aanvraag; that day still counts. */
  protected isOpgeschort({ opschortingen }: Zaak, dag = this.dag): boolean {
    return opschortingen.some(({ van, totEnMet, beeindigdOp, besluitOp }) => van <= dag && dag <= totEnMet && (beeindigdOp === null || dag < beeindigdOp) && (besluitOp === null || dag <= besluitOp))
  }

  /** An invoice leaves the batch in which it waits for its file, with the interest on it. */
  protected uitBatch(factuur: Factuur): void {
    const batch = this.batches.find(({ facturen }) => facturen.includes(factuur))
    if (batch === undefined) return
    batch.facturen = batch.facturen.filter((een) => een !== factuur)
    for (const rente of batch.renten.filter((een) => factuur.renten.includes(een))) rente.stand = 'te-betalen'
    batch.renten = batch.renten.filter((een) => !factuur.renten.includes(een))
  }

  /** Awb 4:97, 4:98: without a debt we were not late. */
  protected trekRenteIn(zaak: Zaak, { renten }: Factuur): void {
    for (const rente of renten.filter(({ stand }) => stand === 'te-betalen' || stand === 'teruggekomen')) {
      rente.stand = 'vervallen'
      this.verplaats(zaak, 'rente-crediteuren', 'rentelast', rente.bedrag, 'trek-rente-in')
    }
  }

  protected zoekFactuur(id: string): { zaak: Zaak; factuur: Factuur } {
    const zaak = this.zaken.find(({ facturen }) => facturen.some((factuur) => factuur.id === id))
    const factuur = zaak?.facturen.find((een) => een.id === id)
    if (zaak === undefined || factuur === undefined) return this.faal(`factuur ${id} is niet van een dossier`)
    return { zaak, factuur }
  }

  protected vanWie(factuur: Factuur): Zaak { return this.zoekFactuur(factuur.id).zaak }
}

export function eenCompartiment(nr: number, id: string, jaar: number, plafond: number) {
  return { nr, id, code: `${String(jaar)}-V`, naam: 'algemeen', opent: '', sluit: '', jaar, plafond, overschrijding: 0 }
}
