import { createHash } from 'node:crypto'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { enqueue } from '@/lib/platform/outbox'
import type { Omvang } from '@/lib/aanlevering/model'
import { insertImport, insertTabel, opleiderExists, type NieuweTabel } from '@/lib/aanlevering/repo'
import { formaatOf, keurBestand, type BestandKeuring } from '@/lib/aanlevering/rules/bestand'

export type NieuwBestand = { naam: string; mediatype: string; inhoud: Buffer }
/** `formaat` is a key of LEZERS; without it EDU-DEX by the extension. `eerstBekijken`: nothing goes live before somebody agreed. */
export type Aanlevering = { formaat?: string; omvang?: Omvang; eerstBekijken?: boolean; tabel?: Tabel }
/** How a table looks and what its columns mean; without `herkend` a person has to say so first. */
export type Tabel = Omit<NieuweTabel, 'importId'>

/**
 * Receives a register file: it is kept, and a worker takes it in. An opleider delivers for itself; DUO names the opleider,
 * or null for a file with the opleidingen of several.
 */
export async function ontvangBestand(
  actor: OpleiderActor | Medewerker, bestand: NieuwBestand, opleiderId: string | null, { formaat, omvang = 'aanvulling', eerstBekijken = false, tabel }: Aanlevering = {},
): Promise<Outcome<BestandKeuring | 'onbekende-opleider', { importId: string }>> {
  const redenen = formaat === undefined ? keurBestand({ naam: bestand.naam, mediatype: bestand.mediatype, grootte: bestand.inhoud.length }) : []
  const gekozen = formaat ?? edudexFormaat(bestand.naam)
  if (redenen.length > 0 || gekozen === undefined) return refused(...redenen)
  const voorOpleider = actor.soort === 'opleider' ? actor.opleiderId : opleiderId

  return inTransaction(async (tx) => {
    if (voorOpleider !== null && !(await opleiderExists(tx, voorOpleider))) return refused('onbekende-opleider')
    const documentId = await saveDocument(tx, { soort: 'register-bestand', naam: bestand.naam.slice(0, 200), mediatype: 'application/octet-stream', inhoud: bestand.inhoud })
    const importId = await insertImport(tx, {
      opleiderId: voorOpleider, doorId: actor.id, formaat: gekozen, bestandsnaam: bestand.naam.slice(0, 200),
      sha256: createHash('sha256').update(bestand.inhoud).digest('hex'), documentId, omvang, eerstBekijken,
    })
    await saveGebeurtenis(tx, { onderwerp: 'import', onderwerpId: importId, soort: 'ontvang-bestand', actor, gegevens: { omvang, eerstBekijken } })
    if (tabel !== undefined) await insertTabel(tx, { importId, ...tabel })
    if (tabel?.herkend !== false) await enqueue(tx, 'verwerk-import', { importId })
    return success({ importId })
  })
}

function edudexFormaat(naam: string): string | undefined {
  const formaat = formaatOf(naam)
  return formaat === undefined ? undefined : `edudex-${formaat}`
}
