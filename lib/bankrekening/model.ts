import { oneOf } from '@/lib/base/one-of'

const NAAM_ANTWOORDEN = ['match', 'bijna', 'geen', 'onbekend', 'aanvaard'] as const
/** What the banks say of an account and a name; aanvaard: a person took it on without a match, with a reason. */
export type NaamAntwoord = (typeof NAAM_ANTWOORDEN)[number]
export const toNaamAntwoord = (text: string): NaamAntwoord => oneOf(NAAM_ANTWOORDEN, text)

const REKENINGWIJZIGING_STATUSSEN = ['aangevraagd', 'bevestigd', 'te-beoordelen', 'actief', 'geblokkeerd', 'ingetrokken'] as const
/** Another account: asked by one person, confirmed by a second, after the waiting days in use. */
export type RekeningwijzigingStatus = (typeof REKENINGWIJZIGING_STATUSSEN)[number]
export const toRekeningwijzigingStatus = (text: string): RekeningwijzigingStatus => oneOf(REKENINGWIJZIGING_STATUSSEN, text)
