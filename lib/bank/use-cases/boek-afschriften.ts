import { randomUUID } from 'node:crypto'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { XmlTree } from '@/lib/base/xml-tree'
import type { Afschrift, Mutatie } from '@/lib/bank/model'
import { findAfschrift, findLaatste, findNietAfgeschreven, insertAfschrift, saveMutaties, type MutatieRij } from '@/lib/bank/repo/afschriften'
import { BoekingInDelen } from '@/lib/bank/rules/boeking-in-delen'
import { readAfschrift, readBoeking, type Boekingsdelen } from '@/lib/bank/rules/camt053'
import { boekOpVordering, zieTerugstorting } from '@/lib/bank/use-cases/boek-op-vordering'
import { beoordeelAansluiting, debitsFirst, duidMutatie, herkomstVan, kenmerkenOf, type BekendeBatch, type BekendeBetaling } from '@/lib/bank/rules/duiding'
import { refuse, type Verwerking } from '@/lib/bank/rules/verwerking'
import { leesBatches, leesBetalingen, leesOnderweg } from '@/lib/betaling/use-cases/lees-betaalstand'
import { bevestigBetalingen, boekBetalingenTerug } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import { config } from '@/lib/platform/config'
import type { PoolClient } from '@/lib/platform/db'
import type { XmlDeel } from '@/lib/platform/xml-delen'

/** What stands in a statement before its entries is a handful of elements. */
const MAX_KOP = 1_000

/** Movements that are judged and written together; memory holds no more of them at once. */
const PARTIJ = 5_000

/** Books the statements of a camt.053: each begins where the one before it ended, and its movements add up to the cent. */
export async function boekAfschriften(client: PoolClient, berichtId: string, delen: AsyncIterable<XmlDeel>): Promise<Verwerking> {
  const lezer = new Lezer(client, berichtId)
  for await (const deel of delen) {
    const fout = await lezer.take(deel)
    if (fout !== undefined) return fout
  }
  const { vorderingen, ...uitkomst } = lezer.uitkomst
  return uitkomst.afschriften === 0 ? refuse('leeg-bericht', 0) : { ok: true, uitkomst: { ...uitkomst, ...(vorderingen === 0 ? {} : { vorderingen }) } }
}

/** Follows the file: a statement begins, has a head and entries, and ends. */
class Lezer {
  readonly uitkomst = { afschriften: 0, mutaties: 0, bevestigd: 0, terug: 0, vragen: 0, vorderingen: 0 }
  private readonly client: PoolClient
  private readonly berichtId: string
  private kop: XmlTree[] | undefined
  private stmt: Boekstuk | undefined
  private boeking: BoekingInDelen | undefined

  constructor(client: PoolClient, berichtId: string) {
    this.client = client
    this.berichtId = berichtId
  }

  async take(deel: XmlDeel): Promise<Verwerking | undefined> {
    if (deel.soort === 'begin') {
      if (deel.naam === 'Stmt') this.kop = []
      if (deel.naam === 'Ntry') this.boeking = new BoekingInDelen(deel.regel)
      return undefined
    }
    const kop = this.kop
    if (kop === undefined) return undefined
    if (deel.soort === 'deel') return this.takeElement(kop, deel)
    if (deel.naam === 'Ntry' && this.boeking !== undefined) {
      const boeking = this.boeking
      this.boeking = undefined
      return await this.begun(kop).take(boeking)
    }
    return deel.naam === 'Stmt' ? await this.finish(kop) : undefined
  }

  private takeElement(kop: XmlTree[], { in: houder, element }: { in: string; element: XmlTree }): Verwerking | undefined {
    if (this.boeking !== undefined) return this.boeking.take(houder, element) ? undefined : refuse('te-veel-in-een-boeking', element.regel)
    if (houder === 'Stmt' && this.stmt === undefined) kop.push(element)
    return kop.length > MAX_KOP ? refuse('te-groot-onderdeel', element.regel) : undefined
  }

  private begun(kop: readonly XmlTree[]): Boekstuk {
    this.stmt ??= new Boekstuk(this.client, this.berichtId, kop)
    return this.stmt
  }

