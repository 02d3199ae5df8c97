import { Toeval } from '../data/toeval'
import { Agenda } from './agenda'
import type { Mens } from './bevolking'
import { Verbindingen, type Antwoord } from './http'
import type { Latenties, Reeks } from './meting'
import { readProbleem, Verzoeken, type Stand } from './verzoeken'
import { Waarneming, type Deelname } from './waarneming'

export type Speelplan = {
  readonly url: URL
  readonly code: string
  readonly mensen: readonly Mens[]
  /** The kenmerk of those who have an aanvraag; by id. */
  readonly kenmerken: readonly string[]
  readonly tokenVan: (id: number, apparaat: number) => string
  readonly cookieNaam: string
  /** The opening on the clock of this process. */
  readonly opentMs: number
  readonly seed: number
  readonly peilingenPerS: number
  readonly beurtelings: boolean
  /** A tijdvak that is drawn by lot has no room and no turns: everybody submits, and the outcome comes after the draw. */
  readonly modus: 'volgorde' | 'loting'
  readonly hoogstensMs: number
  readonly voortgang: (regel: string) => void
  /** Faults to inject, each so many milliseconds after the opening. */
  readonly storingen: readonly { readonly opMs: number; readonly naam: string; readonly doe: () => Promise<void> }[]
}

/** What can be planned for somebody, with the device it happens on. */
export const WAT = { kom: 0, peil: 1, achtergrond: 2, druk: 3, nogEens: 4, herhaal: 5, toestand: 6, haakAf: 7, hamer: 8 } as const
export type Wat = (typeof WAT)[keyof typeof WAT]

const SOORTEN = 16
const APPARATEN = 16
const ANTWOORD_BINNEN_MS = 20_000
const NA_STORING_MS = 30_000

/**
 * Lines that stay open: what a load balancer keeps open to its processes, not one per device. Who submits has lines of its own, as
 * everybody has in reality: somebody's button does not wait behind the questions of others before it leaves the house. What they
 * wait for after that, in the system, counts in full, from the moment of pressing.
 */
const LIJNEN = { peilen: 96, vragen: 128, indienen: 384 }

export type Lijnen = keyof typeof LIJNEN
type Meting = { readonly latenties?: Latenties; readonly reeks?: Reeks; readonly timeoutMs?: number; readonly lijnen?: Lijnen }

/** What everybody in the play shares: the calendar, the lines to the system, and what was seen. */
export class Toneel {
  readonly gezien = new Waarneming()
  readonly deelnames: readonly Deelname[]
  readonly verzoeken: Verzoeken
  readonly toeval: Toeval
  readonly agenda = new Agenda(performance.now())
  /** The latest that anybody heard of the room. */
  stand: Stand | undefined
  inZaal = 0
  nogBezig: number
  /** Over how long the crowd looks for the first time after the opening, and how often a device looks. */
  readonly spreidMs: number
  readonly achtergrondMs: number
  /** Called when somebody is done. */
  naEinde: () => void = () => undefined
  private readonly lijnen: Readonly<Record<Lijnen, Verbindingen>>

  constructor(readonly plan: Speelplan) {
    const adres = { host: plan.url.hostname === 'localhost' ? '127.0.0.1' : plan.url.hostname, port: Number(plan.url.port) || 80 }
    this.lijnen = { peilen: new Verbindingen(adres, LIJNEN.peilen), vragen: new Verbindingen(adres, LIJNEN.vragen), indienen: new Verbindingen(adres, LIJNEN.indienen) }
    this.verzoeken = new Verzoeken(plan.url, plan.code)
    this.toeval = new Toeval(plan.seed ^ 0x5eed)
    this.nogBezig = plan.mensen.length
    this.spreidMs = Math.max(1_000, plan.mensen.length / 2.5)
    const apparaten = plan.mensen.reduce((som, mens) => som + mens.apparaten, 0)
    this.achtergrondMs = Math.max(2_000, (apparaten / plan.peilingenPerS) * 1_000)
    this.deelnames = plan.mensen.map(({ id }) => ({
      id, fase: 'weg', ticket: undefined, nummer: undefined, plaats: undefined, kreegPlaatsMs: undefined, gedruktMs: undefined, verstuurdMs: undefined, bevestigdMs: undefined, ontvangst: undefined,
      isFormeel: false, uitkomst: undefined, aanDeBeurtMs: undefined, verteldMs: undefined, pogingen: 0, einde: undefined,
    }))
  }

  /** Milliseconds from the opening. */
  nu(ms: number): number {
    return ms - this.plan.opentMs
  }

  /** Plans something for somebody. */
  op(opMs: number, wat: Wat, id: number, apparaat = 0): void {
    this.agenda.plan(opMs, (id * APPARATEN + apparaat) * SOORTEN + wat)
  }

  /** Who and what a happening of the calendar is. */
  lees(gebeurtenis: number): { mens: Mens; deelname: Deelname; apparaat: number; wat: number } | undefined {
    const wie = Math.floor(gebeurtenis / SOORTEN)
    const id = Math.floor(wie / APPARATEN)
    const [mens, deelname] = [this.plan.mensen[id], this.deelnames[id]]
    return mens === undefined || deelname === undefined ? undefined : { mens, deelname, apparaat: wie % APPARATEN, wat: gebeurtenis % SOORTEN }
  }

  cookie(id: number, apparaat: number): string {
    const ticket = this.deelnames[id]?.ticket
    return `${this.plan.cookieNaam}=${this.plan.tokenVan(id, apparaat)}${ticket === undefined ? '' : `; stap-plaats=${ticket}`}`
  }

  kenmerkVan(id: number): string {
    return this.plan.kenmerken[id] ?? ''
  }

  stuur(soort: string, tekst: string, bedoeldMs: number, meet: Meting, klaar: (antwoord: Antwoord) => void): void {
    this.lijnen[meet.lijnen ?? 'vragen'].stuur({
      tekst, bedoeldMs, timeoutMs: meet.timeoutMs ?? ANTWOORD_BINNEN_MS,
      klaar: (antwoord) => {
        meet.latenties?.voegToe(antwoord.duurMs)
        meet.reeks?.tel(this.nu(antwoord.ontvangenMs))
        this.tel(soort, antwoord)
        klaar(antwoord)
      },
    })
  }

  private tel(soort: string, antwoord: Antwoord): void {
    this.gezien.antwoorden.tel(`${soort} ${antwoord.status === 0 ? 'geen antwoord' : antwoord.status}`)
    if (antwoord.status === 0) this.gezien.fouten.tel(`${soort}: ${antwoord.lichaam}`)
    if (antwoord.status < 500) return
    if (antwoord.status === 503 && this.gezien.isNaStoring(this.nu(antwoord.ontvangenMs), NA_STORING_MS)) this.gezien.eerlijkDruk += 1
    else this.gezien.serverfouten += 1
    this.gezien.fouten.tel(`${soort}: ${antwoord.status} ${readProbleem(antwoord)}`)
  }

  eindig(deelname: Deelname, einde: string): void {
    if (deelname.fase === 'klaar') return
    if (deelname.fase !== 'weg') this.inZaal -= 1
    deelname.fase = 'klaar'
    deelname.einde = einde
    this.nogBezig -= 1
    this.naEinde()
  }

  sluit(): void {
    for (const lijnen of Object.values(this.lijnen)) lijnen.sluit()
  }
}
