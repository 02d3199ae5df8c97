import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'
import type { Melding } from '@/lib/verantwoording/model'

/** The message that asks the burger whether the report of the opleider is right. It is no besluit, so it has no bezwaar. */
export function makeReactieverzoek(dossier: { kenmerk: string; naam: string; opleider: string }, melding: Melding): { onderwerp: string; inhoud: BriefInhoud } {
  const uitkomst = melding.uitkomst === 'succesvol' ? 'dat u de opleiding hebt afgerond' : 'dat u de opleiding niet hebt afgerond'
  return {
    onderwerp: 'Klopt het wat uw opleider over u meldt?',
    inhoud: {
      afzender: UWV,
      aan: [dossier.naam],
      gegevens: [{ naam: 'Uw aanvraag', waarde: dossier.kenmerk }],
      aanhef: `Beste ${dossier.naam},`,
      kern: `${dossier.opleider} meldt ${uitkomst}. Wij vragen u of dat klopt.`,
      betekenis: ['Wij stellen uw STAP-budget pas vast als u hebt gereageerd, of als een medewerker ernaar heeft gekeken.'],
      doen: ['Open uw aanvraag in Mijn STAP en kies of het klopt.', 'Bent u het niet eens met de melding? Schrijf dan op wat er niet klopt.'],
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
      contact: CONTACT,
      ondertekening: ONDERTEKENING,
    },
  }
}
