import { expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { makeMomentopname } from '@/lib/aanvraag/rules/momentopname'
import { momentopnameSchema } from '@/lib/aanvraag/schema'

test('I8: de momentopname houdt vast wat de burger zag, en is weer te lezen', () => {
  const momentopname = makeMomentopname(
    {
      geboortedatum: plainDate('1990-01-02'), kostenCent: cent(120_000), subsidiabelCent: cent(100_000),
      startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-01-27'), plaats: 'Utrecht', cohortcode: 'C-1',
    },
    { titel: 'Lassen', versie: 3, niveau: 'MBO-2', categorie: 'TECHNIEK_EN_ICT', opleidingsvorm: 'KLASSIKAAL', waardedocument: null, opleider: { naam: 'De Bouw', plaats: 'Utrecht', kvk: '90000001' } },
    { voornamen: 'Samantha', tussenvoegsel: 'van', achternaam: 'Dijk' },
  )
  expect(momentopname).toEqual({
    persoon: { naam: 'Samantha van Dijk', geboortedatum: '1990-01-02' },
    opleiding: { titel: 'Lassen', versie: 3, niveau: 'MBO-2', categorie: 'TECHNIEK_EN_ICT', opleidingsvorm: 'KLASSIKAAL', waardedocument: null },
    opleider: { naam: 'De Bouw', plaats: 'Utrecht', kvk: '90000001' },
    scholing: { cohortcode: 'C-1', startdatum: '2022-12-05', einddatum: '2023-01-27', plaats: 'Utrecht', kostenCent: 120_000, subsidiabelCent: 100_000 },
  })
  expect(momentopnameSchema.parse(JSON.parse(JSON.stringify(momentopname)))).toEqual(momentopname)
})
