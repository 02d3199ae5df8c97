import { SYSTEEM } from '@/lib/base/actor'
import { saveFactuurStatus, saveVerplichtingStatus } from '@/lib/betaling/repo'
import { findTerugTeVorderen, houdBuitenBestand, lockAanvraagStatus } from '@/lib/betaling/repo/buiten-bestand'
import { lockOpdracht, readGeldstand } from '@/lib/betaling/repo/geldstand'
import { boekRetourenIn } from '@/lib/betaling/use-cases/boek-retouren'
import { schrijfInkoopbericht } from '@/lib/betaling/use-cases/schrijf-inkoopbericht'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inPgTransaction, inTransaction, type Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { stelVorderingIn } from '@/lib/vordering/use-cases/stel-vordering-in'

type Opdracht = NonNullable<Awaited<ReturnType<typeof lockOpdracht>>>

/**
 * Ends the order of an aanvraag that was withdrawn after its verlening, and gives the money back to the compartiment. A payment that stands
 * in a batch without a file is kept out of it; an invoice that is not in a batch is taken back. What is in a file already is waited for:
 * this comes back when the bank has answered, and then claims what was paid from the opleider (Awb 4:57), or takes back an invoice of
 * which the money did not arrive. Idempotent.
 */
export async function laatVerplichtingVervallen(aanvraagId: string): Promise<void> {
  await inPgTransaction((client) => houdBuitenBestand(client, { aanvraagId }))
  await inTransaction(async (tx) => {
    if (await lockAanvraagStatus(tx, aanvraagId) !== 'ingetrokken') return
    await boekRetourenIn(tx, aanvraagId)
    const opdracht = await lockOpdracht(tx, aanvraagId)
    if (opdracht === null) return
    await vorderTerug(tx, opdracht)
    if (opdracht.status !== 'vervallen' && !opdracht.facturen.some(({ status }) => status === 'in-batch')) await laatVervallen(tx, opdracht)
  })
}

/** What the bank paid and nobody claimed yet: one claim per invoice. What an earlier besluit claimed of it (a lower verlening) is not claimed again. */
async function vorderTerug(tx: Tx, { aanvraagId }: Opdracht): Promise<void> {
  let restCent = (await readGeldstand(tx, aanvraagId)).betaald
  for (const { factuurId, opleiderId, bedragCent: betaaldCent, besluitId } of await findTerugTeVorderen(tx, aanvraagId)) {
    const bedragCent = Math.min(betaaldCent, restCent)
    if (bedragCent === 0) continue
    restCent -= bedragCent
    await stelVorderingIn(tx, {
      aanvraagId, schuldenaar: { soort: 'opleider', opleiderId }, bedragCent, grond: 'ingetrokken', factuurId, actor: SYSTEEM, ...(besluitId === null ? {} : { besluitId }),
      toelichting: ['De deelnemer stopte voor de scholing begon. De subsidie is ingetrokken.'],
    })
  }
}

/** Invoices that are not paid are taken back, and what was promised falls free. */
async function laatVervallen(tx: Tx, opdracht: Opdracht): Promise<void> {
  const { id, aanvraagId, compartimentId, opleiderId, ordernummer } = opdracht
  const waarvan = { compartimentId, aanvraagId, opleiderId }
  for (const factuur of opdracht.facturen) {
    await saveFactuurStatus(tx, [factuur.id], 'afgekeurd', [{ code: 'STAP-ORDER-VERVALLEN', plaats: 'OrderReference/ID', gevonden: ordernummer }])
    await boek(tx, { soort: 'trek-factuur-terug', oorzaak: 'factuur', oorzaakId: factuur.id, actor: SYSTEEM, regels: makePost('trek-factuur-terug', factuur.bedragCent ?? 0, waarvan) })
  }
  const bedragCent = (await readGeldstand(tx, aanvraagId)).verplicht
  if (bedragCent === 0) return
  if (opdracht.status !== 'betaald') await saveVerplichtingStatus(tx, [id], 'vervallen')
  await schrijfInkoopbericht(tx, aanvraagId, 'annulering')
  await boek(tx, { soort: 'laat-verplichting-vervallen', oorzaak: 'verplichting', oorzaakId: id, actor: SYSTEEM, regels: makePost('laat-verplichting-vervallen', bedragCent, waarvan) })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'laat-verplichting-vervallen', actor: SYSTEEM, zichtbaar: true, gegevens: { ordernummer, bedragCent } })
}
