import { SYSTEEM } from '@/lib/base/actor'
import { today } from '@/lib/platform/clock'
import { prisma, type PoolClient } from '@/lib/platform/db'
import { faultpoint } from '@/lib/platform/faultpoint'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Boekingsregel } from '@/lib/tijdvak/model'
import { makePost, POSTEN } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'
import type { Toewijzing } from '@/lib/toewijzing/model'
import {
  lockGegeven,
  lockIngetrokken,
  lockStand,
  lockWachtende,
  markAlleVrijgevallen,
  readBezettePlekken,
  readNieuw,
  readTijdvakRegels,
  saveStand,
  saveToewijzingen,
} from '@/lib/toewijzing/repo'
import { wijsToe } from '@/lib/toewijzing/rules/wijs-toe'

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
  await client.query('begin')
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
  const regeling = await leesRegeling(prisma, await today())
  const tijdvakRegels = await readTijdvakRegels(client, tijdvakId)
  const grens = regeling.get('verleningsgrens')
  const verleningsgrens = grens?.werkt === 'binnen-tijdvak' ? grens.aantal : null
  const wachtend = await lockWachtende(client, nieuw.indieningen.map(({ aanvraagId }) => aanvraagId))
  const burgerIds = nieuw.indieningen.map(({ burgerId }) => burgerId)
  await geefIngetrokkenVrij(client, burgerIds)
  const compartimenten = await lockStand(client, tijdvakId)
  await faultpoint('toewijzing.na-vergrendelen')
  const bezettePlekken = await readBezettePlekken(client, burgerIds)

  const indieningen = nieuw.indieningen.map((indiening) => ({ ...indiening, isIngetrokken: !wachtend.has(indiening.aanvraagId) }))
  const gegeven = verleningsgrens === null ? new Map<string, number>() : await lockGegeven(client, indieningen)
  const toedeling = wijsToe({ compartimenten, bezettePlekken, gegeven }, indieningen, {
    ...tijdvakRegels, verleningsgrens, verleningenPerJaar: regeling.get('verleningen-per-jaar'),
  })

  await saveToewijzingen(client, tijdvakId, toedeling.toewijzingen)
  await boekReserveringen(client, toedeling.toewijzingen)
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

/**
 * One boeking for the whole round: what each grant reserves, and per compartiment what that takes from what was vrij.
 * The first number of the round is its cause, so that it cannot be booked twice.
 */
async function boekReserveringen(client: PoolClient, toewijzingen: readonly Toewijzing[]): Promise<void> {
  const toegewezen = toewijzingen.filter(({ uitkomst }) => uitkomst === 'gereserveerd')
  const [first] = toegewezen
  if (first === undefined) return

  const perCompartiment = new Map<string, number>()
  for (const { compartimentId, bedragCent } of toegewezen) perCompartiment.set(compartimentId, (perCompartiment.get(compartimentId) ?? 0) + bedragCent)
  const { van, naar } = POSTEN.reserveer
  const regels: Boekingsregel[] = [
    ...toegewezen.map(({ compartimentId, indiening: { aanvraagId }, bedragCent }) => ({ rekening: naar, compartimentId, aanvraagId, bedragCent })),
    ...[...perCompartiment].map(([compartimentId, totaal]) => ({ rekening: van, compartimentId, bedragCent: -totaal })),
  ]
  const oorzaakId = String(first.indiening.volgnummer)
  const booked = await boekAlle(client, [{ soort: 'reserveer', oorzaak: 'toewijzing', oorzaakId, actor: SYSTEEM, regels }])
  if (booked !== 1) throw new Error(`the round that begins with indiening ${oorzaakId} was booked before`)
}
