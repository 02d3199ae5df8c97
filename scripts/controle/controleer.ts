import type { ClientBase } from 'pg'
import type { Invariant, Uitkomst } from './frame'
import { i1 } from './i1'
import { i2 } from './i2'

/** Every invariant of the domain, in order. */
export const INVARIANTEN: readonly Invariant[] = [i1, i2]

/** What the last line of the output says about one invariant: `aantal` is the number of offending rows. */
export type Uitslag = { readonly id: string; readonly ok: boolean; readonly aantal: number }

const PROGRESS_MS = 2_000

/**
 * Runs every check on one snapshot and prints a line per invariant, with the offending rows below it.
 * The connection must be in a transaction; the checks only read.
 */
export async function controleer(client: ClientBase, print: (regel: string) => void, progress: (regel: string) => void = () => undefined): Promise<readonly Uitslag[]> {
  const uitslagen: Uitslag[] = []
  for (const invariant of INVARIANTEN) {
    const begin = performance.now()
    const timer = setInterval(() => { progress(`${invariant.id} bezig, ${Math.round((performance.now() - begin) / 1000)} s`) }, PROGRESS_MS)
    try {
      const uitkomst = await invariant.check(client)
      for (const regel of toRegels(invariant, uitkomst, await readOmvang(client, invariant))) print(regel)
      uitslagen.push({ id: invariant.id, ok: uitkomst.aantal === 0, aantal: uitkomst.aantal })
    } catch (fault) {
      throw new ControleFout(invariant.id, fault)
    } finally {
      clearInterval(timer)
    }
  }
  return uitslagen
}

/** A check could not be done: that says nothing about its invariant. */
export class ControleFout extends Error {
  override name = 'ControleFout'

  constructor(readonly id: string, cause: unknown) {
    super(`${id} could not be checked`, { cause })
  }
}

async function readOmvang(client: ClientBase, { omvang }: Invariant): Promise<string> {
  const { rows: [row] } = await client.query<{ omvang: string }>(`select (${omvang}) as omvang`)
  return row?.omvang ?? ''
}

function toRegels({ id, titel }: Invariant, { aantal, regels, noot }: Uitkomst, omvang: string): readonly string[] {
  const slot = noot === undefined ? `(${omvang})` : `(${omvang}; ${noot})`
  if (aantal === 0) return [`${id} ok: ${titel} ${slot}`]
  const rest = aantal - regels.length
  return [
    `${id} GEBROKEN, ${aantal} keer: ${titel} ${slot}`,
    ...regels.map((regel) => `   ${regel}`),
    ...(rest > 0 ? [`   … en nog ${rest}`] : []),
  ]
}
