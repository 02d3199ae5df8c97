import type { PlainDate } from '@/lib/base/date'
import type { ErkennerSoort } from '@/lib/register/model'
import { BIJ_MAX, readDocumenten, readStand, readToestand, readVolgende, type Stand } from '@/lib/voorportaal/repo'
import { newAanbodindex, putDocument, type Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'
import { judgeZichtbaarheid, type Zichtbaarheid } from '@/lib/voorportaal/rules/zichtbaar'
import type { Zoekslag } from '@/lib/voorportaal/rules/zoek'

/** Small pieces: between two of them a page can be answered. */
const STUK = 200
const ANTWOORDEN_MAX = 100

/** The offer as this process holds it, judged for today. `antwoorden` are those of searches since anything changed. */
export type Bestand = { index: Aanbodindex; zichtbaarheid: Zichtbaarheid; antwoorden: Map<string, Zoekslag> }

type Geheugen = {
  index: Aanbodindex
  /** Everything that transactions below it wrote is in the index. */
  vanaf: number
  laden: Promise<void> | undefined
  /** One at a time changes the index. */
  bijwerken: Promise<void>
  inhalen: boolean
  oordeel: { sleutel: string; documenten: number; index: Aanbodindex; zichtbaarheid: Zichtbaarheid } | undefined
  antwoorden: Map<string, Zoekslag>
}

const newGeheugen = (): Geheugen => ({ index: newAanbodindex(), vanaf: 0, laden: undefined, bijwerken: Promise.resolve(), inhalen: false, oordeel: undefined, antwoorden: new Map() })

// Bundles of Next may each hold a copy of this module; one process must still have one index.
const store: typeof globalThis & { stapAanbod?: Geheugen } = globalThis

/**
 * The index, brought up to date first: what changed since is read again, and what supervision did counts at once. The truth stays in
 * PostgreSQL; a process that starts reads it all, in small pieces. When very much changed (an import), that is caught up with in the
 * background and searches go on with what was.
 */
export async function openAanbodindex(dag: PlainDate, toegelaten: readonly ErkennerSoort[]): Promise<Bestand> {
  const geheugen = (store.stapAanbod ??= newGeheugen())
  await (geheugen.laden ??= laadAlles(geheugen, dag).catch((fault: unknown) => {
    delete store.stapAanbod
    throw fault
  }))
  const stand = await readStand(dag, geheugen.vanaf)
  if (stand.gewijzigd.length > BIJ_MAX) catchUp(geheugen, dag)
  else if (listAchter(geheugen, stand).length > 0) await (geheugen.bijwerken = geheugen.bijwerken.catch(() => undefined).then(() => readGewijzigd(geheugen, stand)))
  else geheugen.vanaf = Math.max(geheugen.vanaf, stand.grens)
  const { index, zichtbaarheid } = await judge(geheugen, { dag, toegelaten, kenmerk: stand.kenmerk })
  return { index, zichtbaarheid, antwoorden: geheugen.antwoorden }
}

/** Keeps the answer of a search for who asks the same; what is kept is forgotten as soon as anything changes. */
export function keepAntwoord({ antwoorden }: Bestand, sleutel: string, slag: Zoekslag): Zoekslag {
  const [oudste] = antwoorden.keys()
  if (antwoorden.size >= ANTWOORDEN_MAX && oudste !== undefined) antwoorden.delete(oudste)
  antwoorden.set(sleutel, slag)
  return slag
}

/** The ids of what was written after this process read it. */
function listAchter({ index }: Geheugen, { gewijzigd }: Stand): string[] {
  return gewijzigd.filter(([id, transactie]) => index.transacties[index.nummers.get(id) ?? -1] !== transactie).map(([id]) => id)
}

async function readGewijzigd(geheugen: Geheugen, stand: Stand): Promise<void> {
  // Somebody else may have read them while we waited.
  const achter = listAchter(geheugen, stand)
  if (achter.length > 0) put(geheugen, await readDocumenten(achter))
  geheugen.vanaf = Math.max(geheugen.vanaf, stand.grens)
}

function put(geheugen: Geheugen, documenten: readonly Parameters<typeof putDocument>[1][]): void {
  for (const document of documenten) {
    if (geheugen.index.transacties[geheugen.index.nummers.get(document.id) ?? -1] !== document.transactie) putDocument(geheugen.index, document)
  }
  geheugen.antwoorden = new Map()
}

async function laadAlles(geheugen: Geheugen, dag: PlainDate): Promise<void> {
  // The bound is asked for first: what is written while we read is read again.
  const { grens } = await readStand(dag, Number.MAX_SAFE_INTEGER)
  await readAll(geheugen, 0)
  geheugen.vanaf = grens
}

const EERSTE = '00000000-0000-0000-0000-000000000000'

async function readAll(geheugen: Geheugen, vanaf: number): Promise<void> {
  for (let na = EERSTE; ;) {
    const documenten = await readVolgende(na, vanaf, STUK)
    put(geheugen, documenten)
    const laatste = documenten.at(-1)
    if (laatste === undefined || documenten.length < STUK) return
    na = laatste.id
  }
}

function catchUp(geheugen: Geheugen, dag: PlainDate): void {
  if (geheugen.inhalen) return
  geheugen.inhalen = true
  geheugen.bijwerken = geheugen.bijwerken.catch(() => undefined).then(async () => {
    const { grens } = await readStand(dag, Number.MAX_SAFE_INTEGER)
    if (isVersleten(geheugen.index)) {
      const nieuw = newGeheugen()
      await readAll(nieuw, 0)
      geheugen.index = nieuw.index
      geheugen.oordeel = undefined
    } else await readAll(geheugen, geheugen.vanaf)
    geheugen.vanaf = grens
  }).finally(() => { geheugen.inhalen = false })
  // Whoever searches next tries again; this process goes on with what it has.
  geheugen.bijwerken.catch(() => undefined)
}

/** Whether so much of it was replaced that reading everything anew is cheaper than carrying it along. */
function isVersleten({ ids, nummers, doodStarts, dag }: Aanbodindex): boolean {
  return ids.length > nummers.size * 1.5 + 1_000 || doodStarts > dag.lengte / 2 + 10_000
}

type Oordeel = NonNullable<Geheugen['oordeel']>

// The judgement holds until the day, the parameters, an admission, a maatregel or the offer changes.
async function judge(geheugen: Geheugen, { dag, toegelaten, kenmerk }: { dag: PlainDate; toegelaten: readonly ErkennerSoort[]; kenmerk: string }): Promise<Oordeel> {
  const sleutel = `${dag} ${toegelaten.join()} ${kenmerk}`
  const isNog = ({ oordeel }: Geheugen): boolean => oordeel?.sleutel === sleutel && oordeel.index === geheugen.index && oordeel.documenten === geheugen.index.ids.length
  if (geheugen.oordeel !== undefined && isNog(geheugen)) return geheugen.oordeel
  const toestand = await readToestand(dag)
  const { index } = geheugen
  const oordeel = {
    sleutel: `${dag} ${toegelaten.join()} ${toestand.kenmerk}`, documenten: index.ids.length, index,
    zichtbaarheid: judgeZichtbaarheid(index, { dag, toegelaten, opleiders: toestand.opleiders }),
  }
  geheugen.oordeel = oordeel
  geheugen.antwoorden = new Map()
  return oordeel
}
