import type { PoolClient } from '@/lib/platform/db'
import type { AanleverRij, Stuk } from '@/lib/aanlevering/model'
import { mapBronHashes, mapOpleiders } from '@/lib/aanlevering/repo'
import { stage, type Batch } from '@/lib/aanlevering/repo/staging'

const BATCH_RIJEN = 1_000
const BATCH_ACTIVITEITEN = 8_000
const MAX_FOUTEN_PER_RIJ = 20

type Vak = { opleiderId: string | null; prefix: string; meld: (rijen: number) => void }
export type Opgevangen = { totaal: number; afkeuring: string | null }

/**
 * Collects what a reader gives into batches on their way to the staging tables. While PostgreSQL takes one in, the next is read;
 * no more than two are ever in memory.
 */
export class Opvang {
  private batch: Batch = leeg()
  private onderweg: Promise<void> = Promise.resolve()
  private totaal = 0
  private nr = 0
  private activiteiten = 0
  private readonly client: PoolClient
  private readonly vak: Vak
  private readonly bekend: ReadonlyMap<string, string>
  private readonly opleiders: Awaited<ReturnType<typeof mapOpleiders>>

  private constructor(client: PoolClient, vak: Vak, bekend: ReadonlyMap<string, string>, opleiders: Awaited<ReturnType<typeof mapOpleiders>>) {
    this.client = client
    this.vak = vak
    this.bekend = bekend
    this.opleiders = opleiders
  }

  /** `prefix` goes before every hash of bytes: how they were read, so that another way of reading does not take them for known. */
  static async open(client: PoolClient, vak: Vak): Promise<Opvang> {
    return new Opvang(client, vak, await mapBronHashes(client, vak.opleiderId), await mapOpleiders(client))
  }

  isBekend = (hash: string): boolean => this.bekend.has(this.vak.prefix + hash)

  async takeAll(stukken: AsyncIterable<Stuk>): Promise<Opgevangen> {
    try {
      for await (const stuk of stukken) {
        if (stuk.soort === 'afgekeurd') return { totaal: 0, afkeuring: stuk.reden }
        this.take(stuk)
        if (this.batch.rijen.length + this.batch.bekend.length >= BATCH_RIJEN || this.batch.activiteiten >= BATCH_ACTIVITEITEN || this.batch.fouten.length >= BATCH_RIJEN) await this.flush()
        this.vak.meld(this.totaal)
      }
      await this.flush()
      return { totaal: this.totaal, afkeuring: null }
    } finally {
      await this.onderweg
    }
  }

  private async flush(): Promise<void> {
    await this.onderweg
    const { batch } = this
    this.batch = leeg()
    this.onderweg = stage(this.client, batch, this.activiteiten)
    // A fault in it is thrown where it is waited for.
    this.onderweg.catch(() => undefined)
    this.activiteiten += batch.activiteiten
  }

  private take(stuk: Exclude<Stuk, { soort: 'afgekeurd' }>): void {
    this.totaal++
    if (stuk.soort === 'geweigerd') this.refuse(stuk.regel, stuk.sleutel, this.vak.opleiderId, stuk.fouten)
    else if (stuk.soort === 'bekend') {
      const opleidingId = this.bekend.get(this.vak.prefix + stuk.bronHash)
      if (opleidingId === undefined) throw new Error('a reader passed by a row that is not known')
      this.batch.bekend.push({ regel: stuk.regel, opleidingId })
    } else this.takeRow(stuk.regel, stuk.rij, stuk.bronHash)
  }

  private takeRow(regel: number, rij: AanleverRij, bronHash: string | null): void {
    const opleiderId = this.opleiderOf(rij)
    if (opleiderId === undefined || (this.vak.opleiderId !== null && this.vak.opleiderId !== opleiderId)) {
      // Whose opleiding a row is never follows from the row alone: a feed of one opleider that names another says nothing of either.
      this.refuse(regel, rij.programmaId, this.vak.opleiderId, [notTheirs(rij, this.vak.opleiderId !== null)])
      return
    }
    this.batch.rijen.push({ nr: this.nr++, regel, opleiderId, rij, bronHash: bronHash === null ? null : this.vak.prefix + bronHash })
    this.batch.activiteiten += rij.activiteiten.length
  }

  private opleiderOf({ opleider }: AanleverRij): string | undefined {
    return opleider === null ? (this.vak.opleiderId ?? undefined) : this.opleiders[opleider.soort].get(opleider.waarde)
  }

  private refuse(regel: number, sleutel: string | null, opleiderId: string | null, fouten: readonly { veld: string; reden: string }[]): void {
    this.batch.fouten.push(...fouten.slice(0, MAX_FOUTEN_PER_RIJ).map((fout) => ({ ...fout, regel, sleutel, opleiderId })))
  }
}

function leeg(): Batch {
  return { rijen: [], bekend: [], fouten: [], activiteiten: 0 }
}

function notTheirs({ opleider }: AanleverRij, isEigen: boolean): { veld: string; reden: string } {
  if (opleider === null) return { veld: 'opleider', reden: 'Het bestand zegt niet van welke opleider deze opleiding is. Kies bij het aanleveren een opleider.' }
  const veld = opleider.soort === 'orgUnitId' ? 'programClassification.orgUnitId' : 'educationOffererCode'
  const naam = opleider.soort === 'orgUnitId' ? 'orgUnitId' : 'onderwijsaanbiedercode'
  return { veld, reden: `“${opleider.waarde}” ${isEigen ? `is niet uw ${naam}. U kunt alleen uw eigen opleidingen aanleveren.` : `is geen opleider in het register. Controleer de ${naam}.`}` }
}
