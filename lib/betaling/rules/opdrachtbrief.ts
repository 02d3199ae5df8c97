import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

type Waarvan = {
  readonly ordernummer: string
  readonly opleiding: string
  readonly aanvraagKenmerk: string
  readonly opleider: { readonly naam: string; readonly adres: string; readonly plaats: string }
}

export type OpdrachtFeiten = Waarvan & {
  readonly bedrag: string
  readonly start: string
  /** The first day on which it may be invoiced, and within how many weeks after we received an invoice we pay it (Awb 4:87 lid 1). */
  readonly vanaf: string
  readonly betaalweken: number
  /** That day has come. */
  readonly isAlTeFactureren: boolean
  readonly waarom: OpdrachtWaarom
}

/**
 * Why an opleider gets an order: a verlening; the deelnemer switched to another start or scholing of the same opleider; a besluit that had ended
 * the order fell, so there is a new one; or a besluit that had lowered it did, so it is higher.
 */
export type OpdrachtWaarom = 'nieuw' | 'gewisseld' | 'hersteld' | 'verhoogd'

type Opdrachtbrief = { onderwerp: string; inhoud: BriefInhoud }

function basis({ ordernummer, aanvraagKenmerk, opleider }: Waarvan) {
  return {
    afzender: UWV,
    aan: [opleider.naam, opleider.adres, opleider.plaats],
    gegevens: [{ naam: 'Ordernummer', waarde: ordernummer }, { naam: 'Aanvraag', waarde: aanvraagKenmerk }],
    aanhef: `Beste medewerker van ${opleider.naam},`,
    waarom: { inleiding: [], gronden: [] },
    bezwaar: null,
    contact: CONTACT,
    ondertekening: ONDERTEKENING,
  }
}

/** The message with which an opleider learns of an order: what to invoice, when and how. It is no besluit, so it has no bezwaar. */
export function makeOpdrachtbrief(feiten: OpdrachtFeiten): Opdrachtbrief {
  const { ordernummer, bedrag, start, vanaf, isAlTeFactureren, betaalweken, waarom } = feiten
  const isTerug = waarom === 'hersteld' || waarom === 'verhoogd'
  return {
    onderwerp: waarom === 'nieuw' || waarom === 'hersteld' ? `Opdracht ${ordernummer}: u kunt een factuur sturen` : `Opdracht ${ordernummer} is ${waarom === 'gewisseld' ? 'gewijzigd' : 'verhoogd'}`,
    inhoud: {
      ...basis(feiten),
      kern: kernVan(feiten),
      betekenis: [isTerug && isAlTeFactureren ? `De startdatum is ${start}. U kunt de factuur nu sturen.` : `De opleiding start op ${start}. U kunt de factuur sturen vanaf ${vanaf}.`, `Wij betalen binnen ${String(betaalweken)} weken nadat wij uw factuur kregen. Betalen wij later? Dan krijgt u rente.`],
      doen: [
        'Open de opdracht in het opleidersportaal en kies ‘Maak de factuur van deze opdracht’. Of stuur een e-factuur (UBL) uit uw boekhoudprogramma.',
        `Zet op de factuur het ordernummer ${ordernummer} en hoogstens ${bedrag}. Meer facturen mag ook, samen niet meer dan dat.`,
        'Start de deelnemer niet? Stuur dan geen factuur en laat het ons weten.',
        ...(isTerug ? ['Betaalde de deelnemer u zelf al? Geef dat geld terug zodra wij u hebben betaald. U krijgt de opleiding één keer betaald.'] : []),
      ],
    },
  }
}

function kernVan({ opleiding, bedrag, waarom }: OpdrachtFeiten): string {
  switch (waarom) {
    case 'nieuw':
      return `Een deelnemer heeft STAP-budget gekregen voor uw opleiding ‘${opleiding}’. UWV betaalt u ${bedrag}, met btw.`
    case 'gewisseld':
      return `Een deelnemer wisselde naar uw opleiding ‘${opleiding}’. UWV betaalt u nu ${bedrag}, met btw.`
    case 'hersteld':
      return `Een deelnemer heeft het STAP-budget voor uw opleiding ‘${opleiding}’ terug. Dit is een nieuwe opdracht: UWV betaalt u hoogstens ${bedrag}, met btw.`
    case 'verhoogd':
      return `Het STAP-budget van een deelnemer voor uw opleiding ‘${opleiding}’ is verhoogd. UWV betaalt u nu samen ${bedrag}, met btw.`
  }
}

/** The message that an order went to another opleider, because the deelnemer switched after a change. */
export function makeVervallenOpdrachtbrief(feiten: Waarvan, waarom: 'afgezegd' | 'gewijzigd'): Opdrachtbrief {
  const { ordernummer, opleiding } = feiten
  return {
    onderwerp: `Opdracht ${ordernummer} is vervallen`,
    inhoud: {
      ...basis(feiten),
      kern: `De opdracht ${ordernummer} voor ‘${opleiding}’ is vervallen. De deelnemer is gewisseld naar een andere opleider.`,
      betekenis: [
        waarom === 'afgezegd' ? 'U had deze opleiding afgezegd. De deelnemer koos daarom een andere.' : 'U had een wijziging gemeld. De deelnemer mocht daarom een andere opleiding kiezen.',
        'UWV betaalt u niets voor deze deelnemer. Stuurde u al een factuur? Die betalen wij niet.',
      ],
      doen: ['Stuur geen factuur voor dit ordernummer. Een factuur die u nog stuurt, keuren wij af.', 'Reken de deelnemer geen kosten: de deelnemer wisselde door wat u meldde.'],
    },
  }
}
