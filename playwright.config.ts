import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS } from './scripts/test/chromium'

const program = process.env['STAP_TEST_CHROMIUM']
const extra = process.env['STAP_TEST_CHROMIUM_ENV']
const env: unknown = extra === undefined ? undefined : JSON.parse(extra)

/** The tests that only look, which may do so at the same time. */
const KIJKEN = /(kwaliteit|policy-matrix)\.spec\.ts/

/** Run by `npm test`, which starts the whole system on a data directory of its own and says here where it is. */
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  projects: [
    // One system with one legal clock: what changes something takes turns. What these make is what the others look at.
    { name: 'reizen', testIgnore: KIJKEN, workers: 1 },
    // Nothing is recorded of looking: a failure says the page and what is wrong with it, and anybody can look again.
    { name: 'kijken', testMatch: KIJKEN, fullyParallel: true, dependencies: ['reizen'], use: { trace: 'off' } },
  ],
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ...(process.env['STAP_TEST_REPORT'] === undefined ? [] : [['json', { outputFile: process.env['STAP_TEST_REPORT'] }] as const])],
  use: {
    baseURL: process.env['STAP_TEST_URL'] ?? 'http://localhost:3000',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // What was done and what stood on the page, without a film of it beside that.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      args: [...CHROMIUM_ARGS],
      ...(program === undefined ? {} : { executablePath: program }),
      ...(typeof env === 'object' ? { env: { ...process.env, ...env } } : {}),
    },
  },
})
