import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockImport, setAkkoord, stopImport } from '@/lib/aanlevering/repo'

export type AkkoordReden = 'import-niet-gevonden' | 'wacht-niet-op-akkoord'

/** Agrees with what an import would change: a worker reads the file again and takes it over. An opleider only for its own. */
export function geefAkkoord(actor: OpleiderActor | Medewerker, importId: string): Promise<Outcome<AkkoordReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockImport(tx, importId, actor)
    if (rij === undefined) return refused('import-niet-gevonden')
    if (rij.toestand !== 'wacht-op-akkoord' || rij.documentId === null) return refused('wacht-niet-op-akkoord')
    await setAkkoord(tx, importId, actor.id)
    await saveGebeurtenis(tx, { onderwerp: 'import', onderwerpId: importId, soort: 'geef-akkoord', van: 'wacht-op-akkoord', naar: 'ontvangen', actor })
    await enqueue(tx, 'verwerk-import', { importId })
    return done
  })
}

/** Leaves the register as it is: the file is not taken in. */
export function wijsImportAf(actor: OpleiderActor | Medewerker, importId: string): Promise<Outcome<AkkoordReden>> {
  return inTransaction(async (tx) => {
    const rij = await lockImport(tx, importId, actor)
    if (rij === undefined) return refused('import-niet-gevonden')
    if (rij.toestand !== 'wacht-op-akkoord') return refused('wacht-niet-op-akkoord')
    await stopImport(tx, importId, 'U hebt deze import niet doorgezet. Er is niets gewijzigd.')
    await saveGebeurtenis(tx, { onderwerp: 'import', onderwerpId: importId, soort: 'wijs-import-af', van: 'wacht-op-akkoord', naar: 'mislukt', actor })
    return done
  })
}
