import { createHash } from 'node:crypto'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { findTabel, lockImport, saveKolomindeling } from '@/lib/aanlevering/repo'
import { keurKolomindeling, kopSleutel, type Kolomindeling, type KolomindelingReden } from '@/lib/aanlevering/rules/kolommen'

/**
 * Says what the columns of a table mean: it is remembered for the next file of this opleider with the same names, and a worker reads the
 * file. Also after a preview that showed that the kolomindeling was wrong. An opleider only for its own.
 */
export function deelKolommenIn(
  actor: OpleiderActor | Medewerker, { importId, kolomindeling }: { importId: string; kolomindeling: Kolomindeling },
): Promise<Outcome<KolomindelingReden | 'import-niet-gevonden' | 'wacht-niet-op-kolomindeling'>> {
  return inTransaction(async (tx) => {
    const rij = await lockImport(tx, importId, actor)
    const tabel = rij === undefined ? undefined : await findTabel(tx, importId)
    if (rij === undefined || tabel === undefined) return refused('import-niet-gevonden')
    if (rij.toestand !== 'wacht-op-kolomindeling' && rij.toestand !== 'wacht-op-akkoord') return refused('wacht-niet-op-kolomindeling')
    const gekozen = tabel.kop.map((_, kolom) => kolomindeling[kolom] ?? null)
    const redenen = keurKolomindeling(gekozen)
    if (redenen.length > 0) return refused(...redenen)

    await saveKolomindeling(tx, { importId, opleiderId: rij.opleiderId, kopSleutel: hashOfKop(tabel.kop), kolomindeling: gekozen, doorId: actor.id })
    await saveGebeurtenis(tx, { onderwerp: 'import', onderwerpId: importId, soort: 'deel-kolommen-in', van: rij.toestand, naar: 'ontvangen', actor })
    await enqueue(tx, 'verwerk-import', { importId })
    return done
  })
}

/** The names of a table as a key of fixed length. */
export function hashOfKop(kop: readonly string[]): string {
  return createHash('sha256').update(kopSleutel(kop)).digest('hex')
}
