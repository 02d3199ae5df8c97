import type { GereedReden } from '@/lib/aanvraag/rules/compleet'

/** What is checked before an aanvraag can be made gereed, in the order in which a burger reads it. */
export const ONDERDELEN = ['aanmeldbewijs', 'opleiding', 'start', 'bedrag', 'budget-dit-jaar', 'tijdvak'] as const
export type Onderdeel = (typeof ONDERDELEN)[number]

const ONDERDEEL_VAN: Readonly<Record<GereedReden, Onderdeel>> = {
  'aanmeldbewijs-ingetrokken': 'aanmeldbewijs',
  'geen-erkenning': 'opleiding',
  'erkenning-past-niet': 'opleiding',
  'soort-niet-toegelaten': 'opleiding',
  'niet-meer-aangeboden': 'opleiding',
  verwijderd: 'opleiding',
  geblokkeerd: 'opleiding',
  'geen-stap-toestemming': 'opleiding',
  'gegevens-ontbreken': 'opleiding',
  'activiteit-gesloten': 'opleiding',
  'activiteit-geannuleerd': 'opleiding',
  'geen-subsidiabele-kosten': 'opleiding',
  'na-registratiestop': 'opleiding',
  'verleningsgrens-bereikt': 'opleiding',
  'al-begonnen': 'start',
  'start-te-vroeg': 'start',
  'bedrag-hoger-dan-register': 'bedrag',
  'bedrag-hoger-dan-maximum': 'bedrag',
  'geen-compartiment': 'bedrag',
  'al-toegekend-dit-jaar': 'budget-dit-jaar',
  'tijdelijk-uitgesloten': 'budget-dit-jaar',
  'tijdvak-gesloten': 'tijdvak',
}

/** Every part that was checked, with what stands in its way; a part without reasons is in order. */
export function groepeerHindernissen(redenen: readonly GereedReden[]): readonly { onderdeel: Onderdeel; redenen: readonly GereedReden[] }[] {
  return ONDERDELEN.map((onderdeel) => ({ onderdeel, redenen: redenen.filter((reden) => ONDERDEEL_VAN[reden] === onderdeel) }))
}
