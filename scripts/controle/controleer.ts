import type { ClientBase } from 'pg'
import { ControleFout } from './fout'
import type { Invariant, Uitkomst } from './frame'
import { i1 } from './i1'
import { i10 } from './i10'
import { i11 } from './i11'
import { i12 } from './i12'
import { i2 } from './i2'
import { i3 } from './i3'
import { i4 } from './i4'
import { i5 } from './i5'
import { i6 } from './i6'
import { i7 } from './i7'
import { i8 } from './i8'
import { i9 } from './i9'

/** Every invariant of the domain, in order. */
export const INVARIANTEN: readonly Invariant[] = [i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12]

/** What was found about one invariant: `aantal` is the number of offending rows, `gebroken` names the checks that found them. */
export type Uitslag = { readonly id: string; readonly ok: boolean; readonly aantal: number; readonly gebroken: readonly string[] }

export type Melder = { readonly print: (regel: string) => void; readonly progress: (regel: string) => void }

const PROGRESS_MS = 2_000

/**
 * Runs every check and prints a line per invariant, with the offending rows below it.
 * The connection must be in a transaction; the checks only read. Throws a ControleFout when a check cannot be done.
 */
export async function controleer(client: ClientBase, melder: Melder): Promise<readonly Uitslag[]> {
  const uitslagen: Uitslag[] = []
  for (const invariant of INVARIANTEN) {
    const begin = performance.now()
    const timer = setInterval(() => { melder.progress(`${invariant.id} bezig, ${Math.round((performance.now() - begin) / 1000)} s`) }, PROGRESS_MS)
    try {
      uitslagen.push(await judge(client, invariant, melder.print))
    } catch (fault) {
      throw new ControleFout(invariant.id, fault)
    } finally {
      clearInterval(timer)
    }
  }
  return uitslagen
}

async function judge(client: ClientBase, invariant: Invariant, print: (regel: string) => void): Promise<Uitslag> {
  const { rows: [omvang] } = await client.query<{ tekst: string }>(`select (${invariant.omvang}) as tekst`)
  const uitkomsten: [naam: string, uitkomst: Uitkomst][] = []
  for (const [naam, check] of Object.entries(invariant.checks)) uitkomsten.push([naam, await check(client)])

  const aantal = uitkomsten.reduce((total, [, uitkomst]) => total + uitkomst.aantal, 0)
  const noten = [omvang?.tekst ?? '', ...uitkomsten.flatMap(([, { noot }]) => noot ?? [])].join('; ')
  print(`${invariant.id} ${aantal === 0 ? 'ok' : `GEBROKEN (${aantal})`}: ${invariant.titel} [${noten}]`)
  for (const [, uitkomst] of uitkomsten) printRegels(uitkomst, print)
  return { id: invariant.id, ok: aantal === 0, aantal, gebroken: uitkomsten.flatMap(([naam, uitkomst]) => (uitkomst.aantal > 0 ? [naam] : [])) }
}

function printRegels({ aantal, regels }: Uitkomst, print: (regel: string) => void): void {
  for (const regel of regels) print(`   ${regel}`)
  if (aantal > regels.length) print(`   … en nog ${aantal - regels.length}`)
}
