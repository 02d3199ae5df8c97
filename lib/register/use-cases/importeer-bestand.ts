import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { readJsonRows, type JsonRij } from '@/lib/platform/json-stream'
import type { Rijfout } from '@/lib/register/model'
import { findCohortcodes, lockForImport, mapOpleidersByOrgUnit, saveImportFouten, saveImportRijen, type ImportRij } from '@/lib/register/repo'
import { MAX_BESTAND_BYTES, type Bestandsformaat } from '@/lib/register/rules/bestand'
import { readEdudexProgram } from '@/lib/register/rules/edudex'
import { BESTAND_TEKST } from '@/lib/register/texts'

const BATCH = 500
const MAX_FOUTEN_PER_RIJ = 20
const LIMITS = { lijst: 'programs', maxBytes: MAX_BESTAND_BYTES, maxRijBytes: 1024 * 1024, maxDiepte: 40 }

export type Telling = { totaal: number; nieuw: number; gewijzigd: number; ongewijzigd: number; geweigerd: number }
export type ImportUitslag = { toestand: 'klaar' | 'mislukt'; reden: string | null } & Telling
type Fout = Rijfout & { regel: number; sleutel: string | null }
type Inname = { id: string; opleiderId: string | null; doorId: string | null; formaat: string }

/**
 * Takes a register file in, in one transaction: each row whole or refused with its line, field and reason, and a file that as a
 * whole cannot be trusted (cut off, no JSON) not at all. What did not change is not written, so the same file again changes nothing.
 * An import that is done is not done again: undefined. `meld` hears how many rows have been read.
 */
export function importeerBestand(importId: string, bron: AsyncIterable<Uint8Array>, meld: (rijen: number) => void = () => undefined): Promise<ImportUitslag | undefined> {
  return inPgTransaction(async (client) => {
    const { rows: [inname] } = await client.query<Inname>(
      `select id, opleider_id as "opleiderId", door_id as "doorId", formaat from import where id = $1 and toestand in ('ontvangen', 'bezig') for update`, [importId])
    if (inname === undefined) return undefined
    await lockForImport(client, inname.opleiderId)
    await client.query('savepoint inname')
    const inlezer = new Inlezer(client, inname, await mapOpleidersByOrgUnit(client))
    const afkeuring = await readAll(bron, inlezer, meld)
    if (afkeuring === undefined) return finish(client, inname, { toestand: 'klaar', reden: null, ...inlezer.telling })
    await client.query('rollback to savepoint inname')
    const reden = `${BESTAND_TEKST[afkeuring.reden]} (regel ${String(afkeuring.regel)})`
    return finish(client, inname, { toestand: 'mislukt', reden, totaal: 0, nieuw: 0, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0 })
  })
}

async function readAll(bron: AsyncIterable<Uint8Array>, inlezer: Inlezer, meld: (rijen: number) => void) {
  for await (const rij of readJsonRows(bron, { ...LIMITS, formaat: inlezer.formaat })) {
    if (rij.soort === 'afgekeurd') return rij
    await inlezer.take(rij)
    meld(inlezer.telling.totaal)
  }
  await inlezer.flush()
  return undefined
}

/** Collects rows into batches, and counts. */
class Inlezer {
  readonly telling: Telling = { totaal: 0, nieuw: 0, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0 }
  readonly formaat: Bestandsformaat
  private rijen: ImportRij[] = []
  private fouten: Fout[] = []
  private readonly gezien = new Map<string, number>()
  private readonly client: PoolClient
  private readonly inname: Inname
  private readonly opleiders: ReadonlyMap<string, string>

  constructor(client: PoolClient, inname: Inname, opleiders: ReadonlyMap<string, string>) {
    this.client = client
    this.inname = inname
    this.opleiders = opleiders
    this.formaat = inname.formaat === 'edudex-jsonl' ? 'jsonl' : 'json'
  }

