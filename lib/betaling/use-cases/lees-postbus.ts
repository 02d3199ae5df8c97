import { ontvangPost } from '@/lib/betaling/use-cases/ontvang-post'
import { listPost, markPostGelezen, readPost } from '@/lib/platform/postbus'

/**
 * Takes in what the mail server has put in the folder, oldest name first. A message is put aside only after it was kept, so a crash in
 * between offers it again, and then it is known by its bytes.
 */
export async function leesPostbus(): Promise<void> {
  for (const naam of await listPost()) {
    const inhoud = await readPost(naam)
    // Another process was first.
    if (inhoud === undefined) continue
    await ontvangPost({ naam, inhoud })
    await markPostGelezen(naam)
  }
}
