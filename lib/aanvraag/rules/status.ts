import type { Rol } from '@/lib/base/actor'
import { AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'

export type Overgang = { readonly van: readonly AanvraagStatus[]; readonly naar: AanvraagStatus; readonly door: readonly Rol[] }

const BESLISSERS = ['systeem', 'behandelaar', 'teamleider'] as const
const MAATREGELNEMERS = ['systeem', 'onderzoeker', 'beslisser'] as const

/**
 * Every move an aanvraag can make. The buttons on the pages and the checks in the use cases read this table; the database
 * has the same one (status_overgang) and refuses what is not in it. `hervat` goes back to where the aanhouding began.
 */
export const OVERGANGEN = {
  'maak-gereed': [{ van: ['concept'], naar: 'gereed', door: ['burger'] }],
  heropen: [{ van: ['gereed'], naar: 'concept', door: ['burger'] }],
  'dien-in': [{ van: ['gereed'], naar: 'ingediend', door: ['burger'] }],
  'wijs-toe': [{ van: ['ingediend'], naar: 'gereserveerd', door: ['systeem'] }],
  'wijs-niet-toe': [{ van: ['ingediend'], naar: 'niet-toegewezen', door: ['systeem'] }],
  'zet-op-reservelijst': [{ van: ['ingediend'], naar: 'reserve', door: ['systeem'] }],
  'bied-aan': [{ van: ['reserve'], naar: 'aangeboden', door: ['systeem'] }],
  'aanvaard-aanbod': [{ van: ['aangeboden'], naar: 'gereserveerd', door: ['burger'] }],
  'sla-aanbod-af': [{ van: ['aangeboden'], naar: 'niet-toegewezen', door: ['burger'] }],
  'laat-aanbod-verlopen': [{ van: ['aangeboden'], naar: 'niet-toegewezen', door: ['systeem'] }],
  'sluit-reserve': [{ van: ['reserve'], naar: 'niet-toegewezen', door: ['systeem'] }],
  'vraag-besluit': [{ van: ['reserve'], naar: 'niet-toegewezen', door: ['burger'] }],
  'leg-voor': [{ van: ['gereserveerd'], naar: 'in-behandeling', door: ['systeem'] }],
  verleen: [{ van: ['gereserveerd', 'in-behandeling'], naar: 'verleend', door: BESLISSERS }],
  'wijs-af': [{ van: ['ingediend', 'gereserveerd', 'in-behandeling', 'niet-toegewezen', 'aangehouden'], naar: 'afgewezen', door: BESLISSERS }],
  'houd-aan': [{ van: ['gereserveerd', 'in-behandeling'], naar: 'aangehouden', door: MAATREGELNEMERS }],
  hervat: [
    { van: ['aangehouden'], naar: 'gereserveerd', door: MAATREGELNEMERS },
    { van: ['aangehouden'], naar: 'in-behandeling', door: MAATREGELNEMERS },
  ],
  'kies-andere-opleiding': [{ van: ['aangehouden'], naar: 'gereserveerd', door: ['burger'] }],
  'trek-in': [
    {
      van: ['concept', 'gereed', 'ingediend', 'reserve', 'aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden', 'verleend'],
      naar: 'ingetrokken',
      door: ['burger'],
    },
  ],
  // A besluit of Awb 4:48 or 4:50, to the burger's detriment; 'trek-in' is the burger's own.
  'trek-verlening-in': [{ van: ['verleend', 'betwist'], naar: 'ingetrokken', door: ['behandelaar', 'teamleider', 'systeem'] }],
  // The intrekking did not hold (Awb 7:11 lid 2, 8:72): by another than who took it, after a proposal.
  'herroep-intrekking': [
    { van: ['ingetrokken'], naar: 'verleend', door: ['teamleider'] },
    { van: ['ingetrokken'], naar: 'betwist', door: ['teamleider'] },
  ],
  betwist: [{ van: ['verleend'], naar: 'betwist', door: ['burger'] }],
  'corrigeer-deelname': [{ van: ['betwist'], naar: 'verleend', door: ['opleider'] }],
  'stel-vast': [{ van: ['verleend', 'betwist'], naar: 'vastgesteld', door: BESLISSERS }],
} as const satisfies Record<string, readonly Overgang[]>

export type AanvraagHandeling = keyof typeof OVERGANGEN

/** Whether this act may be done now by somebody with this rol. */
export function canPerform(handeling: AanvraagHandeling, status: AanvraagStatus, rol: Rol): boolean {
  const overgangen: readonly Overgang[] = OVERGANGEN[handeling]
  return overgangen.some(({ van, door }) => van.includes(status) && door.includes(rol))
}

/** Statuses in which the aanvraag holds a place and budget in its kalenderjaar (invariant I4). */
export const STATUSSEN_MET_BUDGET: readonly AanvraagStatus[] = ['aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden', 'verleend', 'betwist', 'vastgesteld']

/** Statuses in which an aanvraag is over: a new one may be started for the same tijdvak. */
export const STATUSSEN_ZONDER_VERVOLG: readonly AanvraagStatus[] = ['ingetrokken', 'afgewezen']

/** The table as a Mermaid state diagram, for docs/diagrams/aanvraag.md. Mermaid takes no hyphen in an id, so those statuses get an alias. */
export function drawOvergangen(): string {
  const aliassen = AANVRAAG_STATUSSEN.filter((status) => status.includes('-')).map((status) => `    state "${status}" as ${idOf(status)}`)
  const regels = Object.entries(OVERGANGEN).flatMap(([handeling, overgangen]: [string, readonly Overgang[]]) =>
    overgangen.flatMap(({ van, naar, door }) => van.map((status) => `    ${idOf(status)} --> ${idOf(naar)}: ${handeling} (${door.join(', ')})`)),
  )
  const einden = ['afgewezen', 'ingetrokken', 'vastgesteld'].map((status) => `    ${status} --> [*]`)
  return ['stateDiagram-v2', ...aliassen, '    [*] --> concept: start (burger)', ...regels, ...einden].join('\n')
}

function idOf(status: AanvraagStatus): string {
  return status.replaceAll('-', '_')
}
