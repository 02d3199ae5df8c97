import type { PlainDate } from '@/lib/base/date'
import { pool, prisma } from '@/lib/platform/db'
import { hmac } from '@/lib/platform/encryption'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import type { Toeval } from './toeval'

/** How many different scholingsactiviteiten the aanvragen are spread over at most. */
const SPREAD = 400

export type Activiteit = {
  id: string; opleidingId: string; opleiderId: string; versie: number; titel: string; niveau: string | null; categorie: string | null
  opleidingsvorm: string | null; waardedocument: string | null; opleider: string; opleiderPlaats: string; kvk: string; cohortcode: string
  startdatum: PlainDate; einddatum: PlainDate; plaats: string | null; kostenCent: number; subsidiabelCent: number; uitgever: string
}

type Venster = { vroegsteStart: PlainDate; laatsteStart: PlainDate }

/** The scholingsactiviteiten that can be applied for on that day and start within the venster, with somebody who issues for their opleider. */
export async function findActiviteiten(venster: Venster, peil: { dag: PlainDate; registratiestopOp: Date }): Promise<readonly Activiteit[]> {
  const { rows } = await pool.query<Omit<Activiteit, 'uitgever'>>(
    `select s.id, s.opleiding_id as "opleidingId", s.opleider_id as "opleiderId", o.versie, o.titel, o.niveau, o.categorie, o.opleidingsvorm,
            o.waardedocument, r.naam as opleider, r.plaats as "opleiderPlaats", r.kvk, s.cohortcode, s.startdatum, s.einddatum, s.plaats,
            s.catalogusprijs_cent as "kostenCent", s.subsidiabel_cent as "subsidiabelCent"
     from scholingsactiviteit s join opleiding o on o.id = s.opleiding_id join opleider r on r.id = s.opleider_id
     where s.status = 'open' and s.subsidiabel_cent > 0 and s.startdatum between $1 and $2 and o.stap_toestemming and o.gebreken = '{}'
     -- scattered, and the same in every database with this register
     order by md5(concat_ws('/', r.kvk, o.programma_id, s.cohortcode, s.startdatum)), s.id limit $3`,
    [venster.vroegsteStart, venster.laatsteStart, SPREAD * 2],
  )
  const uitgevers = new Map<string, string>()
  const activiteiten: Activiteit[] = []
  for (const rij of rows) {
    if (activiteiten.length === SPREAD) break
    const oordeel = await leesRegisteroordeel(prisma, rij.id, peil)
    if (oordeel?.nietAanvraagbaar.length !== 0 || oordeel.maatregel !== null) continue
    const uitgever = uitgevers.get(rij.opleiderId) ?? await findUitgever(rij)
    uitgevers.set(rij.opleiderId, uitgever)
    activiteiten.push({ ...rij, uitgever })
  }
  return activiteiten
}

/** The person who issues for this opleider in made-up data. */
async function findUitgever({ kvk, opleiderId }: { kvk: string; opleiderId: string }): Promise<string> {
  const subject = hmac('opleider', `data-${kvk}`)
  await pool.query(`insert into gebruiker (soort, subject_hmac, kvk, opleider_id) values ('opleider', $1, $2, $3) on conflict do nothing`, [subject, kvk, opleiderId])
  const { rows } = await pool.query<{ id: string }>('select id from gebruiker where subject_hmac = $1', [subject])
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the issuer was not stored')
  return id
}

/**
 * Gives a function that picks an item by chance, so that on average the amounts come to `gemiddeld`: the chance of an item is
 * proportional to e to the power of lambda times its amount, with the lambda that gives this average. Without an average, or when no choice can
 * reach it, the nearest that can be had (every item equally likely without an average).
 */
export function pickByAverage<Item>(items: readonly Item[], amountOf: (item: Item) => number, gemiddeld: number | undefined, toeval: Toeval): () => Item {
  const [first] = items
  if (first === undefined) throw new Error('nothing to pick from')
  const amounts = items.map(amountOf)
  const top = Math.max(...amounts)
  const weightsOf = (lambda: number): number[] => amounts.map((amount) => Math.exp((lambda * (amount - top)) / top))
  const meanOf = (weights: readonly number[]): number => weights.reduce((sum, weight, n) => sum + weight * (amounts[n] ?? 0), 0) / weights.reduce((sum, weight) => sum + weight, 0)
  let [low, high] = [-60, 60]
  for (let step = 0; gemiddeld !== undefined && step < 60; step += 1) {
    const middle = (low + high) / 2
    if (meanOf(weightsOf(middle)) < gemiddeld) low = middle
    else high = middle
  }
  const cumulative: number[] = []
  for (const weight of weightsOf((low + high) / 2)) cumulative.push((cumulative.at(-1) ?? 0) + weight)
  return () => items[firstAbove(cumulative, toeval.next() * (cumulative.at(-1) ?? 0))] ?? first
}

/** The index of the first value above `wanted`, in a rising list. */
function firstAbove(rising: readonly number[], wanted: number): number {
  let [low, high] = [0, rising.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}
