import { describe, expect, test } from 'vitest'
import { checkBeantwoorden, findWijzigWeg } from '@/lib/vooraanmelding/rules/voorstel'

describe('wie iets te zeggen heeft over een wijziging of intrekking', () => {
  test.each([
    ['niemand bewaarde het: de opleider alleen', { status: 'uitgegeven', isBewaard: false, isVoorgelegd: false }, { weg: 'direct' }],
    ['de burger bewaarde het: eerst vragen', { status: 'uitgegeven', isBewaard: true, isVoorgelegd: false }, { weg: 'voorleggen' }],
    ['er ligt al een vraag', { status: 'uitgegeven', isBewaard: true, isVoorgelegd: true }, { weg: 'niet', reden: 'wacht-op-burger' }],
    ['er is een aanvraag mee ingediend', { status: 'gebruikt', isBewaard: true, isVoorgelegd: true }, { weg: 'niet', reden: 'al-gebruikt' }],
    ['het was al ingetrokken', { status: 'ingetrokken', isBewaard: false, isVoorgelegd: false }, { weg: 'niet', reden: 'al-ingetrokken' }],
  ] as const)('%s', (_, feiten, weg) => {
    expect(findWijzigWeg(feiten)).toEqual(weg)
  })
})

describe('wat de burger nog kan beantwoorden', () => {
  test.each([
    ['voorgelegd', 'uitgegeven', []],
    ['akkoord', 'uitgegeven', ['al-beantwoord']],
    ['geweigerd', 'gebruikt', ['al-beantwoord']],
    ['voorgelegd', 'gebruikt', ['al-gebruikt']],
    ['voorgelegd', 'ingetrokken', ['al-ingetrokken']],
  ] as const)('een voorstel dat is %s bij een bewijs dat is %s', (voorstel, bewijs, beletsels) => {
    expect(checkBeantwoorden(voorstel, bewijs)).toEqual(beletsels)
  })
})
