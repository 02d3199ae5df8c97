import type { Mens } from './bevolking'
import { headerOf, type Antwoord } from './http'
import type { Ketting } from './ketting'
import { WAT, type Toneel } from './toneel'
import { readOntvangst, readProbleem, readRetryAfter, readToestand } from './verzoeken'
import type { Deelname } from './waarneming'

const NA_FOUT_MS = 400
const RUST_NA_STORING_MS = 10_000
/** Of those with a receipt, one in so many looks ten times a second for the outcome: they measure it. */
const METER = 20
const EINDTOESTAND = /^(?!ingediend$)/

/** The one act at the opening, and what somebody does until the outcome is there. */
export class Indiener {
  constructor(private readonly toneel: Toneel, private readonly ketting: Ketting) {}

  /** Presses the button; `bedoeldMs` is the moment of pressing, and what counts is measured from there. */
  dienIn(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    const { toneel } = this
    const kenmerk = toneel.plan.kenmerken[mens.id]
    if (kenmerk === undefined) return toneel.eindig(deelname, 'had geen aanvraag klaar')
    deelname.pogingen += 1
    // Who presses before its turn may be kept waiting for it, up to two seconds: that is measured apart.
    const isTeVroeg = deelname.fase === 'zaal'
    if (!isTeVroeg) deelname.gedruktMs ??= bedoeldMs
    toneel.stuur('indienen', toneel.verzoeken.indienen(kenmerk, toneel.cookie(mens.id, 0), mens.gedrag === 'formulier'), bedoeldMs, { lijnen: 'indienen' }, (antwoord) => {
      if (deelname.verstuurdMs === undefined || deelname.verstuurdMs > antwoord.verstuurdMs) deelname.verstuurdMs = antwoord.verstuurdMs
      const isBevestigd = antwoord.status === 200 || antwoord.status === 201 || (antwoord.status === 303 && (headerOf(antwoord.kop, 'location') ?? '').includes('/ontvangst'))
      if (!isBevestigd) return this.nietBevestigd(mens, deelname, antwoord)
      this.meet(deelname, antwoord, isTeVroeg)
      this.bevestigd(mens, deelname, antwoord)
    })
  }

  /** The first receipt counts from the first press in turn, tries that were sent away included; every other press from itself. */
  private meet(deelname: Deelname, antwoord: Antwoord, isTeVroeg: boolean): void {
    const { gezien } = this.toneel
    if (isTeVroeg) return gezien.indienenTeVroeg.voegToe(antwoord.duurMs)
    const duurMs = deelname.bevestigdMs === undefined && deelname.gedruktMs !== undefined ? antwoord.ontvangenMs - deelname.gedruktMs : antwoord.duurMs
    gezien.indienen.voegToe(duurMs)
    if (!gezien.isNaStoring(this.toneel.nu(antwoord.ontvangenMs) - duurMs, RUST_NA_STORING_MS)) gezien.indienenRustig.voegToe(duurMs)
  }

  private bevestigd(mens: Mens, deelname: Deelname, antwoord: Antwoord): void {
    const { toneel } = this
    if (antwoord.status !== 303) this.houdOntvangst(mens, deelname, antwoord)
    if (deelname.bevestigdMs !== undefined) return
    deelname.bevestigdMs = antwoord.ontvangenMs
    deelname.fase = 'ingediend'
    toneel.gezien.bevestigingen.tel(toneel.nu(antwoord.ontvangenMs))
    if (antwoord.status === 303) this.leesOntvangstpagina(mens, antwoord)
    if (mens.gedrag === 'herhaalt' || mens.gedrag === 'script') toneel.op(antwoord.ontvangenMs + 200 + toneel.toeval.next() * 1_000, WAT.herhaal, mens.id)
    if (toneel.plan.modus === 'loting') toneel.eindig(deelname, 'ingeschreven')
    else toneel.op(antwoord.ontvangenMs + (mens.id % METER === 0 ? 100 : 400 + toneel.toeval.next() * 200), WAT.toestand, mens.id)
    this.ketting.volgende()
  }

  private houdOntvangst(mens: Mens, deelname: Deelname, antwoord: Antwoord): void {
    const { toneel } = this
    const ontvangst = readOntvangst(antwoord)
    if (ontvangst === undefined) toneel.gezien.schend(`ontvangst van ${toneel.kenmerkVan(mens.id)} is niet te lezen`)
    else if (deelname.ontvangst !== undefined && (deelname.ontvangst.volgnummer !== ontvangst.volgnummer || deelname.ontvangst.ontvangenOp !== ontvangst.ontvangenOp))
      toneel.gezien.schend(`${toneel.kenmerkVan(mens.id)}: de tweede ontvangst is een andere dan de eerste`)
    else deelname.ontvangst = ontvangst
  }

