import { describe, expect, test } from 'vitest'
import { estimateBereik } from '@/lib/wachtkamer/rules/bereik'
import { givePlaats } from '@/lib/wachtkamer/rules/plaats'
import { calculateWachtkamerToestand, chooseStap, isGeloot } from '@/lib/wachtkamer/rules/toestand'
import { isUitgeput } from '@/lib/wachtkamer/rules/uitputting'

const opentOp = new Date('2023-02-28T09:00:00Z')
const later = new Date('2023-03-17T09:00:00Z')
const op = (iso: string) => new Date(iso)

describe('waar de wachtkamer staat', () => {
  test.each([
    ['voor de opening', { tijdvak: 'gepland', isGeloot: false }, 'voor'],
    ['na de opening, maar de loting is nog niet vastgelegd: niemand mag door', { tijdvak: 'open', isGeloot: false }, 'voor'],
    ['na de loting', { tijdvak: 'open', isGeloot: true }, 'open'],
    ['bij een tijdvak dat wordt verloot, is er geen beurt', { tijdvak: 'open', isGeloot: false, modus: 'loting' }, 'open'],
    ['gepauzeerd', { tijdvak: 'gepauzeerd', isGeloot: true }, 'pauze'],
    ['het budget is op', { tijdvak: 'open', isGeloot: true, isUitgeput: true }, 'uitgeput'],
    ['gesloten gaat voor', { tijdvak: 'gesloten', isGeloot: true, isUitgeput: true }, 'gesloten'],
  ] as const)('%s', (_, feiten, toestand) => {
    expect(calculateWachtkamerToestand({ modus: 'volgorde', isUitgeput: false, ...feiten })).toBe(toestand)
  })
})

describe('wat de worker doet', () => {
  const moment = { opentOp, tijdvak: 'gepland', urenVoorOpening: 24 } as const
  test.each([
    ['meer dan 24 uur ervoor: niets', undefined, { nu: op('2023-02-27T08:59:59Z') }, undefined],
    ['24 uur ervoor gaat de wachtkamer open', undefined, { nu: op('2023-02-27T09:00:00Z') }, 'open-wachtkamer'],
    ['ook als de worker te laat was', undefined, { nu: op('2023-02-28T10:00:00Z'), tijdvak: 'open' }, 'open-wachtkamer'],
    ['niet als het tijdvak voorbij is', undefined, { nu: op('2023-02-28T10:00:00Z'), tijdvak: 'gesloten' }, undefined],
    ['een milliseconde te vroeg wordt er niet geloot', { ronde: 1, gelootOp: null }, { nu: op('2023-02-28T08:59:59.999Z') }, undefined],
    ['bij de opening wordt er geloot', { ronde: 1, gelootOp: null }, { nu: opentOp, tijdvak: 'open' }, 'loot'],
    ['ook tijdens een pauze', { ronde: 1, gelootOp: null }, { nu: opentOp, tijdvak: 'gepauzeerd' }, 'loot'],
    ['daarna niets meer', { ronde: 1, gelootOp: op('2023-02-28T09:00:01Z') }, { nu: op('2023-02-28T09:10:00Z'), tijdvak: 'open' }, undefined],
  ] as const)('%s', (_, ronde, anders, stap) => {
    expect(chooseStap(ronde, { ...moment, ...anders })).toBe(stap)
  })
})