  private async finish(kop: readonly XmlTree[]): Promise<Verwerking | undefined> {
    // A day without movements has no entries, and is a statement all the same.
    const stmt = this.begun(kop)
    const fout = await stmt.finish()
    if (fout !== undefined) return fout
    this.uitkomst.afschriften += 1
    for (const naam of ['mutaties', 'bevestigd', 'terug', 'vragen', 'vorderingen'] as const) this.uitkomst[naam] += stmt.telling[naam]
    this.kop = undefined
    this.stmt = undefined
    return undefined
  }
}

/** A balance with the number of the statement that it stands on. */
function toStand(saldo: Cent, volgnummer: number | null | undefined): string {
  return `${formatBedrag(saldo)}${volgnummer == null ? '' : ` (afschrift ${String(volgnummer)})`}`
}

/** One statement while it is being booked. */
class Boekstuk {
  readonly telling = { mutaties: 0, bevestigd: 0, terug: 0, vragen: 0, vorderingen: 0 }
  private readonly id = randomUUID()
  private readonly client: PoolClient
  private readonly berichtId: string
  private readonly kop: readonly XmlTree[]
  private afschrift: Afschrift | undefined
  private plek = 1
  private isAlGeboekt = false
  private som = 0
  private volgnummer = 0
  private partij: Mutatie[] = []

  constructor(client: PoolClient, berichtId: string, kop: readonly XmlTree[]) {
    this.client = client
    this.berichtId = berichtId
    this.kop = kop
  }

  async take(boeking: Boekingsdelen): Promise<Verwerking | undefined> {
    const fout = await this.open()
    if (fout !== undefined || this.isAlGeboekt) return fout
    const gelezen = readBoeking(boeking)
    if (!gelezen.ok) return refuse(gelezen.fout.reden, gelezen.fout.regel, gelezen.fout.gevonden)
    for (const mutatie of gelezen.waarde) {
      this.som += mutatie.bedrag
      this.partij.push(mutatie)
    }
    if (this.partij.length >= PARTIJ) await this.flush()
    return undefined
  }

  async finish(): Promise<Verwerking | undefined> {
    const fout = await this.open()
    if (fout !== undefined || this.isAlGeboekt || this.afschrift === undefined) return fout
    const { begin, eind } = this.afschrift
    if (begin + this.som !== eind) return refuse('telt-niet-op', this.kop[0]?.regel ?? 0, formatBedrag(cent(begin + this.som)), formatBedrag(eind))
    await this.flush()
    await insertAfschrift(this.client, this.berichtId, this.id, { ...this.afschrift, aantal: this.telling.mutaties, plek: this.plek })
    return undefined
  }

  /** Judges the head, before anything is written. */
  private async open(): Promise<Verwerking | undefined> {
    if (this.afschrift !== undefined) return undefined
    const regel = this.kop[0]?.regel ?? 0
    const gelezen = readAfschrift(this.kop, regel)
    if (!gelezen.ok) return refuse(gelezen.fout.reden, gelezen.fout.regel, gelezen.fout.gevonden)
    const afschrift = gelezen.waarde
    if (afschrift.rekening !== config.uwv.iban) return refuse('andere-rekening', regel, afschrift.rekening)
    this.afschrift = afschrift
    const eerder = await findAfschrift(this.client, afschrift)
    if (eerder !== undefined) {
      this.isAlGeboekt = true
      return eerder.begin === afschrift.begin && eerder.eind === afschrift.eind ? undefined : refuse('zelfde-nummer-andere-inhoud', regel, afschrift.kenmerk)
    }
    const laatste = await findLaatste(this.client, afschrift.rekening)
    this.plek = (laatste?.plek ?? 0) + 1
    const aansluiting = beoordeelAansluiting(afschrift, laatste)
    if (aansluiting === 'sluit-aan') return undefined
    const fout = { reden: 'sluit-niet-aan', regel, gevonden: toStand(afschrift.begin, afschrift.volgnummer), verwacht: toStand(cent(laatste?.eind ?? 0), laatste?.volgnummer) } as const
    return { ok: false, toestand: aansluiting === 'te-vroeg' ? 'wacht' : 'geweigerd', fout }
  }

