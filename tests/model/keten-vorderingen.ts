import type { PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { herzieInVoordeel } from '@/lib/verantwoording/use-cases/herzie-in-voordeel'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { beslisAfboeking, boekAf } from '@/lib/vordering/use-cases/boek-af'
import { beslisRegeling } from '@/lib/vordering/use-cases/beslis-regeling'
import { trekVorderingIn } from '@/lib/vordering/use-cases/trek-vordering-in'
import { vraagRegeling } from '@/lib/vordering/use-cases/vraag-regeling'
import { werkVorderingenBij } from '@/lib/vordering/use-cases/werk-vorderingen-bij'
import { beslis, neemVoor, reageer } from '@/tests/builders/vaststelling'
import { Bank } from '@/tests/model/keten-bank'
import type { Regeling, Vordering, Zaak } from '@/tests/model/keten-basis'
import { eindeVanTermijn, plusDagen, plusMaanden, wettelijkeRente } from '@/tests/model/recht'
import { asOwner } from '@/tests/setup/db'

/** Less than this is not asked of who was late with us (Awb 4:98 lid 2). */
const LAAGSTE_RENTE = 2_000

/** What is settled, what must come back of it, and what becomes of that. */
export class Vorderingen extends Bank {
  private isAlles({ dossier, bedrag }: Zaak): boolean { return dossier.geld.betaald > 0 && dossier.geld.debiteuren === 0 && dossier.geld.betaald === bedrag }

  /** Awb 4:56: a suspension ends with the besluit. */
  private besluit(zaak: Zaak, geldend: number): void {
    Object.assign(zaak, { stand: 'vastgesteld', geldend, besluit: { dag: this.dag, volgorde: this.volgorde += 1 } })
    for (const opschorting of zaak.opschortingen) opschorting.besluitOp ??= this.dag
  }

  protected async stelVast(): Promise<boolean> {
    const zaak = this.een((een) => een.stand === 'verleend' && een.order !== '' && een.dossier.geld.crediteuren === 0 && this.isAlles(een))
    if (zaak === undefined) return false
    const input = { kenmerk: zaak.kenmerk, grond: 'afgerond' as const, motivering: 'De deelnemer heeft alles gevolgd.' }
    if (this.toeval.kans(30)) {
      this.klopt(!(await stelVastAlsBehandelaar(this.wereld.behandelaar, { ...input, bedrag: cent(zaak.bedrag + 1) })).ok, 'nooit meer dan de opdracht')
      this.weiger('vaststelling een cent te hoog')
    }
    const uitkomst = await stelVastAlsBehandelaar(this.wereld.behandelaar, { ...input, bedrag: cent(zaak.bedrag) })
    this.klopt(uitkomst.ok, `vaststelling van dossier ${String(zaak.dossier.nr)}: ${JSON.stringify(uitkomst)}`)
    this.verplaats(zaak, 'betaald', 'vastgesteld', zaak.dossier.geld.betaald, 'reken-voorschot-af')
    this.besluit(zaak, zaak.bedrag)
    return true
  }

  /** Lower or zero (Awb 4:46 lid 2): after the burger and the opleider were heard. */
  protected async stelLagerVast(): Promise<boolean> {
    const zaak = this.een((een) => een.stand === 'verleend' && this.isAlles(een) && een.facturen.every(({ stand }) => ['uitgevoerd', 'afgekeurd', 'gecrediteerd', 'vervangen'].includes(stand)))
    if (zaak === undefined) return false
    const { betaald } = zaak.dossier.geld
    const bedrag = this.toeval.kans(40) ? 0 : this.toeval.onder(betaald)
    const tekst = `${String(Math.trunc(bedrag / 100))},${String(bedrag % 100).padStart(2, '0')}`
    const van = this.toeval.kans(40) ? 'opleider' as const : 'burger' as const
    const voornemenId = await neemVoor(this.wereld.behandelaar, zaak, { bedrag: tekst, van, ...(van === 'opleider' ? { grond: 'niet-gegeven' } : {}) })
    if (this.toeval.kans(30)) {
      this.klopt(!(await beslis(this.wereld.behandelaar, zaak, voornemenId, { van })).ok, 'eerst horen, dan beslissen (Awb 4:8)')
      this.weiger('besluit voor de reactie')
    }
    await reageer(this.wereld.behandelaar, zaak, voornemenId)
    if (van === 'opleider') await reageer(this.wereld.behandelaar, zaak, voornemenId, 'opleider')
    const uitkomst = await beslis(this.wereld.behandelaar, zaak, voornemenId, { van })
    this.klopt(uitkomst.ok, `lagere vaststelling van dossier ${String(zaak.dossier.nr)} op ${tekst}: ${JSON.stringify(uitkomst)}`)
    this.verplaats(zaak, 'betaald', 'debiteuren', betaald - bedrag, 'vorder-terug')
    this.verplaats(zaak, 'betaald', 'vastgesteld', bedrag, 'reken-voorschot-af')
    this.besluit(zaak, bedrag)
    await this.leesVorderingen(zaak)
    return true
  }

  /** Looked at again, as after a bezwaar: what is settled goes up, claims fall, and what was received on them goes back. */
  protected async herzieInVoordeel(): Promise<boolean> {
    const zaak = this.een(({ stand, geldend, verleend }) => stand === 'vastgesteld' && geldend < verleend)
    if (zaak === undefined) return false
    const bedrag = this.toeval.kans(10) ? zaak.verleend + 1 : zaak.geldend + this.toeval.bedrag(zaak.verleend - zaak.geldend)
    const { verplicht, crediteuren, betaald, vastgesteld } = zaak.dossier.geld
    let nodig = Math.max(0, bedrag - verplicht - crediteuren - betaald - vastgesteld)
    const delen = zaak.vorderingen.filter(({ status }) => status === 'lopend' || status === 'voldaan').toSorted((een, ander) => (een.kenmerk < ander.kenmerk ? 1 : -1)).flatMap((vordering) => {
      const waard = vordering.bedrag - vordering.ingetrokken - vordering.teruggegeven.hoofdsom
      const af = Math.min(nodig, waard)
      nodig -= af
      return af === 0 ? [] : [{ vordering, af, isAlles: af === waard }]
    })
    const terug = delen.reduce((som, { vordering: { open, ontvangen }, af }) => som + Math.min(Math.max(0, af - open), ontvangen), 0)
    const valtNiet = delen.some(({ vordering: { open, ontvangen, kosten, ontvangsten, teruggegeven }, isAlles }) => open + ontvangen === 0 && !(isAlles && kosten + ontvangsten.reduce((som, een) => som + een.kosten, 0) - teruggegeven.kosten > 0))
    const kan = bedrag <= zaak.verleend && nodig === 0 && terug <= this.model.vrij(zaak.dossier.pot) && !valtNiet
    const uitkomst = await herzieInVoordeel(this.wereld.behandelaar, { kenmerk: zaak.kenmerk, bedrag: cent(bedrag), motivering: 'Uit de stukken blijkt dat u ziek was.' })
    this.klopt(uitkomst.ok === kan, `herziening van dossier ${String(zaak.dossier.nr)} van ${String(zaak.geldend)} naar ${String(bedrag)}: ${JSON.stringify(uitkomst)}`)
    if (!uitkomst.ok) {
      this.weiger(bedrag > zaak.verleend ? 'herziening boven de verlening' : 'herziening zonder vordering die kan vallen')
      return true
    }
    for (const { vordering, af, isAlles } of delen) this.verlaag(zaak, vordering, af, false, isAlles)
    this.verplaats(zaak, 'betaald', 'vastgesteld', zaak.dossier.geld.betaald, 'reken-voorschot-af')
    zaak.geldend = bedrag
    return true
  }

  private kies(past: (vordering: Vordering, zaak: Zaak) => boolean): { zaak: Zaak; vordering: Vordering } | undefined {
    return this.toeval.een(this.zaken.flatMap((zaak) => zaak.vorderingen.filter((vordering) => past(vordering, zaak)).map((vordering) => ({ zaak, vordering }))))
  }

  private static readonly isOpen = ({ status, open, kosten }: Vordering) => status === 'lopend' && open + kosten > 0

  private isRegeling({ regelingen }: Vordering): boolean { return regelingen.some(({ tot }) => tot === null) }

  /** Fee and interest first, then the amount itself (Awb 4:92). */
  private rekenToe({ open, kosten }: Vordering, bedrag: number): { hoofdsom: number; kosten: number } {
    const eerst = Math.min(bedrag, kosten)
    return { kosten: eerst, hoofdsom: Math.min(bedrag - eerst, open) }
  }

  protected async ontvang(): Promise<boolean> {
    const gevonden = this.kies(Vorderingen.isOpen)
    if (gevonden === undefined) return false
    const { zaak, vordering } = gevonden
    const som = vordering.open + vordering.kosten
    const bedrag = this.toeval.kans(5) ? som + 1 + this.toeval.onder(5_000) : this.toeval.bedrag(som)
    await this.lees([{ bedrag: '', cent: bedrag, richting: 'CRDT', omschrijving: `Betaling ${vordering.kenmerk}` }])
    const { hoofdsom, kosten } = this.rekenToe(vordering, bedrag)
    Object.assign(vordering, { open: vordering.open - hoofdsom, kosten: vordering.kosten - kosten, ontvangen: vordering.ontvangen + hoofdsom, isGeraakt: true })
    vordering.mutaties.push({ dag: this.dag, hoofdsom: -hoofdsom })
    vordering.ontvangsten.push({ dag: this.dag, hoofdsom, kosten })
    for (const regeling of vordering.regelingen) if (regeling.tot === null) regeling.betaald += hoofdsom + kosten
    // Who paid after the term may owe interest, which the round fixes (Awb 4:99).
    const isLaat = this.dag > vordering.vervaltOp && vordering.renteVastgesteldOp === null
    if (vordering.open + vordering.kosten === 0 && !isLaat) vordering.status = 'voldaan'
    this.verplaats(zaak, 'rente-debiteuren', 'rente-ontvangen', kosten, 'ontvang-rente')
    this.verplaats(zaak, 'debiteuren', 'vrij', hoofdsom, 'ontvang-terug')
    const teveel = bedrag - hoofdsom - kosten
    if (teveel > 0) this.terugbetalingen.push({ zaak, hoofdsom: 0, rente: 0, teveel, stand: 'open', vanBurger: vordering.vanBurger })
    return true
  }

  protected async boekAf(): Promise<boolean> {
    const gevonden = this.kies(Vorderingen.isOpen)
    if (gevonden === undefined) return false
    const { zaak, vordering, vordering: { kenmerk } } = gevonden
    const [een, twee] = this.wereld.financieel
    const som = vordering.open + vordering.kosten
    const bedrag = this.toeval.bedrag(som)
    const vraag = { kenmerk, soort: 'oninbaar' as const, reden: 'Er is niets te halen.' }
    if (this.isRegeling(vordering)) {
      this.klopt(!(await boekAf(een, { ...vraag, bedrag: cent(bedrag) })).ok, 'wat in termijnen wordt betaald, is niet oninbaar')
      this.weiger('afboeking tijdens regeling')
      return true
    }
    if (this.toeval.kans(30)) {
      this.klopt(!(await boekAf(een, { ...vraag, bedrag: cent(som + 1) })).ok, 'er wordt nooit meer afgeboekt dan open staat')
      this.weiger('afboeking te hoog')
    }
    const uitkomst = await boekAf(een, { ...vraag, bedrag: cent(bedrag) })
    const isAlleen = bedrag + (vordering.alleen ?? 0) <= 10_000
    this.klopt(uitkomst.ok && uitkomst.value.isVerleend === isAlleen, `samen tot het mandaat van € 100 beslist een mens alleen: ${String(bedrag)} ${JSON.stringify(uitkomst)}`)
    if (isAlleen) vordering.alleen = bedrag + (vordering.alleen ?? 0)
    else {
      this.klopt(!(await beslisAfboeking(een, { kenmerk, besluit: 'verleen' })).ok, 'niemand beslist over het eigen voorstel')
      this.weiger('eigen voorstel')
      const besluit = await beslisAfboeking(twee, { kenmerk, besluit: 'verleen' })
      this.klopt(besluit.ok, `een tweede beslist: ${JSON.stringify(besluit)}`)
    }
    const { hoofdsom, kosten } = this.rekenToe(vordering, bedrag)
    Object.assign(vordering, { open: vordering.open - hoofdsom, kosten: vordering.kosten - kosten, afgeboekt: vordering.afgeboekt + hoofdsom, isGeraakt: true, status: bedrag === som ? 'oninbaar' : vordering.status })
    vordering.mutaties.push({ dag: this.dag, hoofdsom: -hoofdsom })
    this.verplaats(zaak, 'rente-debiteuren', 'rentebaat', kosten, 'scheld-rente-kwijt')
    this.verplaats(zaak, 'debiteuren', 'oninbaar', hoofdsom, 'scheld-kwijt')
    return true
  }

  /** After bezwaar a claim falls: what is open is asked no more, and what was received goes back (Awb 4:102). */
  protected async vorderingWeg(): Promise<boolean> {
    const gevonden = this.kies(({ status, open }, { stand }) => stand === 'verleend' && status === 'lopend' && open > 0)
    if (gevonden === undefined) return false
    const { zaak, vordering } = gevonden
    const heeftRuimte = vordering.ontvangen <= this.model.vrij(zaak.dossier.pot)
    const uitkomst = await trekVorderingIn(this.wereld.financieel[0], { kenmerk: vordering.kenmerk, wordt: cent(0), reden: 'De vordering was onterecht.' })
    this.klopt(uitkomst.ok === heeftRuimte, `intrekken van ${vordering.kenmerk}: ${JSON.stringify(uitkomst)}`)
    if (!uitkomst.ok) {
      this.weiger('intrekken zonder ruimte')
      return true
    }
    this.verlaag(zaak, vordering, vordering.open + vordering.ontvangen, false)
    return true
  }

  /** The daily round: fee, interest, and arrangements that are kept or not. The second time it finds nothing. */
  protected async rondgang(): Promise<boolean> {
    const lopend = this.zaken.flatMap((zaak) => zaak.vorderingen.filter(({ status }) => status === 'lopend').map((vordering) => ({ zaak, vordering })))
    if (lopend.length === 0) return false
    while (await werkVorderingenBij());
    for (const { zaak, vordering } of lopend) this.voorspelRonde(zaak, vordering)
    if (this.toeval.kans(25)) await werkVorderingenBij()
    return true
  }

  private voorspelRonde(zaak: Zaak, vordering: Vordering): void {
    const { open, kosten, vervaltOp, uitstelTot, aangemaandOp, renteVastgesteldOp, regelingen } = vordering
    const regeling = regelingen.find(({ tot }) => tot === null)
    if (open + kosten === 0) return this.rondAf(zaak, vordering)
    if (regeling !== undefined) return this.bewaak(vordering, regeling)
    if (uitstelTot !== null && this.dag <= uitstelTot) return
    if (aangemaandOp === null && this.dag > vervaltOp) {
      // Awb 4:113: € 7, from € 500 on € 16.
      this.brengInRekening(zaak, vordering, open + kosten < 50_000 ? 700 : 1_600, 'aanmaning')
      vordering.aangemaandOp = this.dag
    } else if (aangemaandOp !== null && renteVastgesteldOp !== null && aangemaandOp <= renteVastgesteldOp) vordering.aangemaandOp = this.dag
  }

  private brengInRekening(zaak: Zaak, vordering: Vordering, bedrag: number, naam: string): void {
    vordering.kosten += bedrag
    vordering.mutaties.push({ dag: this.dag, hoofdsom: 0 })
    this.gebeurd[naam] = (this.gebeurd[naam] ?? 0) + 1
    this.verplaats(zaak, 'rentebaat', 'rente-debiteuren', bedrag, 'breng-rente-in-rekening')
  }

  private rondAf(zaak: Zaak, vordering: Vordering): void {
    for (const regeling of vordering.regelingen) regeling.tot ??= this.dag
    const rente = vordering.renteVastgesteldOp === null ? this.renteOver(vordering) : 0
    if (rente < LAAGSTE_RENTE) {
      vordering.status = 'voldaan'
      return
    }
    this.brengInRekening(zaak, vordering, rente, 'rente op een vordering')
    Object.assign(vordering, { renteVastgesteldOp: this.dag, uitstelTot: eindeVanTermijn(this.dag, 6) })
  }

  /** Awb 4:97-4:101: on what was open on each day after the term, not during an arrangement; rounded where something changed. */
  private renteOver({ vervaltOp, mutaties, regelingen }: Vordering): number {
    const verzuim = plusDagen(vervaltOp, 1)
    const grenzen = [...new Set([verzuim, ...mutaties.map(({ dag }) => dag).filter((dag) => dag > verzuim && dag <= this.dag)])].toSorted()
    const isVrij = (dag: PlainDate) => regelingen.some(({ van, tot }) => van <= dag && (tot === null || dag < tot))
    return grenzen.reduce((som, van, index) => {
      const open = mutaties.reduce((totaal, { dag, hoofdsom }) => (dag <= van ? totaal + hoofdsom : totaal), 0)
      const volgende = grenzen[index + 1]
      return open <= 0 ? som : som + wettelijkeRente(open, van, volgende === undefined ? this.dag : plusDagen(volgende, -1), (dag) => !isVrij(dag))
    }, 0)
  }

  private bewaak(vordering: Vordering, regeling: Regeling): void {
    const verschuldigd = regeling.termijnen.reduce((som, { dag, bedrag }) => (dag < this.dag ? som + bedrag : som), 0)
    if (regeling.betaald >= verschuldigd) regeling.gewaarschuwdOp = null
    else if (regeling.gewaarschuwdOp === null) regeling.gewaarschuwdOp = this.dag
    else if (this.dag > plusDagen(regeling.gewaarschuwdOp, 14)) {
      regeling.tot = this.dag
      regeling.isVervallen = true
      vordering.uitstelTot = eindeVanTermijn(this.dag, 2)
      this.gebeurd['regeling vervallen'] = (this.gebeurd['regeling vervallen'] ?? 0) + 1
    }
  }

  /** Awb 4:94: within the bounds the system agrees, else a person decides. */
  protected async regeling(): Promise<boolean> {
    const gevonden = this.kies(Vorderingen.isOpen)
    if (gevonden === undefined) return false
    const { zaak, vordering } = gevonden
    const open = vordering.open + vordering.kosten
    const laagste = Math.min(open, Math.max(1_000, Math.ceil(open / 36)))
    const termijn = this.toeval.kans(10) ? laagste - 1 : laagste + this.toeval.onder(open - laagste + 1)
    const eersteOp = plusDagen(this.dag, this.toeval.onder(43))
    const uitkomst = await vraagRegeling(vordering.vanBurger ? zaak.burger : this.wereld.opleider, { kenmerk: vordering.kenmerk, termijn: cent(termijn), eersteOp, beslagvrij: vordering.vanBurger ? 'ja' : 'nvt' })
    const kan = termijn >= laagste && !this.isRegeling(vordering)
    this.klopt(uitkomst.ok === kan, `regeling van ${String(termijn)} per maand voor ${vordering.kenmerk} (open ${String(open)}): ${JSON.stringify(uitkomst)}`)
    if (!uitkomst.ok) {
      this.weiger(termijn < laagste ? 'termijn te laag' : 'regeling loopt al')
      return true
    }
    const aantal = Math.ceil(open / termijn)
    const isVanzelf = open <= 100_000 && aantal <= 12 && !vordering.regelingen.some(({ isVervallen }) => isVervallen)
    this.klopt(uitkomst.value.isToegewezen === isVanzelf, `het systeem beslist alleen binnen de grenzen: ${String(open)} in ${String(aantal)} termijnen`)
    if (!isVanzelf && !(await this.beslisRegeling(vordering, termijn))) return true
    const termijnen = Array.from({ length: aantal }, (_, index) => ({ dag: plusMaanden(eersteOp, index), bedrag: Math.min(termijn, open - index * termijn) }))
    vordering.regelingen.push({ van: this.dag, tot: null, termijnen, betaald: 0, gewaarschuwdOp: null, isVervallen: false })
    return true
  }

  private async beslisRegeling(vordering: Vordering, termijn: number): Promise<boolean> {
    const [rij] = await asOwner<{ id: string }>(`select r.id from vordering_regeling r join vordering v on v.id = r.vordering_id where v.kenmerk = $1 and r.status = 'aangevraagd'`, [vordering.kenmerk])
    const isToe = this.toeval.kans(60)
    const uitkomst = await beslisRegeling(this.wereld.financieel[0], { regelingId: rij?.id ?? '', besluit: isToe ? 'toewijzen' : 'afwijzen', termijn: cent(termijn), motivering: 'Er is gekeken naar wat kan worden gemist.' })
    this.klopt(uitkomst.ok, `besluit over de regeling van ${vordering.kenmerk}: ${JSON.stringify(uitkomst)}`)
    if (isToe) return true
    const redelijk = eindeVanTermijn(this.dag, 2)
    vordering.uitstelTot = vordering.vervaltOp > redelijk ? vordering.vervaltOp : redelijk
    this.weiger('regeling afgewezen')
    return false
  }
}