  private nietBevestigd(mens: Mens, deelname: Deelname, antwoord: Antwoord): void {
    const { toneel } = this
    if (deelname.bevestigdMs !== undefined) {
      // Answers may cross: only a press that was sent after the receipt had come must not be refused.
      const isErna = antwoord.ontvangenMs - antwoord.duurMs > deelname.bevestigdMs
      if (isErna && antwoord.status >= 400 && antwoord.status < 500) toneel.gezien.schend(`${toneel.kenmerkVan(mens.id)}: na de ontvangst weigerde het systeem dezelfde aanvraag (${antwoord.status} ${readProbleem(antwoord)})`)
      return
    }
    const nu = performance.now()
    const probleem = antwoord.status === 303 ? (headerOf(antwoord.kop, 'location') ?? '') : antwoord.status >= 400 ? readProbleem(antwoord) : ''
    // A refusal is certain: what was sent so far did not count.
    if (antwoord.status === 409 || antwoord.status === 303) deelname.verstuurdMs = undefined
    toneel.gezien.antwoorden.tel(`indienen ${antwoord.status} ${probleem.replace(/[A-Z]+-[0-9-]+/, '…').slice(0, 60)}`)
    if (mens.gedrag === 'script' && deelname.fase !== 'beurt') return
    if (antwoord.status === 0) return toneel.op(nu + NA_FOUT_MS * Math.min(8, deelname.pogingen), WAT.nogEens, mens.id)
    if (antwoord.status === 503 || antwoord.status === 429 || antwoord.status === 502) return toneel.op(nu + readRetryAfter(antwoord, 1_000) * (0.5 + toneel.toeval.next()), WAT.nogEens, mens.id)
    if (/niet-aan-de-beurt|^\/wachtkamer/.test(probleem)) {
      if (mens.gedrag !== 'script') toneel.gezien.antwoorden.tel('te vroeg gedrukt')
      return toneel.op(nu + readRetryAfter(antwoord, 1_000), WAT.nogEens, mens.id)
    }
    if (/tijdvak-niet-open/.test(probleem) && deelname.fase === 'beurt') return toneel.op(nu + readRetryAfter(antwoord, 2_000), WAT.nogEens, mens.id)
    if (mens.gedrag !== 'niet-compleet') toneel.gezien.schend(`mens ${mens.id} (${mens.gedrag}) kon niet indienen: ${antwoord.status} ${probleem}`)
    toneel.eindig(deelname, `geweigerd bij indienen: ${probleem}`)
    this.ketting.volgende()
  }

  private leesOntvangstpagina(mens: Mens, { kop }: Antwoord): void {
    const { toneel } = this
    const pad = (headerOf(kop, 'location') ?? '').replace(/^https?:\/\/[^/]+/, '')
    const kenmerk = toneel.kenmerkVan(mens.id)
    toneel.stuur('ontvangst', toneel.verzoeken.adres(pad, toneel.cookie(mens.id, 0)), performance.now(), {}, (antwoord) => {
      if (antwoord.status === 200 && !antwoord.lichaam.includes(kenmerk)) toneel.gezien.schend(`de pagina van de ontvangst noemt ${kenmerk} niet`)
    })
  }

  vraagToestand(mens: Mens, deelname: Deelname, bedoeldMs: number): void {
    const { toneel } = this
    const { gezien } = toneel
    const kenmerk = toneel.plan.kenmerken[mens.id]
    if (kenmerk === undefined || deelname.fase !== 'ingediend') return
    toneel.stuur('toestand', toneel.verzoeken.toestand(kenmerk, toneel.cookie(mens.id, 0)), bedoeldMs, { latenties: gezien.toestand }, (antwoord) => {
      const toestand = antwoord.status === 200 ? readToestand(antwoord) : undefined
      if (toestand !== undefined && EINDTOESTAND.test(toestand)) {
        deelname.uitkomst = toestand
        if (mens.id % METER === 0 && deelname.bevestigdMs !== undefined) gezien.uitkomst.voegToe(antwoord.ontvangenMs - deelname.bevestigdMs)
        gezien.uitkomsten.tel(toneel.nu(antwoord.ontvangenMs))
        return toneel.eindig(deelname, 'uitkomst')
      }
      if (antwoord.status === 404 || antwoord.status === 403) gezien.schend(`${kenmerk}: na de ontvangst kent het systeem de aanvraag niet (${antwoord.status})`)
      toneel.op(performance.now() + (mens.id % METER === 0 ? 100 : 1_000 + toneel.toeval.next() * 1_000), WAT.toestand, mens.id)
    })
  }
}
