import { createHash, hash } from 'node:crypto'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { LOTING_UITKOMSTEN, type LotingUitkomst } from '@/lib/loting/model'
import {
  allowThinking, listBijdragen, listBijzonder, listCompartimenten, listDeelnemers, listKeuzes, lockTeTrekken, saveTrekking, saveUitslag, type NieuweUitslag, type TrekDeelnemer,
} from '@/lib/loting/repo'
import { chooseBijdragen } from '@/lib/loting/rules/bijdrage'
import { formatUitslagRegel, UITSLAG_KOP } from '@/lib/loting/rules/lijst'
import { drawTrekking, listTrekkingen, type Beurt } from '@/lib/loting/rules/trek'
import { zaadText } from '@/lib/loting/rules/volgorde'
import type { TeBeslissen, Toewijzing } from '@/lib/toewijzing/model'
import { openVerdeling, type Verdeling } from '@/lib/toewijzing/use-cases/open-verdeling'

/** So many decisions go in one statement. */
const PER_INSERT = 20_000

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer')

/**
 * Draws a tijdvak of which the seed is complete: the order by the published rule, and in that order the same decisions as the
 * allocator takes for who comes first. The result is written whole, with its hash, and not changed any more; verwerkUitslag
 * then carries it out. Drawn already, or no seed yet: does nothing, so the job may be delivered twice.
 */
export function trekLoting(tijdvakId: string): Promise<void> {
  return inPgTransaction(async (client) => {
    await allowThinking(client)
    const loting = await lockTeTrekken(client, tijdvakId)
    if (loting?.zaad !== null) return
    const bijdragen = chooseBijdragen(loting.zaadBron, (await listBijdragen(client, tijdvakId)).map(({ waarde }) => waarde))
    if (bijdragen === undefined) return

    const zaad = sha256(zaadText(loting.lijstHash, bijdragen)).toString('hex')
    const compartimenten = await listCompartimenten(client, tijdvakId)
    const codes = new Map(compartimenten.map(({ id, code }) => [id, code]))
    const verdeling = await openVerdeling(client, tijdvakId)
    const toDeel = await readFeiten(client, tijdvakId, verdeling)
    let deelnemers: readonly TrekDeelnemer[] = await listDeelnemers(client, tijdvakId)
    if (deelnemers.length !== loting.aantal) throw new Error(`${String(deelnemers.length)} of ${String(loting.aantal)} participants are on the list`)
    const uitslag = startUitslag(client, tijdvakId, codes)
    for (const trekking of listTrekkingen(loting.wijze, compartimenten)) {
      const klaar = new Uint8Array(loting.aantal + 1)
      for (const deel of drawTrekking(deelnemers, trekking, zaad, sha256, PER_INSERT)) {
        const beslist = decided(deel, verdeling.decide(deel.map(toDeel)))
        for (const { kandidaat } of beslist) klaar[kandidaat.nummer] = 1
        await uitslag.add(beslist)
      }
      deelnemers = deelnemers.filter(({ nummer }) => klaar[nummer] === 0)
    }
    if (deelnemers.length > 0) throw new Error(`${String(deelnemers.length)} participants were in no draw`)
    await saveTrekking(client, tijdvakId, { zaad, ...(await uitslag.end()) })
  })
}

/**
 * What counts for everybody besides the list. Nobody is on it twice (one running aanvraag for each burger), so the lot stands for the
 * burger of whom nothing else counts.
 */
async function readFeiten(client: PoolClient, tijdvakId: string, { telt }: Verdeling): Promise<(beurt: Beurt<TrekDeelnemer>) => TeBeslissen> {
  const bijzonder = await listBijzonder(client, tijdvakId)
  const keuzes = telt ? await listKeuzes(client, tijdvakId) : undefined
  return ({ kandidaat: { nummer, lot, bedragCent }, compartimentIds }) => {
    const feiten = bijzonder.get(nummer)
    const keuze = keuzes?.get(nummer)
    return {
      compartimentIds, bedragCent, burgerId: feiten?.burgerId ?? lot, kalenderjaar: feiten?.kalenderjaar ?? keuze?.kalenderjaar ?? 0,
      scholingsactiviteitId: keuze?.scholingsactiviteitId ?? '', isIngetrokken: feiten?.isIngetrokken ?? false, isFormeel: false,
    }
  }
}

type Beslist = Beurt<TrekDeelnemer> & { readonly toewijzing: Toewijzing<TeBeslissen> }

/** What is final: everything, but for who found one compartiment empty and is in the draw of a next one. */
function decided(beurten: readonly Beurt<TrekDeelnemer>[], toewijzingen: readonly Toewijzing<TeBeslissen>[]): readonly Beslist[] {
  return beurten.flatMap((beurt, index) => {
    const toewijzing = toewijzingen[index]
    if (toewijzing === undefined) throw new Error('a turn was not decided')
    const { kandidaat, rang, compartimentIds, isLaatste } = beurt
    return toewijzing.uitkomst === 'plafond-bereikt' && !isLaatste ? [] : [{ kandidaat, rang, compartimentIds, isLaatste, toewijzing }]
  })
}

/** Writes the result in parts, and keeps its hash as it will be published. One part is written while the next is decided. */
function startUitslag(client: PoolClient, tijdvakId: string, codes: ReadonlyMap<string, string>) {
  const digest = createHash('sha256').update(UITSLAG_KOP)
  let volgorde = 0
  let toegekend = 0
  let writing: Promise<void> = Promise.resolve()
  return {
    async add(beslist: readonly Beslist[]): Promise<void> {
      const regels = beslist.map(({ kandidaat, rang, toewijzing }): NieuweUitslag => {
        const isToegekend = toewijzing.uitkomst === 'gereserveerd'
        volgorde += 1
        if (isToegekend) toegekend += 1
        return {
          volgorde, nummer: kandidaat.nummer, rang, uitkomst: toUitkomst(toewijzing.uitkomst), bedragCent: toewijzing.bedragCent,
          compartimentId: isToegekend ? toewijzing.compartimentId : null, beschikbaarCent: toewijzing.beschikbaarCent,
          vrijCent: toewijzing.vrijCent, verleningen: toewijzing.verleningen, grensGeteld: toewijzing.grensGeteld,
        }
      })
      regels.forEach((regel, index) => {
        const compartiment = regel.compartimentId === null ? null : (codes.get(regel.compartimentId) ?? null)
        digest.update(formatUitslagRegel({ ...regel, compartiment }, beslist[index]?.kandidaat.lot ?? ''))
      })
      await writing
      writing = saveUitslag(client, tijdvakId, regels)
      // Awaited before the next part; until then its fault is not a lost one.
      writing.catch(() => undefined)
    },
    async end() {
      await writing
      return { toegekend, uitslagHash: digest.digest('hex') }
    },
  }
}

function toUitkomst(uitkomst: Toewijzing['uitkomst']): LotingUitkomst {
  const own = LOTING_UITKOMSTEN.find((one) => one === uitkomst)
  if (own === undefined) throw new Error(`${uitkomst} is not an outcome of a draw`)
  return own
}
