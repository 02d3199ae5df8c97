import { describe, expect, test } from 'vitest'
import { POLICY, ROUTES } from '@/lib/platform/policy'
import { listSources, readSource } from '@/tests/architecture/sources'

// A file in the folder of the poort's routes is one, whatever its name.
const files = [...listSources(['app'], /\/(page\.tsx|action\.ts|route\.ts)$/), ...listSources(['scripts/poort/routes'], /\.ts$/)]

/** The handelingen that a source asks the policy for: requireBurger('aanvraag.lezen'), requireInRoute('…', request). */
function askedIn(source: string): string[] {
  return [...source.matchAll(/\brequire(?:Actor|Burger|Opleider|Medewerker|Koppeling|InRoute|InPoort)\(\s*'([^']+)'/g)].map(([, handeling]) => handeling ?? '')
}

/** What is wrong between a file and its row in the table; empty when they agree. */
function objections(row: readonly string[] | undefined, source: string): string[] {
  if (row === undefined) return ['staat niet in ROUTES']
  const asked = askedIn(source)
  if (row[0] === 'publiek') return asked.map((handeling) => `is publiek en vraagt toch ${handeling}`)
  return [
    ...row.filter((handeling) => !asked.includes(handeling)).map((handeling) => `vraagt ${handeling} niet`),
    ...asked.filter((handeling) => !row.includes(handeling)).map((handeling) => `vraagt ${handeling}, maar dat staat niet in ROUTES`),
  ]
}

describe('I9: wie wat mag staat in één tabel, en elke pagina houdt zich eraan', () => {
  test('er zijn pagina’s gevonden', () => {
    expect(files).toEqual(expect.arrayContaining(['app/(publiek)/inloggen/page.tsx', 'scripts/poort/routes/indienen.ts']))
  })

  test('de poort antwoordt alleen uit bestanden in zijn map met routes', () => {
    const source = readSource('scripts/poort/handle.ts')
    const [, list = ''] = /const ROUTES: readonly Route\[\] = \[([^\]]+)\]/.exec(source) ?? []
    const imported = [...source.matchAll(/import \{ ([^}]+) \} from '\.\/routes\/[a-z-]+'/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    expect(list.split(',').map((name) => name.trim()).filter((name) => !imported.includes(name))).toEqual([])
    expect(list).not.toBe('')
  })

  test.each(files)('%s', (file) => {
    expect(objections(ROUTES[file], readSource(file))).toEqual([])
  })

  test('elke rij van ROUTES hoort bij een bestand dat er is', () => {
    expect(Object.keys(ROUTES).filter((file) => !files.includes(file))).toEqual([])
  })

  test('elke handeling heeft een rol, en niemand mag iets als systeem', () => {
    for (const [handeling, rollen] of Object.entries(POLICY)) {
      expect(rollen.length, handeling).toBeGreaterThan(0)
      expect(rollen, handeling).not.toContain('systeem')
    }
  })

  test('de auditor leest, en verandert niets', () => {
    const mag = Object.entries(POLICY).filter(([, rollen]) => rollen.some((rol) => rol === 'auditor')).map(([handeling]) => handeling)
    expect(mag.filter((handeling) => !/(\.lezen|\.werkvoorraad|^sessie\.eigen)$/.test(handeling))).toEqual([])
  })

  test('tegenproef: een pagina buiten de tabel, zonder vraag of met een andere vraag valt op', () => {
    expect(objections(undefined, '')).toEqual(['staat niet in ROUTES'])
    expect(objections(['aanvraag.lezen'], 'export default function Page() {}')).toEqual(['vraagt aanvraag.lezen niet'])
    expect(objections(['publiek'], `await requireBurger('aanvraag.lezen')`)).toEqual(['is publiek en vraagt toch aanvraag.lezen'])
    expect(objections(['aanvraag.lezen'], `await requireBurger('aanvraag.lezen'); await requireActor('dossier.lezen')`))
      .toEqual(['vraagt dossier.lezen, maar dat staat niet in ROUTES'])
  })
})
