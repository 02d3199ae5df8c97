/** What someone may do follows from the rol; who may do what stands in one table, the policy. */
export type Rol =
  | 'burger'
  | 'opleider'
  | 'erkenner'
  | 'behandelaar'
  | 'teamleider'
  | 'werkplein'
  | 'financieel'
  | 'teamleider-financieel'
  | 'registerbeheerder'
  | 'onderzoeker'
  | 'jurist'
  | 'beslisser'
  | 'beleid'
  | 'ketenregisseur'
  | 'auditor'
  | 'systeem'

/** Somebody who logged in with DigiD. */
export type Burger = { readonly soort: 'burger'; readonly id: string; readonly rollen: readonly Rol[] }

/** Somebody who logged in with eHerkenning for an opleider. `kvk` is eight digits. */
export type OpleiderActor = {
  readonly soort: 'opleider'
  readonly id: string
  readonly rollen: readonly Rol[]
  readonly opleiderId: string
  readonly kvk: string
}

/** Somebody of UWV, DUO, the Toetsingskamer, SZW or an erkenner. */
export type Medewerker = {
  readonly soort: 'medewerker'
  readonly id: string
  readonly rollen: readonly Rol[]
  readonly naam: string
}

/** A worker: the system acting by itself. */
export type Systeem = { readonly soort: 'systeem'; readonly id: null; readonly rollen: readonly Rol[] }

/** Who does something. `id` is the gebruiker, null for the system. */
export type Actor = Burger | OpleiderActor | Medewerker | Systeem

/** The actor of everything that happens by itself. */
export const SYSTEEM: Systeem = { soort: 'systeem', id: null, rollen: ['systeem'] }

/** True when the actor has at least one of the rollen. */
export function hasRol(actor: Actor, ...rollen: readonly Rol[]): boolean {
  return rollen.some((rol) => actor.rollen.includes(rol))
}
