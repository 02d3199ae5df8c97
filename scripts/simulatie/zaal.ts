import type { Keuze, Mens } from './bevolking'
import { headerOf, type Antwoord } from './http'
import type { Ketting } from './ketting'
import { WAT, type Toneel } from './toneel'
import { readGelotePlaats, readPlaats, readPlaatsOpPagina, readProbleem, readRetryAfter, readStand, type Stand } from './verzoeken'
import type { Deelname } from './waarneming'

const STAND_BINNEN_MS = 10_000
const NA_FOUT_MS = 400

/** The waiting room as its visitors know it: taking a place, looking how far it is, finding the drawn place, and leaving. */
export class Zaal {
  private etag: string | undefined
  /** Devices that looked up the drawn place. */
  private readonly zocht = new Set<number>()

  constructor(private readonly toneel: Toneel, private readonly ketting: Ketting) {}

  kom(mens: Mens, deelname: Deelname, apparaat: number, bedoeldMs: number): void {
    const { toneel } = this
    if (deelname.fase === 'klaar') return
    if (deelname.fase === 'weg') {
      deelname.fase = 'zaal'
      toneel.inZaal += 1
    }
    const { plaats: latenties, plaatsen: reeks } = toneel.gezien
    toneel.stuur('plaats', toneel.verzoeken.plaats(toneel.cookie(mens.id, apparaat)), bedoeldMs, { latenties, reeks }, (antwoord) => {
      if (antwoord.status !== 200) {
        if (antwoord.status === 401 || antwoord.status === 303 || antwoord.status === 403) toneel.gezien.schend(`plaats: mens ${mens.id} is niet ingelogd (${antwoord.status})`)
        // Who comes after the end has nothing to wait for.
        if (antwoord.status === 409 || antwoord.status === 404) return toneel.eindig(deelname, `geen plaats: ${readProbleem(antwoord)}`)
        toneel.op(performance.now() + readRetryAfter(antwoord, NA_FOUT_MS), WAT.kom, mens.id, apparaat)
        return
      }
      this.neemPlaats(deelname, antwoord)
      if (apparaat === 0) this.na(mens, deelname)
    })
  }

  neemPlaats(deelname: Deelname, antwoord: Antwoord): void {
    const eigen = readPlaats(antwoord)
    if (eigen === undefined) return this.toneel.gezien.schend('plaats: het antwoord heeft geen ticket')
    if (deelname.ticket !== undefined && deelname.ticket !== eigen.ticket) this.toneel.gezien.schend(`mens ${deelname.id} kreeg op een ander apparaat een ander ticket`)
    deelname.ticket = eigen.ticket
    deelname.nummer = eigen.nummer
    deelname.kreegPlaatsMs ??= this.toneel.nu(antwoord.ontvangenMs)
    if (eigen.plaats !== null) this.hoorPlaats(deelname, eigen.plaats)
  }

  private hoorPlaats(deelname: Deelname, plaats: number): void {
    if (deelname.plaats !== undefined && deelname.plaats !== plaats) this.toneel.gezien.schend(`mens ${deelname.id} had plaats ${deelname.plaats} en kreeg ${plaats}`)
    deelname.plaats = plaats
  }

