import { expect, test } from 'vitest'
import { OVERGANGEN } from '@/lib/vordering/rules/status'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

test('de database kent dezelfde overgangen van een vordering, door dezelfde rollen (I7)', async () => {
  const rijen = await asOwner<{ van: string; naar: string; handeling: string; rollen: string[] }>(`select van, naar, handeling, rollen from status_overgang where onderwerp = 'vordering'`)
  const verwacht = Object.entries(OVERGANGEN).flatMap(([handeling, { van, naar, door }]) => van.flatMap((een) => naar.filter((ander) => ander !== een).map((ander) => ({ van: een, naar: ander, handeling, rollen: [...door].toSorted() }))))
  const sleutel = (rij: { van: string; naar: string; handeling: string }) => `${rij.handeling} ${rij.van} ${rij.naar}`
  const gesorteerd = <Rij extends { van: string; naar: string; handeling: string }>(lijst: readonly Rij[]) => lijst.toSorted((een, ander) => sleutel(een).localeCompare(sleutel(ander)))
  expect(gesorteerd(rijen.map((rij) => ({ ...rij, rollen: rij.rollen.toSorted() })))).toEqual(gesorteerd(verwacht))
})
