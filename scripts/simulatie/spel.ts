import type { Mens } from './bevolking'
import { Indiener } from './indiener'
import { Ketting } from './ketting'
import { Proberen } from './proberen'
import { Toneel, WAT, type Speelplan } from './toneel'
import type { Deelname, Waarneming } from './waarneming'
import { Zaal } from './zaal'

const VERTEL_MS = 2_000

/** Plays the citizens of one opening against the addresses of the contract. Nobody waits for anybody but for the answers. */
export class Spel {
  private readonly toneel: Toneel
  private readonly zaal: Zaal
  private readonly indiener: Indiener
  private readonly proberen: Proberen

  constructor(private readonly plan: Speelplan) {
    this.toneel = new Toneel(plan)
    const ketting = new Ketting(this.toneel)
    this.toneel.naEinde = () => { ketting.begin() }
    this.zaal = new Zaal(this.toneel, ketting)
    this.indiener = new Indiener(this.toneel, ketting)
    this.proberen = new Proberen(this.toneel, this.zaal, this.indiener)
  }

  get gezien(): Waarneming {
    return this.toneel.gezien
  }

  get deelnames(): readonly Deelname[] {
    return this.toneel.deelnames
  }

  /** How often a device really asks, against once in thirty seconds. */
  get schaal(): number {
    return this.toneel.achtergrondMs / 30_000
  }

  /** Plays until everybody has an outcome or was told that there is none; gives the seconds from the opening to the end. */
  async speel(): Promise<number> {
    const { plan, toneel } = this
    for (const mens of plan.mensen) this.planMens(mens)
    const storingen = this.planStoringen()
    let verteldOp = 0
    while (toneel.nogBezig > 0) {
      const nu = performance.now()
      if (nu - plan.opentMs > plan.hoogstensMs) {
        toneel.gezien.schend(`het spel is na ${Math.round(plan.hoogstensMs / 1_000)} s afgebroken: ${toneel.nogBezig} mensen hadden nog geen uitkomst`)
        break
      }
      toneel.agenda.run(nu, (gebeurtenis, bedoeldMs) => {
        toneel.gezien.eigenVertraging.voegToe(Math.max(0, nu - bedoeldMs))
        this.doe(gebeurtenis, bedoeldMs)
      })
      if (nu - verteldOp > VERTEL_MS) {
        verteldOp = nu
        this.vertel()
      }
      await new Promise((resolve) => { setTimeout(resolve, 1) })
    }
    const duurS = toneel.nu(performance.now()) / 1_000
    for (const wekker of storingen) clearTimeout(wekker)
    toneel.sluit()
    return duurS
  }

  private planStoringen(): readonly NodeJS.Timeout[] {
    const { plan, toneel: { gezien } } = this
    gezien.geplandeStoringen = plan.storingen.length
    return plan.storingen.map(({ opMs, naam, doe }) => setTimeout(() => {
      plan.voortgang(`STORING: ${naam}`)
      gezien.storingen.push({ ms: this.toneel.nu(performance.now()), naam })
      doe().catch((fault: unknown) => { gezien.schend(`de storing is niet ingebracht: ${naam}: ${fault instanceof Error ? fault.message : String(fault)}`) })
    }, Math.max(0, plan.opentMs + opMs - performance.now())))
  }

  private vertel(): void {
    const { gezien, stand, inZaal, nogBezig } = this.toneel
    const seconden = Math.round(this.toneel.nu(performance.now()) / 1_000)
    this.plan.voortgang(`${seconden < 0 ? `${-seconden} s voor` : `${seconden} s na`} de opening: in de wachtkamer ${inZaal}, bezig ${nogBezig}, `
      + `toegelaten tot ${stand?.nu ?? 0} (${stand?.toestand ?? 'onbekend'}), bevestigd ${gezien.bevestigingen.totaal}, uitkomst ${gezien.uitkomsten.totaal}, serverfouten ${gezien.serverfouten}`)
  }

  private planMens(mens: Mens): void {
    const { plan, toneel } = this
    const komt = plan.opentMs + mens.komtMs
    if (plan.modus === 'loting') return this.planInschrijver(mens, Math.max(komt, plan.opentMs))
    for (let apparaat = 0; apparaat < mens.apparaten; apparaat += 1) {
      // The other devices follow within the minute, or sooner when there is less time.
      const later = apparaat === 0 ? 0 : toneel.toeval.next() * Math.min(60_000, Math.max(1_000, -mens.komtMs))
      toneel.op(komt + later, WAT.kom, mens.id, apparaat)
      toneel.op(komt + later + toneel.toeval.next() * toneel.achtergrondMs, WAT.achtergrond, mens.id, apparaat)
    }
    // In turns everybody stays: whether somebody left in time would depend on the speed of the system.
    if (mens.gedrag === 'afhaker' && !plan.beurtelings) toneel.op(komt + mens.geduldMs, WAT.haakAf, mens.id)
    if (mens.gedrag === 'script') toneel.op(komt, WAT.hamer, mens.id)
  }

  private planInschrijver(mens: Mens, komt: number): void {
    const { toneel } = this
    const deelname = toneel.deelnames[mens.id]
    if (deelname === undefined) return
    if (!mens.isAanvrager || mens.gedrag === 'afhaker') return toneel.eindig(deelname, 'schreef zich niet in')
    deelname.fase = 'beurt'
    toneel.inZaal += 1
    toneel.op(komt + toneel.toeval.next() * toneel.spreidMs, WAT.druk, mens.id)
  }

  private doe(gebeurtenis: number, bedoeldMs: number): void {
    const gelezen = this.toneel.lees(gebeurtenis)
    if (gelezen === undefined) return
    const { mens, deelname, apparaat, wat } = gelezen
    switch (wat) {
      case WAT.kom: return this.zaal.kom(mens, deelname, apparaat, bedoeldMs)
      case WAT.peil: return this.zaal.peil(mens, deelname, bedoeldMs)
      case WAT.achtergrond: return this.zaal.peilAchtergrond(mens, deelname, apparaat, bedoeldMs)
      case WAT.haakAf: return this.zaal.haakAf(mens, deelname, bedoeldMs)
      case WAT.druk: return this.druk(mens, deelname, bedoeldMs)
      case WAT.nogEens:
      case WAT.herhaal: return this.indiener.dienIn(mens, deelname, bedoeldMs)
      case WAT.toestand: return this.indiener.vraagToestand(mens, deelname, bedoeldMs)
      case WAT.hamer: return this.proberen.hamer(mens, deelname, bedoeldMs)
    }
  }

  private druk(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    if (deelname.fase === 'klaar') return
    if (mens.gedrag === 'andermans-kenmerk') this.proberen.andermansKenmerk(mens, bedoeldMs)
    if (mens.gedrag === 'vals-ticket') this.proberen.valsTicket(mens, bedoeldMs)
    this.indiener.dienIn(mens, deelname, bedoeldMs)
    if (mens.gedrag === 'dubbelklik') this.toneel.op(bedoeldMs + 20 + this.toneel.toeval.next() * 200, WAT.nogEens, mens.id)
  }
}
