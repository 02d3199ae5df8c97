import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AANVRAAG_STATUSSEN } from '@/lib/aanvraag/model'
import { canPerform, drawOvergangen, OVERGANGEN, type Overgang } from '@/lib/aanvraag/rules/status'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

const tabel: [string, readonly Overgang[]][] = Object.entries(OVERGANGEN)

describe('I7: de overgangen van een aanvraag', () => {
  test('de tabel in de database is dezelfde als die in de code', async () => {
    const rijen = await asOwner<{ van: string; naar: string; handeling: string; rollen: string[] }>("select van, naar, handeling, rollen from status_overgang where onderwerp = 'aanvraag'")
    const inDatabase = rijen.map(({ van, naar, handeling, rollen }) => `${van} ${naar} ${handeling} ${rollen.toSorted().join(',')}`)
    const inCode = tabel.flatMap(([handeling, overgangen]) => overgangen.flatMap(({ van, naar, door }) => van.map((status) => `${status} ${naar} ${handeling} ${door.toSorted().join(',')}`)))
    expect(inCode.toSorted()).toEqual(inDatabase.toSorted())
  })
  test('het diagram in de documentatie is uit de tabel gemaakt', () => {
    expect(readFileSync('docs/diagrams/aanvraag.md', 'utf8')).toContain(`\`\`\`mermaid\n${drawOvergangen()}\n\`\`\``)
  })
  test('elke status is te bereiken vanuit concept', () => {
    const bereikt = new Set<string>(['concept'])
    for (let ronde = 0; ronde < AANVRAAG_STATUSSEN.length; ronde += 1)
      for (const [, overgangen] of tabel) for (const { van, naar } of overgangen) if (van.some((status) => bereikt.has(status))) bereikt.add(naar)
    expect([...bereikt].toSorted()).toEqual([...AANVRAAG_STATUSSEN].toSorted())
  })
  test('een burger dient in, een behandelaar doet dat niet', () => {
    expect(canPerform('dien-in', 'gereed', 'burger')).toBe(true)
    expect(canPerform('dien-in', 'gereed', 'behandelaar')).toBe(false)
    expect(canPerform('dien-in', 'concept', 'burger')).toBe(false)
  })
  test('na de vaststelling kan niemand meer intrekken', () => {
    expect(canPerform('trek-in', 'vastgesteld', 'burger')).toBe(false)
  })
})
