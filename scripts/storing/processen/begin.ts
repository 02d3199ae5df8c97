/**
 * Where every process of an experiment begins: it ends together with the harness, and says when its program is loaded. Nothing
 * else of the program is touched.
 */
import { pathToFileURL } from 'node:url'

const [program] = process.argv.slice(2)
if (program === undefined || process.send === undefined) throw new Error('started by scripts/storing only')
process.once('disconnect', () => process.exit(0))

// The clock of the machine, made wrong on purpose: legal moments must come from the database.
const skew = Number(process.env['STORING_KLOK_MS'] ?? 0)
if (skew !== 0) {
  const real = Date.now.bind(Date)
  const Wrong = class extends Date {
    constructor(...args: [] | [string | number | Date]) {
      if (args.length === 0) super(real() + skew)
      else super(...args)
    }
    static override now(): number {
      return real() + skew
    }
  }
  Object.defineProperty(globalThis, 'Date', { value: Wrong })
}

await import(pathToFileURL(program).href)
process.send({ klaar: true })
