import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { refused, type Outcome } from '@/lib/base/outcome'
import { BronFout } from '@/lib/platform/bron'
import { prisma } from '@/lib/platform/db'
import type { Omvang } from '@/lib/aanlevering/model'
import { findKolomindeling } from '@/lib/aanlevering/repo'
import { herkenFormaat, isTabel, isTeGroot, KIJK_BYTES } from '@/lib/aanlevering/rules/formaat'
import { BESTAND_TEKST, BRON_TEKST } from '@/lib/aanlevering/texts'
import { hashOfKop } from '@/lib/aanlevering/use-cases/deel-kolommen-in'
import { bekijkTabel, type Tabelsoort } from '@/lib/aanlevering/use-cases/lees-tabel'
import { ontvangBestand, type NieuwBestand, type Tabel } from '@/lib/aanlevering/use-cases/ontvang-bestand'

/**
 * Receives a file in any format through a screen: what it is follows from its name and content, and nothing of it goes live before
 * somebody has seen the difference. A table waits until a person has said what its columns mean, unless the opleider said so before
 * for the same names. Refused in sentences.
 */
export async function ontvangAanlevering(
  actor: OpleiderActor | Medewerker, bestand: NieuwBestand, { opleiderId, omvang }: { opleiderId: string | null; omvang: Omvang },
): Promise<Outcome<string, { importId: string }>> {
  if (isTeGroot(bestand.inhoud.length)) return refused(BESTAND_TEKST['bestand-te-groot'])
  const oordeel = herkenFormaat(bestand.naam, bestand.inhoud.subarray(0, KIJK_BYTES))
  if (!oordeel.ok) return refused(...oordeel.redenen.map((reden) => BESTAND_TEKST[reden]))
  const { formaat } = oordeel
  const vanOpleider = actor.soort === 'opleider' ? actor.opleiderId : opleiderId
  const tabel = isTabel(formaat) ? await lookAt(bestand.inhoud, formaat, vanOpleider) : undefined
  if (typeof tabel === 'string') return refused(tabel)

  const outcome = await ontvangBestand(actor, bestand, opleiderId, { formaat, omvang, eerstBekijken: true, ...(tabel === undefined ? {} : { tabel }) })
  return outcome.ok ? outcome : refused(...outcome.redenen.map((reden) => BESTAND_TEKST[reden]))
}

/** The table with the kolomindeling that is remembered or proposed, or the sentence that says why it cannot be read. */
async function lookAt(inhoud: Buffer, soort: Tabelsoort, opleiderId: string | null): Promise<Tabel | string> {
  if (opleiderId === null) return BESTAND_TEKST['kies-opleider']
  try {
    const vorm = await bekijkTabel({ inhoud }, soort)
    if (vorm === undefined) return BESTAND_TEKST['geen-koprij']
    const { kop, kopregel, codering, scheiding, werkblad, voorbeelden } = vorm
    const eerder = await findKolomindeling(prisma, opleiderId, hashOfKop(kop))
    return { kop, kopregel, codering, scheiding, werkblad, voorbeelden, kolomindeling: eerder ?? vorm.voorstel, herkend: eerder !== undefined }
  } catch (fault) {
    if (!(fault instanceof BronFout)) throw fault
    return fault.regel > 0 ? `${BRON_TEKST[fault.reden]} (regel ${String(fault.regel)})` : BRON_TEKST[fault.reden]
  }
}
