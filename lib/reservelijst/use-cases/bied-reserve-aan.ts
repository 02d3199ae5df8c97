import { SYSTEEM } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { nowOn } from '@/lib/platform/clock'
import { inPgTransaction, prisma, type PoolClient } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { becomeBeheerder, listOpenLijsten, listWachtenden, lockWachtenden, readVrij, saveAanbod, type Kandidaat, type OpenLijst } from '@/lib/reservelijst/repo'
import { calculateBedenktijd, canStillStart } from '@/lib/reservelijst/rules/bedenktijd'
import { biedAan, type Aanbod, type Ruimte } from '@/lib/reservelijst/rules/bied-aan'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'
import { leesBezettePlekken, leesGegeven } from '@/lib/toewijzing/use-cases/lees-verleningen'

/** How many are looked at in one round; the next round follows at once. */
const MAX_PER_RONDE = 200

/**
 * Offers budget that fell free to the next in line, in every tijdvak with a reserve list that runs (docs/adr/0017). Any number of
 * processes may call this: one of them works. Answers whether something was offered, so that there may be more.
 */
export async function biedReserveAan(): Promise<boolean> {
  return inPgTransaction(async (client) => {
    if (!(await becomeBeheerder(client))) return false
    let aangeboden = 0
    for (const lijst of await listOpenLijsten(client)) aangeboden += await biedLijstAan(client, lijst)
    return aangeboden > 0
  })
}

/** One round for one tijdvak. Looked at without a lock first: most of the time there is nothing, and the allocator must not wait for that. */
async function biedLijstAan(client: PoolClient, { tijdvakId, reserveTot }: OpenLijst): Promise<number> {
  const vrijCent = await readVrij(client, tijdvakId, 'look')
  if (vrijCent.size === 0) return 0
  const nu = await nowOn(client)
  const regeling = await leesRegeling(prisma, amsterdamDate(nu))
  const uiterlijkOp = calculateBedenktijd(nu, reserveTot, regeling.get('reserve-bedenktijd'), regeling.get('gelijkgestelde-dagen'))
  if (uiterlijkOp === undefined) return 0
  const kandidaten = await listWachtenden(client, tijdvakId, [...vrijCent.keys()], MAX_PER_RONDE)
  const gezien = await choose(client, { kandidaten, vrijCent, uiterlijkOp, regeling })
  if (gezien.length === 0) return 0

  // The rows of the aanvragen first, then the compartimenten, as everybody does: who withdraws now is waited for and left out.
  const wachtend = await lockWachtenden(client, kandidaten.map(({ aanvraagId }) => aanvraagId))
  const nogVrijCent = await readVrij(client, tijdvakId, 'lock')
  const aanbod = await choose(client, { kandidaten: kandidaten.filter(({ aanvraagId }) => wachtend.has(aanvraagId)), vrijCent: nogVrijCent, uiterlijkOp, regeling })
  if (aanbod.length === 0) return 0
  await saveAanbod(client, aanbod, uiterlijkOp)
  await boekAlle(client, aanbod.map(({ wachtende: { aanvraagId, bedragCent }, compartimentId }) => ({
    soort: 'reserveer', oorzaak: 'aanbod', oorzaakId: aanvraagId, actor: SYSTEEM, regels: makePost('reserveer', bedragCent, { compartimentId, aanvraagId }),
  })))
  return aanbod.length
}

type Keuze = { kandidaten: readonly Kandidaat[]; vrijCent: Ruimte['vrijCent']; uiterlijkOp: Date; regeling: Regeling }

async function choose(client: PoolClient, { kandidaten, vrijCent, uiterlijkOp, regeling }: Keuze): Promise<readonly Aanbod[]> {
  const verleningsgrens = regeling.get('verleningsgrens')
  return biedAan({
    vrijCent,
    bezettePlekken: await leesBezettePlekken(client, kandidaten.map(({ burgerId }) => burgerId)),
    verleningenPerJaar: regeling.get('verleningen-per-jaar'),
    grens: verleningsgrens?.werkt === 'binnen-tijdvak' ? { hoogste: verleningsgrens.aantal, gegeven: await leesGegeven(client, kandidaten) } : null,
  }, kandidaten.map(({ startdatum, ...kandidaat }) => ({ ...kandidaat, kanStarten: canStillStart(startdatum, uiterlijkOp) })))
}
