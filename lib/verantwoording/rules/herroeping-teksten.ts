import { BESLUIT_REDEN, type BesluitReden } from '@/lib/beschikking/texts'
import type { Aanleiding } from '@/lib/verantwoording/model'
import type { BeslisserReden, HerroepInhoudReden } from '@/lib/verantwoording/rules/herroeping'

export type HerroepReden = BeslisserReden | HerroepInhoudReden | 'aanvraag-niet-gevonden' | 'niets-te-herroepen' | 'eigen-verzoek' | 'ligt-al-voor' | 'al-een-voornemen' | 'al-een-verlening'
  | 'andere-aanvraag-loopt' | 'dubbel-betaald' | 'voorstel-voorbij' | 'voorstel-achterhaald' | 'terugvordering-blijft'

const HERROEP_REDEN: Readonly<Record<HerroepReden, string>> = {
  'aanvraag-niet-gevonden': 'Deze aanvraag staat niet in de lijst. Ga terug naar de vaststellingen.',
  'niets-te-herroepen': 'Er is geen besluit om te herroepen. Er is niets verlaagd of ingetrokken, of dat is al hersteld. Kijk bij Besluiten wat er nu geldt.',
  'eigen-verzoek': 'De deelnemer trok de aanvraag zelf in. Dat kan niet worden herroepen. Wil de deelnemer toch verder? Dan is een nieuwe aanvraag nodig.',
  'ligt-al-voor': 'Er ligt al een voorstel om te herroepen. Laat een teamleider daarop beslissen.',
  'al-een-voornemen': 'Er loopt een voornemen over deze aanvraag. Beslis daarop, of laat het vervallen. Daarna kunt u herroepen.',
  'al-een-verlening': 'De deelnemer heeft in dit kalenderjaar ander STAP-budget. Twee keer in een jaar kan niet. Overleg met de deelnemer: stopt die met het andere budget, dan kunt u herroepen.',
  'andere-aanvraag-loopt': 'De deelnemer heeft in dit tijdvak een nieuwe aanvraag. Overleg met de deelnemer: trekt die de nieuwe aanvraag in, dan kunt u herroepen.',
  'dubbel-betaald': 'De opleider rekende de deelnemer annuleringskosten. Die gaan af van het bedrag. Vul hoogstens het verleende bedrag min die kosten in.',
  'bedrag-niet-tussen': 'Vul een bedrag in dat hoger is dan nu geldt, en niet hoger dan gold vóór het besluit dat u herroept.',
  'dag-klopt-niet': 'Vul de dag van de beslissing op bezwaar of van de uitspraak in. Die ligt niet vóór het besluit dat u herroept, en niet na vandaag.',
  'geen-teamleider': 'Alleen een teamleider beslist over een herroeping. Vraag het uw teamleider.',
  'zelfde-persoon': 'U deed dit voorstel zelf. Vraag een andere teamleider om te beslissen.',
  'eigen-besluit': 'U nam het besluit dat wordt herroepen. Vraag een andere teamleider om te beslissen (Awb 10:3 lid 3).',
  'voorstel-voorbij': 'Over dit voorstel is al beslist. Open de zaak opnieuw.',
  'voorstel-achterhaald': 'Sinds dit voorstel is er een ander besluit genomen. Wijs dit voorstel af en laat zo nodig een nieuw voorstel doen.',
  'terugvordering-blijft': 'Een terugvordering kan nu niet lager worden. Overleg met de afdeling financiën en beslis daarna.',
}

/** The sentence for why a herroeping cannot be proposed or decided, whichever module refused it. */
export function describeHerroepReden(reden: HerroepReden | BesluitReden): string {
  return isHerroepReden(reden) ? HERROEP_REDEN[reden] : BESLUIT_REDEN[reden]
}

function isHerroepReden(reden: string): reden is HerroepReden {
  return Object.hasOwn(HERROEP_REDEN, reden)
}

export const AANLEIDING_LABEL: Readonly<Record<Aanleiding, { readonly label: string; readonly artikel: string }>> = {
  bezwaar: { label: 'Het bezwaar is gegrond', artikel: 'Awb 7:11 lid 2' },
  uitspraak: { label: 'De rechter heeft het bepaald', artikel: 'Awb 8:72' },
  'eigen-beweging': { label: 'Wij zagen zelf dat het besluit niet klopt', artikel: 'Awb 4:46, 4:48' },
}
