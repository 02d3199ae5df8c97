import type { PlainDate } from '@/lib/base/date'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { nowOn } from '@/lib/platform/clock'
import { inPgTransaction, prisma, type PoolClient } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { KWALITEITSREGELS, type Bevinding, type Kwaliteitsregel, type Maatstaf, type OpleidingFeiten, type Vergelijking } from '@/lib/kwaliteit/model'
import { claimOpleider, listIds, planDag, readAfdrukken, readFeiten, readVergelijkingen, saveAfdrukken, saveScore, saveSignalen } from '@/lib/kwaliteit/repo'
import { beoordeelOpleiding } from '@/lib/kwaliteit/rules/beoordeel'
import { makeAfdruk, vergelijkAfdrukken } from '@/lib/kwaliteit/rules/gelijkenis'
import { lengteKlasse } from '@/lib/kwaliteit/rules/grenzen'

/** So many are in memory at once, however many an opleider has. */
const PER_KEER = 1_000
const SAMEN: readonly Kwaliteitsregel[] = ['dubbel', 'samengesteld']
const APART = KWALITEITSREGELS.filter((regel) => !SAMEN.includes(regel))

type Peil = Omit<Maatstaf, 'vergelijking'> & { vergelijkingen: ReadonlyMap<string, Vergelijking> }

/**
 * Judges what changed, one opleider per transaction: the tick of a worker. Answers whether there is more. When nothing changed, what
 * was not judged today yet is planned. While an opening is busy, this waits.
 */
export async function beoordeelRegister(isDruk: () => Promise<boolean> = () => Promise.resolve(false)): Promise<boolean> {
  if (await isDruk()) return false
  return inPgTransaction(async (client) => {
    const beurt = await claimOpleider(client)
    if (beurt === undefined) return await planDag(client, amsterdamDate(await nowOn(client))) > 0
    await beoordeelOpleider(client, beurt)
    return true
  })
}

async function beoordeelOpleider(client: PoolClient, { opleiderId, opleidingIds }: { opleiderId: string; opleidingIds: string[] | null }): Promise<void> {
  const peil = await readPeil(client)
  const ids = opleidingIds ?? await listIds(client, opleiderId)
  for (let van = 0; van < ids.length; van += PER_KEER) await beoordeelDeel(client, { opleiderId, ids: ids.slice(van, van + PER_KEER), peil })
  const gelijkenissen = vergelijkAfdrukken(await readAfdrukken(client, opleiderId))
  await saveSignalen(client, { opleiderId, ids: undefined, regels: SAMEN }, [...gelijkenissen].flatMap(([opleidingId, bevindingen]) => withId(opleidingId, bevindingen)))
  await saveScore(client, opleiderId, peil.vandaag)
}

async function beoordeelDeel(client: PoolClient, { opleiderId, ids, peil }: { opleiderId: string; ids: readonly string[]; peil: Peil }): Promise<void> {
  const feiten = await readFeiten(client, ids)
  await saveAfdrukken(client, opleiderId, feiten.map(toAfdruk))
  await saveSignalen(client, { opleiderId, ids, regels: APART }, feiten.flatMap((deel) => withId(deel.id, beoordeelOpleiding(deel, maatstafVoor(deel, peil)))))
}

const withId = (opleidingId: string, bevindingen: readonly Bevinding[]) => bevindingen.map((bevinding) => ({ ...bevinding, opleidingId }))

function toAfdruk({ id, inhoud }: OpleidingFeiten) {
  const { titel, omschrijving, leerdoel, opleidingsvorm, duurDagen, actief } = inhoud
  return { ...makeAfdruk({ opleidingId: id, titel, tekst: `${omschrijving} ${leerdoel}`, vorm: opleidingsvorm ?? '', duurDagen: duurDagen ?? 0 }), aangeboden: actief }
}

function maatstafVoor({ inhoud: { categorie, niveau, duurDagen } }: OpleidingFeiten, { vergelijkingen, ...peil }: Peil): Maatstaf {
  const sleutel = duurDagen === null ? '' : `${categorie ?? ''}/${niveau ?? ''}/${String(lengteKlasse(duurDagen))}`
  return { ...peil, vergelijking: vergelijkingen.get(sleutel) }
}

async function readPeil(client: PoolClient): Promise<Peil> {
  const vandaag: PlainDate = amsterdamDate(await nowOn(client))
  const regeling = await leesRegeling(prisma, vandaag)
  const { maximaalPerJaar } = regeling.get('prijsindexering')
  return { vandaag, maximumCent: regeling.get('maximumbedrag'), verhogingenPerJaar: maximaalPerJaar, vergelijkingen: await readVergelijkingen(client) }
}
