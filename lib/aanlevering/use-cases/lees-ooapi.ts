import { BronFout, bytesOf, type Bron } from '@/lib/platform/bron'
import { readJsonRows } from '@/lib/platform/json-stream'
import { openZip } from '@/lib/platform/unzip'
import { herkenOoapi, readOoapi } from '@/lib/aanlevering/rules/ooapi'
import type { GelezenAanbod } from '@/lib/aanlevering/rules/aanbod'

export type OoapiFormaat = 'ooapi-json' | 'ooapi-jsonl' | 'ooapi-zip'

const MAX_BYTES = 64 * 1024 * 1024
const MAX_DELEN = 300_000
const ZIP_LIMITS = { maxBestanden: 5_000, maxBytes: 512 * 1024 * 1024 }
const LISTS = ['items', 'programs', 'courses', 'offerings', 'programOfferings', 'courseOfferings', 'data']

/** What became of one object of OOAPI: an opleiding with its starts, or why not. */
export type OoapiUitkomst = { regel: number; gelezen: GelezenAanbod }

/**
 * The opleidingen of an OOAPI delivery: a JSON file, one object a line, or a ZIP with a file per page of the API. Offerings find their
 * programme or course wherever it stands, so the objects are held in memory: at most 300.000 of them.
 *
 * @throws BronFout when the file cannot be read
 * @throws JsonFout when it is no JSON, with the reason of json-stream
 */
export async function* leesOoapi(bron: Bron, formaat: OoapiFormaat): AsyncGenerator<OoapiUitkomst> {
  const bundel = new Bundel()
  if (formaat === 'ooapi-zip') await fromZip(bron, bundel)
  else if (formaat === 'ooapi-jsonl') await fromRows(bytesOf(bron), 'jsonl', bundel)
  else await fromJson(bytesOf(bron), bundel)
  yield* bundel.results()
}

async function fromZip(bron: Bron, bundel: Bundel): Promise<void> {
  const zip = await openZip(bron, ZIP_LIMITS)
  try {
    const bestanden = zip.bestanden.filter(({ naam }) => !naam.startsWith('__MACOSX/') && !naam.endsWith('.DS_Store'))
    if (bestanden.some(({ naam }) => /\.(zip|gz|7z|rar|xlsx)$/i.test(naam))) throw new BronFout('zip-genest')
    for (const bestand of bestanden) {
      if (/\.(jsonl|ndjson)$/i.test(bestand.naam)) await fromRows(bestand.open(), 'jsonl', bundel)
      else if (/\.json$/i.test(bestand.naam)) await fromJson(bestand.open(), bundel)
    }
  } finally {
    zip.close()
  }
}

/** Thrown when the JSON as a whole cannot be read; `reden` is that of json-stream. */
export class JsonFout extends Error {
  readonly reden: 'leeg' | 'te-groot' | 'zip' | 'xml' | 'geen-utf8' | 'geen-json' | 'geen-lijst' | 'te-diep' | 'rij-te-groot' | 'afgebroken'
  readonly regel: number

  constructor(reden: JsonFout['reden'], regel: number) {
    super(`${reden} (${String(regel)})`)
    this.reden = reden
    this.regel = regel
  }
}

/** A bare list is read row by row, so that each row knows its line; an object (a page, a bundle, one programme) is read whole. */
async function fromJson(bytes: AsyncGenerator<Uint8Array>, bundel: Bundel): Promise<void> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_BYTES) throw new JsonFout('te-groot', 1)
    chunks.push(chunk)
  }
  const whole = Buffer.concat(chunks)
  const first = whole.find((byte) => byte > 0x20 && byte < 0x80)
  if (first !== 0x7b) return fromRows(pieces(whole), 'json', bundel)
  const waarde = parseWhole(whole)
  if (depthOf(waarde) > 40) throw new JsonFout('te-diep', 1)
  bundel.addDocument(waarde)
}

