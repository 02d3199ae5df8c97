import { randomBytes } from 'node:crypto'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, addMonths, plainDate } from '@/lib/base/date'
import { endOfTermijn } from '@/lib/base/termijn'
import { nowOn } from '@/lib/platform/clock'
import { inPgTransaction, prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { fingerprint, hasControle, insertControle, listPopulatie, sha256 } from '@/lib/verantwoording/repo/deelname-controle'
import { calculateGewicht, drawControle, judgeSignalen } from '@/lib/verantwoording/rules/deelname-controle'

/** Any number that nothing else uses: one process draws. */
const LOCK = 7_301_929

/**
 * Draws the sample of the reports of last month, once (regeling art. 23). The zaad is random and kept with the list's fingerprint, so
 * that nobody knew it before and anybody can draw again. Gives how many cases there are; 0 when there was nothing to draw.
 */
export async function trekDeelnamecontrole(isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<number> {
  if (await isDruk()) return 0
  return inPgTransaction(async (client) => {
    const { rows: [lock] } = await client.query<{ vrij: boolean }>('select pg_try_advisory_xact_lock($1) as vrij', [LOCK])
    const vandaag = amsterdamDate(await nowOn(client))
    const tot = plainDate(`${vandaag.slice(0, 7)}-01`)
    const van = addMonths(tot, -1)
    if (lock?.vrij !== true || (await hasControle(client, van))) return 0
    const regeling = await leesRegeling(prisma, vandaag)
    const { aantal, inleverDagen, ...gewichten } = regeling.get('deelname-controle')
    const populatie = await listPopulatie(client, { van, tot }, { maanden: regeling.get('bewijs-van-deelname-termijn').maanden, norm: regeling.get('aanwezigheidsnorm').procent })
    if (populatie.length === 0) return 0
    const kandidaten = populatie.map(({ feiten, ...kandidaat }) => {
      const signalen = judgeSignalen(feiten, gewichten)
      return { ...kandidaat, signalen, gewicht: calculateGewicht(signalen, gewichten) }
    })
    const zaad = randomBytes(16).toString('hex')
    const gevallen = drawControle(kandidaten, { zaad, maand: van, aantal }, sha256)
    await insertControle(client, {
      maand: van, zaad, populatie: populatie.length, populatieHash: fingerprint(kandidaten.map(({ id, gewicht }) => `${id} ${String(gewicht)}`)),
      uiterlijkOp: endOfTermijn(addDays(vandaag, inleverDagen), regeling.get('gelijkgestelde-dagen')),
    }, gevallen)
    return gevallen.length
  })
}
