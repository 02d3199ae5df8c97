import type { Actor } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { zipStream } from '@/lib/platform/zip'
import { listBewijsstukken } from '@/lib/bewijs/views'

/**
 * The proof pack of a tijdvak as an archive, made while it is sent; undefined when there is no such tijdvak. It holds ids of
 * people, so who takes it stands in the log.
 */
export async function maakBewijspakket(actor: Actor, code: string): Promise<ReadableStream<Uint8Array> | undefined> {
  const bewijs = await listBewijsstukken(code)
  if (bewijs === undefined) return undefined
  await inTransaction((tx) => saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: bewijs.tijdvakId, soort: 'maak-bewijspakket', actor }))
  const gemaaktOp = (await now()).toISOString()
  return zipStream(bewijs.stukken, {
    naam: 'manifest.json',
    make: (hashes) => JSON.stringify({ tijdvak: code, gemaaktOp, bestanden: Object.fromEntries(hashes) }, null, 2),
  })
}
