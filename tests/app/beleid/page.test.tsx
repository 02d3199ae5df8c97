import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import BeleidPage from '@/app/(beleid)/beleid/page'
import { inTransaction } from '@/lib/platform/db'
import { requireMedewerker } from '@/lib/platform/session'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { TIJDVAKKEN } from '@/prisma/seed/tijdvakken'
import { freshDb, zetKlok } from '@/tests/setup/db'

vi.mock('@/lib/platform/session', () => ({ requireMedewerker: vi.fn() }))

freshDb()

const page = async () => renderToStaticMarkup(await BeleidPage())
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ,/g, ',')

describe('de pagina van beleid', () => {
  test('zegt in een leeg systeem wat hier komt', async () => {
    const html = await page()
    expect(html).toContain('Er zijn nog geen tijdvakken.')
    expect(requireMedewerker).toHaveBeenCalledWith('regeling.lezen')
  })

  test('toont elke waarde met periode en bron, en het budget van elk tijdvak', async () => {
    await inTransaction(async (tx) => {
      await legRegelingVast(tx, REGELING_PARAMETERS)
      for (const plan of TIJDVAKKEN) await legTijdvakVast(tx, plan)
    })
    await zetKlok('2022-11-01T10:00:00+01:00')
    const seen = text(await page())
    expect(seen).toContain('2022-V Open 01-11-2022, 10.00 uur tot en met 31-12-2022 registratiestop 04-10-2022 geen reservelijst De aanvraag wordt afgewezen. Een kleiner bedrag daarna kan nog wel. Algemeen Online en werkplein Voorrang 9 Rest wordt niet meer verdeeld € 47.025.000 € 0 € 0 € 0 € 47.025.000')
    expect(seen).toContain('Werkplein Alleen via een werkplein Voorrang 1 Rest wordt niet meer verdeeld Overschrijding te verrekenen met 2022-IV € 0 plus € 1.600.000 € 0 € 0 € 0 € 1.600.000')
    expect(seen).toContain('AOW-leeftijd 66 jaar en 7 maanden vanaf 01-01-2022 tot en met 31-12-2022 geldt nu')
    expect(seen).toContain('AOW-leeftijd 66 jaar en 10 maanden vanaf 01-01-2023 tot en met 31-12-2023 Algemene')
    expect(seen).toContain('Termijn om bezwaar te maken 6 weken vanaf 01-01-2022 geldt nu Awb 6:7')
  })
})
