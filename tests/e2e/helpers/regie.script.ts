/** A tijdvak of its own for regie.spec.ts; run through scripts/run.mjs, in the surroundings of the system under test. */
import { cent } from '@/lib/base/money'
import { closeDb, inTransaction } from '@/lib/platform/db'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'

const [code = '', opent = '', sluit = ''] = process.argv.slice(2)

await inTransaction((tx) => legTijdvakVast(tx, {
  code, opentOp: new Date(opent), sluitOp: new Date(sluit), startTeltVanaf: null,
  compartimenten: [{ code: 'algemeen', naam: 'Algemeen', plafondCent: cent(100_000_000), overschrijdingCent: cent(0) }],
}))
await closeDb()
