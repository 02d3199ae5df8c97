import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { endOfTermijn } from '@/lib/base/termijn'
import { nowOn } from '@/lib/platform/clock'
import { BEGIN_BY_KEY, inPgTransaction, prisma, type PoolClient } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import {
  closeReactietermijnen, findLaatsteRonde, insertHerinneringen, insertNavragen, insertReactieherinneringen, insertRonde, type Aantallen,
} from '@/lib/verantwoording/repo/deelname-termijn'
import { calculateBlik, type Meldtermijnen } from '@/lib/verantwoording/rules/deelname-termijn'

/** Any number that nothing else uses: one process does the round of a day. */
const LOCK = 7_301_928
/** The round of 100.000 terms takes seconds; after this it is cut, and done again. */
const DEADLINE_MS = 300_000

/** The parameters of the terms of a report, as they hold on a day. */
export function toMeldtermijnen(regeling: Pick<Regeling, 'get'>): Meldtermijnen {
  const { naDagen: navraagDagen } = regeling.get('deelname-navraag')
  return { ...regeling.get('bewijs-van-deelname-termijn'), ...regeling.get('deelname-herinneringen'), navraagDagen }
}

/**
 * The round of a day: reminds opleiders before and after their term, asks burgers when nothing was reported, reminds burgers to answer,
 * and closes what was not answered. Each step is one statement, whatever the number; jobs send the letters. Done once a day, whoever
 * comes first; gives what was done, undefined when there was nothing to do. `isDruk` says whether an opening has the machine for itself.
 */
export async function bewaakDeelnametermijnen(isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<Aantallen | undefined> {
  if (await isDruk()) return undefined
  return inPgTransaction(async (client) => {
    const { rows: [lock] } = await client.query<{ vrij: boolean }>('select pg_try_advisory_xact_lock($1) as vrij', [LOCK])
    const vandaag = amsterdamDate(await nowOn(client))
    const vorige = await findLaatsteRonde(client)
    if (lock?.vrij !== true || (vorige !== undefined && vorige >= vandaag)) return undefined
    const aantallen = await doeRonde(client, vandaag, vorige)
    await insertRonde(client, vandaag, aantallen)
    return aantallen
    // By key: tables that were empty when they were counted would else be read whole for every row.
  }, BEGIN_BY_KEY, DEADLINE_MS)
}

async function doeRonde(client: PoolClient, vandaag: PlainDate, vorige: PlainDate | undefined): Promise<Aantallen> {
  const regeling = await leesRegeling(prisma, vandaag)
  const termijnen = { ...toMeldtermijnen(regeling), vanaf: calculateBlik(vandaag, vorige, toMeldtermijnen(regeling)) }
  const antwoordUiterlijkOp = endOfTermijn(addDays(vandaag, regeling.get('deelname-navraag').antwoordDagen), regeling.get('gelijkgestelde-dagen'))
  const herinnerd = await insertHerinneringen(client, vandaag, termijnen)
  const navraag = await insertNavragen(client, vandaag, { ...termijnen, antwoordUiterlijkOp })
  const gesloten = await closeReactietermijnen(client, vandaag)
  const reactie = await insertReactieherinneringen(client, vandaag, regeling.get('deelname-reactie').herinneringDagen)
  return { ...Object.fromEntries(herinnerd.map(({ soort, aantal }) => [soort, aantal])), navraag, gesloten, reactie }
}
