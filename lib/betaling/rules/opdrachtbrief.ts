import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

export type OpdrachtFeiten = {
  readonly ordernummer: string
  readonly bedrag: string
  readonly opleiding: string
  readonly start: string
  readonly aanvraagKenmerk: string
  readonly opleider: { readonly naam: string; readonly adres: string; readonly plaats: string }
}

/** The message with which an opleider learns of an order: what to invoice, when and how. It is no besluit, so it has no bezwaar. */
export function makeOpdrachtbrief(feiten: OpdrachtFeiten): { onderwerp: string; inhoud: BriefInhoud } {
  const { ordernummer, bedrag, opleiding, start, aanvraagKenmerk, opleider } = feiten
  return {
    onderwerp: `Opdracht ${ordernummer}: u kunt een factuur sturen`,
    inhoud: {
      afzender: UWV,
      aan: [opleider.naam, opleider.adres, opleider.plaats],
      gegevens: [{ naam: 'Ordernummer', waarde: ordernummer }, { naam: 'Aanvraag', waarde: aanvraagKenmerk }],
      aanhef: `Beste medewerker van ${opleider.naam},`,
      kern: `Een deelnemer heeft STAP-budget gekregen voor uw opleiding ‘${opleiding}’. UWV betaalt u ${bedrag}, met btw.`,
      betekenis: [`De opleiding start op ${start}. U kunt de factuur sturen vanaf drie weken voor de start.`],
      doen: [
        'Open de opdracht in het opleidersportaal en kies ‘Maak de factuur van deze opdracht’. Of stuur een e-factuur (UBL) uit uw boekhoudprogramma.',
        `Zet op de factuur het ordernummer ${ordernummer} en precies het bedrag van ${bedrag}.`,
        'Start de deelnemer niet? Stuur dan geen factuur en laat het ons weten.',
      ],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
      contact: CONTACT,
      ondertekening: ONDERTEKENING,
    },
  }
}
