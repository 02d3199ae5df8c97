import { BEGIN_BY_KEY, inPgTransaction, withClient } from '@/lib/platform/db'
import { listTeVerwerken, lockTeTrekken, lockUitslag, saveVerwerkt, type UitslagVanAanvraag } from '@/lib/loting/repo'
import { legUitslagVast, type Uitslag } from '@/lib/toewijzing/use-cases/leg-uitslag-vast'

/** A part stays short: it locks its aanvragen and the stand of the compartimenten. */
const PER_DEEL = 5_000
/** Nobody waits for it, as somebody does for a receipt. */
const DEADLINE_MS = 60_000

/**
 * Carries out the result of a draw in its order, part by part: reservation, status, log, postings and jobs. Any number of
 * processes may call this; per draw one works at a time. Answers whether there is more to do at once.
 */
export async function verwerkUitslag(): Promise<boolean> {
  const tijdvakken = await withClient(listTeVerwerken)
  let done = 0
  for (const tijdvakId of tijdvakken) done += await verwerkDeel(tijdvakId)
  return done > 0
}

function verwerkDeel(tijdvakId: string): Promise<number> {
  return inPgTransaction(async (client) => {
    // The row is the lock: a second process waits and goes on where this one ended.
    const loting = await lockTeTrekken(client, tijdvakId)
    if (loting === undefined || loting.zaad === null || loting.verwerktTot >= loting.aantal) return 0
    const deel = await lockUitslag(client, tijdvakId, { vanaf: loting.verwerktTot, limit: PER_DEEL })
    await legUitslagVast(client, tijdvakId, deel.map(toUitslag))
    await saveVerwerkt(client, tijdvakId, loting.verwerktTot + deel.length)
    return deel.length
  }, BEGIN_BY_KEY, DEADLINE_MS)
}

/** An aanvraag that was withdrawn since the draw gets nothing: what it would have had stays free. */
function toUitslag(regel: UitslagVanAanvraag): Uitslag {
  const { volgnummer, aanvraagId, compartimentIds, scholingsactiviteitId, burgerId, kalenderjaar, gevraagdCent, beschikbaarCent, vrijCent, verleningen, grensGeteld } = regel
  const isIngetrokken = regel.status !== 'ingediend'
  const [eerste] = compartimentIds
  if (eerste === undefined) throw new Error(`aanvraag ${aanvraagId} can use no compartiment`)
  return {
    indiening: { volgnummer, aanvraagId, compartimentIds, scholingsactiviteitId, burgerId, kalenderjaar, bedragCent: gevraagdCent, isFormeel: false, isIngetrokken },
    uitkomst: isIngetrokken ? 'ingetrokken' : regel.uitkomst,
    compartimentId: regel.compartimentId ?? compartimentIds.at(-1) ?? eerste,
    bedragCent: isIngetrokken ? 0 : regel.bedragCent,
    beschikbaarCent, vrijCent, verleningen, grensGeteld, lotingVolgorde: regel.volgorde,
  }
}
