/** How a scholing ended, as the opleider reports it. */
export type DeelnameUitkomst = 'succesvol' | 'niet-succesvol'

/** Regeling art. 14 lid 2: completed with a diploma or certificate, by attendance, or by taking part in an examination. */
export const WIJZEN = ['diploma', 'aanwezigheid', 'examen'] as const
export type Wijze = (typeof WIJZEN)[number]

/** Why a scholing was not completed; it decides whether the opleider repays or the burger is excluded. */
export const OORZAKEN = ['opleider', 'burger', 'overmacht'] as const
export type Oorzaak = (typeof OORZAKEN)[number]

/** What the burger says of the report. */
export const REACTIES = ['bevestigd', 'betwist'] as const
export type Reactie = (typeof REACTIES)[number]

/** What the opleider reports about one participant. */
export type Melding =
  | { readonly uitkomst: 'succesvol'; readonly wijze: Wijze; readonly percentage: number | null }
  | { readonly uitkomst: 'niet-succesvol'; readonly oorzaak: Oorzaak; readonly toelichting: string }

/** What happens with a report after the burger answered: decided by the system, or put before a behandelaar. */
export type Vervolg = 'wacht-op-burger' | 'stel-vast' | 'leg-voor'
