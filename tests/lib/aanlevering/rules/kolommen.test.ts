import { describe, expect, test } from 'vitest'
import { keurKolomindeling, kopSleutel, stelKolomindelingVoor, vindKoprij } from '@/lib/aanlevering/rules/kolommen'
import { Tabelaanbod } from '@/lib/aanlevering/rules/tabelaanbod'
import { leesTabelregel } from '@/lib/aanlevering/rules/tabelrij'

const KOP = ['Productcode', 'Naam cursus', 'Prijs incl. btw', 'Waarvan subsidiabel', 'Startdatum', 'Einddatum', 'Lesplaats', 'Opmerking']
const RIJ = ['BHV-1', 'Bedrijfshulpverlener', '€ 395,00', '345', '5-12-2022', '6-12-2022', 'Zwolle', 'bel eerst']

describe('het voorstel voor de kolomindeling', () => {
  test('uit de namen van de kolommen', () => {
    expect(stelKolomindelingVoor(KOP, [RIJ])).toEqual(['opleidingcode', 'titel', 'prijs', 'subsidiabel', 'startdatum', 'einddatum', 'plaats', null])
  })

  test('elk veld hoogstens één keer: de beste kolom krijgt het', () => {
    expect(stelKolomindelingVoor(['code', 'opleidingscode'], [['x', 'y']])).toEqual([null, 'opleidingcode'])
  })

  test('een naam die niet bij de waarden past, wordt niet voorgesteld', () => {
    expect(stelKolomindelingVoor(['Prijs', 'Datum'], [['op aanvraag', 'in overleg']])).toEqual([null, null])
  })

  test('een postcode wordt aan de waarden herkend', () => {
    expect(stelKolomindelingVoor(['Kolom 7'], [['8011 AA'], ['1012 AB']])).toEqual(['postcode'])
  })

  test('de koprij staat onder een titel en een lege regel', () => {
    expect(vindKoprij([['Aanbod 2022'], ['', ''], KOP, RIJ])).toBe(2)
    expect(vindKoprij([['a', 'b'], ['1', '2']])).toBeUndefined()
  })

  test('dezelfde namen in andere hoofdletters hebben dezelfde sleutel', () => {
    expect(kopSleutel(['Prijs (incl. BTW)', ' Titel'])).toBe(kopSleutel(['prijs incl btw', 'titel']))
  })

  test('zonder code van de opleiding kan een kolomindeling niet; een veld twee keer ook niet', () => {
    expect(keurKolomindeling(['titel', 'titel', null])).toEqual(['geen-opleidingcode', 'veld-dubbel'])
    expect(keurKolomindeling(['opleidingcode', 'einddatum'])).toEqual(['einddatum-zonder-start'])
    expect(keurKolomindeling(['opleidingcode', 'titel'])).toEqual([])
  })
})

function lees(rijen: readonly (readonly string[])[], kop: readonly string[] = KOP) {
  const kolomindeling = stelKolomindelingVoor(kop, rijen)
  const aanbod = new Tabelaanbod()
  rijen.forEach((cellen, index) => {
    const regel = leesTabelregel(index + 2, cellen, kolomindeling, kop)
    if (regel !== undefined) aanbod.add(regel)
  })
  return [...aanbod.results()]
}

