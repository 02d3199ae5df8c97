import { bewaarOnleesbaar, ontvangPost } from '@/lib/betaling/use-cases/ontvang-post'
import type { Bestand } from '@/lib/betaling/use-cases/ontvang-factuur'
import { log } from '@/lib/platform/log'
import { listPost, markPostGelezen, readPost } from '@/lib/platform/postbus'

/**
 * Takes in what the mail server has put in the folder, oldest name first. A message is put aside only after it was kept, so a crash in
 * between offers it again, and then it is known by its bytes. One that cannot be taken in never holds up the others: it waits for somebody.
 * Throws, after all of them, when some could not even be kept (the database is away): those stay where they are.
 */
export async function leesPostbus(): Promise<void> {
  const fouten: unknown[] = []
  for (const naam of await listPost()) {
    try {
      const inhoud = await readPost(naam)
      // Another process was first.
      if (inhoud === undefined) continue
      await neemIn({ naam, inhoud })
      await markPostGelezen(naam)
    } catch (fout) {
      fouten.push(fout)
    }
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${String(fouten.length)} messages of the mailbox were not kept`)
}

async function neemIn(bestand: Bestand): Promise<void> {
  try {
    await ontvangPost(bestand)
  } catch (fout) {
    // What a message does to us is told by the message, which is kept: somebody looks at it.
    log.warn('bericht in de postbus niet ingenomen, het wacht op iemand', { fout: fout instanceof Error ? fout.name : 'onbekend' })
    await bewaarOnleesbaar(bestand)
  }
}
