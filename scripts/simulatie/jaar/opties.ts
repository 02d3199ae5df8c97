import { parseArgs } from 'node:util'
import { PRESETS } from '../presets'

export type JaarOpties = {
  readonly jaar: number
  /** The tijdvakken that are played, in order. */
  readonly tijdvakken: readonly string[]
  readonly aanvragers: number
  readonly seed: number
}

export const JAAR_GEBRUIK = `Een jaar van geld: npm run simulatie -- --modus jaar [--preset ${PRESETS.filter(({ code }) => code.startsWith('2023')).map(({ code }) => code).join('|')}] [--aanvragers N] [--seed N] [--eigen]`

const JAAR = 2023
const MEESTE = 20_000

/** Whether these arguments ask for a year of money and not for an opening. */
export function isJaar(args: readonly string[]): boolean {
  return args.some((arg, nr) => arg === '--modus=jaar' || (arg === '--modus' && args[nr + 1] === 'jaar'))
}

/** Reads the arguments of a year; a text says what is wrong with them. */
export function readJaarOpties(args: readonly string[]): JaarOpties | string {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const { values } = parseArgs({ args: [...args], options: { modus: text, preset: text, aanvragers: text, seed: text, eigen: flag } })
    const { preset } = values
    const alle = PRESETS.map(({ code }) => code).filter((code) => code.startsWith(String(JAAR)))
    // The demo begins in November 2022, so 2022 is no year that can be played whole.
    if (preset !== undefined && !alle.includes(preset)) return `--preset ${preset} is geen tijdvak van ${JAAR}: kies uit ${alle.join(', ')}.`
    const aanvragers = getal(values.aanvragers ?? '400', MEESTE)
    const seed = getal(values.seed ?? '2023', 2 ** 32 - 1)
    if (aanvragers === undefined || aanvragers < 1) return `--aanvragers: vul een geheel getal in van 1 tot en met ${MEESTE}.`
    if (seed === undefined) return '--seed: vul een geheel getal in vanaf 0.'
    return { jaar: JAAR, tijdvakken: preset === undefined ? alle : [preset], aanvragers, seed }
  } catch (fault) {
    return `${fault instanceof Error ? fault.message : String(fault)}\n${JAAR_GEBRUIK}`
  }
}

function getal(tekst: string, hoogste: number): number | undefined {
  const gelezen = Number(tekst)
  return Number.isSafeInteger(gelezen) && gelezen >= 0 && gelezen <= hoogste ? gelezen : undefined
}
