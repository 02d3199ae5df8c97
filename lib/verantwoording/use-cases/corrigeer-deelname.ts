import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { saveAanvraagStatus, saveCorrectie } from '@/lib/verantwoording/repo/deelname'
import { whyNietTeCorrigeren, type MeldReden } from '@/lib/verantwoording/rules/afronding'
import type { BewijsReden } from '@/lib/verantwoording/rules/bewijs'
import type { CorrectieInput } from '@/lib/verantwoording/schema'
import { bewaarBewijs, leesBewijs, redenenVan } from '@/lib/verantwoording/use-cases/lees-bewijs'
import { toFeiten, toMelding } from '@/lib/verantwoording/use-cases/meld-deelname'
import { leesMeldregels } from '@/lib/verantwoording/use-cases/schrijf-meldingen'

/**
 * An opleider puts a report right, as long as nothing is established. What was reported and answered before is kept, and the burger is
 * asked anew, also when the report was disputed. Without a new bewijs the old one stays.
 */
export async function corrigeerDeelname(opleider: OpleiderActor, input: CorrectieInput): Promise<Outcome<MeldReden | BewijsReden>> {
  const melding = toMelding(input)
  const bewijs = await leesBewijs(input.bewijs)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk, opleiderId: opleider.opleiderId })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')

    const regels = await leesMeldregels(tx)
    const vorigBewijsId = dossier.deelname?.bewijsId ?? null
    const bewijsBewaard = bewijs === undefined && vorigBewijsId === null && (input.bewaard === 'ja' || dossier.deelname?.bewijsBewaard === true)
    const redenen = [...whyNietTeCorrigeren(melding, toFeiten(dossier, regels, bewijs !== undefined || vorigBewijsId !== null || bewijsBewaard)), ...redenenVan(bewijs)]
    if (redenen.length > 0) return refused(...redenen)

    const bewijsId = (await bewaarBewijs(tx, bewijs, { soort: 'bewijs-van-deelname', naam: `bewijs-${dossier.kenmerk}` })) ?? vorigBewijsId
    await saveCorrectie(tx, { aanvraagId: dossier.id, melding, bewijsId, bewijsBewaard }, {
      gemeldDoor: opleider.id, bron: 'portaal', gemeldOp: regels.nu, reactieUiterlijkOp: regels.reactieUiterlijkOp, reden: input.reden,
    })
    await logCorrectie(tx, opleider, dossier)
    await enqueue(tx, 'vraag-reactie', { aanvraagId: dossier.id })
    return done
  })
}

/** What was disputed waits for the burger again. The reason stays with the version: a log of years holds no free text about a person. */
async function logCorrectie(tx: Tx, opleider: OpleiderActor, { id, status, deelname }: Dossier): Promise<void> {
  const isBetwist = status === 'betwist'
  if (isBetwist) await saveAanvraagStatus(tx, id, 'verleend')
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: id, soort: 'corrigeer-deelname', actor: opleider, zichtbaar: true,
    ...(isBetwist && { van: 'betwist', naar: 'verleend' }), gegevens: { versie: (deelname?.versie ?? 0) + 1 },
  })
}
