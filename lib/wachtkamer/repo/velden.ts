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

// These two are looked up one by one and by key, whatever the planner believes. The tables are empty until a crowd comes within minutes,
// the draw fills one of them in a moment, and a plan of before lasts: as a join it reads everybody for each question.

/** The place that a burger has in the wachtkamer of a tijdvak: at most one row. With = on the tijdvak another index would seem as good. */
export const actievePlaats = (burgerId: string, tijdvakId: string) =>
  `select * from wachtplaats p where p.burger_id = ${burgerId} and p.tijdvak_id is not distinct from ${tijdvakId} and p.verlaten_op is null limit 1`

/** The drawn place of the wachtplaats that is called w, in a ronde; null for who came after the draw. */
export const gelotePlaats = (ronde: string) =>
  `(select g.plaats from gelote_plaats g where g.tijdvak_id = w.tijdvak_id and g.ronde = ${ronde} and g.nummer = w.nummer)`