async function fromRows(bytes: AsyncIterable<Uint8Array>, formaat: 'json' | 'jsonl', bundel: Bundel): Promise<void> {
  for await (const rij of readJsonRows(bytes, { formaat, lijst: 'items', maxBytes: MAX_BYTES, maxRijBytes: 1024 * 1024, maxDiepte: 40 })) {
    if (rij.soort === 'afgekeurd') throw new JsonFout(rij.reden, rij.regel)
    // Nothing is known here: no row was asked to be passed by.
    if (rij.soort === 'onleesbaar') bundel.refuse(rij.regel, 'Dit is geen geldige JSON in UTF-8. Controleer aanhalingstekens, komma’s en haakjes.')
    else bundel.add(rij.regel, rij.waarde)
  }
}

async function* pieces(whole: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(whole)
}

function parseWhole(whole: Buffer): unknown {
  let tekst: string
  try {
    tekst = new TextDecoder('utf-8', { fatal: true }).decode(whole)
  } catch {
    throw new JsonFout('geen-utf8', 1)
  }
  try {
    return JSON.parse(tekst)
  } catch {
    throw new JsonFout('geen-json', 1)
  }
}

function depthOf(waarde: unknown, depth = 1): number {
  if (typeof waarde !== 'object' || waarde === null || depth > 41) return depth
  let deepest = depth
  for (const deel of Object.values(waarde)) deepest = Math.max(deepest, depthOf(deel, depth + 1))
  return deepest
}

type Opleiding = { regel: number; waarde: unknown; offerings: unknown[] }

class Bundel {
  private readonly opleidingen: Opleiding[] = []
  private readonly perSleutel = new Map<string, Opleiding>()
  private readonly offerings: { regel: number; van: string | null; waarde: unknown }[] = []
  private readonly geweigerd: OoapiUitkomst[] = []

  /** A page ({items}), a bundle ({programs, offerings}), or one object. */
  addDocument(waarde: unknown): void {
    if (typeof waarde !== 'object' || waarde === null) throw new JsonFout('geen-lijst', 1)
    const lijsten = LISTS.flatMap((naam) => (naam in waarde ? Object.entries(waarde).filter(([sleutel, deel]) => sleutel === naam && Array.isArray(deel)).map(([, deel]: [string, unknown]) => deel) : []))
    const isObject = herkenOoapi(waarde).soort !== 'onbekend'
    if (lijsten.length === 0 && !isObject) throw new JsonFout('geen-lijst', 1)
    if (isObject) this.add(1, waarde)
    else for (const lijst of lijsten) if (Array.isArray(lijst)) lijst.forEach((deel: unknown, index) => { this.add(index + 1, deel) })
  }

  add(regel: number, waarde: unknown): void {
    if (this.opleidingen.length + this.offerings.length >= MAX_DELEN) throw new BronFout('te-veel-rijen', regel)
    const deel = herkenOoapi(waarde)
    if (deel.soort === 'onbekend') return this.refuse(regel, 'Dit is geen programme, course of offering van OOAPI 5. Controleer of programId, courseId of offeringId erin staat.')
    if (deel.soort === 'offering') {
      this.offerings.push({ regel, van: deel.van, waarde })
      return
    }
    const opleiding = { regel, waarde, offerings: deel.offerings }
    if (deel.sleutels.some((sleutel) => this.perSleutel.has(sleutel))) return this.refuse(regel, 'Deze opleiding staat al eerder in het bestand. Zet elke opleiding één keer in de aanlevering.')
    this.opleidingen.push(opleiding)
    for (const sleutel of deel.sleutels) this.perSleutel.set(sleutel, opleiding)
  }

  refuse(regel: number, reden: string): void {
    this.geweigerd.push({ regel, gelezen: { ok: false, sleutel: null, fouten: [{ veld: '', reden }] } })
  }

  *results(): Generator<OoapiUitkomst> {
    for (const { regel, van, waarde } of this.offerings) {
      const opleiding = van === null ? undefined : this.perSleutel.get(van)
      if (opleiding === undefined) this.refuse(regel, 'Bij deze offering hoort geen programme of course in de aanlevering. Lever die mee, of verbeter het id.')
      else opleiding.offerings.push(waarde)
    }
    yield* this.geweigerd
    for (const { regel, waarde, offerings } of this.opleidingen) yield { regel, gelezen: readOoapi(waarde, offerings) }
  }
}