describe('een opening die is verplaatst: 28 februari 2023 wordt 17 maart', () => {
  const geloot = { ronde: 1, gelootOp: op('2023-02-28T09:00:01Z') }

  test('na de loting begint er een nieuwe ronde: iedereen die er was, loot opnieuw mee', () => {
    expect(isGeloot(geloot, opentOp)).toBe(true)
    expect(isGeloot(geloot, later)).toBe(false)
    expect(chooseStap(geloot, { opentOp: later, tijdvak: 'gepland', nu: op('2023-02-28T11:00:00Z'), urenVoorOpening: 24 })).toBe('begin-ronde')
    expect(chooseStap({ ronde: 2, gelootOp: null }, { opentOp: later, tijdvak: 'gepland', nu: op('2023-02-28T11:00:01Z'), urenVoorOpening: 24 })).toBeUndefined()
    expect(chooseStap({ ronde: 2, gelootOp: null }, { opentOp: later, tijdvak: 'open', nu: later, urenVoorOpening: 24 })).toBe('loot')
  })

  test('voor de loting blijft alles zoals het is', () => {
    expect(chooseStap({ ronde: 1, gelootOp: null }, { opentOp: later, tijdvak: 'gepland', nu: op('2023-02-28T11:00:00Z'), urenVoorOpening: 24 })).toBeUndefined()
  })

  test('een plaats uit een loting die niet meer geldt, is geen plaats', () => {
    expect(givePlaats({ nummer: 7, gelotePlaats: 3 }, { gelootOp: geloot.gelootOp, opentOp })).toBe(3)
    expect(givePlaats({ nummer: 9, gelotePlaats: null }, { gelootOp: geloot.gelootOp, opentOp })).toBe(9)
    expect(givePlaats({ nummer: 7, gelotePlaats: 3 }, { gelootOp: geloot.gelootOp, opentOp: later })).toBeNull()
    expect(givePlaats({ nummer: 7, gelotePlaats: null }, { gelootOp: null, opentOp })).toBeNull()
  })
})

describe('uitgeput: geen compartiment kan nog een voorbereide aanvraag betalen', () => {
  const rest = { vrijCent: 50_000, gesloten: false, geweigerdVanafCent: null, kleinsteCent: 40_000 }
  test.each([
    ['er past nog een aanvraag', [rest], 'weiger', false],
    ['de kleinste aanvraag vraagt meer dan er over is', [{ ...rest, kleinsteCent: 50_001 }], 'weiger', true],
    ['precies wat er over is, past', [{ ...rest, kleinsteCent: 50_000 }], 'weiger', false],
    ['deels: wat er over is, kan altijd nog gegeven worden (Awb 4:25 lid 2)', [{ ...rest, kleinsteCent: 90_000 }], 'deels', false],
    ['dit bedrag is al eens geweigerd (I3)', [{ ...rest, geweigerdVanafCent: 40_000 }], 'weiger', true],
    ['gesloten', [{ ...rest, gesloten: true }], 'sluit', true],
    ['een ander compartiment kan nog wel', [{ ...rest, vrijCent: 0 }, rest], 'weiger', false],
    ['een ander compartiment heeft geld, maar niemand vraagt ernaar', [{ ...rest, vrijCent: 0 }, { ...rest, kleinsteCent: null }], 'weiger', true],
    ['niemand heeft iets voorbereid: dan is er nog budget', [{ ...rest, kleinsteCent: null }], 'weiger', false],
    ['niemand heeft iets voorbereid en er is niets over', [{ ...rest, vrijCent: 0, kleinsteCent: null }], 'weiger', true],
  ] as const)('%s', (_, compartimenten, regel, uitgeput) => {
    expect(isUitgeput(compartimenten, regel)).toBe(uitgeput)
  })
})

describe('tot welke plaats het budget reikt', () => {
  const bereik = { toegelatenTot: 10_000, uitgegeven: 160_000, overCent: 4_000_000_00, onbeslistCent: 0, ingediend: 8_000, gemiddeldCent: 80_000 }
  test.each([
    ['5.000 toekenningen over, vier van de vijf dienen in: nog 6.250 plaatsen', {}, 16_250],
    ['wat nog beslist wordt, gaat er eerst af', { onbeslistCent: 800_000_00 }, 15_000],
    ['er is minder over dan er nog beslist wordt', { onbeslistCent: 5_000_000_00 }, 10_000],
    ['met minder dan 50 indieningen is er niets over te zeggen', { ingediend: 49 }, null],
    ['wie voorbij de laatste plaats is toegelaten, telt niet mee', { toegelatenTot: 12_000, uitgegeven: 10_000 }, 16_250],
  ])('%s', (_, anders, plaats) => {
    expect(estimateBereik({ ...bereik, ...anders })).toBe(plaats)
  })
})
