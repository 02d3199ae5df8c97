import { parseArgs } from 'node:util'
import { findPreset, PRESETS, type Preset } from './presets'

export type Modus = 'volgorde' | 'loting'

export type Opties = {
  /** Named in the file of the report. */
  readonly naam: string
  readonly preset: Preset | undefined
  readonly aanvragers: number
  readonly wachtenden: number
  readonly apparaten: number
  /** Budget of the whole tijdvak in cents; undefined leaves that of the tijdvak of the preset. */
  readonly plafondCent: number | undefined
  readonly modus: Modus
  readonly seed: number
  /** How many people log in through the identity provider while it is played; for the others a session is laid down beforehand. */
  readonly inloggers: number
  /** How often a second the crowd asks for the state of the room, all devices together. */
  readonly peilingenPerS: number
  /** How many devices a second take a place before the opening. */
  readonly plaatsenPerS: number
  /** Seconds before the play is given up. */
  readonly hoogstensS: number
  /** Every citizen submits only after the acknowledgement of the one before: the same seed then gives the same grants. */
  readonly beurtelings: boolean
  readonly generale: boolean
  /** Start a system of its own, also when one runs; with so many processes of each kind. */
  readonly eigen: boolean
  readonly poorten: number
  readonly workers: number
  readonly web: number
}

export const GEBRUIK = `Gebruik: npm run simulatie -- [--preset ${PRESETS.map(({ code }) => code).join('|')}] [--aanvragers N] [--wachtenden N] [--apparaten N]
  [--plafond EUROS] [--modus volgorde|loting] [--seed N] [--beurtelings] [--generale] [--inloggers N] [--peilingen N] [--plaatsen N]
  [--hoogstens SECONDEN] [--eigen] [--poorten N] [--workers N] [--web N]`

const GETALLEN = {
  aanvragers: [1, 1_000_000], wachtenden: [1, 1_000_000], apparaten: [1, 2_000_000], plafond: [1, 1_000_000_000], seed: [0, 2 ** 32 - 1],
  inloggers: [0, 5_000], peilingen: [1, 100_000], plaatsen: [1, 100_000], hoogstens: [10, 86_400], poorten: [1, 16], workers: [1, 16], web: [1, 16],
} as const
type Getal = keyof typeof GETALLEN

/** Devices per person as in 2023-II: 257.000 devices of 159.000 people. */
const APPARATEN_PER_MENS = 257_000 / 159_000
/** Of the amounts asked, how much the budget is when nothing is said: as in 2022-V, EUR 49,5 million for 64.000 times EUR 939. */
const PLAFOND_PER_AANVRAGER_CENT = Math.round(4_950_000_000 / 64_000)

/** Reads the arguments; a text says what is wrong with them. */
export function readOpties(args: readonly string[]): Opties | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values, aan } = parsed
  const presetCode = values.get('preset')
  const preset = presetCode === undefined ? undefined : findPreset(presetCode)
  if (presetCode !== undefined && preset === undefined) return `--preset ${presetCode} is er niet: kies uit ${PRESETS.map(({ code }) => code).join(', ')}.`
  const modus = values.get('modus') ?? 'volgorde'
  if (modus !== 'volgorde' && modus !== 'loting') return `--modus is volgorde of loting, niet ${modus}.`

  const getallen = readGetallen(values)
  return typeof getallen === 'string' ? getallen : toOpties(getallen, { preset, modus, aan })
}

function readGetallen(values: ReadonlyMap<string, string>): ReadonlyMap<Getal, number> | string {
  const getallen = new Map<Getal, number>()
  for (const naam of Object.keys(GETALLEN).filter(isGetal)) {
    const tekst = values.get(naam)
    if (tekst === undefined) continue
    const [min, max] = GETALLEN[naam]
    const getal = Number(tekst)
    if (!Number.isSafeInteger(getal) || getal < min || getal > max) return `--${naam}: vul een geheel getal in van ${min} tot en met ${max}.`
    getallen.set(naam, getal)
  }
  return getallen
}

/** A rehearsal plays the largest crowd that was ever there, unless something else is said. */
function toOpties(getallen: ReadonlyMap<Getal, number>, { preset: gekozen, modus, aan }: { preset: Preset | undefined; modus: Modus; aan: ReadonlySet<string> }): Opties {
  const generale = aan.has('generale')
  const isEigenMaat = getallen.has('aanvragers')
  const preset = gekozen ?? (generale && !isEigenMaat ? findPreset('2022-V') : undefined)
  const getal = (naam: Getal, anders: number): number => getallen.get(naam) ?? anders
  const aanvragers = getal('aanvragers', preset?.aanvragers ?? 1_000)
  // A preset that is played smaller is smaller in everything.
  const deel = preset === undefined ? 1 : aanvragers / preset.aanvragers
  const wachtenden = Math.max(aanvragers, getal('wachtenden', preset === undefined ? aanvragers : Math.round(preset.wachtenden * deel)))
  const apparatenPerMens = preset === undefined ? APPARATEN_PER_MENS : preset.apparaten / preset.wachtenden
  const seed = getal('seed', 2022)
  const plafond = getallen.get('plafond')
  const eigenPlafond = preset === undefined ? aanvragers * PLAFOND_PER_AANVRAGER_CENT : isEigenMaat ? Math.round(preset.plafondCent * deel) : undefined
  return {
    naam: [preset?.code ?? 'eigen', `${aanvragers}`, `seed-${seed}`, ...(generale ? ['generale'] : [])].join('-'),
    preset, aanvragers, wachtenden, modus, seed, generale,
    apparaten: Math.max(wachtenden, getal('apparaten', Math.round(wachtenden * apparatenPerMens))),
    plafondCent: plafond === undefined ? eigenPlafond : plafond * 100,
    inloggers: Math.min(aanvragers, getal('inloggers', 200)),
    peilingenPerS: getal('peilingen', 2_000),
    plaatsenPerS: getal('plaatsen', 1_500),
    hoogstensS: getal('hoogstens', 1_800),
    beurtelings: aan.has('beurtelings'),
    eigen: aan.has('eigen') || (['poorten', 'workers', 'web'] as const).some((naam) => getallen.has(naam)),
    poorten: getal('poorten', 1), workers: getal('workers', 1), web: getal('web', 1),
  }
}

function parse(args: readonly string[]): { values: Map<string, string>; aan: Set<string> } | string {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries([...Object.keys(GETALLEN), 'preset', 'modus'].map((naam) => [naam, text])),
        beurtelings: flag, generale: flag, eigen: flag,
      },
    })
    const entries = Object.entries(values)
    return {
      values: new Map(entries.flatMap(([naam, waarde]) => (typeof waarde === 'string' ? [[naam, waarde] as const] : []))),
      aan: new Set(entries.flatMap(([naam, waarde]) => (waarde === true ? [naam] : []))),
    }
  } catch (fault) {
    return `${fault instanceof Error ? fault.message : String(fault)}\n${GEBRUIK}`
  }
}

function isGetal(naam: string): naam is Getal {
  return Object.hasOwn(GETALLEN, naam)
}
