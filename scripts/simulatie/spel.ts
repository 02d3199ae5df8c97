import { Toeval } from '../data/toeval'
import { Agenda } from './agenda'
import type { Keuze, Mens } from './bevolking'
import { headerOf, Verbindingen, type Antwoord } from './http'
import type { Latenties, Reeks } from './meting'
import { readOntvangst, readPlaats, readProbleem, readRetryAfter, readStand, readToestand, Verzoeken, type Stand } from './verzoeken'
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

const WAT = { kom: 0, peil: 1, achtergrond: 2, druk: 3, nogEens: 4, herhaal: 5, toestand: 6, haakAf: 7, hamer: 8 } as const
type Wat = (typeof WAT)[keyof typeof WAT]
const SOORTEN = 16
const APPARATEN = 16

const ANTWOORD_BINNEN_MS = 20_000
const STAND_BINNEN_MS = 10_000
const NA_FOUT_MS = 400
const HAMER_MS = 500
const NA_STORING_MS = 30_000
const RUST_NA_STORING_MS = 10_000
/** Of those with a receipt, one in so many looks ten times a second for the outcome: they measure it. */
const METER = 20
const EINDTOESTAND = /^(?!ingediend$)/
/** Lines that stay open: what a load balancer keeps open to its processes, not one per device. */
const LIJNEN = { peilen: 96, handelen: 192 }

/** Plays the citizens of one opening against the addresses of the contract. Nobody waits for anybody but for the answers. */
export class Spel {
  readonly gezien = new Waarneming()
  readonly deelnames: readonly Deelname[]
  private readonly agenda: Agenda
  private readonly toeval: Toeval
  private readonly verzoeken: Verzoeken
  private readonly peilers: Verbindingen
  private readonly handelaars: Verbindingen
  private stand: Stand | undefined
  private etag: string | undefined
  private inZaal = 0
  private nogBezig: number
  private readonly spreidMs: number
  private readonly achtergrondMs: number
  private readonly wachtOpKetting = new Set<number>()
  private ketting: number[] | undefined

  constructor(private readonly plan: Speelplan) {
    const adres = { host: plan.url.hostname === 'localhost' ? '127.0.0.1' : plan.url.hostname, port: Number(plan.url.port) || 80 }
    this.peilers = new Verbindingen(adres, LIJNEN.peilen)
    this.handelaars = new Verbindingen(adres, LIJNEN.handelen)
    this.verzoeken = new Verzoeken(plan.url, plan.code)
    this.toeval = new Toeval(plan.seed ^ 0x5eed)
    this.agenda = new Agenda(performance.now())
    this.nogBezig = plan.mensen.length
    this.spreidMs = Math.max(1_000, plan.mensen.length / 2.5)
    const apparaten = plan.mensen.reduce((som, mens) => som + mens.apparaten, 0)
    this.achtergrondMs = Math.max(2_000, (apparaten / plan.peilingenPerS) * 1_000)
    this.deelnames = plan.mensen.map(({ id }) => ({
      id, fase: 'weg', ticket: undefined, plaats: undefined, verstuurdMs: undefined, bevestigdMs: undefined, ontvangst: undefined,
      isFormeel: false, uitkomst: undefined, aanDeBeurtMs: undefined, verteldMs: undefined, pogingen: 0, einde: undefined,
    }))
  }

  /** How often a device really asks, against once in thirty seconds. */
  get schaal(): number {
    return this.achtergrondMs / 30_000
  }

