import { expect, test } from 'vitest'
import { meldSchema } from '@/lib/verantwoording/schema'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { countTeMelden } from '@/lib/verantwoording/views'
import { alsBestand, EEN_PDF } from '@/tests/builders/bewijs'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

test('een deelnemer telt als te melden vanaf de dag na de opleiding, tot de opleider meldt', async () => {
  const { kenmerk } = await wereld.verleen()
  expect(await countTeMelden(wereld.opleider)).toBe(0)
  await zetKlok('2023-09-01T10:00:00+02:00')
  expect(await countTeMelden(wereld.opleider)).toBe(1)
  await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewijs: alsBestand(EEN_PDF, 'application/pdf') }))
  expect(await countTeMelden(wereld.opleider)).toBe(0)
})