  async take(rij: Exclude<JsonRij, { soort: 'afgekeurd' }>): Promise<void> {
    this.telling.totaal++
    if (rij.soort === 'onleesbaar') this.refuse(rij.regel, null, [{ veld: '', reden: 'Deze opleiding is geen geldige JSON in UTF-8. Controleer aanhalingstekens, komma’s en haakjes.' }])
    else this.judge(rij.regel, rij.waarde)
    if (this.rijen.length + this.fouten.length >= BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    const rijen = await this.withoutTakenCodes(this.rijen)
    const { nieuw, gewijzigd } = rijen.length === 0 ? { nieuw: 0, gewijzigd: 0 } : await saveImportRijen(this.client, { importId: this.inname.id, doorId: this.inname.doorId }, rijen)
    if (this.fouten.length > 0) await saveImportFouten(this.client, this.inname.id, this.fouten)
    this.telling.nieuw += nieuw
    this.telling.gewijzigd += gewijzigd
    this.telling.ongewijzigd += rijen.length - nieuw - gewijzigd
    this.rijen = []
    this.fouten = []
  }

  private refuse(regel: number, sleutel: string | null, fouten: readonly Rijfout[]): void {
    this.telling.geweigerd++
    this.fouten.push(...fouten.slice(0, MAX_FOUTEN_PER_RIJ).map((fout) => ({ ...fout, regel, sleutel })))
  }

  private judge(regel: number, waarde: unknown): void {
    const gelezen = readEdudexProgram(waarde)
    if (!gelezen.ok) return this.refuse(regel, gelezen.sleutel, gelezen.fouten)
    const { orgUnitId, programmaId, inhoud, activiteiten } = gelezen.rij
    const opleiderId = this.opleiders.get(orgUnitId)
    if (opleiderId === undefined || (this.inname.opleiderId !== null && this.inname.opleiderId !== opleiderId)) {
      const reden = this.inname.opleiderId === null ? 'is geen opleider in het register. Controleer de orgUnitId.' : 'is niet uw orgUnitId. U kunt alleen uw eigen opleidingen aanleveren.'
      return this.refuse(regel, programmaId, [{ veld: 'programClassification.orgUnitId', reden: `“${orgUnitId}” ${reden}` }])
    }
    const sleutel = `${opleiderId} ${programmaId}`
    const eerder = this.gezien.get(sleutel)
    if (eerder !== undefined)
      return this.refuse(regel, programmaId, [{ veld: 'programClassification.programId', reden: `Deze opleiding staat al op regel ${String(eerder)}. Zet elke opleiding één keer in het bestand.` }])
    this.gezien.set(sleutel, regel)
    this.rijen.push({ regel, opleiderId, programmaId, inhoud, activiteiten })
  }

  /** RIO N11421: a cohortcode is unique within the opleider, so a row that uses the code of another opleiding is refused. */
  private async withoutTakenCodes(rijen: readonly ImportRij[]): Promise<ImportRij[]> {
    if (rijen.length === 0) return []
    const eigenaar = new Map((await findCohortcodes(this.client, rijen)).map((code) => [`${code.opleiderId} ${code.cohortcode}`, code.programmaId]))
    return rijen.filter(({ regel, opleiderId, programmaId, activiteiten }) => {
      const fouten = activiteiten.flatMap(({ cohortcode }, index) => {
        const van = eigenaar.get(`${opleiderId} ${cohortcode}`) ?? programmaId
        eigenaar.set(`${opleiderId} ${cohortcode}`, van)
        return van === programmaId ? [] : [{ veld: `programSchedule.programRun[${String(index)}].id`, reden: `Het startmoment “${cohortcode}” hoort al bij opleiding “${van}”. Geef elk startmoment een eigen id.` }]
      })
      if (fouten.length > 0) this.refuse(regel, programmaId, fouten)
      return fouten.length === 0
    })
  }
}

async function finish(client: PoolClient, inname: Inname, uitslag: ImportUitslag): Promise<ImportUitslag> {
  const { toestand, reden, totaal, nieuw, gewijzigd, ongewijzigd, geweigerd } = uitslag
  await client.query(
    `update import set toestand = $2, reden = $3, totaal = $4, nieuw = $5, gewijzigd = $6, ongewijzigd = $7, geweigerd = $8, klaar_op = nu() where id = $1`,
    [inname.id, toestand, reden, totaal, nieuw, gewijzigd, ongewijzigd, geweigerd])
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_id, door_rol, gegevens) values ('import', $1, $2, null, 'systeem', $3)`,
    [inname.id, toestand === 'klaar' ? 'verwerk-import' : 'keur-import-af', JSON.stringify({ totaal, nieuw, gewijzigd, ongewijzigd, geweigerd })])
  return uitslag
}
