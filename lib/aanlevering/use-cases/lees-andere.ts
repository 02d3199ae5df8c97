import type { PlainDate } from '@/lib/base/date'
import { BronFout, type Bron } from '@/lib/platform/bron'
import { prisma } from '@/lib/platform/db'
import type { Stuk } from '@/lib/aanlevering/model'
import { findTabel } from '@/lib/aanlevering/repo'
import type { GelezenAanbod } from '@/lib/aanlevering/rules/aanbod'
import { toStuk } from '@/lib/aanlevering/rules/aanleverrij'
import { BESTAND_TEKST, BRON_TEKST } from '@/lib/aanlevering/texts'
import { JsonFout, leesOoapi, type OoapiFormaat } from '@/lib/aanlevering/use-cases/lees-ooapi'
import { bekijkTabel, leesTabel, type Tabelsoort } from '@/lib/aanlevering/use-cases/lees-tabel'

/** OOAPI as a stream for the pipeline; a file that cannot be read as a whole ends it with a sentence. */
export async function* leesOoapiStukken(bron: Bron, formaat: OoapiFormaat, dag: PlainDate): AsyncGenerator<Stuk> {
  yield* asStukken(leesOoapi(bron, formaat), dag)
}

/**
 * A table as a stream for the pipeline, by the kolomindeling that was chosen for this import; without one (an operator, from disk) by the
 * kolomindeling that is proposed.
 */
export async function* leesTabelStukken(bron: Bron, soort: Tabelsoort, { dag, importId }: { dag: PlainDate; importId: string }): AsyncGenerator<Stuk> {
  try {
    const tabel = await findTabel(prisma, importId) ?? await propose(bron, soort)
    if (tabel === undefined) yield { soort: 'afgekeurd', reden: BESTAND_TEKST['geen-koprij'] }
    else if (!tabel.kolomindeling.includes('opleidingcode')) yield { soort: 'afgekeurd', reden: BESTAND_TEKST['geen-opleidingcode'] }
    else yield* asStukken(leesTabel(bron, soort, tabel), dag)
  } catch (fault) {
    yield refusalOf(fault)
  }
}

async function propose(bron: Bron, soort: Tabelsoort) {
  const vorm = await bekijkTabel(bron, soort)
  return vorm === undefined ? undefined : { kop: vorm.kop, kopregel: vorm.kopregel, kolomindeling: vorm.voorstel }
}

async function* asStukken(aanbod: AsyncIterable<{ regel: number; gelezen: GelezenAanbod }>, dag: PlainDate): AsyncGenerator<Stuk> {
  try {
    let leeg = true
    for await (const deel of aanbod) {
      leeg = false
      yield toStuk(deel, dag)
    }
    if (leeg) yield { soort: 'afgekeurd', reden: BESTAND_TEKST.leeg }
  } catch (fault) {
    yield refusalOf(fault)
  }
}

/** A refusal that was thrown inside a stream as the sentence for who sent the file; anything else is a fault and goes on. */
function refusalOf(fault: unknown): Stuk {
  if (fault instanceof BronFout) return { soort: 'afgekeurd', reden: withLine(BRON_TEKST[fault.reden], fault.regel) }
  if (fault instanceof JsonFout) return { soort: 'afgekeurd', reden: withLine(BESTAND_TEKST[fault.reden], fault.regel) }
  throw fault
}

function withLine(zin: string, regel: number): string {
  return regel > 0 ? `${zin} (regel ${String(regel)})` : zin
}
