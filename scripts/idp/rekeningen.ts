import { DEMO_OPLEIDERS, demoIban } from '@/prisma/seed/opleiders'

/** Accounts to try a change with: the second and third are not in the name of the opleider of the demo. */
export const PROEFREKENINGEN: readonly { iban: string; houder: string }[] = [
  { iban: demoIban(100), houder: 'Vakschool De Hanze' },
  { iban: demoIban(101), houder: 'Vakschool De Hanse B.V.' },
  { iban: demoIban(102), houder: 'J. Jansen' },
]

const HOUDERS: ReadonlyMap<string, string> = new Map([
  ...DEMO_OPLEIDERS.map(({ naam }, index): [string, string] => [demoIban(index), naam]),
  ...PROEFREKENINGEN.map(({ iban, houder }): [string, string] => [iban, houder]),
])

/** Whether an account is in a name, as the service of the banks says it: the name that they know is told only when ours is nearly that. */
export function compareNaam(iban: string, naam: string): { resultaat: 'match' | 'bijna' | 'geen' | 'onbekend'; suggestie?: string } {
  const houder = HOUDERS.get(iban)
  if (houder === undefined) return { resultaat: 'onbekend' }
  const [one, other] = [simplify(naam), simplify(houder)]
  if (one === other) return { resultaat: 'match' }
  return one.includes(other) || other.includes(one) || editDistance(one, other) <= 2 ? { resultaat: 'bijna', suggestie: houder } : { resultaat: 'geen' }
}

function simplify(naam: string): string {
  return naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\b[bn]\.?v\.?(?=\s|$)/g, '').replace(/[^a-z0-9]/g, '')
}

/** How many letters must be changed, added or left out (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, candidate] of [...other].entries()) next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === candidate ? 0 : 1)))
    row = next
  }
  return row[other.length] ?? 0
}