describe('rijen worden opleidingen', () => {
  test('één rij per startdatum: dezelfde code is dezelfde opleiding', () => {
    const [een, ...rest] = lees([RIJ, ['BHV-1', '', '€ 395,00', '345', '9-1-2023', '', 'Assen', ''], ['', '', '', '', '', '', '', 'los']])
    expect(rest).toEqual([])
    expect(een?.regel).toBe(2)
    expect(een?.gelezen).toMatchObject({ ok: true, opleiding: {
      programmaId: 'BHV-1', titel: 'Bedrijfshulpverlener',
      kosten: [{ soort: 'LESGELD', bedragCent: 34_500 }, { soort: 'OVERIG', bedragCent: 5_000 }],
      starts: [{ cohortcode: 'BHV-1_20221205', startdatum: '2022-12-05', einddatum: '2022-12-06', plaats: 'Zwolle', kosten: [] }, { cohortcode: 'BHV-1_20230109', einddatum: '2023-01-09', plaats: 'Assen' }],
    } })
  })

  test('één rij per opleiding, zonder startdatum', () => {
    const [een] = lees([['BHV-1', 'Bedrijfshulpverlener', '395', '345', '', '', '', '']])
    expect(een?.gelezen).toMatchObject({ ok: true, opleiding: { starts: [] } })
  })

  test('een prijs zonder subsidiabele kosten houdt een prijs waarvan niets subsidiabel is', () => {
    const [een] = lees([['BHV-1', 'B', '395', '', '', '', '', '']])
    expect(een?.gelezen).toMatchObject({ ok: true, opleiding: { kosten: [{ soort: 'OVERIG', bedragCent: 39_500 }] } })
  })

  test('een andere prijs op een latere startdatum is van die startdatum', () => {
    const [een] = lees([RIJ, ['BHV-1', '', '450', '400', '9-1-2023', '', '', '']])
    expect(een?.gelezen.ok === true && een.gelezen.opleiding.starts.map(({ kosten }) => kosten.map(({ bedragCent }) => bedragCent))).toEqual([[], [40_000, 5_000]])
  })

  test('een andere titel onder dezelfde code wordt geweigerd, met de regel', () => {
    const [een] = lees([RIJ, ['BHV-1', 'Iets anders', '395', '345', '9-1-2023', '', '', '']])
    expect(een?.gelezen).toEqual({ ok: false, sleutel: 'BHV-1', fouten: [{ veld: 'titel', regel: 3, reden: 'Deze regel heeft een andere titel dan regel 2, met dezelfde code. Maak ze gelijk, of geef een andere opleiding een andere code.' }] })
  })

  test('dezelfde dag twee keer zonder eigen code wordt geweigerd', () => {
    const [een] = lees([RIJ, RIJ])
    expect(een?.gelezen).toMatchObject({ ok: false, fouten: [{ regel: 3, reden: expect.stringContaining('staat ook op regel 2') }] })
  })

  test('alle fouten van een rij tegelijk, met de naam van de kolom', () => {
    const [een] = lees([RIJ, ['', '', '1e3', '=1+1', '30-2-2023', '', '', '']])
    const tweede = lees([['', 'X', '1e3', '345', '30-2-2023', '', '', ''], RIJ])[0]
    expect(een?.gelezen.ok).toBe(true)
    expect(tweede?.gelezen.ok === false && tweede.gelezen.fouten.map(({ veld }) => veld)).toEqual(['Uw code van de opleiding', 'Prijs incl. btw', 'Startdatum'])
  })

  test('een formule die niet uitkomt wordt genoemd, niet overgenomen', () => {
    const [een] = lees([['BHV-1', '#N/B', '395', '345', '', '', '', ''], RIJ])
    expect(een?.gelezen).toMatchObject({ ok: false, fouten: [{ veld: 'Naam cursus', reden: 'In deze cel staat “#N/B”: een formule die niet uitkomt. Vul de waarde zelf in.' }] })
  })

  test('kosten per soort: de rest van de prijs is overig, en samen meer dan de prijs is fout', () => {
    const kop = ['code', 'titel', 'prijs', 'lesgeld', 'examengeld', 'lunch']
    expect(lees([['A', 'T', '500', '400', '50', '25']], kop)[0]?.gelezen).toMatchObject({ ok: true, opleiding: { kosten: [
      { soort: 'LESGELD', bedragCent: 40_000 }, { soort: 'EXAMEN', bedragCent: 5_000 }, { soort: 'CATERING', bedragCent: 2_500 }, { soort: 'OVERIG', bedragCent: 2_500 }] } })
    expect(lees([['A', 'T', '400', '400', '50', '']], kop)[0]?.gelezen).toMatchObject({ ok: false, fouten: [{ veld: 'prijs', reden: expect.stringContaining('samen hoger dan de prijs') }] })
  })

  test('subsidiabel boven de prijs, of een einddatum voor de start, wordt geweigerd', () => {
    expect(lees([['A', 'T', '300', '345', '5-12-2022', '4-12-2022', '', '']])[0]?.gelezen).toMatchObject({ ok: false, fouten: [{ reden: expect.stringContaining('hoger dan de prijs') }, { reden: expect.stringContaining('voor de startdatum') }] })
  })
})
