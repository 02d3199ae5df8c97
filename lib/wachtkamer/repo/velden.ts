import 'server-only'
import type { TijdvakToestand } from '@/lib/tijdvak/model'

/** The moments of a tijdvak, as calculateToestand wants them. */
export type Momenten = { readonly opentOp: Date; readonly sluitOp: Date; readonly toestand: TijdvakToestand }

/** Their columns, from a tijdvak that is called t. */
export const MOMENTEN = `t.opent_op as "opentOp", t.sluit_op as "sluitOp", t.toestand`

/** What is left of a compartiment that is called c, in cents. */
export const VRIJ = `c.plafond_cent + c.overschrijding_cent - c.gereserveerd_cent - c.verplicht_cent - c.betaald_cent`

/** Every tijdvak with its wachtkamer and the ronde of now, when it has them. */
export const KAMERS = `tijdvak t left join wachtkamer k on k.tijdvak_id = t.id left join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde`
