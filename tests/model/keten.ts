import { randomUUID } from 'node:crypto'
import { SYSTEEM } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { boekRetouren } from '@/lib/betaling/use-cases/boek-retouren'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { verlegVerplichting } from '@/lib/betaling/use-cases/verleg-verplichting'
import { inTransaction } from '@/lib/platform/db'
import { rekenVoorschottenAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { beslisAfboeking, boekAf } from '@/lib/vordering/use-cases/boek-af'
import { trekVorderingIn } from '@/lib/vordering/use-cases/trek-vordering-in'
import { aAfschrift, aStatusbericht, type Boeking } from '@/tests/builders/bank'
import { eenFactuur } from '@/tests/builders/factuur'
import { beslis, neemVoor, reageer } from '@/tests/builders/vaststelling'
import type { BetaalWereld, Verlening } from '@/tests/builders/verlening'
import { eenDossier, type Dossier, type Plek } from '@/tests/model/dossier'
import type { Toeval } from '@/tests/model/toeval'
import { asOwner, plant } from '@/tests/setup/db'

/** An invoice as the model knows it; `bedrag` is what still stands of it. */
type Factuur = { id: string; nummer: string; bedrag: number; terug: number; stand: 'gematcht' | 'in-batch' | 'onderweg' | 'uitgevoerd' | 'teruggekomen' | 'weg' }
/** A payment of an invoice that came back. */
type Retour = { betaling: string; factuurId: string }
type Vordering = { kenmerk: string; /** What one person gave up of it alone. */ alleen?: number; open: number; ontvangen: number; afgeboekt: number; isGeraakt: boolean; /** The invoice that it was made from; none: a besluit about all of it. */ van: string | null; isCreditnota: boolean }
type Zaak = Verlening & {
  dossier: Dossier; order: string; bedrag: number; stand: 'verleend' | 'ingetrokken' | 'vastgesteld'; facturen: Factuur[]; vorderingen: Vordering[]
  /** Payments that left after the vaststelling and were not settled yet. */
  laat: number
}

/** One world in which things happen through the real use cases, and the model that says beforehand what follows. */
export class Keten {
  readonly zaken: Zaak[] = []
  /** What was tried and refused, as the model said. */
  readonly geweigerd: Record<string, number> = {}
  /** What of it the bank sent back, by what had become of it. */
  readonly retouren: Record<string, number> = {}
  private teller = 0
  private saldo = 100_000_000
  private afschrift = 0
  /** What goes back to an opleider with the next batch. */
  private teruggaven = 0

  constructor(private readonly wereld: BetaalWereld, private readonly toeval: Toeval, private readonly plafond: number, private readonly faal: (wat: string) => never) {}

  readonly stappen: Readonly<Record<string, { gewicht: number; doe: () => Promise<void> }>> = {
    verleen: { gewicht: 6, doe: () => this.verleen() },
    opdracht: { gewicht: 7, doe: () => this.opdracht() },
    'lagere opdracht': { gewicht: 1, doe: () => this.lagereOpdracht() },
    factuur: { gewicht: 9, doe: () => this.factuur() },
    'factuur die niet past': { gewicht: 2, doe: () => this.verkeerdeFactuur() },
    creditnota: { gewicht: 2, doe: () => this.creditnota() },
    batch: { gewicht: 2, doe: () => this.batch() },
    betaalbestand: { gewicht: 3, doe: () => this.betaalbestand() },
    bank: { gewicht: 5, doe: () => this.bank() },
    'bank weigert': { gewicht: 1, doe: () => this.weigering() },
    'reken af': { gewicht: 2, doe: () => this.rekenAf() },
    'betaal opnieuw': { gewicht: 2, doe: () => this.betaalOpnieuw() },
    'trek in': { gewicht: 1, doe: () => this.trekIn() },
    'stel vast': { gewicht: 3, doe: () => this.stelVast() },
    'stel lager vast': { gewicht: 2, doe: () => this.stelLagerVast() },
    ontvang: { gewicht: 3, doe: () => this.ontvang() },
    'boek af': { gewicht: 1, doe: () => this.boekAf() },
    'vordering weg': { gewicht: 1, doe: () => this.vorderingWeg() },
  }

  /** What is free in the compartiment. */
  vrij(): number {
    return this.zaken.reduce((over, { dossier: { geld } }) => over - geld.gereserveerd - geld.verplicht - geld.crediteuren - geld.betaald - geld.vastgesteld - geld.debiteuren - geld.oninbaar, this.plafond)
  }

  private een(past: (zaak: Zaak) => boolean): Zaak | undefined { return this.toeval.een(this.zaken.filter(past)) }

  private weiger(naam: string): void { this.geweigerd[naam] = (this.geweigerd[naam] ?? 0) + 1 }

  private klopt(isWaar: boolean, wat: string): void { if (!isWaar) this.faal(wat) }

  private verplaats({ dossier }: Zaak, van: Plek, naar: Plek | 'vrij', bedrag: number, soort: string): void {
    dossier.geld[van] -= bedrag
    if (naar !== 'vrij') dossier.geld[naar] += bedrag
    if (bedrag > 0) dossier.verwacht.push({ soort, oorzaak: '', oorzaakId: '', bedrag, stap: this.teller })
  }

  private async verleen(): Promise<void> {
    const bedrag = this.toeval.kans(5) ? this.vrij() + 1 : 1 + this.toeval.onder(100_000)
    const past = bedrag <= this.vrij()
    const verlening = await this.wereld.verleen(bedrag).catch((fault: unknown) => {
      if (!(fault instanceof Error) || !fault.message.includes('compartiment_plafond')) throw fault
      return undefined
    })
    this.klopt((verlening !== undefined) === past, `het plafond laat precies toe wat past: ${String(bedrag)} bij ${String(this.vrij())}`)
    if (verlening === undefined) return this.weiger('boven het plafond')
    const dossier = eenDossier(this.zaken.length, verlening.aanvraagId, 0, this.wereld.opleider.opleiderId)
    const zaak: Zaak = { ...verlening, dossier, order: '', bedrag, stand: 'verleend', facturen: [], vorderingen: [], laat: 0 }
    this.zaken.push(zaak)
    dossier.geld.gereserveerd = bedrag
    dossier.verwacht.push({ soort: 'reserveer', oorzaak: '', oorzaakId: '', bedrag, stap: this.teller })
  }

  private async opdracht(): Promise<void> {
    const zaak = this.een(({ dossier }) => dossier.geld.gereserveerd > 0)
    if (zaak === undefined) return
    await Promise.all([maakVerplichting(zaak.aanvraagId), maakVerplichting(zaak.aanvraagId)])
    zaak.order = (await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [zaak.aanvraagId]))[0]?.ordernummer ?? ''
    this.verplaats(zaak, 'gereserveerd', 'verplicht', zaak.bedrag, 'ga-verplichting-aan')
  }

  /** The burger switched to a cheaper scholing of the same opleider. */
  private async lagereOpdracht(): Promise<void> {
    const zaak = this.een(({ stand, order, facturen, bedrag }) => stand === 'verleend' && order !== '' && facturen.length === 0 && bedrag > 1)
    if (zaak === undefined) return
    const naar = 1 + this.toeval.onder(zaak.bedrag - 1)
    const wijzigingId = randomUUID()
    const uitkomst = await inTransaction(async (tx) => {
      const { opleiderId, opleidingId } = await tx.aanvraag.findUniqueOrThrow({ where: { id: zaak.aanvraagId }, select: { opleiderId: true, opleidingId: true } })
      return verlegVerplichting(tx, { aanvraagId: zaak.aanvraagId, isAfgezegd: false, wijzigingId, actor: zaak.burger, naar: { opleiderId, opleidingId, bedragCent: naar, startdatum: plainDate('2022-12-12') } })
    })
    this.klopt(uitkomst.ok, 'een opdracht zonder factuur kan lager')
    await plant(`insert into wijziging (id, aanvraag_id, opleider_id, opleiding_id, soorten, oud, nieuw, reden, status, door_id, antwoord_uiterlijk_op, wissel_uiterlijk_op, beantwoord_op, vorig_aanmeldbewijs_id)
      select $2, id, opleider_id, opleiding_id, '{datum}', '{}', '{}', 'model', 'gewisseld', burger_id, '2022-12-01', '2022-12-01', nu(), aanmeldbewijs_id from aanvraag where id = $1`, [zaak.aanvraagId, wijzigingId])
    this.verplaats(zaak, 'verplicht', 'vrij', zaak.bedrag - naar, 'laat-verplichting-vervallen')
    zaak.bedrag = naar
  }

  private stuur(zaak: Zaak, bedrag: number, nummer: string) {
    return ontvangFactuur(this.wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: zaak.order, nummer, bedragInclusief: cent(bedrag) })) })
  }

  private async factuur(): Promise<void> {
    const zaak = this.een(({ stand, dossier }) => stand !== 'ingetrokken' && dossier.geld.verplicht > 0)
    if (zaak === undefined) return
    const [bedrag, nummer] = [this.toeval.bedrag(zaak.dossier.geld.verplicht), `F${String(this.teller += 1)}`]
    const uitkomst = await this.stuur(zaak, bedrag, nummer)
    if (!uitkomst.ok || !uitkomst.value.isGematcht) return this.faal(`factuur van ${String(bedrag)} op ${zaak.order} past: ${JSON.stringify(uitkomst)}`)
    this.verplaats(zaak, 'verplicht', 'crediteuren', bedrag, 'boek-factuur')
    zaak.facturen.push({ id: uitkomst.value.factuurId, nummer, bedrag, terug: 0, stand: 'gematcht' })
    const nogEens = await this.stuur(zaak, bedrag, nummer)
    this.klopt(nogEens.ok && !nogEens.value.isGematcht, 'hetzelfde nummer komt er geen twee keer in')
    this.weiger('factuurnummer twee keer')
  }

  private async verkeerdeFactuur(): Promise<void> {
    const zaak = this.een(({ order }) => order !== '')
    if (zaak === undefined) return
    const uitkomst = await this.stuur(zaak, zaak.dossier.geld.verplicht + 1, `X${String(this.teller += 1)}`)
    this.klopt(uitkomst.ok && !uitkomst.value.isGematcht, `een cent te veel op ${zaak.order} past niet`)
    this.weiger('factuur een cent te hoog')
  }

  private async creditnota(): Promise<void> {
    const kan = (zaak: Zaak) => zaak.facturen.filter(({ stand, bedrag, terug }) => (stand === 'gematcht' && zaak.stand !== 'ingetrokken' && bedrag > 1) || (stand === 'uitgevoerd' && bedrag - terug > 0 && zaak.dossier.geld.betaald >= bedrag - terug))
    const zaak = this.een((een) => een.stand !== 'ingetrokken' && kan(een).length > 0)
    const factuur = zaak === undefined ? undefined : this.toeval.een(kan(zaak))
    if (zaak === undefined || factuur === undefined) return
    const hoogste = factuur.bedrag - factuur.terug
    const bedrag = factuur.stand === 'gematcht' ? 1 + this.toeval.onder(hoogste - 1) : this.toeval.bedrag(hoogste)
    const teHoog = await maakCreditnota(this.wereld.opleider, { factuurId: factuur.id, nummer: `C${String(this.teller += 1)}`, bedrag: cent(hoogste + 1) })
    this.klopt(!teHoog.ok, 'een creditnota is nooit hoger dan wat er nog van de factuur staat')
    this.weiger('creditnota te hoog')
    const uitkomst = await maakCreditnota(this.wereld.opleider, { factuurId: factuur.id, nummer: `C${String(this.teller += 1)}`, bedrag: cent(bedrag) })
    if (!uitkomst.ok || !uitkomst.value.isGematcht) return this.faal(`creditnota van ${String(bedrag)} op ${factuur.nummer} (${factuur.stand}): ${JSON.stringify(uitkomst)}`)
    if (factuur.stand === 'gematcht') {
      factuur.bedrag -= bedrag
      return this.verplaats(zaak, 'crediteuren', 'verplicht', bedrag, 'trek-factuur-terug')
    }
    factuur.terug += bedrag
    this.verplaats(zaak, 'betaald', 'debiteuren', bedrag, 'vorder-terug')
    await this.leesVorderingen(zaak)
  }

  /** New claims by their betalingskenmerk; together they are what the model says must come back. */
  private async leesVorderingen(zaak: Zaak): Promise<void> {
    const rijen = await asOwner<Pick<Vordering, 'kenmerk' | 'open' | 'van' | 'isCreditnota'>>(`select v.kenmerk, v.open_cent as open, coalesce(c.verwijst_naar, v.factuur_id) as van, c.id is not null as "isCreditnota"
      from vordering v left join factuur c on c.id = v.factuur_id and v.grond = 'creditnota' where v.aanvraag_id = $1 order by v.kenmerk`, [zaak.aanvraagId])
    for (const rij of rijen) if (!zaak.vorderingen.some((een) => een.kenmerk === rij.kenmerk)) zaak.vorderingen.push({ ...rij, ontvangen: 0, afgeboekt: 0, isGeraakt: false })
    const som = zaak.vorderingen.reduce((totaal, { open }) => totaal + open, 0)
    this.klopt(som === zaak.dossier.geld.debiteuren, `open vorderingen van dossier ${String(zaak.dossier.nr)} zijn ${String(som)}, het model heeft ${String(zaak.dossier.geld.debiteuren)}`)
  }

  private async batch(): Promise<void> {
    const erin = this.zaken.filter(({ stand }) => stand !== 'ingetrokken').flatMap(({ facturen }) => facturen.filter(({ stand, bedrag }) => stand === 'gematcht' && bedrag > 0))
    const uitkomst = await stelBatchSamen(SYSTEEM)
    this.klopt(uitkomst.ok === erin.length + this.teruggaven > 0, `in de batch horen ${String(erin.length)} facturen en ${String(this.teruggaven)} teruggaven: ${JSON.stringify(uitkomst)}`)
    this.teruggaven = 0
    if (!uitkomst.ok) this.weiger('niets te betalen')
    for (const factuur of erin) factuur.stand = 'in-batch'
  }

  private async betaalbestand(): Promise<void> {
    const [batch] = await asOwner<{ id: string; msgId: string }>(`select id, msg_id as "msgId" from betaalbatch where status = 'opgesteld' order by msg_id limit 1`)
    if (batch === undefined) return
    await maakBetaalbestand(batch.id)
    const [, twee, drie] = this.wereld.financieel
    for (const medewerker of [twee, twee, drie]) await keurBatchGoed(medewerker, batch)
    const wat = await asOwner<{ id: string }>(`select factuur_id as id from betaling where batch_id = $1 and status = 'onderweg' and factuur_id is not null`, [batch.id])
    await Promise.all([maakBetaalbestand(batch.id), maakBetaalbestand(batch.id)])
    for (const { id } of wat) this.metFactuur(id, 'in-batch', (zaak, factuur) => {
      factuur.stand = 'onderweg'
      this.verplaats(zaak, 'crediteuren', 'betaald', factuur.bedrag, 'betaal')
      if (zaak.stand === 'vastgesteld') zaak.laat += 1
    })
  }

  private metFactuur(id: string, stand: Factuur['stand'], doe: (zaak: Zaak, factuur: Factuur) => void): void {
    const zaak = this.zaken.find(({ facturen }) => facturen.some((factuur) => factuur.id === id))
    const factuur = zaak?.facturen.find((een) => een.id === id)
    if (zaak === undefined || factuur?.stand !== stand) return this.faal(`factuur ${factuur?.nummer ?? id} hoort ${stand} te zijn, en is ${factuur?.stand ?? 'onbekend'}`)
    doe(zaak, factuur)
  }

  private async lees(boekingen: readonly (Boeking & { cent: number })[]): Promise<void> {
    const euro = (bedrag: number) => `${bedrag < 0 ? '-' : ''}${String(Math.trunc(Math.abs(bedrag) / 100))}.${String(Math.abs(bedrag) % 100).padStart(2, '0')}`
    const eind = this.saldo + boekingen.reduce((som, een) => som + een.cent, 0)
    const inhoud = aAfschrift({ kenmerk: `A${String(this.afschrift += 1)}`, nummer: this.afschrift, begin: euro(this.saldo), eind: euro(eind), boekingen: boekingen.map((een) => ({ ...een, bedrag: euro(Math.abs(een.cent)) })) })
    this.saldo = eind
    const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'a.xml', inhoud })
    if (!ontvangen.ok) return this.faal(`het afschrift is ontvangen: ${ontvangen.redenen.join()}`)
    await Promise.all([verwerkBankbericht(ontvangen.value.berichtId), verwerkBankbericht(ontvangen.value.berichtId)])
    this.klopt(!(await ontvangBankbericht(SYSTEEM, { naam: 'a.xml', inhoud })).ok, 'hetzelfde afschrift komt er geen twee keer in')
    this.weiger('afschrift twee keer')
    const [rij] = await asOwner<{ toestand: string; reden: string | null }>('select toestand, reden from bankbericht where id = $1', [ontvangen.value.berichtId])
    this.klopt(rij?.toestand === 'verwerkt', `het afschrift is verwerkt: ${rij?.reden ?? ''}`)
  }

  /** The bank confirms some payments, and sends some back, whatever became of them meanwhile. */
  private async bank(): Promise<void> {
    const wat = (await asOwner<{ id: string | null; betaling: string; endToEndId: string; cent: number; status: string }>(
      `select b.factuur_id as id, b.id as betaling, b.end_to_end_id as "endToEndId", b.bedrag_cent as cent, b.status from betaling b join betaalbatch h on h.id = b.batch_id where h.vrijgegeven_op is not null and b.status in ('onderweg', 'uitgevoerd') order by b.end_to_end_id`))
      .filter(({ id, status }) => this.toeval.kans(50) && (id !== null || status === 'onderweg')).slice(0, 12)
    const terug: Retour[] = []
    const boekingen = wat.flatMap(({ id, betaling, endToEndId, cent: bedrag, status }): (Boeking & { cent: number })[] => {
      if (status === 'onderweg') {
        if (id !== null) this.metFactuur(id, 'onderweg', (_, factuur) => { factuur.stand = 'uitgevoerd' })
        return [{ bedrag: '', cent: -bedrag, richting: 'DBIT', endToEndId }]
      }
      if (id === null || !this.toeval.kans(25)) return []
      terug.push({ betaling, factuurId: id })
      return [{ bedrag: '', cent: bedrag, richting: 'CRDT', endToEndId, retour: 'AC04' }]
    })
    if (boekingen.length === 0) return
    await this.lees(boekingen)
    await this.verwerkRetouren(terug)
    await this.rondIngetrokkenAf()
  }

  /** The bank refuses a payment that is under way (pain.002). */
  private async weigering(): Promise<void> {
    const wat = await asOwner<Retour & { endToEndId: string; msgId: string }>(
      `select b.factuur_id as "factuurId", b.id as betaling, b.end_to_end_id as "endToEndId", h.msg_id as "msgId" from betaling b join betaalbatch h on h.id = b.batch_id where h.vrijgegeven_op is not null and b.status = 'onderweg' and b.factuur_id is not null order by b.end_to_end_id`)
    const betaling = this.toeval.een(wat)
    if (betaling === undefined) return
    const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 's.xml', inhoud: Buffer.concat([aStatusbericht({ msgId: betaling.msgId, regels: [{ endToEndId: betaling.endToEndId, status: 'RJCT', code: 'AC04' }] }), Buffer.from('\n')]) })
    if (!ontvangen.ok) return this.faal(`het bericht van de bank is ontvangen: ${ontvangen.redenen.join()}`)
    await verwerkBankbericht(ontvangen.value.berichtId)
    await this.verwerkRetouren([betaling])
    await this.rondIngetrokkenAf()
  }

  /** What follows from payments that came back, in the order in which they are booked: by their id. */
  private async verwerkRetouren(retouren: readonly Retour[]): Promise<void> {
    for (const { factuurId } of retouren.toSorted((een, ander) => (een.betaling < ander.betaling ? -1 : 1))) {
      const zaak = this.zaken.find(({ facturen }) => facturen.some(({ id }) => id === factuurId))
      const factuur = zaak?.facturen.find(({ id }) => id === factuurId)
      if (zaak === undefined || factuur === undefined) return this.faal(`factuur ${factuurId} is niet van een dossier`)
      for (const _keer of [1, 2]) await boekRetouren(zaak.aanvraagId)
      this.voorspelRetour(zaak, factuur)
    }
  }

  private voorspelRetour(zaak: Zaak, factuur: Factuur): void {
    const { geld } = zaak.dossier
    const bedrag = factuur.bedrag
    const wie = ({ van, isCreditnota }: Vordering) => (van === factuur.id ? (isCreditnota ? 0 : 1) : van === null ? 2 : 3)
    const geraakt = zaak.vorderingen.filter((een) => wie(een) < 3).toSorted((a, b) => wie(a) - wie(b) || (a.kenmerk < b.kenmerk ? 1 : -1))
    let [rest, ontvangen, afgeboekt, gecrediteerd, anders] = [bedrag, 0, 0, 0, 0]
    for (const vordering of geraakt) {
      const open = Math.min(rest, vordering.open)
      const terug = Math.min(rest - open, vordering.ontvangen)
      const weg = Math.min(rest - open - terug, vordering.afgeboekt)
      rest -= open + terug + weg
      this.verplaats(zaak, 'oninbaar', 'debiteuren', weg, 'herstel-vordering')
      this.verplaats(zaak, 'debiteuren', 'betaald', weg, 'trek-vordering-in')
      this.verplaats(zaak, 'debiteuren', 'betaald', open, 'trek-vordering-in')
      Object.assign(vordering, { open: vordering.open - open, ontvangen: vordering.ontvangen - terug, afgeboekt: vordering.afgeboekt - weg, isGeraakt: vordering.isGeraakt || open + terug > 0 })
      if (terug > 0 && vordering.van !== null) this.teruggaven += 1
      ontvangen += terug
      afgeboekt += weg
      if (vordering.isCreditnota) gecrediteerd += open + terug + weg
      else anders += open + terug + weg
    }
    for (const soort of [zaak.stand, ...(rest < bedrag ? [`${zaak.stand}, gevorderd`] : []), ...(gecrediteerd > 0 ? ['creditnota'] : []), ...(ontvangen > 0 ? ['al ontvangen'] : []), ...(afgeboekt > 0 ? ['afgeboekt'] : [])]) {
      this.retouren[soort] = (this.retouren[soort] ?? 0) + 1
    }
    if (zaak.stand === 'ingetrokken') anders = bedrag - gecrediteerd
    const uitBetaald = Math.min(geld.betaald, bedrag - ontvangen)
    this.verplaats(zaak, 'betaald', 'crediteuren', uitBetaald, 'boek-betaling-terug')
    this.verplaats(zaak, 'vastgesteld', 'crediteuren', bedrag - ontvangen - uitBetaald, 'boek-afgerekend-terug')
    if (ontvangen > 0) {
      geld.crediteuren += ontvangen
      zaak.dossier.verwacht.push({ soort: 'betaal-ontvangst-terug', oorzaak: '', oorzaakId: '', bedrag: ontvangen, stap: this.teller })
    }
    this.verplaats(zaak, 'crediteuren', 'verplicht', anders > 0 ? bedrag : gecrediteerd, 'trek-factuur-terug')
    this.verplaats(zaak, 'verplicht', 'vrij', gecrediteerd + anders, 'laat-verplichting-vervallen')
    zaak.bedrag -= gecrediteerd + anders
    Object.assign(factuur, { bedrag: bedrag - gecrediteerd, terug: factuur.terug - gecrediteerd, stand: anders > 0 || gecrediteerd === bedrag ? 'weg' : 'teruggekomen' })
  }

  /** What was paid after its vaststelling is settled by the loop; the second time it finds nothing. */
  private async rekenAf(): Promise<void> {
    await rekenVoorschottenAf()
    for (const zaak of this.zaken.filter(({ stand, laat, dossier }) => stand === 'vastgesteld' && laat > 0 && dossier.geld.betaald > 0)) {
      zaak.laat -= 1
      this.verplaats(zaak, 'betaald', 'vastgesteld', zaak.dossier.geld.betaald, 'reken-voorschot-af')
    }
    await rekenVoorschottenAf()
  }

  private async betaalOpnieuw(): Promise<void> {
    const [vraag] = await asOwner<{ id: string; factuurId: string }>(
      `select v.id, b.factuur_id as "factuurId" from bankvraag v join betaling b on b.id = v.betaling_id where v.toestand = 'open' and v.soort in ('teruggekomen', 'afgewezen') order by v.id limit 1`)
    if (vraag === undefined) return
    const zaak = this.zaken.find(({ facturen }) => facturen.some(({ id }) => id === vraag.factuurId))
    const factuur = zaak?.facturen.find(({ id }) => id === vraag.factuurId)
    const kan = factuur?.stand === 'teruggekomen'
    const uitkomst = await handelVraagAf(this.wereld.financieel[0], { vraagId: vraag.id, toelichting: 'De rekening is nagekeken.', opnieuw: kan ? 'ja' : 'nee' })
    this.klopt(uitkomst.ok, `de vraag over ${factuur?.nummer ?? ''} is afgehandeld: ${JSON.stringify(uitkomst)}`)
    if (kan) factuur.stand = 'gematcht'
  }

  private async trekIn(): Promise<void> {
    const zaak = this.een(({ stand, order }) => stand === 'verleend' && order !== '')
    if (zaak === undefined) return
    await plant(`update aanvraag set status = 'ingetrokken' where id = $1`, [zaak.aanvraagId])
    zaak.stand = 'ingetrokken'
    await this.rondIngetrokkenAf(zaak)
  }

  /** What is not in a file falls free, what the bank paid must come back, and what is on its way is waited for. */
  private async rondIngetrokkenAf(alleen?: Zaak): Promise<void> {
    for (const zaak of this.zaken.filter((een) => een.stand === 'ingetrokken' && (alleen === undefined || een === alleen))) {
      const { verplicht, crediteuren, betaald } = zaak.dossier.geld
      if (verplicht + crediteuren + betaald === 0) continue
      await laatVerplichtingVervallen(zaak.aanvraagId)
      for (const factuur of zaak.facturen.filter(({ id, stand, bedrag, terug }) => stand === 'uitgevoerd' && bedrag > terug && !zaak.vorderingen.some(({ van, isCreditnota }) => van === id && !isCreditnota))) {
        this.verplaats(zaak, 'betaald', 'debiteuren', factuur.bedrag - factuur.terug, 'vorder-terug')
      }
      for (const factuur of zaak.facturen.filter(({ stand }) => stand === 'gematcht' || stand === 'in-batch' || stand === 'teruggekomen')) {
        this.verplaats(zaak, 'crediteuren', 'verplicht', factuur.bedrag, 'trek-factuur-terug')
        factuur.stand = 'weg'
      }
      this.verplaats(zaak, 'verplicht', 'vrij', zaak.dossier.geld.verplicht, 'laat-verplichting-vervallen')
      await this.leesVorderingen(zaak)
    }
  }

  private async stelVast(): Promise<void> {
    const zaak = this.een(({ stand, order, dossier }) => stand === 'verleend' && order !== '' && dossier.geld.crediteuren === 0 && dossier.geld.debiteuren === 0 && dossier.geld.betaald > 0 && dossier.geld.betaald === this.bedragVan(dossier))
    if (zaak === undefined) return
    const input = { kenmerk: zaak.kenmerk, grond: 'afgerond' as const, motivering: 'De deelnemer heeft alles gevolgd.' }
    this.klopt(!(await stelVastAlsBehandelaar(this.wereld.behandelaar, { ...input, bedrag: cent(zaak.bedrag + 1) })).ok, 'nooit meer dan de opdracht')
    this.weiger('vaststelling een cent te hoog')
    const uitkomst = await stelVastAlsBehandelaar(this.wereld.behandelaar, { ...input, bedrag: cent(zaak.bedrag) })
    this.klopt(uitkomst.ok, `vaststelling van dossier ${String(zaak.dossier.nr)}: ${JSON.stringify(uitkomst)}`)
    this.verplaats(zaak, 'betaald', 'vastgesteld', zaak.dossier.geld.betaald, 'reken-voorschot-af')
    zaak.stand = 'vastgesteld'
  }

  private bedragVan({ nr }: Dossier): number { return this.zaken[nr]?.bedrag ?? 0 }

  /** Lower or zero (Awb 4:46 lid 2): after the burger and the opleider were heard. */
  private async stelLagerVast(): Promise<void> {
    const zaak = this.een(({ stand, dossier, facturen }) => stand === 'verleend' && dossier.geld.betaald > 0 && dossier.geld.debiteuren === 0 && dossier.geld.betaald === this.bedragVan(dossier)
      && facturen.every((factuur) => factuur.stand === 'uitgevoerd' || factuur.stand === 'weg'))
    if (zaak === undefined) return
    const { betaald } = zaak.dossier.geld
    const bedrag = this.toeval.kans(40) ? 0 : this.toeval.onder(betaald)
    const tekst = `${String(Math.trunc(bedrag / 100))},${String(bedrag % 100).padStart(2, '0')}`
    const voornemenId = await neemVoor(this.wereld.behandelaar, zaak, { bedrag: tekst })
    this.klopt(!(await beslis(this.wereld.behandelaar, zaak, voornemenId)).ok, 'eerst horen, dan beslissen (Awb 4:8)')
    this.weiger('besluit voor de reactie')
    await reageer(this.wereld.behandelaar, zaak, voornemenId)
    const uitkomst = await beslis(this.wereld.behandelaar, zaak, voornemenId)
    this.klopt(uitkomst.ok, `lagere vaststelling van dossier ${String(zaak.dossier.nr)} op ${tekst}: ${JSON.stringify(uitkomst)}`)
    this.verplaats(zaak, 'betaald', 'debiteuren', betaald - bedrag, 'vorder-terug')
    this.verplaats(zaak, 'betaald', 'vastgesteld', bedrag, 'reken-voorschot-af')
    zaak.stand = 'vastgesteld'
    await this.leesVorderingen(zaak)
  }

  private openVordering(): { zaak: Zaak; vordering: Vordering } | undefined {
    const zaak = this.een(({ vorderingen }) => vorderingen.some(({ open }) => open > 0))
    const vordering = this.toeval.een(zaak?.vorderingen.filter(({ open }) => open > 0) ?? [])
    return zaak === undefined || vordering === undefined ? undefined : { zaak, vordering }
  }

  private async ontvang(): Promise<void> {
    const gevonden = this.openVordering()
    if (gevonden === undefined) return
    const { zaak, vordering } = gevonden
    const bedrag = this.toeval.bedrag(vordering.open)
    await this.lees([{ bedrag: '', cent: bedrag, richting: 'CRDT', omschrijving: `Betaling ${vordering.kenmerk}` }])
    Object.assign(vordering, { open: vordering.open - bedrag, ontvangen: vordering.ontvangen + bedrag, isGeraakt: true })
    this.verplaats(zaak, 'debiteuren', 'vrij', bedrag, 'ontvang-terug')
  }

  private async boekAf(): Promise<void> {
    const gevonden = this.openVordering()
    if (gevonden === undefined) return
    const { zaak, vordering: { kenmerk } , vordering } = gevonden
    const [een, twee] = this.wereld.financieel
    const bedrag = this.toeval.bedrag(vordering.open)
    this.klopt(!(await boekAf(een, { kenmerk, soort: 'oninbaar', bedrag: cent(vordering.open + 1), reden: 'Er is niets te halen.' })).ok, 'er wordt nooit meer afgeboekt dan open staat')
    this.weiger('afboeking te hoog')
    const uitkomst = await boekAf(een, { kenmerk, soort: 'oninbaar', bedrag: cent(bedrag), reden: 'Er is niets te halen.' })
    const isAlleen = bedrag + (vordering.alleen ?? 0) <= 10_000
    this.klopt(uitkomst.ok && uitkomst.value.isVerleend === isAlleen, `samen tot het mandaat van € 100 beslist een mens alleen: ${String(bedrag)} ${JSON.stringify(uitkomst)}`)
    if (isAlleen) vordering.alleen = bedrag + (vordering.alleen ?? 0)
    else {
      this.klopt(!(await beslisAfboeking(een, { kenmerk, besluit: 'verleen' })).ok, 'niemand beslist over het eigen voorstel')
      this.weiger('eigen voorstel')
      const besluit = await beslisAfboeking(twee, { kenmerk, besluit: 'verleen' })
      this.klopt(besluit.ok, `een tweede beslist: ${JSON.stringify(besluit)}`)
    }
    Object.assign(vordering, { open: vordering.open - bedrag, afgeboekt: vordering.afgeboekt + bedrag, isGeraakt: true })
    this.verplaats(zaak, 'debiteuren', 'oninbaar', bedrag, 'scheld-kwijt')
  }

  private async vorderingWeg(): Promise<void> {
    const zaak = this.een(({ stand, vorderingen }) => stand === 'verleend' && vorderingen.some(({ open, isGeraakt }) => open > 0 && !isGeraakt))
    const vordering = zaak?.vorderingen.find(({ open, isGeraakt }) => open > 0 && !isGeraakt)
    if (zaak === undefined || vordering === undefined) return
    const uitkomst = await trekVorderingIn(this.wereld.financieel[0], { kenmerk: vordering.kenmerk, wordt: cent(0), reden: 'De vordering was onterecht.' })
    this.klopt(uitkomst.ok, `intrekken van ${vordering.kenmerk}: ${JSON.stringify(uitkomst)}`)
    this.verplaats(zaak, 'debiteuren', 'betaald', vordering.open, 'trek-vordering-in')
    Object.assign(vordering, { open: 0, isGeraakt: true })
  }
}
