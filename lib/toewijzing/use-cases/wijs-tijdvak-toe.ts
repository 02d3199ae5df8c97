import { SYSTEEM } from '@/lib/base/actor'
import { BEGIN_BY_KEY, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'
import {
  lockAanvragen,
  lockIngetrokken,
  lockStand,
  lockVerleningsgrens,
  markAlleVrijgevallen,
  readBezettePlekken,
  readGegeven,
  readNieuw,
  saveStand,
  type Ontvangst,
  type Vergrendeld,
} from '@/lib/toewijzing/repo'
import type { BezettePlek, Indiening } from '@/lib/toewijzing/model'
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
  if (nieuw.ontvangsten.length === 0) return 0

  await faultpoint('toewijzing.na-lezen')
  const regels = await leesToewijsRegels(client, tijdvakId)
  // Before the rows: who offers from the reserve list takes this lock first as well.
  if (regels.verleningsgrens !== null) await lockVerleningsgrens(client)
  const vergrendeld = await lockAanvragen(client, nieuw.ontvangsten.map(({ aanvraagId }) => aanvraagId))
  const indieningen = nieuw.ontvangsten.map((ontvangst) => toIndiening(ontvangst, vergrendeld))
  const gegeven = regels.verleningsgrens === null ? new Map<string, number>() : await readGegeven(client, indieningen.map(({ scholingsactiviteitId }) => scholingsactiviteitId))
  const bezettePlekken = await readPlekken(client, indieningen.map(({ burgerId }) => burgerId))
  const compartimenten = await lockStand(client, tijdvakId)
  await faultpoint('toewijzing.na-vergrendelen')

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

function toIndiening(ontvangst: Ontvangst, vergrendeld: ReadonlyMap<string, Vergrendeld>): Indiening {
  const aanvraag = vergrendeld.get(ontvangst.aanvraagId)
  if (aanvraag === undefined) throw new Error(`the aanvraag of indiening ${String(ontvangst.volgnummer)} is not there`)
  return { ...ontvangst, scholingsactiviteitId: aanvraag.scholingsactiviteitId, isIngetrokken: aanvraag.status !== 'ingediend' }
}

/**
 * The places that these burgers hold. Who withdrew and applied again must not be refused because the job that frees the first
 * reservation is still waiting (laatReserveringVrij; it finds nothing left to do): it is given back here, by the same boeking, so
 * that it cannot be given back twice.
 */
async function readPlekken(client: PoolClient, burgerIds: readonly string[]): Promise<readonly BezettePlek[]> {
  const plekken = await readBezettePlekken(client, burgerIds)
  const teruggaaf = plekken.filter(({ isIngetrokken }) => isIngetrokken).map(({ aanvraagId }) => aanvraagId)
  if (teruggaaf.length === 0) return plekken
  const ingetrokken = await lockIngetrokken(client, teruggaaf)
  await boekAlle(client, ingetrokken.filter(({ gereserveerdCent }) => gereserveerdCent > 0).map(({ aanvraagId, compartimentId, bedragCent }) => ({
    soort: 'geef-reservering-vrij', oorzaak: 'aanvraag', oorzaakId: aanvraagId, actor: SYSTEEM,
    regels: makePost('geef-reservering-vrij', bedragCent, { compartimentId, aanvraagId }),
  })))
  await markAlleVrijgevallen(client, ingetrokken.map(({ aanvraagId }) => aanvraagId))
  return readBezettePlekken(client, burgerIds)
}