  /** Plays until everybody has an outcome or was told that there is none; gives the seconds from the opening to the end. */
  async speel(): Promise<number> {
    for (const mens of this.plan.mensen) this.planMens(mens)
    const storingen = this.planStoringen()
    let verteldOp = 0
    while (this.nogBezig > 0) {
      const nu = performance.now()
      if (nu - this.plan.opentMs > this.plan.hoogstensMs) {
        this.gezien.schend(`het spel is na ${Math.round(this.plan.hoogstensMs / 1_000)} s afgebroken: ${this.nogBezig} mensen hadden nog geen uitkomst`)
        break
      }
      this.agenda.run(nu, (gebeurtenis, bedoeldMs) => {
        this.gezien.eigenVertraging.voegToe(Math.max(0, nu - bedoeldMs))
        this.doe(gebeurtenis, bedoeldMs)
      })
      if (nu - verteldOp > 2_000) {
        verteldOp = nu
        this.vertel()
      }
      await new Promise((resolve) => { setTimeout(resolve, 1) })
    }
    const duurS = this.nu(performance.now()) / 1_000
    for (const wekker of storingen) clearTimeout(wekker)
    this.peilers.sluit()
    this.handelaars.sluit()
    return duurS
  }

  private planStoringen(): readonly NodeJS.Timeout[] {
    this.gezien.geplandeStoringen = this.plan.storingen.length
    return this.plan.storingen.map(({ opMs, naam, doe }) => setTimeout(() => {
      this.plan.voortgang(`STORING: ${naam}`)
      this.gezien.storingen.push({ ms: this.nu(performance.now()), naam })
      doe().catch((fault: unknown) => { this.gezien.schend(`de storing is niet ingebracht: ${naam}: ${fault instanceof Error ? fault.message : String(fault)}`) })
    }, Math.max(0, this.plan.opentMs + opMs - performance.now())))
  }

  private vertel(): void {
    const seconden = Math.round(this.nu(performance.now()) / 1_000)
    const { gezien, stand } = this
    this.plan.voortgang(`${seconden < 0 ? `${-seconden} s voor` : `${seconden} s na`} de opening: in de wachtkamer ${this.inZaal}, bezig ${this.nogBezig}, `
      + `toegelaten tot ${stand?.nu ?? 0} (${stand?.toestand ?? 'onbekend'}), bevestigd ${gezien.bevestigingen.totaal}, uitkomst ${gezien.uitkomsten.totaal}, serverfouten ${gezien.serverfouten}`)
  }

  /** Milliseconds from the opening. */
  private nu(ms: number): number {
    return ms - this.plan.opentMs
  }

  private op(opMs: number, wat: Wat, id: number, apparaat = 0): void {
    this.agenda.plan(opMs, (id * APPARATEN + apparaat) * SOORTEN + wat)
  }

  private planMens(mens: Mens): void {
    const komt = this.plan.opentMs + mens.komtMs
    if (this.plan.modus === 'loting') return this.planInschrijver(mens, Math.max(komt, this.plan.opentMs))
    for (let apparaat = 0; apparaat < mens.apparaten; apparaat += 1) {
      // The other devices follow within the minute, or sooner when there is less time.
      const later = apparaat === 0 ? 0 : this.toeval.next() * Math.min(60_000, Math.max(1_000, -mens.komtMs))
      this.op(komt + later, WAT.kom, mens.id, apparaat)
      this.op(komt + later + this.toeval.next() * this.achtergrondMs, WAT.achtergrond, mens.id, apparaat)
    }
    // In turns everybody stays: whether somebody left in time would depend on the speed of the system.
    if (mens.gedrag === 'afhaker' && !this.plan.beurtelings) this.op(komt + mens.geduldMs, WAT.haakAf, mens.id)
    if (mens.gedrag === 'script') this.op(komt, WAT.hamer, mens.id)
  }

  private planInschrijver(mens: Mens, komt: number): void {
    const deelname = this.deelnames[mens.id]
    if (deelname === undefined) return
    if (!mens.isAanvrager || mens.gedrag === 'afhaker') return this.eindig(deelname, 'schreef zich niet in')
    deelname.fase = 'beurt'
    this.inZaal += 1
    this.op(komt + this.toeval.next() * this.spreidMs, WAT.druk, mens.id)
  }

