import { randomUUID } from 'node:crypto'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { verlegVerplichting } from '@/lib/betaling/use-cases/verleg-verplichting'
import { inTransaction } from '@/lib/platform/db'
import { eenFactuur } from '@/tests/builders/factuur'
import { Basis, type Factuur, type Vordering, type Zaak } from '@/tests/model/keten-basis'
import { eindeVanTermijn } from '@/tests/model/recht'
import { asOwner, plant } from '@/tests/setup/db'

/** Orders, invoices, corrections and credit notes. */
export class Facturen extends Basis {
  protected async opdracht(): Promise<boolean> {
    const zaak = this.een(({ dossier }) => dossier.geld.gereserveerd > 0)
    if (zaak === undefined) return false
    // The job may run twice at once.
    await Promise.all(Array.from({ length: this.toeval.kans(25) ? 2 : 1 }, () => maakVerplichting(zaak.aanvraagId)))
    zaak.order = (await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [zaak.aanvraagId]))[0]?.ordernummer ?? ''
    this.verplaats(zaak, 'gereserveerd', 'verplicht', zaak.bedrag, 'ga-verplichting-aan')
    return true
  }

  /** The burger switched to a cheaper scholing of the same opleider. */
  protected async lagereOpdracht(): Promise<boolean> {
    const zaak = this.een(({ stand, order, facturen, bedrag }) => stand === 'verleend' && order !== '' && facturen.length === 0 && bedrag > 1)
    if (zaak === undefined) return false
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
    return true
  }

  private stuur(zaak: Zaak, bedrag: number, nummer: string, correctieOp?: string) {
    const verwijzing = correctieOp === undefined ? {} : { soort: 'correctie' as const, verwijstNaar: correctieOp }
    return ontvangFactuur(this.wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: zaak.order, nummer, bedragInclusief: cent(bedrag), datum: this.dag, ...verwijzing })) })
  }

  private nieuweFactuur(zaak: Zaak, id: string, nummer: string, bedrag: number): void {
    this.verplaats(zaak, 'verplicht', 'crediteuren', bedrag, 'boek-factuur')
    zaak.facturen.push({ id, nummer, bedrag, terug: 0, ontvangenOp: this.dag, stand: 'gematcht', eersteDag: null, renten: [], renteTot: null })
  }

  protected async factuur(): Promise<boolean> {
    const zaak = this.een(({ stand, dossier }) => stand !== 'ingetrokken' && dossier.geld.verplicht > 0)
    if (zaak === undefined) return false
    const [bedrag, nummer] = [this.toeval.bedrag(zaak.dossier.geld.verplicht), `F${String(this.teller += 1)}`]
    const uitkomst = await this.stuur(zaak, bedrag, nummer)
    if (!uitkomst.ok || !uitkomst.value.isGematcht) return this.faal(`factuur van ${String(bedrag)} op ${zaak.order} past: ${JSON.stringify(uitkomst)}`)
    this.nieuweFactuur(zaak, uitkomst.value.factuurId, nummer, bedrag)
    if (!this.toeval.kans(25)) return true
    const nogEens = await this.stuur(zaak, bedrag, nummer)
    this.klopt(nogEens.ok && !nogEens.value.isGematcht, 'hetzelfde nummer komt er geen twee keer in')
    this.weiger('factuurnummer twee keer')
    return true
  }

  protected async verkeerdeFactuur(): Promise<boolean> {
    const zaak = this.een(({ order }) => order !== '')
    if (zaak === undefined) return false
    const uitkomst = await this.stuur(zaak, zaak.dossier.geld.verplicht + 1, `X${String(this.teller += 1)}`)
    this.klopt(uitkomst.ok && !uitkomst.value.isGematcht, `een cent te veel op ${zaak.order} past niet`)
    this.weiger('factuur een cent te hoog')
    return true
  }

  /** A 384 comes in the place of an invoice of which the money did not leave; of one that is at the bank or paid it is refused. */
  protected async correctie(): Promise<boolean> {
    const zaak = this.een(({ stand, facturen, dossier }) => stand !== 'ingetrokken' && facturen.some((factuur) => isVervangbaar(factuur) || (factuur.stand === 'uitgevoerd' && dossier.geld.verplicht > 0)))
    const factuur = zaak === undefined ? undefined : this.toeval.een(zaak.facturen.filter((een) => isVervangbaar(een) || (een.stand === 'uitgevoerd' && zaak.dossier.geld.verplicht > 0)))
    if (zaak === undefined || factuur === undefined) return false
    const nummer = `K${String(this.teller += 1)}`
    // What a credit note once claimed of it is not claimed again, also when that claim fell.
    const hoogste = zaak.dossier.geld.verplicht + (isVervangbaar(factuur) ? factuur.bedrag - factuur.terug : 0)
    const bedrag = this.toeval.kans(15) ? hoogste + 1 : this.toeval.bedrag(hoogste)
    const uitkomst = await this.stuur(zaak, bedrag, nummer, factuur.nummer)
    if (!uitkomst.ok) return this.faal('een correctie wordt altijd bewaard')
    const past = isVervangbaar(factuur) && bedrag <= hoogste
    this.klopt(uitkomst.value.isGematcht === past, `correctie van ${String(bedrag)} (hoogstens ${String(hoogste)}) op ${factuur.nummer} (${factuur.stand}): ${JSON.stringify(uitkomst)}`)
    if (!past) {
      this.weiger(isVervangbaar(factuur) ? 'correctie een cent te hoog' : 'correctie van wat is betaald')
      return true
    }
    this.uitBatch(factuur)
    this.trekRenteIn(zaak, factuur)
    this.verplaats(zaak, 'crediteuren', 'verplicht', factuur.bedrag, 'trek-factuur-terug')
    factuur.stand = 'vervangen'
    this.nieuweFactuur(zaak, uitkomst.value.factuurId, nummer, bedrag)
    return true
  }

  protected async creditnota(): Promise<boolean> {
    const kan = (zaak: Zaak) => zaak.facturen.filter((een) => isVervangbaar(een) || (een.stand === 'uitgevoerd' && een.bedrag - een.terug > 0 && zaak.dossier.geld.betaald >= een.bedrag - een.terug))
    const zaak = this.een((een) => een.stand !== 'ingetrokken' && kan(een).length > 0)
    const factuur = zaak === undefined ? undefined : this.toeval.een(kan(zaak))
    if (zaak === undefined || factuur === undefined) return false
    const hoogste = factuur.bedrag - factuur.terug
    const bedrag = this.toeval.bedrag(hoogste)
    if (this.toeval.kans(30)) {
      const teHoog = await maakCreditnota(this.wereld.opleider, { factuurId: factuur.id, nummer: `C${String(this.teller += 1)}`, bedrag: cent(hoogste + 1) })
      this.klopt(!teHoog.ok, 'een creditnota is nooit hoger dan wat er nog van de factuur staat')
      this.weiger('creditnota te hoog')
    }
    const uitkomst = await maakCreditnota(this.wereld.opleider, { factuurId: factuur.id, nummer: `C${String(this.teller += 1)}`, bedrag: cent(bedrag) })
    if (!uitkomst.ok || !uitkomst.value.isGematcht) return this.faal(`creditnota van ${String(bedrag)} op ${factuur.nummer} (${factuur.stand}): ${JSON.stringify(uitkomst)}`)
    if (factuur.stand === 'uitgevoerd') {
      factuur.terug += bedrag
      this.verplaats(zaak, 'betaald', 'debiteuren', bedrag, 'vorder-terug')
      await this.leesVorderingen(zaak)
      return true
    }
    this.uitBatch(factuur)
    if (bedrag === factuur.bedrag) this.trekRenteIn(zaak, factuur)
    factuur.stand = bedrag === factuur.bedrag ? 'gecrediteerd' : factuur.stand === 'in-batch' ? 'gematcht' : factuur.stand
    factuur.bedrag -= bedrag
    this.verplaats(zaak, 'crediteuren', 'verplicht', bedrag, 'trek-factuur-terug')
    return true
  }

  /** New claims by their betalingskenmerk; together they are what the model says must come back. */
  protected async leesVorderingen(zaak: Zaak): Promise<void> {
    const rijen = await asOwner<Pick<Vordering, 'kenmerk' | 'open' | 'kosten' | 'van' | 'isCreditnota' | 'vanBurger'> & { vervalt: string }>(`
      select v.kenmerk, v.open_cent as open, v.open_kosten_cent as kosten, coalesce(c.verwijst_naar, v.factuur_id) as van, c.id is not null as "isCreditnota", v.schuldenaar_burger_id is not null as "vanBurger", v.vervalt_op::text as vervalt
      from vordering v left join factuur c on c.id = v.factuur_id and v.grond = 'creditnota' where v.aanvraag_id = $1 order by v.kenmerk`, [zaak.aanvraagId])
    for (const { vervalt, ...rij } of rijen.filter(({ kenmerk }) => !zaak.vorderingen.some((een) => een.kenmerk === kenmerk))) {
      this.klopt(vervalt === this.vervaldag(), `vordering ${rij.kenmerk} moet op ${this.vervaldag()} zijn betaald, en niet op ${vervalt}`)
      zaak.vorderingen.push({
        ...rij, bedrag: rij.open, ontvangen: 0, afgeboekt: 0, ingetrokken: 0, isGeraakt: false, vervaltOp: plainDate(vervalt), aangemaandOp: null, uitstelTot: null, renteVastgesteldOp: null, status: 'lopend',
        mutaties: [{ dag: this.dag, hoofdsom: rij.open }], ontvangsten: [], teruggegeven: { hoofdsom: 0, kosten: 0 }, regelingen: [],
      })
    }
    const som = zaak.vorderingen.reduce((totaal, { open }) => totaal + open, 0)
    this.klopt(som === zaak.dossier.geld.debiteuren, `open vorderingen van dossier ${String(zaak.dossier.nr)} zijn ${String(som)}, het model heeft ${String(zaak.dossier.geld.debiteuren)}`)
  }

  /** Awb 4:87: six weeks. */
  private vervaldag(): string { return eindeVanTermijn(this.dag, 6) }
}

const isVervangbaar = ({ stand, bedrag, terug }: Factuur) => bedrag > terug && (stand === 'gematcht' || stand === 'in-batch' || stand === 'teruggekomen')
