import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** `failures`: the name of each test that failed with the first lines of why, to be said once more at the end. */
export type Tally = { passed: number; failed: number; skipped: number; failures: readonly string[] }

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({
    name: z.string(),
    status: z.string(),
    message: z.string(),
    assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullable() })),
  })),
})

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ status: z.string(), results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })) })),
})
const suiteSchema = z.object({
  specs: z.array(specSchema).optional(),
  get suites() { return z.array(suiteSchema).optional() },
})
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(suiteSchema),
})

const NOTHING: Tally = { passed: 0, failed: 1, skipped: 0, failures: ['er kwam geen verslag'] }
const REASON_LINES = 6

/** What vitest did. A file that could not be loaded or prepared counts as one failed test, and so does a run without a report. */
export function readVitest(file: string, exitCode: number): Tally {
  const parsed = vitestSchema.safeParse(readJson(file))
  if (!parsed.success) return NOTHING
  const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = parsed.data
  const tests = testResults.flatMap(({ name, assertionResults }) => assertionResults
    .filter(({ status }) => status === 'failed')
    .map((test) => failure(name, test.fullName, test.failureMessages?.join('\n') ?? '')))
  const files = testResults
    .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
    .map(({ name, message }) => failure(name, 'het bestand zelf', message))
  const failures = [...tests, ...files]
  return atLeastOneFailed({ passed: numPassedTests, failed: numFailedTests + files.length, skipped: numPendingTests + numTodoTests, failures }, exitCode)
}

/** What Playwright did. A flaky test is a failed one. */
export function readPlaywright(file: string, exitCode: number): Tally {
  const parsed = playwrightSchema.safeParse(readJson(file))
  if (!parsed.success) return NOTHING
  const { expected, unexpected, flaky, skipped } = parsed.data.stats
  const failures = [
    ...specsOf(parsed.data).filter((spec) => spec.tests.some(({ status }) => status === 'unexpected' || status === 'flaky')).map((spec) => failure(spec.file, spec.title, reasonOf(spec))),
    ...parsed.data.errors.map(({ message }) => failure('', 'buiten de tests', message ?? '')),
  ]
  return atLeastOneFailed({ passed: expected, failed: unexpected + flaky + parsed.data.errors.length, skipped, failures }, exitCode)
}

type Suite = z.infer<typeof suiteSchema>

function specsOf({ specs = [], suites = [] }: Pick<Suite, 'specs' | 'suites'>): z.infer<typeof specSchema>[] {
  return [...specs, ...suites.flatMap(specsOf)]
}

function reasonOf({ tests }: z.infer<typeof specSchema>): string {
  return tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''))).join('\n')
}

function failure(file: string, title: string, reason: string): string {
  const plain = reason.replace(/\u001b\[[0-9;]*m/g, '').split('\n').filter((line) => line.trim() !== '').slice(0, REASON_LINES)
  return [`✗ ${file} > ${title}`, ...plain.map((line) => `    ${line.slice(0, 300)}`)].join('\n')
}

// Something outside a test went wrong: an unhandled rejection, or no tests at all.
function atLeastOneFailed(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1, failures: ['iets buiten een test: zie hierboven'] } : tally
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