  private doe(gebeurtenis: number, bedoeldMs: number): void {
    const wie = Math.floor(gebeurtenis / SOORTEN)
    const id = Math.floor(wie / APPARATEN)
    const [mens, deelname] = [this.plan.mensen[id], this.deelnames[id]]
    if (mens === undefined || deelname === undefined) return
    const apparaat = wie % APPARATEN
    switch (gebeurtenis % SOORTEN) {
      case WAT.kom: return this.kom(mens, deelname, apparaat, bedoeldMs)
      case WAT.peil: return this.peil(mens, deelname, bedoeldMs)
      case WAT.achtergrond: return this.peilAchtergrond(mens, deelname, apparaat, bedoeldMs)
      case WAT.druk: return this.druk(mens, deelname, bedoeldMs)
      case WAT.nogEens: return this.dienIn(mens, deelname, bedoeldMs)
      case WAT.herhaal: return this.dienIn(mens, deelname, bedoeldMs)
      case WAT.toestand: return this.vraagToestand(mens, deelname, bedoeldMs)
      case WAT.haakAf: return this.haakAf(mens, deelname, bedoeldMs)
      case WAT.hamer: return this.hamer(mens, deelname, bedoeldMs)
    }
  }

  private cookie(id: number, apparaat: number): string {
    const ticket = this.deelnames[id]?.ticket
    return `${this.plan.cookieNaam}=${this.plan.tokenVan(id, apparaat)}${ticket === undefined ? '' : `; stap-plaats=${ticket}`}`
  }

  private stuur(soort: string, tekst: string, bedoeldMs: number, meet: { latenties?: Latenties; reeks?: Reeks; timeoutMs?: number; lijnen?: Verbindingen }, klaar: (antwoord: Antwoord) => void): void {
    (meet.lijnen ?? this.handelaars).stuur({
      tekst, bedoeldMs, timeoutMs: meet.timeoutMs ?? ANTWOORD_BINNEN_MS,
      klaar: (antwoord) => {
        meet.latenties?.voegToe(antwoord.duurMs)
        meet.reeks?.tel(this.nu(antwoord.ontvangenMs))
        this.gezien.antwoorden.tel(`${soort} ${antwoord.status === 0 ? 'geen antwoord' : antwoord.status}`)
        if (antwoord.status === 0) this.gezien.fouten.tel(`${soort}: ${antwoord.lichaam}`)
        if (antwoord.status >= 500) {
          if (antwoord.status === 503 && this.gezien.isNaStoring(this.nu(antwoord.ontvangenMs), NA_STORING_MS)) this.gezien.eerlijkDruk += 1
          else this.gezien.serverfouten += 1
          this.gezien.fouten.tel(`${soort}: ${antwoord.status} ${readProbleem(antwoord)}`)
        }
        klaar(antwoord)
      },
    })
  }

  // ── The waiting room ──────────────────────────────────────────────────────────────────────────────────────────

  private kom(mens: Mens, deelname: Deelname, apparaat: number, bedoeldMs: number): void {
    if (deelname.fase === 'klaar') return
    if (deelname.fase === 'weg') {
      deelname.fase = 'zaal'
      this.inZaal += 1
    }
    this.stuur('plaats', this.verzoeken.plaats(this.cookie(mens.id, apparaat)), bedoeldMs, { latenties: this.gezien.plaats, reeks: this.gezien.plaatsen }, (antwoord) => {
      if (antwoord.status !== 200) {
        if (antwoord.status === 401 || antwoord.status === 303 || antwoord.status === 403) this.gezien.schend(`plaats: mens ${mens.id} is niet ingelogd (${antwoord.status})`)
        // Who comes after the end has nothing to wait for.
        if (antwoord.status === 409 || antwoord.status === 404) return this.eindig(deelname, `geen plaats: ${readProbleem(antwoord)}`)
        this.op(performance.now() + readRetryAfter(antwoord, NA_FOUT_MS), WAT.kom, mens.id, apparaat)
        return
      }
      this.neemPlaats(deelname, antwoord)
      if (apparaat === 0) this.na(mens, deelname)
    })
  }