  peil(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase !== 'zaal') return
    this.vraagStand(bedoeldMs, () => { this.na(mens, deelname) })
  }

  peilAchtergrond(mens: Mens, deelname: Deelname, apparaat: number, bedoeldMs: number): void {
    const { toneel } = this
    if (deelname.fase === 'klaar') return
    toneel.op(bedoeldMs + toneel.achtergrondMs, WAT.achtergrond, mens.id, apparaat)
    this.vraagStand(bedoeldMs, () => {
      // Each open page looks up the drawn place by itself.
      if (apparaat > 0) this.zoekPlaats(mens, deelname, apparaat, () => undefined)
    })
  }

  private vraagStand(bedoeldMs: number, daarna: () => void): void {
    const { toneel } = this
    const { stand: latenties, peilingen: reeks } = toneel.gezien
    toneel.stuur('stand', toneel.verzoeken.stand(this.etag), bedoeldMs, { latenties, reeks, timeoutMs: STAND_BINNEN_MS, lijnen: 'peilen' }, (antwoord) => {
      if (antwoord.status === 200) {
        const stand = readStand(antwoord)
        if (stand === undefined) toneel.gezien.schend('stand: het antwoord is geen stand')
        else this.neemStand(stand, headerOf(antwoord.kop, 'etag'), antwoord.ontvangenMs)
      } else if (antwoord.status === 304 && toneel.stand !== undefined) {
        toneel.gezien.noteerStand(toneel.nu(antwoord.ontvangenMs), toneel.stand)
      }
      daarna()
    })
  }

  private neemStand(stand: Stand, etag: string | undefined, opMs: number): void {
    const { toneel } = this
    // Two processes may be a second apart: the furthest is the latest.
    if (toneel.stand !== undefined && stand.nu < toneel.stand.nu && stand.toestand === toneel.stand.toestand) return
    toneel.stand = stand
    this.etag = etag
    toneel.gezien.noteerStand(toneel.nu(opMs), stand)
  }

  /** What somebody in the room does after looking. */
  private na(mens: Mens, deelname: Deelname): void {
    const { toneel } = this
    if (deelname.fase !== 'zaal') return
    const { stand } = toneel
    const nu = performance.now()
    if (stand === undefined) return toneel.op(nu + 1 + toneel.toeval.next() * 1_000, WAT.peil, mens.id)
    switch (stand.toestand) {
      case 'voor':
        return toneel.op(Math.max(nu + 500, toneel.plan.opentMs + toneel.toeval.next() * toneel.spreidMs), WAT.peil, mens.id)
      case 'uitgeput':
        if (deelname.plaats === undefined) return this.vraagPlaats(mens, deelname)
        return deelname.plaats <= stand.nu ? this.aanDeBeurt(mens, deelname) : this.uitgeput(mens, deelname)
      case 'gesloten':
        return toneel.eindig(deelname, 'gesloten')
      case 'open':
        if (deelname.plaats === undefined) return this.vraagPlaats(mens, deelname)
        if (deelname.plaats <= stand.nu) return this.aanDeBeurt(mens, deelname)
        // Near its turn a page looks often, far away seldom.
        return toneel.op(nu + Math.min(60_000, Math.max(1_000, ((deelname.plaats - stand.nu) / Math.max(1, stand.perMinuut)) * 60_000)) + toneel.toeval.next() * 500, WAT.peil, mens.id)
      default:
        return toneel.op(nu + 3_000 + toneel.toeval.next() * 2_000, WAT.peil, mens.id)
    }
  }

  // ── The drawn place ───────────────────────────────────────────────────────────────────────────────────────────

  private vraagPlaats(mens: Mens, deelname: Deelname): void {
    const { toneel } = this
    // No place yet, or taken before a draw that its state does not show: the button again.
    if (deelname.nummer === undefined || toneel.stand?.plaatsen === undefined) return toneel.op(performance.now() + (deelname.nummer === undefined ? 0 : 300), deelname.nummer === undefined ? WAT.kom : WAT.peil, mens.id)
    this.zoekPlaats(mens, deelname, 0, () => { this.na(mens, deelname) })
  }

  /** Looks up the drawn place as a page does: in the public file of the draw, or, without JavaScript, by asking the page again. */
  private zoekPlaats(mens: Mens, deelname: Deelname, apparaat: number, daarna: () => void): void {
    const { toneel } = this
    const wie = mens.id * 16 + apparaat
    const gelote = toneel.stand?.plaatsen
    const { nummer } = deelname
    if (gelote === undefined || nummer === undefined || this.zocht.has(wie)) return
    this.zocht.add(wie)
    if (nummer > gelote.aantal) {
      this.hoorPlaats(deelname, nummer)
      return daarna()
    }
    const opPagina = mens.gedrag === 'formulier'
    const tekst = opPagina ? toneel.verzoeken.pagina(toneel.cookie(mens.id, apparaat)) : toneel.verzoeken.openbaar(`${gelote.pad}/${Math.ceil(nummer / gelote.perBlok)}`)
    const { gelotePlaats: latenties, gelotePlaatsen: reeks } = toneel.gezien
    toneel.stuur(opPagina ? 'pagina van de wachtkamer' : 'gelote plaatsen', tekst, performance.now(), { latenties, reeks, lijnen: opPagina ? 'vragen' : 'peilen' }, (antwoord) => {
      const plaats = antwoord.status === 200 ? (opPagina ? readPlaatsOpPagina(antwoord) : readGelotePlaats(antwoord, nummer)) : undefined
      if (plaats !== undefined) {
        this.hoorPlaats(deelname, plaats)
        return daarna()
      }
      if (antwoord.status === 200 && !opPagina) toneel.gezien.schend(`mens ${deelname.id}: nummer ${nummer} staat niet in het bestand met geloote plaatsen`)
      this.zocht.delete(wie)
      if (apparaat === 0) toneel.op(performance.now() + readRetryAfter(antwoord, 1_000) * (0.5 + toneel.toeval.next()), WAT.peil, mens.id)
    })
  }

  // ── The end of waiting ────────────────────────────────────────────────────────────────────────────────────────

  private aanDeBeurt(mens: Mens, deelname: Deelname): void {
    const { toneel } = this
    deelname.fase = 'beurt'
    deelname.aanDeBeurtMs = toneel.nu(performance.now())
    if (!mens.isAanvrager) return toneel.eindig(deelname, 'had geen aanvraag klaar')
    if (toneel.plan.beurtelings) return this.ketting.sluitAan(mens.id)
    toneel.op(performance.now() + mens.reactieMs, WAT.druk, mens.id)
  }

  private uitgeput(mens: Mens, deelname: Deelname): void {
    const { toneel } = this
    deelname.verteldMs = toneel.nu(performance.now())
    const keuze: Keuze = mens.isAanvrager ? mens.keuze : 'weg'
    if (keuze === 'weigering') {
      deelname.fase = 'beurt'
      deelname.isFormeel = true
      toneel.op(performance.now() + mens.reactieMs, WAT.druk, mens.id)
    } else if (keuze === 'weg') this.verlaat(mens, deelname, 'ging weg nadat het budget op was')
    else toneel.eindig(deelname, 'bleef wachten nadat het budget op was')
  }

  haakAf(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase === 'zaal' && deelname.ticket !== undefined) this.verlaat(mens, deelname, 'haakte af')
    else if (deelname.fase === 'weg' || deelname.fase === 'zaal') this.toneel.op(bedoeldMs + 1_000, WAT.haakAf, mens.id)
  }

  private verlaat(mens: Mens, deelname: Deelname, reden: string): void {
    const { toneel } = this
    toneel.stuur('verlaten', toneel.verzoeken.verlaten(toneel.cookie(mens.id, 0)), performance.now(), {}, () => undefined)
    toneel.eindig(deelname, reden)
  }
}
