import type { Actor } from '@/lib/base/actor'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { FactuurSoort, FactuurStatus } from '@/lib/betaling/model'
import { saveFactuurStatus, saveVerplichtingStatus, type LockedVerplichting } from '@/lib/betaling/repo'
import { neemUitBatch } from '@/lib/betaling/repo/buiten-bestand'
import { listStaandeFacturen, saveGecrediteerd, saveTeruggevorderd, type VerwezenFactuur } from '@/lib/betaling/repo/factuur'
import { CREDITNOTA_DOET } from '@/lib/betaling/rules/creditnota'
import { calculateVerplichtingStatus } from '@/lib/betaling/rules/gefactureerd'
import { trekRenteIn } from '@/lib/betaling/use-cases/trek-rente-in'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { stelVorderingIn } from '@/lib/vordering/use-cases/stel-vordering-in'

export type TeBoeken = {
  readonly verplichting: LockedVerplichting
  readonly verwezen: VerwezenFactuur | undefined
  readonly bedrag: Cent
  readonly soort: FactuurSoort
  /** Writes the row in this state; gives its id. */
  readonly save: (status: FactuurStatus) => Promise<string>
}

export type Geboekt = { readonly factuurId: string; readonly status: Extract<FactuurStatus, 'gematcht' | 'verwerkt' | 'wacht-op-bank'> }

/**
 * Books what was received and found right, in the transaction that keeps it: an invoice as a debt to the opleider, a correction in the
 * place of what it replaces, a credit note back to the order when the invoice was not paid yet and as a claim when it was. While only
 * the bank knows which of the two it is, nothing is booked and the credit note waits.
 */
export async function boekOntvangst(tx: Tx, actor: Actor, te: TeBoeken): Promise<Geboekt> {
  const geboekt = te.soort === 'creditnota' ? await boekCreditnota(tx, actor, te) : await boekFactuur(tx, actor, te)
  await herzieStatus(tx, te.verplichting)
  return geboekt
}

async function boekFactuur(tx: Tx, actor: Actor, { verplichting, verwezen, bedrag, soort, save }: TeBoeken): Promise<Geboekt> {
  if (verwezen !== undefined) await vervang(tx, actor, verplichting, verwezen)
  const factuurId = await save('gematcht')
  await boek(tx, { soort: 'boek-factuur', oorzaak: 'factuur', oorzaakId: factuurId, actor, regels: makePost('boek-factuur', bedrag, waarvanOf(verplichting)) })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: verplichting.aanvraagId, soort: soort === 'correctie' ? 'ontvang-correctie' : 'ontvang-factuur', actor, zichtbaar: true,
    gegevens: { ordernummer: verplichting.ordernummer, bedragCent: bedrag, factuurId },
    reden: `Factuur van ${formatBedrag(bedrag)} past bij opdracht ${verplichting.ordernummer}`,
  })
  return { factuurId, status: 'gematcht' }
}

async function vervang(tx: Tx, actor: Actor, verplichting: LockedVerplichting, verwezen: VerwezenFactuur): Promise<void> {
  await haalUitBatch(tx, actor, verplichting, verwezen)
  await saveFactuurStatus(tx, [verwezen.id], 'vervangen')
  await trekRenteIn(tx, verwezen.id, actor)
  const netto = (verwezen.bedragCent ?? 0) - verwezen.gecrediteerdCent
  await boek(tx, { soort: 'trek-factuur-terug', oorzaak: 'factuur', oorzaakId: verwezen.id, actor, regels: makePost('trek-factuur-terug', netto, waarvanOf(verplichting)) })
}

/** What two people approved only becomes less: the invoice leaves the batch, and what remains of it is paid with a later one. */
async function haalUitBatch(tx: Tx, actor: Actor, { aanvraagId }: LockedVerplichting, { id, betaalstand }: VerwezenFactuur): Promise<void> {
  if (betaalstand !== 'in-batch') return
  await neemUitBatch(tx, id)
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'houd-buiten-bestand', actor, gegevens: { factuurId: id, reden: 'teruggenomen' } })
}

async function boekCreditnota(tx: Tx, actor: Actor, { verplichting, verwezen, bedrag, save }: TeBoeken): Promise<Geboekt> {
  if (verwezen === undefined) throw new Error('a credit note that was found right takes back an invoice')
  const doet = CREDITNOTA_DOET[verwezen.betaalstand]
  const status = doet === 'wacht' ? 'wacht-op-bank' : 'verwerkt'
  const factuurId = await save(status)
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: verplichting.aanvraagId, soort: doet === 'wacht' ? 'wacht-met-creditnota' : 'ontvang-creditnota', actor, zichtbaar: doet !== 'wacht',
    gegevens: { ordernummer: verplichting.ordernummer, bedragCent: bedrag, factuurId, isBetaald: doet === 'vordert' },
    reden: `Creditnota van ${formatBedrag(bedrag)} op factuur ${verwezen.factuurnummer}`,
  })
  if (doet === 'vordert') await vorder(tx, actor, { verplichting, verwezen, bedrag, factuurId })
  if (doet === 'verlaagt') {
    await haalUitBatch(tx, actor, verplichting, verwezen)
    await saveGecrediteerd(tx, verwezen, bedrag)
    if (verwezen.gecrediteerdCent + bedrag === verwezen.bedragCent) await trekRenteIn(tx, verwezen.id, actor)
    await boek(tx, { soort: 'trek-factuur-terug', oorzaak: 'factuur', oorzaakId: factuurId, actor, regels: makePost('trek-factuur-terug', bedrag, waarvanOf(verplichting)) })
  }
  return { factuurId, status }
}

type TeVorderen = { verplichting: LockedVerplichting; verwezen: VerwezenFactuur; bedrag: Cent; factuurId: string }

async function vorder(tx: Tx, actor: Actor, { verplichting: { aanvraagId, opleiderId }, verwezen, bedrag, factuurId }: TeVorderen): Promise<void> {
  await saveTeruggevorderd(tx, verwezen.id, bedrag)
  await stelVorderingIn(tx, { aanvraagId, schuldenaar: { soort: 'opleider', opleiderId }, bedragCent: bedrag, grond: 'creditnota', factuurId, actor })
}

async function herzieStatus(tx: Tx, { id, status, bedragCent }: LockedVerplichting): Promise<void> {
  const wordt = calculateVerplichtingStatus(cent(bedragCent), await listStaandeFacturen(tx, id))
  if (status !== 'vervallen' && wordt !== status) await saveVerplichtingStatus(tx, [id], wordt)
}

function waarvanOf({ compartimentId, aanvraagId, opleiderId }: LockedVerplichting) {
  return { compartimentId, aanvraagId, opleiderId }
}
