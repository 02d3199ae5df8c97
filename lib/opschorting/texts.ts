import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { OpschortingGrond, OpschortingToestand } from '@/lib/opschorting/model'
import type { OpschortBeletsel } from '@/lib/opschorting/rules/opschortbaar'

export const GROND_LABEL: Readonly<Record<OpschortingGrond, { readonly label: string; readonly uitleg: string }>> = {
  'ernstig-vermoeden': { label: 'Ernstig vermoeden', uitleg: 'Er is een ernstig vermoeden dat de subsidie wordt ingetrokken of gewijzigd. De opschorting stopt vanzelf na dertien weken.' },
  'besluit-szw': { label: 'Besluit van SZW tot verwijderen', uitleg: 'Alleen als er een besluit tot verwijderen geldt. Een onderzoek is niet genoeg.' },
}

export const GROND_ARTIKEL: Readonly<Record<OpschortingGrond, string>> = {
  'ernstig-vermoeden': 'artikel 4:56 van de Algemene wet bestuursrecht',
  'besluit-szw': 'artikel 19, Subsidieregeling STAP-budget, en artikel 4:56 van de Algemene wet bestuursrecht',
}

export const TOESTAND_LABEL = {
  loopt: { label: 'Loopt', toon: 'let-op' },
  afgelopen: { label: 'Vanzelf afgelopen', toon: 'neutraal' },
  beeindigd: { label: 'Eerder beëindigd', toon: 'neutraal' },
} as const satisfies Record<OpschortingToestand, { label: string; toon: 'let-op' | 'neutraal' }>

export type OpschortReden = OpschortBeletsel | 'onbekende-opleider-of-opleiding' | 'onbekende-aanvraag' | 'onbekende-opschorting' | 'al-afgelopen'
export const OPSCHORT_REDEN: Readonly<Record<OpschortReden, string>> = {
  'zelfde-vermoeden': 'Op dit vermoeden (dit zaaknummer of deze tekst) is al eens opgeschort. Dat mag maar één keer en wordt niet verlengd. Beslis over intrekking of wijziging.',
  'besluit-ontbreekt': 'Er geldt geen besluit tot verwijderen voor deze opleider of opleiding. Een onderzoek is niet genoeg. Leg eerst het besluit vast, of beschrijf een ernstig vermoeden.',
  'niets-te-betalen': 'Voor deze aanvraag is alles al betaald. Er is niets om op te schorten. Wilt u het geld terug? Begin dan met een voornemen tot intrekking of lagere vaststelling.',
  'onbekende-opleider-of-opleiding': 'Deze opleider of opleiding bestaat niet. Zoek opnieuw.',
  'onbekende-aanvraag': 'Deze aanvraag is niet van deze opleider. Controleer het kenmerk.',
  'onbekende-opschorting': 'Deze opschorting bestaat niet. Ga terug naar het overzicht.',
  'al-afgelopen': 'Deze opschorting is al voorbij. U hoeft niets te doen.',
}

/** Why an invoice is not paid now and until when, for opleider and UWV; stands below the words that payment is suspended. */
export function describeOpgeschort({ grond, totEnMet }: { grond: OpschortingGrond; totEnMet: PlainDate | null }): string {
  const waarom = grond === 'ernstig-vermoeden' ? 'Dat komt door een ernstig vermoeden (artikel 4:56 Awb).' : 'Dat komt door een besluit van SZW.'
  return totEnMet === null ? `${waarom} Zolang dat besluit geldt, betalen wij niet.` : `${waarom} Dit duurt uiterlijk tot en met ${formatDatum(totEnMet)} en stopt dan vanzelf.`
}
