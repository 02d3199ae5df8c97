import { SYSTEEM } from '@/lib/base/actor'
import { cent, formatBedrag } from '@/lib/base/money'
import { saveFactuurStatus, saveVerplichtingStatus } from '@/lib/betaling/repo'
import { lockAanvraagStatus } from '@/lib/betaling/repo/buiten-bestand'
import { listStaandeFacturen } from '@/lib/betaling/repo/factuur'
import { lockOpdracht, saveBedrag } from '@/lib/betaling/repo/geldstand'
import { findVorderingenVan, lockOngeboekteRetouren, saveAlsnogGecrediteerd, type OngeboekteRetour } from '@/lib/betaling/repo/retour'
import { calculateVerplichtingStatus } from '@/lib/betaling/rules/gefactureerd'
import { bepaalFactuurgevolg, verdeelOverVorderingen, type Factuurgevolg } from '@/lib/betaling/rules/retour'
import { schrijfInkoopbericht } from '@/lib/betaling/use-cases/schrijf-inkoopbericht'
import { trekRenteIn } from '@/lib/betaling/use-cases/trek-rente-in'
import { meldVerlaagdeOpdracht } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { makePost, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'
import { verdeelRetour } from '@/lib/tijdvak/rules/retour'
import { boekAlle } from '@/lib/tijdvak/use-cases/boek'
import { leesGeldVanAanvraag } from '@/lib/tijdvak/use-cases/lees-geldstand'
import { verlaagNaRetour } from '@/lib/vordering/use-cases/trek-vordering-in'

type Opdracht = NonNullable<Awaited<ReturnType<typeof lockOpdracht>>>

/** Books the payments of an aanvraag that came back after something was claimed of them. Idempotent. */
export function boekRetouren(aanvraagId: string): Promise<void> {
  return inTransaction((tx) => boekRetourenIn(tx, aanvraagId))
}

/**
 * The same in the transaction of another act on the same money, which must see it booked. The money of a claim came back by the bank, so
 * the claim goes, with a letter; what it claimed is not owed to the opleider again.
 */
export async function boekRetourenIn(tx: Tx, aanvraagId: string): Promise<void> {
  const status = await lockAanvraagStatus(tx, aanvraagId)
  for (const retour of await lockOngeboekteRetouren(tx, aanvraagId)) {
    const opdracht = await lockOpdracht(tx, aanvraagId)
    if (opdracht === null) throw new Error(`aanvraag ${aanvraagId} was paid without an order`)
    await boekRetour(tx, opdracht, retour, status === 'ingetrokken' || opdracht.status === 'vervallen')
  }
}

async function boekRetour(tx: Tx, opdracht: Opdracht, retour: OngeboekteRetour, isOpdrachtVoorbij: boolean): Promise<void> {
  const { aanvraagId } = opdracht
  const { factuurId, bedragCent } = retour
  const vervallen = verdeelOverVorderingen(bedragCent, await findVorderingenVan(tx, { aanvraagId, factuurId }))
  const reden = `De bank stuurde onze betaling van ${formatBedrag(cent(bedragCent))} terug. Het geld is dus al weer bij ons.`
  let ontvangenCent = 0
  for (const { id, afCent, afgeboektCent } of vervallen) ontvangenCent += await verlaagNaRetour(tx, { vorderingId: id, afCent, afgeboektCent, reden })

  const gevolg = bepaalFactuurgevolg(bedragCent, vervallen, isOpdrachtVoorbij)
  await boekRetourposten(tx, opdracht, retour, { ontvangenCent, gevolg })
  await saveFactuurgevolg(tx, opdracht, factuurId, gevolg)
  if (gevolg.vervaltCent > 0) await verklein(tx, opdracht, gevolg)
}

type Geld = { ontvangenCent: number; gevolg: Factuurgevolg }

/**
 * All of it in one statement. What somebody paid back on a claim was free again: the payment that came back takes its place, and gives as
 * much back, so no plafond is in the way.
 */
async function boekRetourposten(tx: Tx, { aanvraagId, compartimentId, opleiderId }: Opdracht, { betalingId, bedragCent }: OngeboekteRetour, { ontvangenCent, gevolg }: Geld): Promise<void> {
  const geld = await leesGeldVanAanvraag(tx, aanvraagId)
  const uit = verdeelRetour(bedragCent - ontvangenCent, { betaald: geld.get('betaald') ?? 0, vastgesteld: geld.get('vastgesteld') ?? 0 })
  if (uit === undefined) throw new Error(`the ledger of aanvraag ${aanvraagId} does not have the ${String(bedragCent)} cents that came back with payment ${betalingId}`)
  const posten: readonly (readonly [BoekingSoort, number])[] = [
    ['boek-betaling-terug', uit.betaald], ['boek-afgerekend-terug', uit.vastgesteld], ['betaal-ontvangst-terug', ontvangenCent],
    ['trek-factuur-terug', gevolg.terugCent], ['laat-verplichting-vervallen', gevolg.vervaltCent],
  ]
  const waarvan = { compartimentId, aanvraagId, opleiderId }
  await boekAlle(tx, posten.filter(([, cents]) => cents > 0).map(([soort, cents]) => ({ soort, oorzaak: 'betaling', oorzaakId: betalingId, actor: SYSTEEM, regels: makePost(soort, cents, waarvan) })))
}

async function saveFactuurgevolg(tx: Tx, { ordernummer }: Opdracht, factuurId: string, { gecrediteerdCent, isAfgekeurd }: Factuurgevolg): Promise<void> {
  if (gecrediteerdCent > 0) {
    await saveAlsnogGecrediteerd(tx, factuurId, gecrediteerdCent)
    if (!isAfgekeurd && (await tx.factuur.findUniqueOrThrow({ where: { id: factuurId }, select: { status: true } })).status === 'gecrediteerd') await trekRenteIn(tx, factuurId, SYSTEEM)
  }
  if (isAfgekeurd) await saveFactuurStatus(tx, [factuurId], 'afgekeurd', [{ code: 'STAP-ORDER-VERLAAGD', plaats: 'OrderReference/ID', gevonden: ordernummer }])
}

/** The order is as much smaller as is not owed any more; the opleider hears what to do. */
async function verklein(tx: Tx, opdracht: Opdracht, { vervaltCent, isAfgekeurd }: Factuurgevolg): Promise<void> {
  const { id, aanvraagId, ordernummer } = opdracht
  if (opdracht.status === 'vervallen') return
  const restCent = opdracht.bedragCent - vervaltCent
  if (restCent === 0) await saveVerplichtingStatus(tx, [id], 'vervallen')
  else {
    await saveBedrag(tx, id, restCent)
    const wordt = calculateVerplichtingStatus(cent(restCent), await listStaandeFacturen(tx, id))
    if (wordt !== opdracht.status) await saveVerplichtingStatus(tx, [id], wordt)
  }
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: restCent === 0 ? 'laat-verplichting-vervallen' : 'verlaag-verplichting', actor: SYSTEEM, zichtbaar: true, gegevens: { ordernummer, bedragCent: restCent },
  })
  // Who sent the credit note knows.
  if (isAfgekeurd) await meldVerlaagdeOpdracht(tx, opdracht, restCent, true)
  await schrijfInkoopbericht(tx, aanvraagId, restCent === 0 ? 'annulering' : 'wijziging')
}
