import { addDays, plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { Tx } from '@/lib/platform/db'
import { addWeken, endOfTermijn } from '@/lib/base/termijn'
import { logVordering, saveDagen, type VorderingRij } from '@/lib/vordering/repo/rij'
import { saveRegelingStatus, saveWaarschuwing } from '@/lib/vordering/repo/besluiten'
import { listRegelingen } from '@/lib/vordering/repo/rondgang'
import { beoordeelTermijnen, makeTermijnen, verschuldigdOp } from '@/lib/vordering/rules/betalingsregeling'
import { verkortVerjaring } from '@/lib/vordering/rules/termijn'
import { makeTermijnbericht, makeVervalbericht } from '@/lib/vordering/rules/brieven-regeling'
import { schrijf, type Vandaag } from '@/lib/vordering/use-cases/schrijf'

const DOOR = { doorId: null, rol: 'systeem' }

/** Whether the instalments of a running arrangement came in: a message when one was missed, and the end of it when that did not help. */
export async function bewaakRegeling(tx: Tx, rij: VorderingRij, { dag, regeling, bezwaarUiterlijkOp }: Vandaag): Promise<void> {
  const lopend = (await listRegelingen(tx, rij.id)).find(({ status }) => status === 'toegewezen')
  if (lopend === undefined || lopend.open === null) return
  const parameter = regeling.get('betalingsregeling')
  const termijnen = makeTermijnen(cent(lopend.open), { termijnCent: cent(lopend.termijn), eersteOp: plainDate(lopend.eerste) })
  const gewaarschuwdOp = lopend.gewaarschuwd === null ? null : plainDate(lopend.gewaarschuwd)
  const stand = beoordeelTermijnen({ termijnen, betaald: cent(lopend.betaald), gewaarschuwdOp, vandaag: dag }, parameter)
  if (stand === 'op-tijd' && gewaarschuwdOp !== null) return saveWaarschuwing(tx, lopend.id, null)
  if (stand === 'waarschuw') {
    const uiterlijkOp = addDays(dag, parameter.hersteldagen)
    const achter = cent(verschuldigdOp(termijnen, dag) - lopend.betaald)
    const briefId = await schrijf(tx, rij, 'betaalherinnering', (feiten) => makeTermijnbericht(feiten, { achter, uiterlijkOp }))
    await saveWaarschuwing(tx, lopend.id, dag)
    await logVordering(tx, rij.id, { soort: 'waarschuw-regeling', ...DOOR, gegevens: { briefId, achterCent: achter } })
  }
  if (stand !== 'vervalt') return
  // Two weeks to pay it all, before an aanmaning or a bailiff is thought of.
  const uiterlijkOp = endOfTermijn(addWeken(dag, regeling.get('aanmaning').weken), regeling.get('gelijkgestelde-dagen'))
  const briefId = await schrijf(tx, rij, 'betalingsregeling', (feiten) => makeVervalbericht(feiten, { open: rij.open, uiterlijkOp, bezwaarUiterlijkOp }))
  await saveRegelingStatus(tx, lopend.id, 'vervallen', dag)
  // The limitation was made longer up to the last instalment; now only up to this day.
  const besloten = lopend.beslotenDag === null ? dag : plainDate(lopend.beslotenDag)
  const van = besloten > rij.vervaltOp ? besloten : rij.vervaltOp
  await saveDagen(tx, rij.id, { uitstel_tot: uiterlijkOp, verjaart_op: verkortVerjaring(rij.verjaartOp, { van, was: termijnen.at(-1)?.dag ?? dag, wordt: uiterlijkOp }) })
  await logVordering(tx, rij.id, { soort: 'laat-regeling-vervallen', ...DOOR, gegevens: { briefId } })
}