  private neemPlaats(deelname: Deelname, antwoord: Antwoord): void {
    const eigen = readPlaats(antwoord)
    if (eigen === undefined) return this.gezien.schend('plaats: het antwoord heeft geen ticket')
    if (deelname.ticket !== undefined && deelname.ticket !== eigen.ticket) this.gezien.schend(`mens ${deelname.id} kreeg op een ander apparaat een ander ticket`)
    if (deelname.plaats !== undefined && eigen.plaats !== null && deelname.plaats !== eigen.plaats) this.gezien.schend(`mens ${deelname.id} had plaats ${deelname.plaats} en kreeg ${eigen.plaats}`)
    deelname.ticket = eigen.ticket
    if (eigen.plaats !== null) deelname.plaats = eigen.plaats
  }

  private peil(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase !== 'zaal') return
    this.vraagStand(bedoeldMs, () => { this.na(mens, deelname) })
  }

  private peilAchtergrond(mens: Mens, deelname: Deelname, apparaat: number, bedoeldMs: number): void {
    if (deelname.fase === 'klaar') return
    this.op(bedoeldMs + this.achtergrondMs, WAT.achtergrond, mens.id, apparaat)
    this.vraagStand(bedoeldMs, () => undefined)
  }

  private vraagStand(bedoeldMs: number, daarna: () => void): void {
    const { stand: latenties, peilingen: reeks } = this.gezien
    this.stuur('stand', this.verzoeken.stand(this.etag), bedoeldMs, { latenties, reeks, timeoutMs: STAND_BINNEN_MS, lijnen: this.peilers }, (antwoord) => {
      if (antwoord.status === 200) {
        const stand = readStand(antwoord)
        if (stand === undefined) this.gezien.schend('stand: het antwoord is geen stand')
        else this.neemStand(stand, headerOf(antwoord.kop, 'etag'), antwoord.ontvangenMs)
      } else if (antwoord.status === 304 && this.stand !== undefined) {
        this.gezien.noteerStand(this.nu(antwoord.ontvangenMs), this.stand)
      }
      daarna()
    })
  }

  private neemStand(stand: Stand, etag: string | undefined, opMs: number): void {
    // Two processes may be a second apart: the furthest is the latest.
    if (this.stand !== undefined && stand.nu < this.stand.nu && stand.toestand === this.stand.toestand) return
    this.stand = stand
    this.etag = etag
    this.gezien.noteerStand(this.nu(opMs), stand)
  }

  /** What somebody in the room does after looking. */
  private na(mens: Mens, deelname: Deelname): void {
    if (deelname.fase !== 'zaal') return
    const { stand } = this
    const nu = performance.now()
    if (stand === undefined) return this.op(nu + 1 + this.toeval.next() * 1_000, WAT.peil, mens.id)
    switch (stand.toestand) {
      case 'voor':
        return this.op(Math.max(nu + 500, this.plan.opentMs + this.toeval.next() * this.spreidMs), WAT.peil, mens.id)
      case 'uitgeput':
        if (deelname.plaats === undefined) return this.op(nu, WAT.kom, mens.id)
        return deelname.plaats <= stand.nu ? this.aanDeBeurt(mens, deelname) : this.uitgeput(mens, deelname)
      case 'gesloten':
        return this.eindig(deelname, 'gesloten')
      case 'open':
        if (deelname.plaats === undefined) return this.op(nu + (deelname.ticket === undefined ? 0 : 300), WAT.kom, mens.id)
        if (deelname.plaats <= stand.nu) return this.aanDeBeurt(mens, deelname)
        // Near its turn a page looks often, far away seldom.
        return this.op(nu + Math.min(60_000, Math.max(1_000, ((deelname.plaats - stand.nu) / Math.max(1, stand.perMinuut)) * 60_000)) + this.toeval.next() * 500, WAT.peil, mens.id)
      default:
        return this.op(nu + 3_000 + this.toeval.next() * 2_000, WAT.peil, mens.id)
    }
  }

  private aanDeBeurt(mens: Mens, deelname: Deelname): void {
    deelname.fase = 'beurt'
    deelname.aanDeBeurtMs = this.nu(performance.now())
    if (!mens.isAanvrager) return this.eindig(deelname, 'had geen aanvraag klaar')
    if (this.plan.beurtelings) return this.kettingklaar(mens.id)
    this.op(performance.now() + mens.reactieMs, WAT.druk, mens.id)
  }

  private uitgeput(mens: Mens, deelname: Deelname): void {
    deelname.verteldMs = this.nu(performance.now())
    const keuze: Keuze = mens.isAanvrager ? mens.keuze : 'weg'
    if (keuze === 'weigering') {
      deelname.fase = 'beurt'
      deelname.isFormeel = true
      this.op(performance.now() + mens.reactieMs, WAT.druk, mens.id)
    } else if (keuze === 'weg') this.verlaat(mens, deelname, 'ging weg nadat het budget op was')
    else this.eindig(deelname, 'bleef wachten nadat het budget op was')
  }

  private haakAf(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase === 'zaal' && deelname.ticket !== undefined) this.verlaat(mens, deelname, 'haakte af')
    else if (deelname.fase === 'weg' || deelname.fase === 'zaal') this.op(bedoeldMs + 1_000, WAT.haakAf, mens.id)
  }

  private verlaat(mens: Mens, deelname: Deelname, reden: string): void {
    this.stuur('verlaten', this.verzoeken.verlaten(this.cookie(mens.id, 0)), performance.now(), {}, () => undefined)
    this.eindig(deelname, reden)
  }

  private eindig(deelname: Deelname, einde: string): void {
    if (deelname.fase === 'klaar') return
    if (deelname.fase !== 'weg') this.inZaal -= 1
    deelname.fase = 'klaar'
    deelname.einde = einde
    this.nogBezig -= 1
    if (this.wachtOpKetting.size > 0) this.begintKetting()
  }

  // ── One after the other ───────────────────────────────────────────────────────────────────────────────────────

  private kettingklaar(id: number): void {
    this.wachtOpKetting.add(id)
    this.begintKetting()
  }

  /** Only when everybody who will submit is let in: then the order is that of the seed and of nothing else. */
  private begintKetting(): void {
    if (this.ketting !== undefined || this.nogBezig > this.wachtOpKetting.size) return
    // With chance of its own: how often was thrown before depends on the answers.
    this.ketting = new Toeval(this.plan.seed).shuffle([...this.wachtOpKetting].sort((a, b) => a - b))
    this.volgendeVanKetting()
  }

  private volgendeVanKetting(): void {
    const id = this.ketting?.shift()
    if (id !== undefined) this.op(performance.now(), WAT.druk, id)
  }

  // ── Submitting ────────────────────────────────────────────────────────────────────────────────────────────────

  private druk(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase === 'klaar') return
    if (mens.gedrag === 'andermans-kenmerk') this.probeerAndermans(mens, bedoeldMs)
    if (mens.gedrag === 'vals-ticket') this.probeerVals(mens, bedoeldMs)
    this.dienIn(mens, deelname, bedoeldMs)
    if (mens.gedrag === 'dubbelklik') this.op(bedoeldMs + 20 + this.toeval.next() * 200, WAT.nogEens, mens.id)
  }

  private dienIn(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    const kenmerk = this.plan.kenmerken[mens.id]
    if (kenmerk === undefined) return this.eindig(deelname, 'had geen aanvraag klaar')
    const alsFormulier = mens.gedrag === 'formulier'
    deelname.pogingen += 1
    this.stuur('indienen', this.verzoeken.indienen(kenmerk, this.cookie(mens.id, 0), alsFormulier), bedoeldMs, {}, (antwoord) => {
      if (deelname.verstuurdMs === undefined || deelname.verstuurdMs > antwoord.verstuurdMs) deelname.verstuurdMs = antwoord.verstuurdMs
      if (antwoord.status === 200 || antwoord.status === 201) return this.bevestigd(mens, deelname, antwoord)
      if (antwoord.status === 303 && (headerOf(antwoord.kop, 'location') ?? '').includes('/ontvangst')) return this.bevestigd(mens, deelname, antwoord)
      this.nietBevestigd(mens, deelname, antwoord)
    })
  }

  private bevestigd(mens: Mens, deelname: Deelname, antwoord: Antwoord): void {
    this.gezien.indienen.voegToe(antwoord.duurMs)
    if (!this.gezien.isNaStoring(this.nu(antwoord.ontvangenMs) - antwoord.duurMs, RUST_NA_STORING_MS)) this.gezien.indienenRustig.voegToe(antwoord.duurMs)
    if (antwoord.status !== 303) {
      const ontvangst = readOntvangst(antwoord)
      if (ontvangst === undefined) this.gezien.schend(`ontvangst van ${this.plan.kenmerken[mens.id] ?? ''} is niet te lezen`)
      else if (deelname.ontvangst !== undefined && (deelname.ontvangst.volgnummer !== ontvangst.volgnummer || deelname.ontvangst.ontvangenOp !== ontvangst.ontvangenOp))
        this.gezien.schend(`${this.plan.kenmerken[mens.id] ?? ''}: de tweede ontvangst is een andere dan de eerste`)
      else deelname.ontvangst = ontvangst
    }
    if (deelname.bevestigdMs !== undefined) return
    deelname.bevestigdMs = antwoord.ontvangenMs
    deelname.fase = 'ingediend'
    this.gezien.bevestigingen.tel(this.nu(antwoord.ontvangenMs))
    if (antwoord.status === 303) this.leesOntvangstpagina(mens, deelname, antwoord)
    if (mens.gedrag === 'herhaalt' || mens.gedrag === 'script') this.op(antwoord.ontvangenMs + 200 + this.toeval.next() * 1_000, WAT.herhaal, mens.id)
    if (this.plan.modus === 'loting') this.eindig(deelname, 'ingeschreven')
    else this.op(antwoord.ontvangenMs + (mens.id % METER === 0 ? 100 : 400 + this.toeval.next() * 200), WAT.toestand, mens.id)
    if (this.ketting !== undefined) this.volgendeVanKetting()
  }

  private nietBevestigd(mens: Mens, deelname: Deelname, antwoord: Antwoord): void {
    if (deelname.bevestigdMs !== undefined) {
      if (antwoord.status >= 400 && antwoord.status < 500) this.gezien.schend(`${this.plan.kenmerken[mens.id] ?? ''}: na de ontvangst weigerde het systeem dezelfde aanvraag (${antwoord.status} ${readProbleem(antwoord)})`)
      return
    }
    const nu = performance.now()
    const probleem = antwoord.status === 303 ? (headerOf(antwoord.kop, 'location') ?? '') : antwoord.status >= 400 ? readProbleem(antwoord) : ''
    // A refusal is certain: what was sent so far did not count.
    if (antwoord.status === 409 || antwoord.status === 303) deelname.verstuurdMs = undefined
    this.gezien.antwoorden.tel(`indienen ${antwoord.status} ${probleem.replace(/[A-Z]+-[0-9-]+/, '…').slice(0, 60)}`)
    if (mens.gedrag === 'script' && deelname.fase !== 'beurt') return
    if (antwoord.status === 0) return this.op(nu + NA_FOUT_MS * Math.min(8, deelname.pogingen), WAT.nogEens, mens.id)
    if (antwoord.status === 503 || antwoord.status === 429 || antwoord.status === 502) return this.op(nu + readRetryAfter(antwoord, 1_000) * (0.5 + this.toeval.next()), WAT.nogEens, mens.id)
    if (/niet-aan-de-beurt|^\/wachtkamer/.test(probleem)) {
      if (mens.gedrag !== 'script') this.gezien.antwoorden.tel('te vroeg gedrukt')
      return this.op(nu + readRetryAfter(antwoord, 1_000), WAT.nogEens, mens.id)
    }
    if (/tijdvak-niet-open/.test(probleem) && deelname.fase === 'beurt') return this.op(nu + readRetryAfter(antwoord, 2_000), WAT.nogEens, mens.id)
    if (mens.gedrag !== 'niet-compleet') this.gezien.schend(`mens ${mens.id} (${mens.gedrag}) kon niet indienen: ${antwoord.status} ${probleem}`)
    this.eindig(deelname, `geweigerd bij indienen: ${probleem}`)
    if (this.ketting !== undefined) this.volgendeVanKetting()
  }

  private leesOntvangstpagina(mens: Mens, deelname: Deelname, { kop }: Antwoord): void {
    const pad = (headerOf(kop, 'location') ?? '').replace(/^https?:\/\/[^/]+/, '')
    const kenmerk = this.plan.kenmerken[deelname.id] ?? ''
    this.stuur('ontvangst', this.verzoeken.adres(pad, this.cookie(mens.id, 0)), performance.now(), {}, (antwoord) => {
      if (antwoord.status === 200 && !antwoord.lichaam.includes(kenmerk)) this.gezien.schend(`de pagina van de ontvangst noemt ${kenmerk} niet`)
    })
  }

  private vraagToestand(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    const kenmerk = this.plan.kenmerken[mens.id]
    if (kenmerk === undefined || deelname.fase !== 'ingediend') return
    this.stuur('toestand', this.verzoeken.toestand(kenmerk, this.cookie(mens.id, 0)), bedoeldMs, { latenties: this.gezien.toestand }, (antwoord) => {
      const toestand = antwoord.status === 200 ? readToestand(antwoord) : undefined
      if (toestand !== undefined && EINDTOESTAND.test(toestand)) {
        deelname.uitkomst = toestand
        if (mens.id % METER === 0 && deelname.bevestigdMs !== undefined) this.gezien.uitkomst.voegToe(antwoord.ontvangenMs - deelname.bevestigdMs)
        this.gezien.uitkomsten.tel(this.nu(antwoord.ontvangenMs))
        return this.eindig(deelname, 'uitkomst')
      }
      if (antwoord.status === 404 || antwoord.status === 403) this.gezien.schend(`${kenmerk}: na de ontvangst kent het systeem de aanvraag niet (${antwoord.status})`)
      this.op(performance.now() + (mens.id % METER === 0 ? 100 : 1_000 + this.toeval.next() * 1_000), WAT.toestand, mens.id)
    })
  }

  // ── Those who try something ───────────────────────────────────────────────────────────────────────────────────

  private hamer(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase === 'klaar' || deelname.fase === 'ingediend' || this.plan.beurtelings) return
    this.op(bedoeldMs + HAMER_MS, WAT.hamer, mens.id)
    this.stuur('plaats', this.verzoeken.plaats(this.cookie(mens.id, 0)), bedoeldMs, { latenties: this.gezien.plaats, reeks: this.gezien.plaatsen }, (antwoord) => {
      if (antwoord.status === 200) this.neemPlaats(deelname, antwoord)
    })
    if (deelname.fase === 'zaal') this.dienIn(mens, deelname, bedoeldMs)
  }

  private probeerAndermans(mens: Mens, bedoeldMs: number): void {
    const kenmerk = this.plan.kenmerken[(mens.id + 1) % this.plan.kenmerken.length]
    if (kenmerk === undefined || kenmerk === this.plan.kenmerken[mens.id]) return
    this.stuur('andermans kenmerk', this.verzoeken.indienen(kenmerk, this.cookie(mens.id, 0), false), bedoeldMs, {}, ({ status }) => {
      if (status < 400) this.gezien.schend(`mens ${mens.id} kon de aanvraag van een ander indienen (${status})`)
    })
  }

  private probeerVals(mens: Mens, bedoeldMs: number): void {
    const vals = `stap-plaats=${this.plan.code}.1.${'0'.repeat(32)}.${'A'.repeat(43)}`
    this.stuur('vals ticket', this.verzoeken.pagina(vals), bedoeldMs, {}, () => undefined)
    this.stuur('vals ticket', this.verzoeken.indienen(this.plan.kenmerken[mens.id] ?? '', vals, false), bedoeldMs, {}, ({ status }) => {
      if (status < 400 && status !== 303) this.gezien.schend(`met een vals ticket en zonder inloggen kon worden ingediend (${status})`)
    })
  }
}
