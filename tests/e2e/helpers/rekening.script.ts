/** What a worker does every minute, now: takes accounts into use of which the waiting days are over. For wijzig-rekening.spec.ts. */
import { closeDb } from '@/lib/platform/db'
import { werkRekeningenBij } from '@/lib/bankrekening/use-cases/werk-rekeningen-bij'

await werkRekeningenBij()
await closeDb()
