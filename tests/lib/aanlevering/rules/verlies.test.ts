import { describe, expect, test } from 'vitest'
import { vraagtAkkoord } from '@/lib/aanlevering/rules/verlies'
import { vergelijkVelden } from '@/lib/aanlevering/rules/verschil'

const grens = { procent: 20, minstens: 3 }
const verlies = (changes = {}) => [{ opleidingen: 100, opleidingenWeg: 0, starts: 400, startsWeg: 0, ...changes }]

describe('een bestand dat te veel zou laten verdwijnen, vraagt akkoord', () => {
  test.each([
    ['precies 20% van de opleidingen', { opleidingenWeg: 20 }, false],
    ['meer dan 20% van de opleidingen', { opleidingenWeg: 21 }, true],
    ['meer dan 20% van de startmomenten', { startsWeg: 81 }, true],
    ['twee van de vier opleidingen: te weinig om over te vragen', { opleidingen: 4, opleidingenWeg: 2 }, false],
    ['drie van de vier opleidingen', { opleidingen: 4, opleidingenWeg: 3 }, true],
  ])('%s', (_, changes, verwacht) => {
    expect(vraagtAkkoord(verlies(changes), grens)).toBe(verwacht)
  })
  test('van veel opleiders telt ieder apart', () => {
    expect(vraagtAkkoord([...verlies(), ...verlies({ opleidingenWeg: 90 })], grens)).toBe(true)
    expect(vraagtAkkoord([], grens)).toBe(false)
  })
})

describe('wat er verandert in een opleiding', () => {
  test('alleen de velden die anders zijn, met oud en nieuw', () => {
    expect(vergelijkVelden({ titel: 'A', prijs: 1, lijst: [{ a: 1, b: 2 }] }, { titel: 'B', prijs: 1, lijst: [{ b: 2, a: 1 }], erbij: null })).toEqual([{ veld: 'titel', oud: 'A', nieuw: 'B' }])
  })
  test('een andere volgorde in een lijst is wel anders, en lange tekst wordt afgekort', () => {
    expect(vergelijkVelden({ l: [1, 2], t: '' }, { l: [2, 1], t: 'x'.repeat(300) })).toEqual([{ veld: 'l', oud: [1, 2], nieuw: [2, 1] }, { veld: 't', oud: '', nieuw: `${'x'.repeat(200)}…` }])
  })
})
