import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { toCourse, toScriptJson } from '@/lib/voorportaal/rules/course'

const inhoud = { titel: 'VCA-Basis', samenvatting: 'U leert veilig werken.', omschrijving: 'Lang verhaal.', voertaal: 'nl', niveau: 'MBO-2', waardedocument: 'DIPLOMA', studielast: 8 } as const
const start = { startdatum: plainDate('2022-12-05'), einddatum: plainDate('2022-12-06'), plaats: 'Zwolle', adres: 'Laan 1', postcode: '8011 AA', vorm: 'KLASSIKAAL', prijs: cent(19_500) } as const

describe('schema.org Course', () => {
  test('zegt wat op de pagina staat', () => {
    expect(toCourse({ inhoud, opleider: { naam: 'De Hanze', website: null }, activiteiten: [start] }, 'https://stap.example/opleidingen/1')).toMatchObject({
      '@context': 'https://schema.org', '@type': 'Course', name: 'VCA-Basis', inLanguage: 'nl', educationalLevel: 'mbo niveau 2', educationalCredentialAwarded: 'diploma',
      provider: { '@type': 'Organization', name: 'De Hanze' }, offers: { price: '195.00', priceCurrency: 'EUR' },
      hasCourseInstance: [{ courseMode: 'Onsite', startDate: '2022-12-05', endDate: '2022-12-06', courseWorkload: 'PT8H', location: { name: 'Zwolle', address: { postalCode: '8011 AA' } } }],
    })
  })

  test('wat een opleider invult kan het script niet uit', () => {
    const json = toScriptJson({ naam: '</script><script>alert(1)</script><!-- & \u2028' })
    expect(json).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(json)).toEqual({ naam: '</script><script>alert(1)</script><!-- & \u2028' })
  })
})
