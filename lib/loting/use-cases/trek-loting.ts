import { createHash, hash } from 'node:crypto'
import { inPgTransaction, type PoolClient } from '@/lib/platform/db'
import { LOTING_UITKOMSTEN, type LotingUitkomst } from '@/lib/loting/model'
import { listBijdragen, listCompartimenten, listTeTrekken, lockTeTrekken, saveTrekking, saveUitslag, type NieuweUitslag, type TrekDeelnemer } from '@/lib/loting/repo'
import { chooseBijdragen } from '@/lib/loting/rules/bijdrage'
import { formatUitslagRegel, UITSLAG_KOP } from '@/lib/loting/rules/lijst'
import { drawTrekking, listTrekkingen, type Beurt } from '@/lib/loting/rules/trek'
import { zaadText } from '@/lib/loting/rules/volgorde'
import type { Indiening, Toewijzing } from '@/lib/toewijzing/model'
import { openVerdeling } from '@/lib/toewijzing/use-cases/open-verdeling'

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
    const loting = await lockTeTrekken(client, tijdvakId)
    if (loting?.zaad !== null) return
    const bijdragen = chooseBijdragen(loting.zaadBron, (await listBijdragen(client, tijdvakId)).map(({ waarde }) => waarde))
    if (bijdragen === undefined) return

    const zaad = sha256(zaadText(loting.lijstHash, bijdragen)).toString('hex')
    const compartimenten = await listCompartimenten(client, tijdvakId)
    const codes = new Map(compartimenten.map(({ id, code }) => [id, code]))
    let deelnemers = await listTeTrekken(client, tijdvakId)
    const verdeling = await openVerdeling(client, tijdvakId, deelnemers)
    const uitslag = startUitslag(client, tijdvakId, codes)
    for (const trekking of listTrekkingen(loting.wijze, compartimenten)) {
      const beurten = drawTrekking(deelnemers, trekking, zaad, sha256)
      const klaar = new Set<number>()
      for (let from = 0; from < beurten.length; from += PER_INSERT) {
        const deel = beurten.slice(from, from + PER_INSERT)
        const beslist = decided(deel, verdeling.decide(deel.map(toIndiening)))
        for (const { kandidaat } of beslist) klaar.add(kandidaat.nummer)
        await uitslag.add(beslist)
      }
      deelnemers = deelnemers.filter(({ nummer }) => !klaar.has(nummer))
    }
    if (deelnemers.length > 0) throw new Error(`${String(deelnemers.length)} participants were in no draw`)
    await saveTrekking(client, tijdvakId, { zaad, ...(await uitslag.end()) })
  })
}

function toIndiening({ kandidaat, compartimentIds }: Beurt<TrekDeelnemer>): Indiening {
  const { volgnummer, aanvraagId, scholingsactiviteitId, burgerId, kalenderjaar, bedragCent, isIngetrokken } = kandidaat
  return { volgnummer, aanvraagId, scholingsactiviteitId, burgerId, kalenderjaar, bedragCent, isIngetrokken, compartimentIds, isFormeel: false }
}

type Beslist = Beurt<TrekDeelnemer> & { readonly toewijzing: Toewijzing }

/** What is final: everything, but for who found one compartiment empty and is in the draw of a next one. */
function decided(beurten: readonly Beurt<TrekDeelnemer>[], toewijzingen: readonly Toewijzing[]): readonly Beslist[] {
  return beurten.flatMap((beurt, index) => {
    const toewijzing = toewijzingen[index]
    if (toewijzing === undefined) throw new Error('a turn was not decided')
    return toewijzing.uitkomst === 'plafond-bereikt' && !beurt.isLaatste ? [] : [{ ...beurt, toewijzing }]
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
