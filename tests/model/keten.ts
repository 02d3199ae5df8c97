import type { PlainDate } from '@/lib/base/date'
import { beeindigOpschorting } from '@/lib/opschorting/use-cases/beeindig-opschorting'
import { werkOpschortingenBij } from '@/lib/opschorting/use-cases/geef-kennis'
import { schortOp } from '@/lib/opschorting/use-cases/schort-op'
import { sluitBoekjaar, stelSluitingVoor } from '@/lib/financien/use-cases/sluit-boekjaar'
import { eenCompartiment } from '@/tests/model/keten-basis'
import { Vorderingen } from '@/tests/model/keten-vorderingen'
import { jaarVan, plusDagen } from '@/tests/model/recht'
import { asOwner, zetKlok } from '@/tests/setup/db'

/** After this day no rate and no fee is known. */
const LAATSTE_DAG = '2025-12-20'

/** One world in which things happen through the real use cases, and the model that says beforehand what follows. */
export class Keten extends Vorderingen {
  private readonly opgelegd: { id: string; totEnMet: PlainDate; volgorde: number }[] = []

  /** False when there was nothing to do. */
  readonly stappen: Readonly<Record<string, { gewicht: number; doe: () => Promise<boolean> }>> = {
    verleen: { gewicht: 6, doe: () => this.verleen() },
    opdracht: { gewicht: 7, doe: () => this.opdracht() },
    'lagere opdracht': { gewicht: 1, doe: () => this.lagereOpdracht() },
    factuur: { gewicht: 9, doe: () => this.factuur() },
    'factuur die niet past': { gewicht: 1, doe: () => this.verkeerdeFactuur() },
    correctie: { gewicht: 2, doe: () => this.correctie() },
    creditnota: { gewicht: 2, doe: () => this.creditnota() },
    batch: { gewicht: 2, doe: () => this.batch() },
    betaalbestand: { gewicht: 3, doe: () => this.betaalbestand() },
    bank: { gewicht: 5, doe: () => this.bank() },
    'bank weigert': { gewicht: 1, doe: () => this.weigering() },
    'reken af': { gewicht: 1, doe: () => this.rekenAf() },
    'betaal opnieuw': { gewicht: 2, doe: () => this.betaalOpnieuw() },
    'trek in': { gewicht: 1, doe: () => this.trekIn() },
    'stel vast': { gewicht: 3, doe: () => this.stelVast() },
    'stel lager vast': { gewicht: 2, doe: () => this.stelLagerVast() },
    'herzie in voordeel': { gewicht: 2, doe: () => this.herzieInVoordeel() },
    ontvang: { gewicht: 3, doe: () => this.ontvang() },
    'boek af': { gewicht: 1, doe: () => this.boekAf() },
    'vordering weg': { gewicht: 1, doe: () => this.vorderingWeg() },
    rondgang: { gewicht: 3, doe: () => this.rondgang() },
    regeling: { gewicht: 2, doe: () => this.regeling() },
    'schort op': { gewicht: 1, doe: () => this.schortOp() },
    'einde van een opschorting': { gewicht: 1, doe: () => this.beeindig() },
    'andere dag': { gewicht: 2, doe: () => this.andereDag() },
    'sluit jaar': { gewicht: 2, doe: () => this.sluitJaar() },
  }

  /** Time passes: mostly days, at times months. A new year brings a new tijdvak. */
  private async andereDag(): Promise<boolean> {
    const naar = plusDagen(this.dag, this.toeval.kans(75) ? 1 + this.toeval.onder(14) : 15 + this.toeval.onder(90))
    if (naar > LAATSTE_DAG) return false
    // The loop settles late payments every ten minutes.
    await this.rekenAf()
    const isNieuwJaar = jaarVan(naar) > jaarVan(this.dag)
    this.dag = naar
    await zetKlok(`${naar}T10:00:00+01:00`)
    if (isNieuwJaar) {
      const plafond = 5_000_000 + this.toeval.onder(5_000_000)
      const pot = await this.wereld.opent(jaarVan(naar), plafond)
      this.model.opent(eenCompartiment(this.potten.length, pot.compartimentId, jaarVan(naar), plafond))
      this.potten.push(pot)
    }
    return true
  }

