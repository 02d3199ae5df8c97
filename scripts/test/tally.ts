import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: number }

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** What vitest did. A file that could not be loaded counts as one failed test, and so does a run without a report. */
export function readVitest(file: string, exitCode: number): Tally {
  const parsed = vitestSchema.safeParse(readJson(file))
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 }
  const broken = parsed.data.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  return atLeastOneFailed({ passed: parsed.data.numPassedTests, failed: parsed.data.numFailedTests + broken, skipped: parsed.data.numPendingTests + parsed.data.numTodoTests }, exitCode)
}

/** What Playwright did. A flaky test is a failed one. */
export function readPlaywright(file: string, exitCode: number): Tally {
  const parsed = playwrightSchema.safeParse(readJson(file))
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = parsed.data.stats
  return atLeastOneFailed({ passed: expected, failed: unexpected + flaky + parsed.data.errors.length, skipped }, exitCode)
}

// Something outside a test went wrong: an unhandled rejection, or no tests at all.
function atLeastOneFailed(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
