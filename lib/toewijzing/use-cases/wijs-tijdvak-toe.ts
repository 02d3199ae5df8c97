import { SYSTEEM } from '@/lib/base/actor'
import { BEGIN_BY_KEY, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'
import {
  lockGegeven,
  lockIngetrokken,
  lockStand,
  lockWachtende,
  markAlleVrijgevallen,
  readBezettePlekken,
  readNieuw,
  saveStand,
} from '@/lib/toewijzing/repo'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'
import { leesToewijsRegels } from '@/lib/toewijzing/use-cases/lees-toewijsregels'
import { legToewijzingenVast } from '@/lib/toewijzing/use-cases/leg-toewijzingen-vast'

/** After an outage a round must stay short: it holds the stand of the compartimenten and has everything in memory. */
const MAX_PER_RONDE = 5_000

/**
 * One round of the allocator: everything that arrived since the previous round, but not more than `maxPerRonde` of it, is
 * decided in order of receipt, in one transaction with its postings, log entries and jobs. Answers how many were decided.
 *
 * The connection must hold the lock of the tijdvak (verdeelBudget). Rows are locked in the order aanvraag, compartiment, as
 * everybody does who touches both.
 */
export async function wijsTijdvakToe(client: PoolClient, tijdvakId: string, maxPerRonde = MAX_PER_RONDE): Promise<number> {
  await client.query(BEGIN_BY_KEY)
  try {
    const decided = await decideNieuw(client, tijdvakId, maxPerRonde)
    await client.query('commit')
    if (decided > 0) await faultpoint('toewijzing.na-commit')
    return decided
  } catch (fault) {
    // A connection that is gone has rolled back by itself.
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
}

async function decideNieuw(client: PoolClient, tijdvakId: string, maxPerRonde: number): Promise<number> {
  const nieuw = await readNieuw(client, tijdvakId, maxPerRonde)
  if (nieuw.indieningen.length === 0) return 0

  await faultpoint('toewijzing.na-lezen')
  const regels = await leesToewijsRegels(client, tijdvakId)
  // Before the rows: who offers from the reserve list takes this lock first as well.
  const gegeven = regels.verleningsgrens === null ? new Map<string, number>() : await lockGegeven(client, nieuw.indieningen)
  const wachtend = await lockWachtende(client, nieuw.indieningen.map(({ aanvraagId }) => aanvraagId))
  const burgerIds = nieuw.indieningen.map(({ burgerId }) => burgerId)
  await geefIngetrokkenVrij(client, burgerIds)
  const compartimenten = await lockStand(client, tijdvakId)
  await faultpoint('toewijzing.na-vergrendelen')
  const bezettePlekken = await readBezettePlekken(client, burgerIds)

  const indieningen = nieuw.indieningen.map((indiening) => ({ ...indiening, isIngetrokken: !wachtend.has(indiening.aanvraagId) }))
  const toedeling = wijsToe({ compartimenten, bezettePlekken, gegeven }, indieningen, regels)

  await legToewijzingenVast(client, tijdvakId, toedeling.toewijzingen)
  await faultpoint('toewijzing.na-boeken')
  const gewijzigd = [...toedeling.compartimenten].filter(([id, stand]) => {
    const was = compartimenten.get(id)
    return was?.gesloten !== stand.gesloten || was.geweigerdVanafCent !== stand.geweigerdVanafCent
  })
  await saveStand(client, { tijdvakId, gelezenTot: nieuw.gelezenTot, gewijzigd })
  await faultpoint('toewijzing.voor-commit')
  return toedeling.toewijzingen.length
}

/**
 * Who withdrew and applied again must not be refused because the job that frees the first reservation is still waiting
 * (laatReserveringVrij; it finds nothing left to do). The same boeking, so it cannot be given back twice.
 */
async function geefIngetrokkenVrij(client: PoolClient, burgerIds: readonly string[]): Promise<void> {
  const ingetrokken = await lockIngetrokken(client, burgerIds)
  if (ingetrokken.length === 0) return
  await boekAlle(client, ingetrokken.filter(({ gereserveerdCent }) => gereserveerdCent > 0).map(({ aanvraagId, compartimentId, bedragCent }) => ({
    soort: 'geef-reservering-vrij', oorzaak: 'aanvraag', oorzaakId: aanvraagId, actor: SYSTEEM,
    regels: makePost('geef-reservering-vrij', bedragCent, { compartimentId, aanvraagId }),
  })))
  await markAlleVrijgevallen(client, ingetrokken.map(({ aanvraagId }) => aanvraagId))
}
