import { expect, test } from 'vitest'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { getFactuurWerk } from '@/lib/betaling/views/opleider'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

const stuur = (inhoud: string) => ontvangFactuur(wereld.opleider, { naam: 'factuur.xml', inhoud: Buffer.from(inhoud) })

test('een opdracht vraagt om een factuur tot er een goede is; een afgekeurde telt zolang de opdracht open staat', async () => {
  expect(await getFactuurWerk(wereld.opleider)).toEqual({ teFactureren: 0, afgekeurd: 0 })
  const { aanvraagId } = await wereld.verleen()
  await maakVerplichting(aanvraagId)
  expect(await getFactuurWerk(wereld.opleider)).toEqual({ teFactureren: 1, afgekeurd: 0 })

  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  const factuur = (nummer: string) => eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer })
  await stuur(factuur('N-1').replaceAll('EUR', 'USD'))
  await stuur(factuur('N-2').replaceAll('EUR', 'USD'))
  expect(await getFactuurWerk(wereld.opleider), 'één opdracht, hoe vaak ook afgekeurd').toEqual({ teFactureren: 1, afgekeurd: 1 })

  await stuur(factuur('N-3'))
  expect(await getFactuurWerk(wereld.opleider)).toEqual({ teFactureren: 0, afgekeurd: 0 })
})
