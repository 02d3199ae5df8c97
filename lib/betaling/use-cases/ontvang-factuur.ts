import type { OpleiderActor } from '@/lib/base/actor'
import { parseDatum } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, formatBedrag } from '@/lib/base/money'
import { success, type Outcome } from '@/lib/base/outcome'
import { ORDER_PREFIX, type FactuurFout, type UblFactuur } from '@/lib/betaling/model'
import {
  findOpleider, hasFactuurnummer, lockFacturenOf, lockVerplichting, saveFactuur, saveVerplichtingStatus, toOpdracht, type LockedVerplichting,
} from '@/lib/betaling/repo'
import { matchFactuur } from '@/lib/betaling/rules/match'
import { checkNlcius } from '@/lib/betaling/rules/nlcius'
import { readUbl } from '@/lib/betaling/rules/ubl'
import type { BestandCode } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { parseXml, type XmlReden } from '@/lib/platform/xml'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

export type OntvangenFactuur = { readonly factuurId: string; readonly isGematcht: boolean; readonly fouten: readonly FactuurFout[] }

const XML_CODE: Readonly<Record<XmlReden, BestandCode>> = {
  'te-groot': 'XML-GROOTTE', 'geen-xml': 'XML-GEEN', codering: 'XML-CODERING', doctype: 'XML-DOCTYPE',
  'niet-welgevormd': 'XML-WELGEVORMD', 'te-diep': 'XML-DIEPTE', 'te-veel-elementen': 'XML-AANTAL',
}
const ONLEESBAAR = '(onleesbaar)'

/**
 * Receives an e-invoice: it is always kept as it came, judged at once by every rule, and when nothing is wrong it is booked as
 * a debt to the opleider. An invoice that is refused is an answer, not a fault: the list says what to mend.
 */
export async function ontvangFactuur(opleider: OpleiderActor, bestand: { naam: string; inhoud: Buffer }): Promise<Outcome<never, OntvangenFactuur>> {
  const gelezen = readBestand(bestand.inhoud)
  return inTransaction(async (tx) => {
    await lockFacturenOf(tx, opleider.opleiderId)
    const documentId = await saveDocument(tx, {
      soort: 'factuur', naam: bestand.naam.slice(0, 200), inhoud: bestand.inhoud,
      mediatype: gelezen.isXml ? 'application/xml' : 'application/octet-stream',
    })
    return success(gelezen.factuur === undefined
      ? await saveOnleesbaar(tx, opleider.opleiderId, documentId, gelezen.fouten)
      : await saveGelezen(tx, opleider, documentId, gelezen.factuur))
  })
}

type Gelezen = { isXml: boolean; factuur?: UblFactuur; fouten: readonly FactuurFout<BestandCode>[] }

function readBestand(inhoud: Buffer): Gelezen {
  const xml = parseXml(inhoud)
  if (!xml.ok) return { isXml: !xml.redenen.includes('geen-xml'), fouten: xml.redenen.map((reden) => ({ code: XML_CODE[reden], plaats: 'bestand' })) }
  const factuur = readUbl(xml.value)
  return factuur === undefined ? { isXml: true, fouten: [{ code: 'UBL-SOORT', plaats: 'bestand', gevonden: xml.value.naam }] } : { isXml: true, factuur, fouten: [] }
}

async function saveOnleesbaar(tx: Tx, opleiderId: string, documentId: string, fouten: readonly FactuurFout[]): Promise<OntvangenFactuur> {
  const factuurId = await saveFactuur(tx, {
    opleiderId, documentId, fouten, status: 'afgekeurd',
    factuurnummer: ONLEESBAAR, factuurdatum: null, ordernummer: null, bedragCent: null, iban: null, verplichtingId: null,
  })
  return { factuurId, isGematcht: false, fouten }
}

async function saveGelezen(tx: Tx, actor: OpleiderActor, documentId: string, factuur: UblFactuur): Promise<OntvangenFactuur> {
  const opleider = await findOpleider(tx, actor.opleiderId)
  const ordernummer = parseKenmerk(ORDER_PREFIX, factuur.ordernummer ?? '')
  const verplichting = ordernummer === undefined ? undefined : await lockVerplichting(tx, ordernummer, opleider.id)
  const vandaag = await todayIn(tx)
  const fouten: readonly FactuurFout[] = judge(factuur, matchFactuur(factuur, {
    opdracht: verplichting === undefined ? undefined : toOpdracht(verplichting),
    kvkOpleider: opleider.kvk,
    ibanOpleider: opleider.iban,
    kvkUwv: config.uwv.kvk,
    nummerBestaat: await hasFactuurnummer(tx, opleider.id, factuur.nummer ?? ''),
    vandaag,
    dagenVoorStart: (await leesRegeling(tx, vandaag)).get('factuur-vanaf').dagenVoorStart,
  }))
  const isGematcht = fouten.length === 0 && verplichting !== undefined
  const bedrag = factuur.totalen.teBetalen?.cent ?? null
  const factuurId = await saveFactuur(tx, {
    opleiderId: opleider.id, documentId, fouten,
    factuurnummer: (factuur.nummer ?? ONLEESBAAR).slice(0, 100),
    factuurdatum: parseDatum(factuur.datum ?? '') ?? null,
    ordernummer: factuur.ordernummer?.slice(0, 100) ?? null,
    bedragCent: bedrag !== null && Math.abs(bedrag) <= INT4_MAX ? bedrag : null,
    iban: isGematcht ? opleider.iban : null,
    verplichtingId: isGematcht ? verplichting.id : null,
    status: isGematcht ? 'gematcht' : 'afgekeurd',
  })
  if (isGematcht) await bookFactuur(tx, actor, verplichting, factuurId)
  return { factuurId, isGematcht, fouten }
}

const INT4_MAX = 2_147_483_647

/** A credit note gets one clear answer; the rules for an invoice would only hide it. */
function judge(factuur: UblFactuur, match: readonly FactuurFout[]): readonly FactuurFout[] {
  return match.some(({ code }) => code === 'STAP-CREDITNOTA') ? match : [...checkNlcius(factuur), ...match]
}

async function bookFactuur(tx: Tx, actor: OpleiderActor, verplichting: LockedVerplichting, factuurId: string): Promise<void> {
  const { id: verplichtingId, aanvraagId, opleiderId, compartimentId, bedragCent, ordernummer } = verplichting
  await saveVerplichtingStatus(tx, [verplichtingId], 'gefactureerd')
  await boek(tx, {
    soort: 'boek-factuur', oorzaak: 'factuur', oorzaakId: factuurId, actor,
    regels: makePost('boek-factuur', bedragCent, { compartimentId, aanvraagId, opleiderId }),
  })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'ontvang-factuur', actor,
    gegevens: { ordernummer, bedragCent }, reden: `Factuur van ${formatBedrag(cent(bedragCent))} past bij opdracht ${ordernummer}`, zichtbaar: true,
  })
}
