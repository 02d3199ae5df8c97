import type { Mens } from './bevolking'
import type { Indiener } from './indiener'
import { WAT, type Toneel } from './toneel'
import type { Deelname } from './waarneming'
import type { Zaal } from './zaal'

const HAMER_MS = 500

/** Those who try something: a script that hammers, the kenmerk of somebody else, a ticket that was made up. */
export class Proberen {
  constructor(private readonly toneel: Toneel, private readonly zaal: Zaal, private readonly indiener: Indiener) {}

  hamer(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    const { toneel } = this
    if (deelname.fase === 'klaar' || deelname.fase === 'ingediend' || toneel.plan.beurtelings) return
    toneel.op(bedoeldMs + HAMER_MS, WAT.hamer, mens.id)
    const { plaats: latenties, plaatsen: reeks } = toneel.gezien
    toneel.stuur('plaats', toneel.verzoeken.plaats(toneel.cookie(mens.id, 0)), bedoeldMs, { latenties, reeks }, (antwoord) => {
      if (antwoord.status === 200) this.zaal.neemPlaats(deelname, antwoord)
    })
    if (deelname.fase === 'zaal') this.indiener.dienIn(mens, deelname, bedoeldMs)
  }

  andermansKenmerk(mens: Mens, bedoeldMs: number): void {
    const { toneel } = this
    const { kenmerken } = toneel.plan
    const kenmerk = kenmerken[(mens.id + 1) % kenmerken.length]
    if (kenmerk === undefined || kenmerk === kenmerken[mens.id]) return
    toneel.stuur('andermans kenmerk', toneel.verzoeken.indienen(kenmerk, toneel.cookie(mens.id, 0), false), bedoeldMs, { lijnen: 'indienen' }, ({ status }) => {
      if (status > 0 && status < 400) toneel.gezien.schend(`mens ${mens.id} kon de aanvraag van een ander indienen (${status})`)
    })
  }

  valsTicket(mens: Mens, bedoeldMs: number): void {
    const { toneel } = this
    const vals = `stap-plaats=${toneel.plan.code}.1.${'0'.repeat(32)}.${'A'.repeat(43)}`
    toneel.stuur('vals ticket', toneel.verzoeken.pagina(vals), bedoeldMs, {}, () => undefined)
    toneel.stuur('vals ticket', toneel.verzoeken.indienen(toneel.kenmerkVan(mens.id), vals, false), bedoeldMs, { lijnen: 'indienen' }, ({ status }) => {
      if (status > 0 && status < 400 && status !== 303) toneel.gezien.schend(`met een vals ticket en zonder inloggen kon worden ingediend (${status})`)
    })
  }
}
