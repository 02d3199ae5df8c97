import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { parseIban } from '@/lib/base/iban'
import { CATEGORIEEN } from '@/lib/register/model'
import { determineGebreken } from '@/lib/register/rules/gebreken'
import { readEdudexProgram, type GelezenRij } from '@/lib/aanlevering/rules/edudex'
import { DEMO_ERKENNERS, DEMO_OPLEIDERS, demoIban } from '@/prisma/seed/opleiders'
import { makeBestanden } from '@/scripts/data/schaal'
import { isRecord, validate } from '@/tests/scripts/json-schema'

const bestanden = makeBestanden('klein', 2022, plainDate('2022-11-01'))
const gelezen: GelezenRij[] = bestanden.flatMap(({ programs }) => programs.map((program) => readEdudexProgram(program)))
const rijen = gelezen.flatMap((rij) => (rij.ok ? [rij.rij] : []))

describe('the demo register', () => {
  test('has 40 opleiders with every kind of erkenner, 1.500 opleidingen and 6.000 scholingsactiviteiten', () => {
    expect(DEMO_OPLEIDERS).toHaveLength(40)
    const soorten = DEMO_OPLEIDERS.map(({ erkenner }) => DEMO_ERKENNERS.find(({ code }) => code === erkenner)?.soort)
    expect(new Set(soorten)).toEqual(new Set(['OCW', 'NRTO', 'NLQF', 'BRANCHE', 'CEDEO', 'CPION', 'EVC']))
    expect(rijen).toHaveLength(1500)
    expect(rijen.flatMap((rij) => rij.activiteiten)).toHaveLength(6000)
  })

  test('covers every category of RIO', () => {
    expect(new Set(rijen.map((rij) => rij.inhoud.categorie))).toEqual(new Set(CATEGORIEEN))
  })

  test('has prices as they were: half of them around € 800 to € 940, many just below € 1.000, none above € 2.500', () => {
    const prijzen = rijen.map((rij) => rij.inhoud.catalogusprijsCent ?? 0).sort((a, b) => a - b)
    expect(prijzen[750]).toBeGreaterThanOrEqual(800_00)
    expect(prijzen[750]).toBeLessThanOrEqual(945_00)
    expect(prijzen.filter((prijs) => prijs >= 980_00 && prijs <= 1000_00).length).toBeGreaterThan(200)
    expect(prijzen.at(-1)).toBe(2500_00)
  })

  test('has the faults of real feeds: one that never fills the subsidiable costs, and two bad rows', () => {
    const metGebrek = rijen.filter((rij) => determineGebreken(rij.inhoud).length > 0)
    expect(new Set(metGebrek.map((rij) => rij.opleider?.waarde))).toEqual(new Set(['leerhuis-online']))
    expect(gelezen.flatMap((rij) => (rij.ok ? [] : rij.fouten.map(({ veld }) => veld)))).toEqual([
      'programSchedule.genericProgramRun.cost[0].amount', 'programSchedule.programRun[0].startDate.date',
    ])
  })

  test('starts mostly between 29 November 2022 and 31 March 2023, where an aanvraag of 1 November can start', () => {
    const starts = rijen.flatMap((rij) => rij.activiteiten.map(({ startdatum }) => startdatum))
    expect(starts.filter((dag) => dag >= '2022-11-29' && dag <= '2023-03-31').length / starts.length).toBeGreaterThan(0.7)
  })

  test('is the same on every machine, and another with another seed', () => {
    expect(makeBestanden('klein', 2022, plainDate('2022-11-01'))).toEqual(bestanden)
    expect(makeBestanden('klein', 2023, plainDate('2022-11-01'))).not.toEqual(bestanden)
  })

  test('gives every opleider a KvK number of its own and an account that passes the checks', () => {
    expect(new Set(DEMO_OPLEIDERS.map(({ kvk }) => kvk)).size).toBe(40)
    expect(DEMO_OPLEIDERS.map((_, index) => parseIban(demoIban(index))).every((iban) => iban !== undefined)).toBe(true)
  })
})

const SCHEMA = '../shared/reference/edudex/openapi-edudex-spec.json'
describe.skipIf(!existsSync(SCHEMA))('the EDU-DEX specification (skipped where it is not at hand)', () => {
  test('accepts every program but the two bad ones', () => {
    const root: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'))
    if (!isRecord(root)) throw new Error('no specification')
    const faults = bestanden.flatMap(({ programs }) => programs.flatMap((program) => validate(root, { $ref: '#/components/schemas/imports/properties/program_in' }, program)))
    expect(faults).toEqual([expect.stringContaining('1.295,00 does not match')])
  })
})
