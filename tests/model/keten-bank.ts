import { SYSTEEM } from '@/lib/base/actor'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { boekRetouren } from '@/lib/betaling/use-cases/boek-retouren'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { rekenVoorschottenAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { aAfschrift, aStatusbericht, type Boeking } from '@/tests/builders/bank'
import type { Factuur, Rente, Vordering, Zaak } from '@/tests/model/keten-basis'
import { Facturen } from '@/tests/model/keten-facturen'
import { eindeVanTermijn, plusDagen, uitvoeringsdag, wettelijkeRente } from '@/tests/model/recht'
import { asOwner, plant } from '@/tests/setup/db'

type Betaald = { betaling: string; factuurId: string | null; renteId: string | null; endToEndId: string; msgId: string; cent: number; status: string }

/** Less than this is not paid to whom we were late with (Awb 4:98 lid 2). */
const LAAGSTE_RENTE = 1_000

const BETALINGEN = `select b.id as betaling, b.factuur_id as "factuurId", b.rente_id as "renteId", b.end_to_end_id as "endToEndId", h.msg_id as "msgId", b.bedrag_cent as cent, b.status
  from betaling b join betaalbatch h on h.id = b.batch_id where h.vrijgegeven_op is not null and b.status in ('onderweg', 'uitgevoerd') order by b.end_to_end_id`

/** Batches, payment files, and what the bank says of them. */
export class Bank extends Facturen {
  private saldo = 100_000_000
  private afschrift = 0

  protected async batch(): Promise<boolean> {
    const vrij = this.zaken.filter((zaak) => !this.isOpgeschort(zaak))
    const facturen = vrij.filter(({ stand }) => stand !== 'ingetrokken').flatMap((zaak) => zaak.facturen.filter(({ stand }) => stand === 'gematcht'))
    for (const zaak of this.zaken) for (const factuur of zaak.facturen) this.legRenteVast(zaak, factuur, facturen.includes(factuur))
    const renten = vrij.flatMap((zaak) => zaak.facturen.filter((factuur) => facturen.includes(factuur) || ['onderweg', 'uitgevoerd', 'afgekeurd'].includes(factuur.stand)).flatMap((factuur) => factuur.renten.filter(({ stand }) => stand === 'te-betalen')))
    const terug = this.terugbetalingen.filter(({ stand, vanBurger }) => stand === 'open' && !vanBurger)
    const uitkomst = await stelBatchSamen(SYSTEEM)
    this.klopt(uitkomst.ok === facturen.length + renten.length + terug.length > 0, `in de batch horen ${String(facturen.length)} facturen, ${String(renten.length)} keer rente en ${String(terug.length)} teruggaven: ${JSON.stringify(uitkomst)}`)
    if (!uitkomst.ok) {
      this.weiger('niets te betalen')
      return true
    }
    for (const een of [...facturen, ...renten, ...terug]) een.stand = 'in-batch'
    const [rij] = await asOwner<{ id: string; aantal: number }>('select id, aantal from betaalbatch where msg_id = $1', [uitkomst.value.msgId])
    this.klopt(rij?.aantal === facturen.length + renten.length + terug.length, `in batch ${uitkomst.value.msgId} horen ${String(facturen.length)} facturen, ${String(renten.length)} keer rente en ${String(terug.length)} teruggaven, samen niet ${String(rij?.aantal)}`)
    this.batches.push({ id: rij?.id ?? '', msgId: uitkomst.value.msgId, facturen, renten, terug })
    return true
  }

  /** Awb 4:97-4:99: what we pay later than six weeks after it came, costs us interest up to the day on which it is carried out. */
  private legRenteVast(zaak: Zaak, factuur: Factuur, isNu: boolean): void {
    const { ontvangenOp, stand, eersteDag, renteTot, renten, bedrag } = factuur
    const laatsteDag = plusDagen(ontvangenOp, 42)
    if (this.dag <= laatsteDag) return
    const isBetaald = stand === 'onderweg' || stand === 'uitgevoerd'
    const isGeteld = eersteDag !== null && renteTot !== null && renteTot >= eersteDag
    if (!(isNu && !isGeteld) && !(isBetaald && eersteDag !== null && eersteDag > laatsteDag && !isGeteld)) return
    const tot = eersteDag ?? uitvoeringsdag(this.dag)
    const som = wettelijkeRente(bedrag, plusDagen(eindeVanTermijn(ontvangenOp, 6), 1), tot, (dag) => !this.isOpgeschort(zaak, dag))
    const erbij = som - renten.reduce((totaal, een) => totaal + een.bedrag, 0)
    if (som < LAAGSTE_RENTE || erbij <= 0) return
    factuur.renteTot = tot
    renten.push({ bedrag: erbij, stand: 'te-betalen' })
    this.gebeurd['rente op een factuur'] = (this.gebeurd['rente op een factuur'] ?? 0) + 1
    this.verplaats(zaak, 'rentelast', 'rente-crediteuren', erbij, 'boek-rente')
  }

  protected async betaalbestand(): Promise<boolean> {
    const batch = this.batches[0]
    if (batch === undefined) return false
    if (this.toeval.kans(20)) await maakBetaalbestand(batch.id)
    const [, twee, drie] = this.wereld.financieel
    for (const medewerker of [twee, ...(this.toeval.kans(20) ? [twee] : []), drie]) await keurBatchGoed(medewerker, batch)
    // What was suspended since it was approved does not leave (Awb 4:56), nor the interest on it.
    for (const factuur of batch.facturen.filter((een) => this.isOpgeschort(this.vanWie(een)))) {
      this.uitBatch(factuur)
      factuur.stand = 'gematcht'
    }
    for (const rente of batch.renten.filter((een) => this.isOpgeschort(this.vanRente(een).zaak))) {
      batch.renten.splice(batch.renten.indexOf(rente), 1)
      rente.stand = 'te-betalen'
    }
    await Promise.all(Array.from({ length: this.toeval.kans(25) ? 2 : 1 }, () => maakBetaalbestand(batch.id)))
    this.batches.shift()
    const [rij] = await asOwner<{ aantal: number; cent: number }>(`select count(*)::int as aantal, coalesce(sum(bedrag_cent), 0)::int as cent from betaling where batch_id = $1 and status <> 'vervallen'`, [batch.id])
    const som = [...batch.facturen, ...batch.renten].reduce((totaal, { bedrag }) => totaal + bedrag, batch.terug.reduce((totaal, { hoofdsom, rente, teveel }) => totaal + hoofdsom + rente + teveel, 0))
    this.klopt(rij?.cent === som, `in het bestand van ${batch.msgId} hoort ${String(som)}, en er staat ${String(rij?.cent)}`)
    for (const factuur of batch.facturen) {
      const zaak = this.vanWie(factuur)
      Object.assign(factuur, { stand: 'onderweg', eersteDag: factuur.eersteDag ?? uitvoeringsdag(this.dag) })
      this.verplaats(zaak, 'crediteuren', 'betaald', factuur.bedrag, 'betaal')
      if (zaak.stand === 'vastgesteld') zaak.laat += 1
    }
    for (const rente of batch.renten) {
      rente.stand = 'betaald'
      this.verplaats(this.vanRente(rente).zaak, 'rente-crediteuren', 'rente-betaald', rente.bedrag, 'betaal-rente')
    }
    for (const terug of batch.terug) {
      terug.stand = 'betaald'
      this.verplaats(terug.zaak, 'rente-crediteuren', 'rente-betaald', terug.rente, 'betaal-rente')
      this.verplaats(terug.zaak, 'crediteuren', 'betaald', terug.hoofdsom, 'betaal')
      if (terug.zaak.stand === 'vastgesteld' && terug.hoofdsom > 0) terug.zaak.laat += 1
    }
    return true
  }

  private vanRente(rente: Rente): { zaak: Zaak; factuur: Factuur } {
    for (const zaak of this.zaken) for (const factuur of zaak.facturen) if (factuur.renten.includes(rente)) return { zaak, factuur }
    return this.faal('rente is van een factuur')
  }

  protected async lees(boekingen: readonly (Boeking & { cent: number })[]): Promise<void> {
    const euro = (bedrag: number) => `${bedrag < 0 ? '-' : ''}${String(Math.trunc(Math.abs(bedrag) / 100))}.${String(Math.abs(bedrag) % 100).padStart(2, '0')}`
    const eind = this.saldo + boekingen.reduce((som, een) => som + een.cent, 0)
    const inhoud = aAfschrift({
      kenmerk: `A${String(this.afschrift += 1)}`, nummer: this.afschrift, begin: euro(this.saldo), eind: euro(eind), datum: this.dag,
      boekingen: boekingen.map((een) => ({ ...een, bedrag: euro(Math.abs(een.cent)), datum: this.dag })),
    })
    this.saldo = eind
    const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'a.xml', inhoud })
    if (!ontvangen.ok) return this.faal(`het afschrift is ontvangen: ${ontvangen.redenen.join()}`)
    await Promise.all(Array.from({ length: this.toeval.kans(25) ? 2 : 1 }, () => verwerkBankbericht(ontvangen.value.berichtId)))
    if (this.toeval.kans(25)) {
      this.klopt(!(await ontvangBankbericht(SYSTEEM, { naam: 'a.xml', inhoud })).ok, 'hetzelfde afschrift komt er geen twee keer in')
      this.weiger('afschrift twee keer')
    }
    const [rij] = await asOwner<{ toestand: string; reden: string | null }>('select toestand, reden from bankbericht where id = $1', [ontvangen.value.berichtId])
    this.klopt(rij?.toestand === 'verwerkt', `het afschrift is verwerkt: ${rij?.reden ?? ''}`)
  }

  /** The bank confirms some payments, and sends some back, whatever became of them meanwhile. */
  protected async bank(): Promise<boolean> {
    const wat = (await asOwner<Betaald>(BETALINGEN)).filter(({ factuurId, status }) => this.toeval.kans(50) && (factuurId !== null || status === 'onderweg')).slice(0, 12)
    const terug: Betaald[] = []
    const boekingen = wat.flatMap((een): (Boeking & { cent: number })[] => {
      const { factuurId, renteId, endToEndId, cent, status } = een
      if (status === 'onderweg') {
        if (factuurId !== null && renteId === null) this.metStand(factuurId, 'onderweg').factuur.stand = 'uitgevoerd'
        return [{ bedrag: '', cent: -cent, richting: 'DBIT', endToEndId }]
      }
      if (!this.toeval.kans(25) || !this.magTerug(factuurId, terug)) return []
      terug.push(een)
      return [{ bedrag: '', cent, richting: 'CRDT', endToEndId, retour: 'AC04' }]
    })
    if (boekingen.length === 0) return false
    await this.lees(boekingen)
    await this.verwerkRetouren(terug)
    await this.rondIngetrokkenAf()
    return true
  }

  /**
   * One of an aanvraag at a time, so that a seed gives one history whatever ids the database picks. And not while we owe back what was received
   * on a claim that fell: that the money of the invoice comes back as well then, is not booked by itself but stays with its job (I11).
   */
  private magTerug(factuurId: string | null, terug: readonly Betaald[]): boolean {
    const { zaak } = this.zoekFactuur(factuurId ?? '')
    return !terug.some((een) => this.zoekFactuur(een.factuurId ?? '').zaak === zaak) && !this.terugbetalingen.some((een) => een.zaak === zaak && een.hoofdsom > 0)
  }

  private metStand(id: string, stand: Factuur['stand']): { zaak: Zaak; factuur: Factuur } {
    const gevonden = this.zoekFactuur(id)
    if (gevonden.factuur.stand !== stand) return this.faal(`factuur ${gevonden.factuur.nummer} hoort ${stand} te zijn, en is ${gevonden.factuur.stand}`)
    return gevonden
  }

  /** The bank refuses a payment that is under way (pain.002). */
  protected async weigering(): Promise<boolean> {
    const betaling = this.toeval.een((await asOwner<Betaald>(BETALINGEN)).filter(({ status, factuurId }) => status === 'onderweg' && factuurId !== null && this.magTerug(factuurId, [])))
    if (betaling === undefined) return false
    const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 's.xml', inhoud: Buffer.concat([aStatusbericht({ msgId: betaling.msgId, regels: [{ endToEndId: betaling.endToEndId, status: 'RJCT', code: 'AC04' }] }), Buffer.from('\n')]) })
    if (!ontvangen.ok) return this.faal(`het bericht van de bank is ontvangen: ${ontvangen.redenen.join()}`)
    await verwerkBankbericht(ontvangen.value.berichtId)
    await this.verwerkRetouren([betaling])
    await this.rondIngetrokkenAf()
    return true
  }

  /** What follows from payments that came back, in the order in which they are booked: by their id. */
  private async verwerkRetouren(retouren: readonly Betaald[]): Promise<void> {
    for (const { factuurId, renteId } of retouren.toSorted((een, ander) => (een.betaling < ander.betaling ? -1 : 1))) {
      const { zaak, factuur } = this.zoekFactuur(factuurId ?? '')
      if (renteId !== null) await this.retourVanRente(zaak, factuur, renteId)
      else {
        for (const _keer of this.toeval.kans(25) ? [1, 2] : [1]) await boekRetouren(zaak.aanvraagId)
        this.voorspelRetour(zaak, factuur)
      }
    }
  }

  /** Its interest in the database, in the order in which it was counted, is that of the model. */
  private async renteVan(factuur: Factuur, renteId: string): Promise<Rente> {
    const rijen = await asOwner<{ id: string }>('select id from rente where factuur_id = $1 order by tot_en_met', [factuur.id])
    return factuur.renten[rijen.findIndex(({ id }) => id === renteId)] ?? this.faal(`rente ${renteId} kent het model niet`)
  }

  private async retourVanRente(zaak: Zaak, factuur: Factuur, renteId: string): Promise<void> {
    const rente = await this.renteVan(factuur, renteId)
    this.klopt(rente.stand === 'betaald', `rente die terugkomt, was ${rente.stand}`)
    rente.stand = 'teruggekomen'
    this.verplaats(zaak, 'rente-betaald', 'rente-crediteuren', rente.bedrag, 'keer-rente-terug')
    this.retouren['rente'] = (this.retouren['rente'] ?? 0) + 1
  }

  private voorspelRetour(zaak: Zaak, factuur: Factuur): void {
    const { geld } = zaak.dossier
    const bedrag = factuur.bedrag
    const wie = ({ van, isCreditnota }: Vordering) => (van === factuur.id ? (isCreditnota ? 0 : 1) : van === null ? 2 : 3)
    const geraakt = zaak.vorderingen.filter((een) => wie(een) < 3).toSorted((a, b) => wie(a) - wie(b) || (a.kenmerk < b.kenmerk ? 1 : -1))
    let [rest, ontvangen, afgeboekt, gecrediteerd, anders] = [bedrag, 0, 0, 0, 0]
    for (const vordering of geraakt) {
      const af = Math.min(rest, vordering.open + vordering.ontvangen)
      const weg = Math.min(rest - af, vordering.afgeboekt)
      rest -= af + weg
      this.verplaats(zaak, 'oninbaar', 'debiteuren', weg, 'herstel-vordering')
      this.verplaats(zaak, 'debiteuren', 'betaald', weg, 'trek-vordering-in')
      vordering.afgeboekt -= weg
      vordering.ingetrokken += weg
      if (weg > 0) vordering.mutaties.push({ dag: this.dag, hoofdsom: 0 })
      const terug = af > 0 ? this.verlaag(zaak, vordering, af, true) : 0
      ontvangen += terug
      afgeboekt += weg
      if (vordering.isCreditnota) gecrediteerd += af + weg
      else anders += af + weg
    }
    for (const soort of [zaak.stand, ...(rest < bedrag ? [`${zaak.stand}, gevorderd`] : []), ...(gecrediteerd > 0 ? ['creditnota'] : []), ...(ontvangen > 0 ? ['al ontvangen'] : []), ...(afgeboekt > 0 ? ['afgeboekt'] : [])]) {
      this.retouren[soort] = (this.retouren[soort] ?? 0) + 1
    }
    if (zaak.stand === 'ingetrokken') anders = bedrag - gecrediteerd
    const uitBetaald = Math.min(geld.betaald, bedrag - ontvangen)
    this.verplaats(zaak, 'betaald', 'crediteuren', uitBetaald, 'boek-betaling-terug')
    this.verplaats(zaak, 'vastgesteld', 'crediteuren', bedrag - ontvangen - uitBetaald, 'boek-afgerekend-terug')
    this.verplaats(zaak, 'vrij', 'crediteuren', ontvangen, 'betaal-ontvangst-terug')
    this.verplaats(zaak, 'crediteuren', 'verplicht', anders > 0 ? bedrag : gecrediteerd, 'trek-factuur-terug')
    this.verplaats(zaak, 'verplicht', 'vrij', gecrediteerd + anders, 'laat-verplichting-vervallen')
    zaak.bedrag -= gecrediteerd + anders
    Object.assign(factuur, { bedrag: bedrag - gecrediteerd, terug: factuur.terug - gecrediteerd, stand: anders > 0 ? 'afgekeurd' : gecrediteerd === bedrag ? 'gecrediteerd' : 'teruggekomen' })
    if (factuur.stand === 'gecrediteerd') this.trekRenteIn(zaak, factuur)
  }

  /**
   * A claim becomes so much less: what is open comes off first, then what was received goes back, with statutory interest since it came in
   * (Awb 4:102), the latest receipts first. With all of it go fee and interest. Gives what goes back of the amount itself.
   */
  protected verlaag(zaak: Zaak, vordering: Vordering, af: number, isRetour: boolean, isAlles = af === vordering.open + vordering.ontvangen): number {
    const open = Math.min(af, vordering.open)
    const terug = Math.min(af - open, vordering.ontvangen)
    const kostenAf = isAlles ? vordering.kosten : 0
    const kostenTerug = isAlles ? vordering.ontvangsten.reduce((som, { kosten }) => som + kosten, 0) - vordering.teruggegeven.kosten : 0
    const rente = this.renteOverTerug(vordering, terug + kostenTerug)
    this.verplaats(zaak, 'rente-debiteuren', 'rentebaat', kostenAf, 'scheld-rente-kwijt')
    this.verplaats(zaak, 'debiteuren', 'betaald', open, 'trek-vordering-in')
    this.verplaats(zaak, 'rente-ontvangen', 'rente-crediteuren', kostenTerug, 'betaal-ontvangen-rente-terug')
    this.verplaats(zaak, 'rentelast', 'rente-crediteuren', rente, 'boek-rente')
    if (!isRetour) this.verplaats(zaak, 'vrij', 'crediteuren', terug, 'betaal-ontvangst-terug')
    if (open + kostenAf > 0) vordering.mutaties.push({ dag: this.dag, hoofdsom: -open })
    vordering.ingetrokken += open
    Object.assign(vordering, { open: vordering.open - open, kosten: vordering.kosten - kostenAf, ontvangen: vordering.ontvangen - terug, isGeraakt: true })
    if (isAlles && vordering.status !== 'oninbaar') vordering.status = 'ingetrokken'
    if (vordering.status === 'ingetrokken') for (const regeling of vordering.regelingen) regeling.tot ??= this.dag
    vordering.teruggegeven = { hoofdsom: vordering.teruggegeven.hoofdsom + terug, kosten: vordering.teruggegeven.kosten + kostenTerug }
    if (terug + kostenTerug > 0) this.terugbetalingen.push({ zaak, hoofdsom: isRetour ? 0 : terug, teveel: isRetour ? terug : 0, rente: kostenTerug + rente, stand: 'open', vanBurger: vordering.vanBurger })
    return terug
  }

  private renteOverTerug({ ontvangsten, teruggegeven }: Vordering, terug: number): number {
    let [over, eerder, rente] = [terug, teruggegeven.hoofdsom + teruggegeven.kosten, 0]
    for (const { dag, hoofdsom, kosten } of ontvangsten.toReversed().toSorted((een, ander) => (een.dag < ander.dag ? 1 : een.dag > ander.dag ? -1 : 0))) {
      const deel = Math.min(over, Math.max(0, hoofdsom + kosten - eerder))
      eerder = Math.max(0, eerder - hoofdsom - kosten)
      over -= deel
      rente += wettelijkeRente(deel, dag, plusDagen(this.dag, -1))
    }
    return rente < LAAGSTE_RENTE ? 0 : rente
  }

  /** What was paid after its vaststelling is settled by the loop; the second time it finds nothing. */
  protected async rekenAf(): Promise<boolean> {
    await rekenVoorschottenAf()
    for (const zaak of this.zaken.filter(({ stand, laat, dossier }) => stand === 'vastgesteld' && laat > 0 && dossier.geld.betaald > 0)) {
      zaak.laat -= 1
      this.verplaats(zaak, 'betaald', 'vastgesteld', zaak.dossier.geld.betaald, 'reken-voorschot-af')
    }
    if (this.toeval.kans(25)) await rekenVoorschottenAf()
    return true
  }

  protected async betaalOpnieuw(): Promise<boolean> {
    const [vraag] = await asOwner<{ id: string; factuurId: string; renteId: string | null }>(
      `select v.id, b.factuur_id as "factuurId", b.rente_id as "renteId" from bankvraag v join betaling b on b.id = v.betaling_id where v.toestand = 'open' and v.soort in ('teruggekomen', 'afgewezen') order by b.end_to_end_id limit 1`)
    if (vraag === undefined) return false
    const { factuur } = this.zoekFactuur(vraag.factuurId)
    const rente = vraag.renteId === null ? undefined : await this.renteVan(factuur, vraag.renteId)
    const kan = (rente ?? factuur).stand === 'teruggekomen'
    const uitkomst = await handelVraagAf(this.wereld.financieel[0], { vraagId: vraag.id, toelichting: 'De rekening is nagekeken.', opnieuw: kan ? 'ja' : 'nee' })
    this.klopt(uitkomst.ok, `de vraag over ${factuur.nummer} is afgehandeld: ${JSON.stringify(uitkomst)}`)
    if (kan && rente !== undefined) rente.stand = 'te-betalen'
    else if (kan) factuur.stand = 'gematcht'
    return true
  }

  protected async trekIn(): Promise<boolean> {
    const zaak = this.een(({ stand, order }) => stand === 'verleend' && order !== '')
    if (zaak === undefined) return false
    await plant(`update aanvraag set status = 'ingetrokken' where id = $1`, [zaak.aanvraagId])
    zaak.stand = 'ingetrokken'
    await this.rondIngetrokkenAf(zaak)
    return true
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
        this.uitBatch(factuur)
        this.verplaats(zaak, 'crediteuren', 'verplicht', factuur.bedrag, 'trek-factuur-terug')
        factuur.stand = 'afgekeurd'
      }
      this.verplaats(zaak, 'verplicht', 'vrij', zaak.dossier.geld.verplicht, 'laat-verplichting-vervallen')
      await this.leesVorderingen(zaak)
    }
  }
}
