import type { Uitslag } from '@/lib/bank/model'
import { saveVragen, type NieuweVraag } from '@/lib/bank/repo/afschriften'
import { readGroep, readUitslag, type GroepUitslag } from '@/lib/bank/rules/pain002'
import { refuse, type Verwerking } from '@/lib/bank/rules/verwerking'
import { leesVrijgegevenBatch, leesBetalingen, leesOnderweg } from '@/lib/betaling/use-cases/lees-betaalstand'
import { boekBetalingenTerug, type Terugboeking } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import type { PoolClient } from '@/lib/platform/db'
import type { XmlDeel } from '@/lib/platform/xml-delen'

const PARTIJ = 5_000

type Telling = { goedgekeurd: number; afgewezen: number; vragen: number }

/**
 * Books a pain.002: what the bank refuses is owed again at once and waits for somebody to look; what it accepts stays under way
 * until the statement shows it. Said again, it changes nothing.
 */
export async function boekUitslagen(client: PoolClient, berichtId: string, delen: AsyncIterable<XmlDeel>): Promise<Verwerking> {
  const telling: Telling = { goedgekeurd: 0, afgewezen: 0, vragen: 0 }
  let groep: GroepUitslag | undefined
  let deelIsAfgewezen = false
  let partij: Uitslag[] = []
  const flush = async () => {
    await boekPartij(client, berichtId, partij, telling)
    partij = []
  }
  for await (const deel of delen) {
    if (deel.soort !== 'deel') continue
    if (deel.element.naam === 'OrgnlGrpInfAndSts') {
      groep = readGroep(deel.element)
      const batchId = groep.msgId === null ? undefined : await leesVrijgegevenBatch(client, groep.msgId)
      if (batchId === undefined) return refuse('onbekende-batch', deel.element.regel, groep.msgId ?? undefined)
      if (groep.isAfgewezen) await boekBatchTerug(client, berichtId, batchId, groep.code, telling)
    }
    if (deel.element.naam === 'PmtInfSts') deelIsAfgewezen = deel.element.tekst === 'RJCT'
    const uitslag = deel.element.naam === 'TxInfAndSts' ? readUitslag(deel.element) : undefined
    if (uitslag === undefined) continue
    partij.push(deelIsAfgewezen ? { ...uitslag, isAfgewezen: true } : uitslag)
    if (partij.length >= PARTIJ) await flush()
  }
  await flush()
  return groep === undefined ? refuse('leeg-bericht', 0) : { ok: true, uitkomst: telling }
}

async function boekBatchTerug(client: PoolClient, berichtId: string, batchId: string, code: string | null, telling: Telling): Promise<void> {
  const ids = await leesOnderweg(client, batchId)
  await boekBetalingenTerug(client, ids.map((betalingId) => ({ betalingId, naar: 'afgewezen', code })))
  await saveVragen(client, berichtId, ids.map((betalingId) => ({ soort: 'afgewezen', mutatieId: null, betalingId, gegevens: code === null ? {} : { code } })))
  telling.afgewezen += ids.length
  telling.vragen += ids.length
}

async function boekPartij(client: PoolClient, berichtId: string, partij: readonly Uitslag[], telling: Telling): Promise<void> {
  const betalingen = await leesBetalingen(client, partij.map(({ endToEndId }) => endToEndId))
  const terug: Terugboeking[] = []
  const vragen: NieuweVraag[] = []
  for (const { endToEndId, isAfgewezen, code, regel } of partij) {
    const betaling = betalingen.get(endToEndId)
    const gegevens = { regel, ...(code === null ? {} : { code }), ...(betaling === undefined ? { endToEndId } : {}) }
    const ask = (soort: NieuweVraag['soort']) => vragen.push({ soort, mutatieId: null, betalingId: betaling?.id ?? null, gegevens })
    if (betaling === undefined) ask('onbekende-opdracht')
    else if (!isAfgewezen) telling.goedgekeurd += 1
    else if (betaling.status === 'uitgevoerd') ask('afgewezen-na-uitvoering')
    else if (betaling.status === 'onderweg') {
      terug.push({ betalingId: betaling.id, naar: 'afgewezen', code })
      betalingen.set(endToEndId, { ...betaling, status: 'afgewezen' })
      ask('afgewezen')
    }
  }
  await boekBetalingenTerug(client, terug)
  await saveVragen(client, berichtId, vragen)
  telling.afgewezen += terug.length
  telling.vragen += vragen.length
}
