import type { OpleiderActor } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { readDocument } from '@/lib/platform/documents'
import { waaromGeweigerd } from '@/lib/platform/rijen'
import { parseInput } from '@/lib/platform/zod-nl'
import type { Rijfout } from '@/lib/vooraanmelding/model'
import { insertRijen, lockBestand, saveBestandKlaar, type NieuweRij } from '@/lib/vooraanmelding/repo'
import { rijSchema } from '@/lib/vooraanmelding/schema'
import { UITGEEF_TEKST } from '@/lib/vooraanmelding/texts'
import { geefUitIn, type Uitgifte } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'
import { leesRijen, type BestandRij } from '@/lib/vooraanmelding/use-cases/lees-rijen'

/** So many rows are judged and written together: memory is for one such group, whatever the size of the file. */
const GROEP = 250

/**
 * Reads a file with aanmeldbewijzen: each row gets its own answer, and all of it is one transaction. A file that cannot be read to the
 * end changes nothing. Read before: does nothing, so the job may be delivered twice.
 */
export async function verwerkAanmeldbewijzen(bestandId: string): Promise<void> {
  try {
    await inTransaction((tx) => verwerk(tx, bestandId))
  } catch (fault) {
    const reden = waaromGeweigerd(fault)
    if (reden === undefined) throw fault
    await inTransaction(async (tx) => {
      const bestand = await lockBestand(tx, bestandId)
      if (bestand === undefined) return
      await saveBestandKlaar(tx, bestandId, { toestand: 'mislukt', reden, klaarOp: await nowIn(tx) })
      await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-bestand', onderwerpId: bestandId, soort: 'verwerk-bestand', van: 'ontvangen', naar: 'mislukt', actor: actorOf(bestand) })
    })
  }
}

type Bestand = NonNullable<Awaited<ReturnType<typeof lockBestand>>>

function actorOf({ doorId, opleiderId, door }: Bestand): OpleiderActor {
  return { soort: 'opleider', id: doorId, rollen: ['opleider'], opleiderId, kvk: door.kvk ?? '' }
}

async function verwerk(tx: Tx, bestandId: string): Promise<void> {
  const bestand = await lockBestand(tx, bestandId)
  if (bestand === undefined) return
  const document = await readDocument(bestand.documentId)
  if (document === undefined) throw new Error(`document ${bestand.documentId} does not exist`)
  const opleider = actorOf(bestand)
  const stand = { nummer: 0, uitgegeven: 0, geweigerd: 0 }
  const verwerkGroep = async (groep: readonly BestandRij[]) => {
    const rijen = await geefGroepUit(tx, opleider, groep)
    await insertRijen(tx, rijen.map((rij) => ({ ...rij, bestandId, nummer: ++stand.nummer })))
    stand.uitgegeven += rijen.filter(({ aanmeldbewijsId }) => aanmeldbewijsId !== null).length
    stand.geweigerd += rijen.filter(({ aanmeldbewijsId }) => aanmeldbewijsId === null).length
  }
  let groep: BestandRij[] = []
  for await (const rij of leesRijen({ inhoud: document.inhoud }, bestand.formaat === 'xml' ? 'xml' : 'csv')) {
    if (groep.push(rij) < GROEP) continue
    await verwerkGroep(groep)
    groep = []
  }
  await verwerkGroep(groep)
  await saveBestandKlaar(tx, bestandId, { toestand: 'klaar', uitgegeven: stand.uitgegeven, geweigerd: stand.geweigerd, klaarOp: await nowIn(tx) })
  await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-bestand', onderwerpId: bestandId, soort: 'verwerk-bestand', van: 'ontvangen', naar: 'klaar', actor: opleider, gegevens: { uitgegeven: stand.uitgegeven, geweigerd: stand.geweigerd } })
}

async function geefGroepUit(tx: Tx, opleider: OpleiderActor, groep: readonly BestandRij[]): Promise<Omit<NieuweRij, 'bestandId' | 'nummer'>[]> {
  const gelezen = groep.map(({ velden }) => parseInput(rijSchema, velden))
  const uitgiften = gelezen.flatMap((rij): Uitgifte[] => {
    if (!rij.ok) return []
    const { cohortcode, opleidingscode, subsidiebedrag, locatie, ...rest } = rij.value
    return [{ ...rest, gevraagd: subsidiebedrag, plaats: locatie, welke: { cohortcode, opleidingscode } }]
  })
  const uitkomsten = (await geefUitIn(tx, opleider, uitgiften, { bron: 'bestand' })).values()
  return groep.map(({ regel, velden }, index) => {
    const basis = { regel, studentnummer: velden.studentnummer?.slice(0, 100) ?? null }
    const rij = gelezen[index]
    if (rij?.ok !== true) return { ...basis, aanmeldbewijsId: null, fouten: toFouten(rij?.fouten ?? {}) }
    const uitkomst = uitkomsten.next().value
    if (uitkomst?.ok === true) return { ...basis, aanmeldbewijsId: uitkomst.value.id, fouten: [] }
    return { ...basis, aanmeldbewijsId: null, fouten: (uitkomst?.redenen ?? []).map((reden): Rijfout => ({ veld: reden, reden: UITGEEF_TEKST[reden] })) }
  })
}

function toFouten(fouten: Readonly<Record<string, readonly string[]>>): Rijfout[] {
  return Object.entries(fouten).flatMap(([veld, redenen]) => redenen.map((reden) => ({ veld, reden })))
}