  private async flush(): Promise<void> {
    const partij = debitsFirst(this.partij)
    this.partij = []
    if (partij.length === 0) return
    const betalingen = await this.leesBetalingen(partij)
    const batches = await leesBatches(this.client, partij.flatMap(({ batchkenmerk }) => batchkenmerk ?? []))
    const bevestigd: string[] = []
    const terug: { betalingId: string; naar: 'teruggekomen'; code: string | null }[] = []
    const rijen: MutatieRij[] = []
    for (const mutatie of partij) {
      const betaling = mutatie.endToEndId === null ? undefined : betalingen.get(mutatie.endToEndId)
      const batch = betaling !== undefined || mutatie.batchkenmerk === null ? undefined : batches.get(mutatie.batchkenmerk)
      const { soort, gevolg, vraag } = await this.duid(mutatie, betaling, batch)
      // A second movement in the same lot must see what the first one did.
      if (gevolg === 'bevestig' && betaling !== undefined && mutatie.endToEndId !== null) {
        bevestigd.push(betaling.id)
        betalingen.set(mutatie.endToEndId, { ...betaling, status: 'uitgevoerd' })
      }
      if (gevolg === 'bevestig-batch' && batch !== undefined && mutatie.batchkenmerk !== null) {
        bevestigd.push(...await leesOnderweg(this.client, batch.id))
        batches.set(mutatie.batchkenmerk, { ...batch, onderwegCent: 0, aantalOnderweg: 0 })
      }
      if (gevolg === 'boek-terug' && betaling !== undefined && mutatie.endToEndId !== null) {
        terug.push({ betalingId: betaling.id, naar: 'teruggekomen', code: mutatie.retourcode })
        betalingen.set(mutatie.endToEndId, { ...betaling, status: 'teruggekomen' })
      }
      if (soort === 'betaling' && gevolg === 'niets' && vraag === null && betaling !== undefined && mutatie.endToEndId !== null) betalingen.set(mutatie.endToEndId, { ...betaling, isNietAfgeschreven: false })
      rijen.push({ ...mutatie, soort, vraag, betalingId: betaling?.id ?? null, batchId: batch?.id ?? null })
    }
    await this.legVast({ bevestigd, terug, rijen })
  }

  /** The payments that movements name, with whether a debit was ever seen of one that came back. */
  private async leesBetalingen(partij: readonly Mutatie[]): Promise<Map<string, BekendeBetaling>> {
    const betalingen = await leesBetalingen(this.client, partij.flatMap(({ endToEndId }) => endToEndId ?? []))
    const nietAfgeschreven = await findNietAfgeschreven(this.client, [...betalingen.values()].filter(({ status }) => status === 'teruggekomen').map(({ id }) => id))
    return new Map([...betalingen].map(([endToEndId, betaling]) => [endToEndId, nietAfgeschreven.has(betaling.id) ? { ...betaling, isNietAfgeschreven: true } : betaling]))
  }

  /** What a movement means; one that belongs to a claim is booked on it at once. */
  private async duid(mutatie: Mutatie, betaling: BekendeBetaling | undefined, batch: BekendeBatch | undefined) {
    this.volgnummer += 1
    const isVanBetaling = betaling !== undefined || batch !== undefined
    const kenmerken = kenmerkenOf(mutatie, isVanBetaling)
    const herkomst = this.afschrift === undefined ? '' : herkomstVan(this.afschrift, this.volgnummer)
    if (kenmerken.length === 0) return (isVanBetaling ? undefined : await zieTerugstorting(this.client, mutatie, herkomst)) ?? duidMutatie(mutatie, betaling, batch)
    const duiding = await boekOpVordering(this.client, mutatie, kenmerken, herkomst)
    if (duiding.vraag === null && (duiding.soort === 'vordering' || duiding.soort === 'terugbetaling')) this.telling.vorderingen += 1
    return duiding
  }

  private async legVast({ bevestigd, terug, rijen }: { bevestigd: string[]; terug: { betalingId: string; naar: 'teruggekomen'; code: string | null }[]; rijen: MutatieRij[] }): Promise<void> {
    await bevestigBetalingen(this.client, bevestigd)
    await boekBetalingenTerug(this.client, terug)
    await saveMutaties(this.client, this.berichtId, this.id, rijen)
    this.telling.mutaties += rijen.length
    this.telling.bevestigd += bevestigd.length
    this.telling.terug += terug.length
    this.telling.vragen += rijen.filter(({ vraag }) => vraag !== null).length
  }
}
