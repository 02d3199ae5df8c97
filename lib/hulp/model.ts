/** What an employee of a werkplein can do for a burger, as the log names it. */
export const HULPHANDELINGEN = ['help-voorbereiden', 'help-verklaren', 'help-plaats-nemen', 'help-indienen'] as const
export type Hulphandeling = (typeof HULPHANDELINGEN)[number]

/** Why helping stops here; the other reasons are those of lib/aanvraag. */
export type HulpReden = 'niet-gevonden' | 'uitgeschakeld' | 'geen-aanvraag' | 'niet-aan-de-beurt' | 'geen-wachtkamer' | 'gesloten' | 'onbekend-tijdvak'
