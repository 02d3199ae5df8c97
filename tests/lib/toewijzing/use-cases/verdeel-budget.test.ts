import { describe, expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { pool, withClient } from '@/lib/platform/db'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { wijsTijdvakToe } from '@/lib/toewijzing/use-cases/wijs-tijdvak-toe'
import { anOpening, type Opening } from '@/tests/builders/opening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

freshDb()

type Deelnemer = Opening['deelnemers'][number]

function nth({ deelnemers }: Opening, index: number): Deelnemer {
  const deelnemer = deelnemers[index]
  if (deelnemer === undefined) throw new Error(`there is no applicant ${String(index)}`)
  return deelnemer
}

async function submit(...deelnemers: readonly Deelnemer[]): Promise<void> {
  for (const { burger, kenmerk } of deelnemers) expect(await dienIn(burger, kenmerk)).toMatchObject({ ok: true })
}

async function uitkomstOf({ aanvraagId }: Deelnemer): Promise<string | undefined> {
  return (await pool.query<{ uitkomst: string }>('select uitkomst from toewijzing where aanvraag_id = $1', [aanvraagId])).rows[0]?.uitkomst
}

async function gereserveerdCent({ compartimentId }: Opening): Promise<number | undefined> {
  return (await pool.query<{ cent: number }>('select gereserveerd_cent as cent from compartiment where id = $1', [compartimentId])).rows[0]?.cent
}

describe('Awb 4:13: wie een ontvangstbewijs heeft, krijgt een beslissing', () => {
  test('ook als er rond het sluiten dagenlang geen verdeler draaide', async () => {
    const opening = await anOpening({ aanvragers: 1, plafondCent: 100_000 })
    await submit(nth(opening, 0))
    await asOwner("update tijdvak set opent_op = nu() - interval '60 days', registratiestop_op = nu() - interval '90 days', sluit_op = nu() - interval '3 days', toestand = 'gesloten' where id = $1", [opening.tijdvakId])
    await verdeelBudget()
    expect(await uitkomstOf(nth(opening, 0))).toBe('gereserveerd')
  })
})

describe('I4: intrekken maakt de plaats van het kalenderjaar vrij', () => {
  async function withdrawAndApplyAgain(opening: Opening): Promise<{ eerste: Deelnemer; tweede: Deelnemer }> {
    const eerste = nth(opening, 0)
    await submit(eerste)
    await verdeelBudget()
    expect(await trekAanvraagIn(eerste.burger, { kenmerk: eerste.kenmerk })).toMatchObject({ ok: true })
    const tweede = { ...nth(opening, 1), burger: eerste.burger }
    await plant('update aanvraag set burger_id = $2 where id = $1', [tweede.aanvraagId, eerste.burger.id])
    await submit(tweede)
    return { eerste, tweede }
  }

  test('wie intrekt en opnieuw indient, wordt niet geweigerd omdat de vrijgave nog in de wachtrij staat', async () => {
    const opening = await anOpening({ aanvragers: 2, plafondCent: 100_000 })
    const { eerste, tweede } = await withdrawAndApplyAgain(opening)
    await verdeelBudget()
    expect(await uitkomstOf(tweede)).toBe('gereserveerd')
    expect(await gereserveerdCent(opening)).toBe(100_000)

    // The job comes after all, twice: nothing is given back a second time.
    await laatReserveringVrij(eerste.aanvraagId)
    await laatReserveringVrij(eerste.aanvraagId)
    expect(await gereserveerdCent(opening)).toBe(100_000)
  })

  test('de vrijgave en de verdeler tegelijk: één keer vrijgegeven', async () => {
    const opening = await anOpening({ aanvragers: 2, plafondCent: 200_000 })
    const { eerste, tweede } = await withdrawAndApplyAgain(opening)
    await Promise.all([laatReserveringVrij(eerste.aanvraagId), verdeelBudget(), laatReserveringVrij(eerste.aanvraagId)])
    expect(await uitkomstOf(tweede)).toBe('gereserveerd')
    expect(await gereserveerdCent(opening)).toBe(100_000)
    const { rows } = await pool.query("select soort from boeking where oorzaak = 'aanvraag' and oorzaak_id = $1", [eerste.aanvraagId])
    expect(rows).toEqual([{ soort: 'geef-reservering-vrij' }])
  })
})

describe('art. 10: een achterstand wordt in stukken weggewerkt, op volgorde van binnenkomst', () => {
  const round = ({ tijdvakId }: Opening) => withClient((client) => wijsTijdvakToe(client, tijdvakId, 10))

  test('25 wachtenden, tien per ronde, en wie er tussendoor bij komt sluit achteraan', async () => {
    const opening = await anOpening({ aanvragers: 26, plafondCent: 1_200_000 })
    await submit(...opening.deelnemers.slice(0, 25))
    expect(await round(opening)).toBe(10)
    await submit(nth(opening, 25))
    expect([await round(opening), await round(opening), await round(opening)]).toEqual([10, 6, 0])

    const uitkomsten = await Promise.all(opening.deelnemers.map(uitkomstOf))
    expect(uitkomsten.slice(0, 12).every((uitkomst) => uitkomst === 'gereserveerd')).toBe(true)
    expect(uitkomsten.slice(12).every((uitkomst) => uitkomst === 'plafond-bereikt')).toBe(true)
  })
})
