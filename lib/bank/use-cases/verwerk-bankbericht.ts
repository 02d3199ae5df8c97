import { readXmlDelen } from '@/lib/platform/xml-delen'
import { BronFout } from '@/lib/platform/bron'
import { faultpoint } from '@/lib/platform/faultpoint'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import type { BerichtFout, BerichtSoort } from '@/lib/bank/model'
import { listWachtend, lockBank, lockBericht, readBytes, saveBericht } from '@/lib/bank/repo/berichten'
import { CAMT_053 } from '@/lib/bank/rules/camt053'
import { PAIN_002 } from '@/lib/bank/rules/pain002'
import { refuse, type Verwerking } from '@/lib/bank/rules/verwerking'
import { BERICHT_REDEN, WACHT_REDEN, type BerichtReden } from '@/lib/bank/texts'
import { boekAfschriften } from '@/lib/bank/use-cases/boek-afschriften'
import { boekUitslagen } from '@/lib/bank/use-cases/boek-uitslagen'

const CONTAINERS: ReadonlySet<string> = new Set(['Document', 'BkToCstmrStmt', 'Stmt', 'Ntry', 'NtryDtls', 'CstmrPmtStsRpt', 'OrgnlPmtInfAndSts'])

/**
 * Reads a message of the bank and books what it says, in one transaction: all of it, or nothing with a reason. A message that was
 * read before is not read again. After a statement was booked, those that waited for it follow.
 */
export async function verwerkBankbericht(berichtId: string): Promise<void> {
  const isGeboekt = await inPgTransaction((client) => verwerk(client, berichtId))
  await faultpoint('bank.verwerkt-na-commit')
  if (!isGeboekt) return
  // Each in its own transaction: one that is refused does not take the others along. The list shrinks with every one that is booked.
  for (let booked = true; booked;) {
    booked = false
    for (const id of await inPgTransaction(listWachtend)) {
      if (id !== berichtId) booked = await inPgTransaction((client) => verwerk(client, id)) || booked
    }
  }
}

async function verwerk(client: PoolClient, berichtId: string): Promise<boolean> {
  await lockBank(client)
  const bericht = await lockBericht(client, berichtId)
  if (bericht === undefined) return false
  await client.query('savepoint bericht')
  const { soort, verwerking } = await read(client, bericht)
  if (verwerking.ok) {
    await saveBericht(client, berichtId, { soort, toestand: 'verwerkt', reden: null, uitkomst: { ...verwerking.uitkomst } })
    await faultpoint('bank.verwerkt-voor-commit')
    return true
  }
  await client.query('rollback to savepoint bericht')
  await saveBericht(client, berichtId, { soort, toestand: verwerking.toestand, reden: toZin(verwerking.toestand === 'wacht' ? WACHT_REDEN : BERICHT_REDEN[verwerking.fout.reden], verwerking.fout), uitkomst: null })
  return false
}

async function read(client: PoolClient, bericht: { id: string; documentId: string }): Promise<{ soort: BerichtSoort | null; verwerking: Verwerking }> {
  let soort: BerichtSoort | null = null
  try {
    const delen = readXmlDelen(readBytes(client, bericht.documentId), CONTAINERS)
    const eerste = await delen.next()
    const begin = eerste.done === true ? undefined : eerste.value
    if (begin?.soort !== 'begin' || begin.naam !== 'Document') return { soort, verwerking: refuse('onbekend-bericht', 1) }
    if (CAMT_053.test(begin.namespace)) soort = 'camt.053'
    else if (PAIN_002.test(begin.namespace)) soort = 'pain.002'
    else return { soort, verwerking: refuse('onbekend-bericht', begin.regel) }
    return { soort, verwerking: await (soort === 'camt.053' ? boekAfschriften : boekUitslagen)(client, bericht.id, delen) }
  } catch (fault) {
    if (!(fault instanceof BronFout)) throw fault
    return { soort, verwerking: refuse(fault.reden === 'xml-te-groot-element' ? 'te-groot-onderdeel' : 'onleesbaar', fault.regel) }
  }
}

function toZin(zin: string, { regel, gevonden, verwacht }: BerichtFout<BerichtReden>): string {
  return [zin, regel > 0 ? `Zie regel ${String(regel)}.` : '', gevonden === undefined ? '' : `Er staat: ${gevonden}.`, verwacht === undefined ? '' : `Verwacht: ${verwacht}.`]
    .filter(Boolean).join(' ')
}
