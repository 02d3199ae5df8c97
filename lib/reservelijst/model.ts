/** What became of a place on the reserve list. `wacht` and `aangeboden` are places that still count. */
export const RESERVE_TOESTANDEN = [
  'wacht', 'aangeboden', 'aanvaard', 'afgeslagen', 'verlopen', 'ingetrokken', 'besluit-gevraagd', 'niet-te-starten', 'lijst-gesloten',
] as const
export type ReserveToestand = (typeof RESERVE_TOESTANDEN)[number]

/** A place on the reserve list of a tijdvak. */
export type Plaats = {
  readonly volgnummer: number
  readonly toestand: ReserveToestand
  /** How many wait before this place. */
  readonly voorUit: number
  /** Until when the offer can be accepted (exclusive); null when there was none. */
  readonly uiterlijkOp: Date | null
  /** Until when the list runs (exclusive). */
  readonly reserveTot: Date | null
}
