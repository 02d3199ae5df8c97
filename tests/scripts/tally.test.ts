import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlaywright, readVitest } from '@/scripts/test/tally'

let dir = ''
beforeAll(() => { dir = mkdtempSync(path.join(tmpdir(), 'stap-tally-')) })
afterAll(() => { rmSync(dir, { recursive: true, force: true }) })

function aReport(content: object): string {
  const file = path.join(dir, 'verslag.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const counts = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }

test('een test die faalt wordt aan het eind nog eens genoemd, met de eerste regels van waarom', () => {
  const report = aReport({ ...counts, numFailedTests: 1, testResults: [{ name: 'a.test.ts', status: 'failed', message: '', assertionResults: [
    { status: 'passed', fullName: 'goed', failureMessages: [] },
    { status: 'failed', fullName: 'telt op', failureMessages: ['\u001b[31mexpected 4 to be 5\u001b[39m'] }] }] })
  expect(readVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0, failures: ['✗ a.test.ts > telt op\n    expected 4 to be 5'] })
})

test('een bestand waarvan de voorbereiding faalt, telt als één fout, ook als al zijn tests dan worden overgeslagen', () => {
  const report = aReport({ ...counts, numPendingTests: 1, testResults: [{ name: 'b.test.ts', status: 'failed', message: 'it did not come true in time', assertionResults: [
    { status: 'skipped', fullName: 'later', failureMessages: [] }] }] })
  expect(readVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1, failures: ['✗ b.test.ts > het bestand zelf\n    it did not come true in time'] })
})

test('een fout buiten elke test is een fout: de exitcode beslist', () => {
  expect(readVitest(aReport({ ...counts, testResults: [] }), 1).failed).toBe(1)
  expect(readVitest(aReport({ ...counts, testResults: [] }), 0).failed).toBe(0)
})

test('zonder verslag is er een fout', () => {
  expect(readVitest(path.join(dir, 'is-er-niet.json'), 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('een browsertest die pas de tweede keer lukt, telt als fout en wordt genoemd', () => {
  const aSpec = (title: string, status: string) => ({ title, file: 'x.spec.ts', ok: true, tests: [{ status, results: [{ errors: status === 'flaky' ? [{ message: 'Timeout' }] : [] }] }] })
  const report = aReport({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, errors: [], suites: [{ suites: [{ specs: [aSpec('diep', 'flaky'), aSpec('goed', 'expected')] }] }] })
  expect(readPlaywright(report, 0)).toEqual({ passed: 1, failed: 1, skipped: 0, failures: ['✗ x.spec.ts > diep\n    Timeout'] })
})
