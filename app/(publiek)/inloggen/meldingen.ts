import type { Inlogmelding } from '@/lib/platform/login'

/** What happened, what it means and what to do, for every way in which a login can end without a session. */
export const MELDINGEN: Readonly<Record<Inlogmelding, { titel: string; uitleg: string; doen: string }>> = {
  geannuleerd: {
    titel: 'U bent niet ingelogd',
    uitleg: 'U hebt het inloggen afgebroken. Er is niets veranderd.',
    doen: 'Wilt u toch inloggen? Begin dan opnieuw.',
  },
  'niveau-te-laag': {
    titel: 'Uw inlogniveau is te laag',
    uitleg: 'Op deze site staan persoonlijke gegevens. Daarom vragen wij een extra controle bij het inloggen.',
    doen: 'Gebruikt u DigiD? Log dan in met de DigiD app of met een sms-controle. Gebruikt u eHerkenning? Dan hebt u niveau EH3 of hoger nodig; vraag dat aan bij uw leverancier.',
  },
  'geen-bsn': {
    titel: 'Wij kunnen u niet inloggen met dit nummer',
    uitleg: 'DigiD gaf geen burgerservicenummer (BSN) door.',
    doen: 'Hebt u wel een BSN? Log dan in met de DigiD die daarbij hoort. Hebt u er geen, bel dan UWV.',
  },
  'onbekende-opleider': {
    titel: 'Uw organisatie staat niet in het scholingsregister',
    uitleg: 'Wij kennen het KvK-nummer waarmee u inlogde niet als opleider.',
    doen: 'Controleer of u met het goede KvK-nummer inlogt. Is uw organisatie nog niet toegelaten? Neem dan contact op met uw erkenner (keurmerk).',
  },
  uitgeschakeld: {
    titel: 'Uw toegang is uitgezet',
    uitleg: 'Met deze inlog kunt u deze site niet meer gebruiken.',
    doen: 'Denkt u dat dit niet klopt? Medewerkers bellen hun beheerder. Bent u geen medewerker, bel dan UWV.',
  },
  'ander-tabblad': {
    titel: 'Er stond nog een inlogscherm open',
    uitleg: 'U begon in meer dan één tabblad met inloggen, of het inloggen duurde te lang. Alleen de laatste keer telt.',
    doen: 'Sluit de andere tabbladen met een inlogscherm. Begin daarna hier opnieuw.',
  },
  storing: {
    titel: 'Inloggen lukt nu even niet',
    uitleg: 'Er is een storing bij ons of bij de inlogdienst. Dit ligt niet aan u.',
    doen: 'Probeer het over een paar minuten opnieuw. Wat u eerder hebt opgeslagen, is bewaard.',
  },
  mislukt: {
    titel: 'Het inloggen is niet gelukt',
    uitleg: 'Wij konden niet vaststellen wie u bent. Er is niets veranderd.',
    doen: 'Begin opnieuw. Gaat het weer mis? Sluit uw browser en probeer het daarna nog een keer.',
  },
}

export function isMelding(text: string): text is Inlogmelding {
  return Object.hasOwn(MELDINGEN, text)
}
