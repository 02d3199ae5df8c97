import { describe, expect, test } from 'vitest'
import type { Voorwaarden } from '@/lib/tijdvak/model'
import { findBruikbare, type Aanspraak } from '@/lib/tijdvak/rules/bruikbaar'

const TOT_MBO_4 = ['VMBO', 'MBO', 'MBO-1', 'MBO-2', 'MBO-3', 'MBO-4']
const ALGEMEEN = { code: 'algemeen', kanaal: null, niveaus: [], maximaalCent: null, voorrang: 9 }
const WERKPLEIN = { code: 'werkplein', kanaal: 'werkplein' as const, niveaus: [], maximaalCent: null, voorrang: 1 }
const LEERRECHTEN = { code: 'leerrechten', kanaal: null, niveaus: TOT_MBO_4, maximaalCent: null, voorrang: 2 }
const KLEIN = { code: 'klein', kanaal: null, niveaus: [], maximaalCent: 35_000, voorrang: 2 }
const ALLE: readonly (Voorwaarden & { code: string })[] = [ALGEMEEN, WERKPLEIN, LEERRECHTEN, KLEIN]

const codes = (aanspraak: Partial<Aanspraak>) => findBruikbare(ALLE, { kanaal: 'online', niveau: 'HBO-BA', bedragCent: 100_000, ...aanspraak }).map(({ code }) => code)

describe('welke compartimenten een aanvraag mag gebruiken, en in welke volgorde', () => {
  test.each([
    ['online en hbo: alleen algemeen', {}, ['algemeen']],
    ['aan een werkplein: eerst het eigen deel, dan algemeen', { kanaal: 'werkplein' as const }, ['werkplein', 'algemeen']],
    ['leerrechten tot en met mbo-4, daarna algemeen', { niveau: 'MBO-4' }, ['leerrechten', 'algemeen']],
    ['een opleiding zonder niveau valt er niet onder', { niveau: null }, ['algemeen']],
    ['wat het bedrag van een compartiment niet te boven gaat', { bedragCent: 35_000 }, ['klein', 'algemeen']],
    ['een cent meer niet', { bedragCent: 35_001 }, ['algemeen']],
    ['gelijke voorrang: in de volgorde van het tijdvak', { kanaal: 'werkplein' as const, niveau: 'MBO-2', bedragCent: 20_000 }, ['werkplein', 'leerrechten', 'klein', 'algemeen']],
  ])('%s', (_, aanspraak, verwacht) => {
    expect(codes(aanspraak)).toEqual(verwacht)
  })
  test('voldoet de aanvraag nergens aan, dan is er geen budget voor', () => {
    expect(findBruikbare([LEERRECHTEN], { kanaal: 'online', niveau: 'WO-MA', bedragCent: 1 })).toEqual([])
  })
})
