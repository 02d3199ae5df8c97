import { createHash } from 'node:crypto'
import { inPgTransaction } from '@/lib/platform/db'
import { hmac } from '@/lib/platform/encryption'
import { allowThinking, hasLoting, listCompartimenten, listInschrijvingen, lockTijdvak, readOpdracht, saveDeelnemers, saveLijst, type Compartiment, type Inschrijving } from '@/lib/loting/repo'
import { formatLijstRegel, LIJST_KOP } from '@/lib/loting/rules/lijst'

const LOT_CHARACTERS = 32
const PER_INSERT = 20_000

/** The pseudonym of an aanvraag in everything that is published: nobody can tell whose it is, and nobody could choose it. */
export function lotOf(aanvraagId: string): string {
  return hmac('loting', aanvraagId).slice(0, LOT_CHARACTERS)
}

/**
 * Fixes who takes part, in order of lot, with the hash of the list as it is published. Done already: does nothing, so the job
 * may be delivered twice. The seed does not exist yet, so nobody can choose a list that suits him.
 */
export function stelLijstVast({ tijdvakId }: { tijdvakId: string }): Promise<void> {
  return inPgTransaction(async (client) => {
    await allowThinking(client)
    await lockTijdvak(client, tijdvakId)
    if (await hasLoting(client, tijdvakId)) return
    const opdracht = await readOpdracht(client, tijdvakId)
    const compartimenten = new Map((await listCompartimenten(client, tijdvakId)).map((compartiment) => [compartiment.id, compartiment]))
    const inschrijvingen: (Inschrijving & { lot: string })[] = []
    for await (const deel of listInschrijvingen(client, tijdvakId))
      for (const { aanvraagId, compartimentIds, bedragCent } of deel) inschrijvingen.push({ aanvraagId, compartimentIds, bedragCent, lot: lotOf(aanvraagId) })
    inschrijvingen.sort((a, b) => (a.lot < b.lot ? -1 : 1))

    const hash = createHash('sha256').update(LIJST_KOP)
    for (let from = 0; from < inschrijvingen.length; from += PER_INSERT) {
      const deelnemers = inschrijvingen.slice(from, from + PER_INSERT).map((inschrijving, index) => ({
        ...inschrijving,
        nummer: from + index + 1,
        gewicht: weigh(inschrijving.compartimentIds, compartimenten),
      }))
      for (const deelnemer of deelnemers)
        hash.update(formatLijstRegel(deelnemer.nummer, { ...deelnemer, compartimenten: deelnemer.compartimentIds.map((id) => codeOf(id, compartimenten)) }))
      await saveDeelnemers(client, tijdvakId, deelnemers)
    }
    await saveLijst(client, { tijdvakId, ...opdracht, aantal: inschrijvingen.length, lijstHash: hash.digest('hex') })
  })
}

/** Who may use several compartimenten has the tickets of the one that gives most. */
function weigh(compartimentIds: readonly string[], compartimenten: ReadonlyMap<string, Compartiment>): number {
  return Math.max(1, ...compartimentIds.map((id) => compartimenten.get(id)?.lotingGewicht ?? 1))
}

function codeOf(id: string, compartimenten: ReadonlyMap<string, Compartiment>): string {
  const compartiment = compartimenten.get(id)
  if (compartiment === undefined) throw new Error(`compartiment ${id} does not belong to this tijdvak`)
  return compartiment.code
}