  /** The end of a year, by two people, with the reconciliation of all that this history made: it is closed only when that says the same to the cent. */
  private async sluitJaar(): Promise<boolean> {
    const jaar = 2022 + this.model.gesloten.length
    const [een, twee] = this.wereld.financieel
    if (jaar >= jaarVan(this.dag)) {
      if (!this.toeval.kans(10)) return false
      this.klopt(!(await stelSluitingVoor(een, jaar)).ok, `${String(jaar)} loopt nog`)
      this.weiger('jaar loopt nog')
      return true
    }
    const voorstel = await stelSluitingVoor(een, jaar)
    this.klopt(voorstel.ok, `${String(jaar)} kan worden gesloten: ${JSON.stringify(voorstel)}`)
    this.klopt(!(await sluitBoekjaar(een, jaar)).ok, 'wie het voorstelt, sluit het jaar niet')
    this.weiger('jaar: zelfde persoon')
    const uitkomst = await sluitBoekjaar(twee, jaar)
    const terug = this.model.sluit(jaar)
    this.klopt(uitkomst.ok && uitkomst.value.teruggevallenCent === terug, `van ${String(jaar)} valt ${String(terug)} terug: ${JSON.stringify(uitkomst)}`)
    this.klopt(!(await sluitBoekjaar(twee, jaar)).ok, 'een jaar sluit een keer')
    this.weiger('jaar: al gesloten')
    return true
  }

  /** Awb 4:56: of one aanvraag, or of the opleider with everything that it still has to get. */
  private async schortOp(): Promise<boolean> {
    const zaak = this.een(({ stand, order, dossier: { geld } }) => stand === 'verleend' && order !== '' && geld.verplicht + geld.crediteuren > 0)
    if (zaak === undefined) return false
    const isAlles = this.toeval.kans(15)
    const input = { opleiderId: this.wereld.opleider.opleiderId, ...(isAlles ? {} : { aanvraagKenmerk: zaak.kenmerk }), grond: 'ernstig-vermoeden' as const, zaak: `ZAAK-${String(this.teller += 1)}`, vermoeden: `Er is volgens melding ${String(this.teller)} geen les gegeven.` }
    const uitkomst = await schortOp(this.wereld.behandelaar, input)
    if (!uitkomst.ok) return this.faal(`opschorting voor dossier ${String(zaak.dossier.nr)}: ${uitkomst.redenen.join()}`)
    this.klopt(!(await schortOp(this.wereld.behandelaar, input)).ok, 'op een vermoeden wordt een keer opgeschort')
    this.weiger('hetzelfde vermoeden')
    this.opgelegd.push({ id: uitkomst.value.opschortingId, totEnMet: plusDagen(this.dag, 91), volgorde: this.volgorde += 1 })
    while (await werkOpschortingenBij());
    await this.leesOpgeschort()
    this.klopt(zaak.opschortingen.some(({ id }) => id === uitkomst.value.opschortingId), 'de burger van een opgeschorte aanvraag kreeg bericht')
    return true
  }

  /** Who was told, also of one that began before: for each of them it holds from that day, until thirteen weeks after it was decided. */
  private async leesOpgeschort(): Promise<void> {
    const rijen = await asOwner<{ id: string; aanvraagId: string }>('select opschorting_id as id, aanvraag_id as "aanvraagId" from opschorting_kennisgeving')
    for (const { id, aanvraagId } of rijen) {
      const zaak = this.zaken.find((een) => een.aanvraagId === aanvraagId)
      const opgelegd = this.opgelegd.find((een) => een.id === id)
      if (zaak === undefined || opgelegd === undefined) return this.faal(`opschorting ${id} van ${aanvraagId} kent het model niet`)
      if (zaak.opschortingen.some((een) => een.id === id)) continue
      // A besluit of before it was decided says nothing about it.
      const besluitOp = zaak.besluit === null || zaak.besluit.volgorde < opgelegd.volgorde ? null : zaak.besluit.dag
      zaak.opschortingen.push({ id, van: this.dag, totEnMet: opgelegd.totEnMet, beeindigdOp: null, besluitOp })
    }
  }

  private async beeindig(): Promise<boolean> {
    const loopt = this.zaken.flatMap(({ opschortingen }) => opschortingen).filter(({ beeindigdOp, totEnMet }) => beeindigdOp === null && this.dag <= totEnMet)
    const keuze = this.toeval.een(loopt)
    if (keuze === undefined) return false
    const uitkomst = await beeindigOpschorting(this.wereld.behandelaar, { opschortingId: keuze.id, reden: 'Het vermoeden is weggenomen.' })
    this.klopt(uitkomst.ok, `einde van een opschorting: ${JSON.stringify(uitkomst)}`)
    for (const { opschortingen } of this.zaken) for (const een of opschortingen) if (een.id === keuze.id) een.beeindigdOp = this.dag
    return true
  }
}
