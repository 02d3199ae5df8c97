import { formatBedrag, type Cent } from '@/lib/base/money'
import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

/** What keeps an order from being brought down now. */
export type VerlaagReden = 'opdracht-ontbreekt' | 'betaling-onderweg' | 'opdracht-deels-gefactureerd'

/** Where the subsidy of one aanvraag stands in the ledger, in cents. */
export type Geldstand = {
  readonly gereserveerd: number
  readonly verplicht: number
  readonly crediteuren: number
  /** Paid and not claimed back: what the opleider holds, as a voorschot or settled. */
  readonly betaald: number
}

/**
 * What must go to bring an aanvraag down to an amount: first what is ordered and not invoiced, then invoices that are not paid, and what is
 * left must come back from somebody. In cents.
 */
export function calculateVerlaging({ verplicht, crediteuren, betaald }: Geldstand, naarCent: number): { vervaltCent: number; raaktFacturen: boolean; terugCent: number } {
  const teVeel = Math.max(0, verplicht + crediteuren + betaald - naarCent)
  const zonderFactuur = Math.min(teVeel, verplicht)
  const raaktFacturen = teVeel > zonderFactuur && crediteuren > 0
  const vervaltCent = Math.min(teVeel, verplicht + (raaktFacturen ? crediteuren : 0))
  return { vervaltCent, raaktFacturen, terugCent: teVeel - vervaltCent }
}

/** Tells an opleider that a besluit made its order smaller, or ended it. */
export function makeVerlaagdeOpdrachtbrief({ ordernummer, opleiding, aanvraagKenmerk, opleider, naarCent, isFactuurTerug }: {
  ordernummer: string; opleiding: string; aanvraagKenmerk: string; naarCent: Cent; isFactuurTerug: boolean
  opleider: { naam: string; adres: string; plaats: string }
}): { onderwerp: string; inhoud: BriefInhoud } {
  const isVervallen = naarCent === 0
  const bedrag = formatBedrag(naarCent)
  return {
    onderwerp: isVervallen ? `Opdracht ${ordernummer} is vervallen` : `Opdracht ${ordernummer} is verlaagd`,
    inhoud: {
      afzender: UWV,
      aan: [opleider.naam, opleider.adres, opleider.plaats],
      gegevens: [{ naam: 'Ordernummer', waarde: ordernummer }, { naam: 'Aanvraag', waarde: aanvraagKenmerk }],
      aanhef: `Beste medewerker van ${opleider.naam},`,
      kern: isVervallen ? `De opdracht ${ordernummer} voor ‘${opleiding}’ is vervallen.` : `De opdracht ${ordernummer} voor ‘${opleiding}’ is verlaagd naar ${bedrag}, met btw.`,
      betekenis: [
        'Wij hebben een besluit genomen over het STAP-budget van de deelnemer.',
        ...(isFactuurTerug ? ['Uw factuur voor deze opdracht betalen wij niet. Het bedrag klopt niet meer.'] : []),
      ],
      doen: isVervallen
        ? ['Stuur geen factuur meer voor deze opdracht.', ...(isFactuurTerug ? ['Boek uw factuur in uw eigen administratie terug.'] : [])]
        : [`Stuur een ${isFactuurTerug ? 'nieuwe ' : ''}factuur van hoogstens ${bedrag}.`],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
      contact: CONTACT,
      ondertekening: ONDERTEKENING,
    },
  }
}
