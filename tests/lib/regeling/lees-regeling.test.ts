import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { inTransaction, prisma } from '@/lib/platform/db'
import { listParameters } from '@/lib/regeling/views'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

describe('de regeling in de database', () => {
  test('wordt één keer vastgelegd en daarna gelezen zoals zij gold', async () => {
    expect(await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))).toBe(REGELING_PARAMETERS.length)
    expect(await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))).toBe(0)

    const regeling = await leesRegeling(prisma, plainDate('2023-01-10'))
    expect(regeling.get('maximumbedrag')).toBe(100_000)
    expect(regeling.get('verleningsgrens')).toBeNull()
    expect(regeling.historie('aow-leeftijd').map(({ waarde }) => waarde)).toEqual([{ jaren: 66, maanden: 7 }, { jaren: 66, maanden: 10 }])
    await expect(leesRegeling(prisma, plainDate('2027-01-01')).then(({ get }) => get('maximumbedrag'))).rejects.toThrow('maximumbedrag on 2027-01-01')
  })

  test('beleid ziet elke waarde met periode en bron', async () => {
    const parameters = await listParameters()
    expect(parameters.find(({ naam }) => naam === 'verleningsgrens')?.perioden).toEqual([
      { waarde: 'geen', van: '2022-01-01', tot: '2023-02-28', bron: 'Subsidieregeling STAP-budget (Stcrt. 2021, 35685): nog geen grens' },
      {
        waarde: '300 per kalenderjaar, daarna dicht vanaf het volgende tijdvak', van: '2023-02-28', tot: '2027-01-01',
        bron: 'Art. 12a, Stcrt. 2023, 4426; 300 per scholingsactiviteit per opleider volgens ser.nl',
      },
    ])
  })

  test('een regeling met een gat wordt niet vastgelegd', async () => {
    const wrong = REGELING_PARAMETERS.filter(({ naam, geldigVan }) => naam !== 'aow-leeftijd' || geldigVan !== '2023-01-01')
    await expect(inTransaction((tx) => legRegelingVast(tx, wrong))).rejects.toThrow('aow-leeftijd from 2024-01-01: gap or overlap')
  })

  test('de database weigert twee waarden op één dag', async () => {
    await expect(
      asOwner(`insert into parameter (naam, waarde, geldig_van, geldig_tot, bron) values ('maximumbedrag', '200000', '2023-06-01', null, 'test')`),
    ).rejects.toThrow('parameter_een_waarde_per_dag')
  })
})
