import { SYSTEEM } from '@/lib/base/actor'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { readDocument } from '@/lib/platform/documents'
import { readRijen, waaromGeweigerd, type Bestandsrij } from '@/lib/platform/rijen'
import { parseInput } from '@/lib/platform/zod-nl'
import { findMeldzaken, type Meldzaak } from '@/lib/verantwoording/repo/deelname'
import { insertRijen, lockOntvangen, saveBestand, type NieuweRij } from '@/lib/verantwoording/repo/deelname-bestand'
import { whyNietTeMelden } from '@/lib/verantwoording/rules/afronding'
import { judgeKoppen, KOLOMMEN, toKolom, toWaarde, type Kolom } from '@/lib/verantwoording/rules/deelname-kolommen'
import { meldSchema, type MeldInput } from '@/lib/verantwoording/schema'
import { MELD_REDEN } from '@/lib/verantwoording/texts'
import { toMelding } from '@/lib/verantwoording/use-cases/meld-deelname'
import { leesMeldregels, type Meldregels } from '@/lib/verantwoording/use-cases/schrijf-meldingen'
import type { Rijfout } from '@/lib/vooraanmelding/model'

/** So many rows are judged and written together: memory is for one such group, whatever the size of the file. */
const GROEP = 200
/** The most rows of one file. */
const MAX_RIJEN = 20_000
const VORM = { toKolom, judgeKoppen, elementen: ['deelname', 'melding'], maxRijen: MAX_RIJEN }

/**
 * Reads a file with deelnames: every row gets its judgement with all reasons at once, and nothing is reported yet. A file that cannot be
 * read to the end has no rows at all. Read before: does nothing, so the job may be delivered twice.
 */
export async function leesDeelnames(bestandId: string): Promise<void> {
  try {
    await inTransaction((tx) => lees(tx, bestandId))
  } catch (fault) {
    const reden = waaromGeweigerd(fault)
    if (reden === undefined) throw fault
    await inTransaction(async (tx) => {
      if ((await lockOntvangen(tx, bestandId)) === undefined) return
      await saveBestand(tx, bestandId, { toestand: 'mislukt', reden, gelezenOp: await nowIn(tx) })
      await saveGebeurtenis(tx, { onderwerp: 'deelname-bestand', onderwerpId: bestandId, soort: 'lees-bestand', van: 'ontvangen', naar: 'mislukt', actor: SYSTEEM })
    })
  }
}

type Lezing = { readonly opleiderId: string; readonly regels: Meldregels; readonly gezien: Map<string, number> }

async function lees(tx: Tx, bestandId: string): Promise<void> {
  const bestand = await lockOntvangen(tx, bestandId)
  if (bestand === undefined) return
  const document = await readDocument(bestand.documentId)
  if (document === undefined) throw new Error(`document ${bestand.documentId} does not exist`)
  const lezing: Lezing = { opleiderId: bestand.opleiderId, regels: await leesMeldregels(tx), gezien: new Map() }
  const stand = { nummer: 0, goed: 0, fout: 0 }
  const bewaar = async (groep: readonly Bestandsrij<Kolom>[]) => {
    const rijen = await judgeGroep(tx, lezing, groep)
    await insertRijen(tx, rijen.map((rij) => ({ ...rij, bestandId, nummer: ++stand.nummer })))
    stand.goed += rijen.filter(({ melding }) => melding !== null).length
    stand.fout += rijen.filter(({ melding }) => melding === null).length
  }
  let groep: Bestandsrij<Kolom>[] = []
  for await (const rij of readRijen({ inhoud: document.inhoud }, bestand.formaat === 'xml' ? 'xml' : 'csv', VORM)) {
    if (groep.push(rij) < GROEP) continue
    await bewaar(groep)
    groep = []
  }
  await bewaar(groep)
  const { goed, fout } = stand
  await saveBestand(tx, bestandId, { toestand: 'gelezen', goed, fout, gelezenOp: await nowIn(tx) })
  await saveGebeurtenis(tx, { onderwerp: 'deelname-bestand', onderwerpId: bestandId, soort: 'lees-bestand', van: 'ontvangen', naar: 'gelezen', actor: SYSTEEM, gegevens: { goed, fout } })
}

type Oordeel = Omit<NieuweRij, 'bestandId' | 'nummer'>

async function judgeGroep(tx: Tx, lezing: Lezing, groep: readonly Bestandsrij<Kolom>[]): Promise<Oordeel[]> {
  const gelezen = groep.map(({ regel, velden }) => {
    const kenmerk = parseKenmerk(AANVRAAG_PREFIX, velden.kenmerk ?? '')
    // In a file the bewijs stays with the opleider, who declares so before anything is written.
    const invoer = parseInput(meldSchema, { ...Object.fromEntries(KOLOMMEN.map((kolom) => [kolom, velden[kolom] === undefined ? undefined : toWaarde(kolom, velden[kolom])])), bewaard: 'ja' })
    return { regel, getypt: velden.kenmerk?.slice(0, 100) ?? null, kenmerk, invoer }
  })
  const zaken = await findMeldzaken(tx, lezing.opleiderId, gelezen.flatMap(({ kenmerk }) => kenmerk ?? []))
  return gelezen.map(({ regel, getypt, kenmerk, invoer }): Oordeel => {
    const zaak = kenmerk === undefined ? undefined : zaken.get(kenmerk)
    const fouten = [...(invoer.ok ? [] : toFouten(invoer.fouten)), ...judgeZaak(lezing, { regel, getypt, zaak, invoer: invoer.ok ? invoer.value : undefined })]
    return fouten.length > 0 || !invoer.ok || zaak === undefined
      ? { regel, kenmerk: kenmerk ?? getypt, aanvraagId: zaak?.aanvraagId ?? null, melding: null, fouten }
      : { regel, kenmerk: kenmerk ?? getypt, aanvraagId: zaak.aanvraagId, melding: toMelding(invoer.value), fouten: [] }
  })
}

type TeOordelen = { readonly regel: number; readonly getypt: string | null; readonly zaak: Meldzaak | undefined; readonly invoer: MeldInput | undefined }

/** What is wrong with a row besides how it is written: the deelnemer, one named twice, and what art. 14 says. */
function judgeZaak({ regels, gezien }: Lezing, { regel, getypt, zaak, invoer }: TeOordelen): Rijfout[] {
  if (getypt === null) return []
  if (zaak === undefined) return [{ veld: 'kenmerk', reden: 'Dit kenmerk hoort niet bij een deelnemer van u. Neem het over uit de opdracht van UWV of uit het bestand met open deelnames.' }]
  const eerder = gezien.get(zaak.aanvraagId)
  if (eerder !== undefined) return [{ veld: 'kenmerk', reden: `Deze deelnemer staat ook op regel ${String(eerder)}. Laat één van de twee regels weg.` }]
  gezien.set(zaak.aanvraagId, regel)
  if (invoer === undefined) return zaak.isGemeld ? [{ veld: 'al-gemeld', reden: MELD_REDEN['al-gemeld'] }] : []
  return whyNietTeMelden(toMelding(invoer), { ...zaak, hasBewijs: true, vandaag: regels.vandaag, norm: regels.norm }).map((reden) => ({ veld: reden, reden: MELD_REDEN[reden] }))
}

function toFouten(fouten: Readonly<Record<string, readonly string[]>>): Rijfout[] {
  return Object.entries(fouten).flatMap(([veld, redenen]) => redenen.map((reden) => ({ veld, reden })))
}
