import type { GeldVan } from '@/lib/beschikking/model'
import { WEEGVRAGEN, type VoornemenSoort, type Weegantwoord, type Weegvraag } from '@/lib/verantwoording/model'

export type WegingReden = 'weging-onvolledig' | 'ziekte-niet-nagevraagd' | 'geldproblemen-niet-nagevraagd' | 'niet-verwijtbaar' | 'was-gemeld' | 'niet-evenredig'

type Vraagtekst = {
  readonly vraag: string
  readonly uitleg: string
  /** How the letter begins what was weighed here. */
  readonly inBrief: string
  readonly antwoorden: readonly { readonly value: string; readonly label: string }[]
}

const JA_NEE = [{ value: 'ja', label: 'Ja' }, { value: 'nee', label: 'Nee' }] as const
const NOG_NAVRAGEN = { value: 'onbekend', label: 'Dat weet ik nog niet' } as const

/** What is asked, in the order in which it is asked. The explanation of each answer goes into the letter. */
export const WEEGVRAAG: Readonly<Record<Weegvraag, Vraagtekst>> = {
  contact: { vraag: 'Hebt u de deelnemer gesproken?', uitleg: 'Schrijf op wanneer, of hoe vaak u het probeerde.', inBrief: 'Ons contact met u',
    antwoorden: [{ value: 'ja', label: 'Ja' }, { value: 'niet-bereikt', label: 'Nee, niet bereikt na meer pogingen' }] },
  oorzaak: { vraag: 'Waardoor ging het niet zoals het moest?', uitleg: 'Noem de feiten, en waaruit die blijken.', inBrief: 'Wat er is gebeurd',
    antwoorden: [{ value: 'opleider', label: 'Door de opleider' }, { value: 'deelnemer', label: 'Door de deelnemer' }, { value: 'omstandigheden', label: 'Door omstandigheden' }] },
  ziekte: { vraag: 'Was er ziekte, of waren er andere persoonlijke omstandigheden?', uitleg: 'Schrijf geen medische gegevens op. ‘Ziek van maart tot en met mei’ is genoeg.', inBrief: 'Ziekte of omstandigheden',
    antwoorden: [...JA_NEE, NOG_NAVRAGEN] },
  verwijt: { vraag: 'Is het de deelnemer te verwijten?', uitleg: 'Leg uit waarom wel of niet.', inBrief: 'Of het u te verwijten is',
    antwoorden: [{ value: 'ja', label: 'Ja' }, { value: 'deels', label: 'Voor een deel' }, { value: 'nee', label: 'Nee' }] },
  gemeld: { vraag: 'Heeft de deelnemer het op tijd gemeld?', uitleg: 'Aan ons of aan de opleider.', inBrief: 'Of u het hebt gemeld', antwoorden: JA_NEE },
  geldproblemen: { vraag: 'Komt de deelnemer door dit besluit in geldproblemen?', uitleg: 'Vraag naar schulden en naar wat er per maand over is.', inBrief: 'Wat dit voor uw geld betekent', antwoorden: [...JA_NEE, NOG_NAVRAGEN] },
  zienswijze: { vraag: 'Verandert de reactie op het voornemen uw besluit?', uitleg: 'Ga in op elk punt dat is genoemd.', inBrief: 'Uw reactie op ons voornemen',
    antwoorden: [{ value: 'ja', label: 'Ja, het besluit wordt milder' }, { value: 'nee', label: 'Nee' }, { value: 'geen-reactie', label: 'Er kwam geen reactie' }] },
  evenredigheid: { vraag: 'Staan de gevolgen in verhouding tot het doel van de regels?', uitleg: 'Algemene wet bestuursrecht, artikel 3:4, tweede lid.', inBrief: 'Of de gevolgen in verhouding zijn', antwoorden: JA_NEE },
}

const AAN_OPLEIDER: readonly Weegvraag[] = ['oorzaak', 'zienswijze', 'evenredigheid']

/** Which questions must be answered: all of them when a burger bears it, three when only the opleider does. */
export function listWeegvragen(van: GeldVan | null): readonly Weegvraag[] {
  return van === 'opleider' ? AAN_OPLEIDER : WEEGVRAGEN
}

/**
 * What keeps somebody from deciding on these answers; empty: it can be decided. A burger does not pay for what was not the burger's fault,
 * is excluded only when it was and was not reported (regeling art. 14), and nothing is decided whose effects are out of proportion (Awb 3:4).
 */
export function judgeWeging(soort: VoornemenSoort, van: GeldVan | null, antwoorden: readonly Weegantwoord[]): readonly WegingReden[] {
  const bekend = new Map(antwoorden.filter(({ antwoord, toelichting }) => antwoord !== '' && toelichting.trim() !== '').map(({ vraag, antwoord }) => [vraag, antwoord]))
  const redenen: WegingReden[] = []
  if (listWeegvragen(van).some((vraag) => !bekend.has(vraag))) redenen.push('weging-onvolledig')
  if (bekend.get('evenredigheid') === 'nee') redenen.push('niet-evenredig')
  if (van === 'opleider') return redenen
  const raaktBurger = soort === 'uitsluiting' || van === 'burger'
  if (bekend.get('ziekte') === 'onbekend') redenen.push('ziekte-niet-nagevraagd')
  if (van === 'burger' && bekend.get('geldproblemen') === 'onbekend') redenen.push('geldproblemen-niet-nagevraagd')
  if (raaktBurger && bekend.get('verwijt') === 'nee') redenen.push('niet-verwijtbaar')
  if (soort === 'uitsluiting' && bekend.get('verwijt') === 'deels') redenen.push('niet-verwijtbaar')
  if (soort === 'uitsluiting' && bekend.get('gemeld') === 'ja') redenen.push('was-gemeld')
  return redenen
}

/** The motivering of the besluit: what the person wrote, then every point that was weighed (Awb 3:46), and what was said of damage (4:50 lid 2). */
export function makeMotivering(tekst: string, van: GeldVan | null, antwoorden: readonly Weegantwoord[], schade?: { readonly toelichting: string }): string {
  const punten = listWeegvragen(van).flatMap((vraag) => {
    const gegeven = antwoorden.find((antwoord) => antwoord.vraag === vraag)
    return gegeven === undefined ? [] : [`${WEEGVRAAG[vraag].inBrief}: ${gegeven.toelichting.trim()}`]
  })
  return [tekst.trim(), ...punten, ...(schade === undefined ? [] : [`Uw schade: ${schade.toelichting}`])].join('\n\n')
}
