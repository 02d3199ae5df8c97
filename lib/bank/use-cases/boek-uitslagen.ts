import type { Uitslag } from '@/lib/bank/model'
import { saveBundels } from '@/lib/bank/repo/bundels'
import { BlokUitslag, readGroep, readUitslag, type GroepUitslag } from '@/lib/bank/rules/pain002'
import { bundel, type Melding } from '@/lib/bank/rules/vraagbundel'
import { refuse, type Verwerking } from '@/lib/bank/rules/verwerking'
import { bevestigNaUitslag } from '@/lib/bank/use-cases/bevestig-batch'
import { leesBetalingen, leesOnderweg, leesUitgevoerd, leesVrijgegevenBatch } from '@/lib/betaling/use-cases/lees-betaalstand'
import { boekBetalingenTerug, type Terugboeking } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import type { PoolClient } from '@/lib/platform/db'
import type { XmlDeel } from '@/lib/platform/xml-delen'

const PARTIJ = 5_000

/**
 * Books a pain.002: what the bank refuses is owed again at once and waits for somebody to look; what it accepts stays under way
 * until the statement shows it. Said again, it changes nothing. A statement that came before it and did not fit because of what is refused
 * here is judged again.
 */
export async function boekUitslagen(client: PoolClient, berichtId: string, delen: AsyncIterable<XmlDeel>): Promise<Verwerking> {
  let uitslagen: Uitslagen | undefined
  for await (const deel of delen) {
    if (deel.soort === 'begin') uitslagen?.begin(deel.regel)
    else if (deel.soort === 'eind') await uitslagen?.eind(deel.naam)
    else if (deel.element.naam === 'OrgnlGrpInfAndSts') {
      const groep = readGroep(deel.element)
      const batchId = groep.msgId === null ? undefined : await leesVrijgegevenBatch(client, groep.msgId)
      if (groep.msgId === null || batchId === undefined) return refuse('onbekende-batch', deel.element.regel, groep.msgId ?? undefined)
      uitslagen ??= new Uitslagen(client, { id: batchId, msgId: groep.msgId }, groep)
    } else if (deel.in === 'OrgnlPmtInfAndSts') await uitslagen?.take(deel.element)
  }
  return uitslagen === undefined ? refuse('leeg-bericht', 0) : { ok: true, uitkomst: await uitslagen.finish(berichtId) }
}

/** What one message says of one batch. */
class Uitslagen {
  private readonly telling = { goedgekeurd: 0, afgewezen: 0 }
  private readonly meldingen: Melding[] = []
  private partij: Uitslag[] = []
  private blok: BlokUitslag | undefined
  private readonly client: PoolClient
  private readonly batch: { id: string; msgId: string }
  private readonly groep: GroepUitslag

  constructor(client: PoolClient, batch: { id: string; msgId: string }, groep: GroepUitslag) {
    this.client = client
    this.batch = batch
    this.groep = groep
  }

  begin(regel: number): void {
    this.blok = new BlokUitslag(regel)
  }

  async take(element: Parameters<typeof readUitslag>[0]): Promise<void> {
    this.blok?.take(element)
    const uitslag = element.naam === 'TxInfAndSts' ? readUitslag(element) : undefined
    if (uitslag === undefined) return
    this.partij.push(this.blok?.isAfgewezen === true ? { ...uitslag, isAfgewezen: true } : uitslag)
    if (this.partij.length >= PARTIJ) await this.flush()
  }

  /** A block that is refused takes all its payments along, also those that the bank does not name: it mostly names none. */
  async eind(naam: string): Promise<void> {
    const blok = this.blok
    if (naam !== 'OrgnlPmtInfAndSts' || blok === undefined) return
    this.blok = undefined
    await this.flush()
    if (!blok.isAfgewezen) return
    if (blok.isVan(this.batch.msgId)) await this.weigerRest(blok.code ?? this.groep.code)
    else this.meldingen.push({ soort: 'onbekende-opdracht', code: blok.code, betalingId: null, endToEndId: (blok.kenmerk ?? '').slice(0, 35), regel: blok.regel })
  }

  async finish(berichtId: string): Promise<Readonly<Record<string, number>>> {
    await this.flush()
    if (this.groep.isAfgewezen) await this.weigerRest(this.groep.code)
    const vragen = bundel(this.meldingen)
    await saveBundels(this.client, { berichtId, batchId: this.batch.id }, vragen)
    const bevestigd = await bevestigNaUitslag(this.client, this.batch.id)
    return { ...this.telling, vragen: vragen.length, ...(bevestigd === 0 ? {} : { bevestigd }) }
  }

  private async weigerRest(code: string | null): Promise<void> {
    const onderweg = await leesOnderweg(this.client, this.batch.id)
    await this.wijsAf(onderweg.map((betalingId) => ({ betalingId, naar: 'afgewezen', code })))
    const gevraagd = new Set(this.meldingen.flatMap(({ soort, betalingId }) => (soort === 'afgewezen-na-uitvoering' ? betalingId ?? [] : [])))
    for (const betalingId of await leesUitgevoerd(this.client, this.batch.id))
      if (!gevraagd.has(betalingId)) this.meldingen.push({ soort: 'afgewezen-na-uitvoering', code, betalingId })
  }

  private async wijsAf(terug: readonly Terugboeking[], regels: ReadonlyMap<string, number> = new Map()): Promise<void> {
    await boekBetalingenTerug(this.client, terug)
    for (const { betalingId, code } of terug) {
      const regel = regels.get(betalingId)
      this.meldingen.push({ soort: 'afgewezen', code, betalingId, ...(regel === undefined ? {} : { regel }) })
    }
    this.telling.afgewezen += terug.length
  }

  private async flush(): Promise<void> {
    const partij = this.partij
    this.partij = []
    if (partij.length === 0) return
    const betalingen = await leesBetalingen(this.client, partij.map(({ endToEndId }) => endToEndId))
    const terug: Terugboeking[] = []
    const regels = new Map<string, number>()
    for (const { endToEndId, isAfgewezen, code, regel } of partij) {
      const betaling = betalingen.get(endToEndId)
      if (betaling === undefined) this.meldingen.push({ soort: 'onbekende-opdracht', code, betalingId: null, endToEndId, regel })
      else if (!isAfgewezen) this.telling.goedgekeurd += 1
      else if (betaling.status === 'uitgevoerd') this.meldingen.push({ soort: 'afgewezen-na-uitvoering', code, betalingId: betaling.id, regel })
      else if (betaling.status === 'onderweg') {
        terug.push({ betalingId: betaling.id, naar: 'afgewezen', code })
        regels.set(betaling.id, regel)
        betalingen.set(endToEndId, { ...betaling, status: 'afgewezen' })
      }
    }
    await this.wijsAf(terug, regels)
  }
}
