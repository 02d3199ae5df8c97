import type { TijdvakModus, TijdvakToestand } from '@/lib/tijdvak/model'
import type { WachtkamerRonde, WachtkamerToestand } from '@/lib/wachtkamer/model'

/**
 * Whether the draw of this ronde belongs to this opening. An opening that was moved to after the draw makes it void: everybody
 * who was there is drawn again.
 */
export function isGeloot({ gelootOp }: Pick<WachtkamerRonde, 'gelootOp'>, opentOp: Date): boolean {
  return gelootOp !== null && gelootOp >= opentOp
}

type Feiten = { readonly tijdvak: TijdvakToestand; readonly modus: TijdvakModus; readonly isGeloot: boolean; readonly isUitgeput: boolean }

/** Where the wachtkamer stands. It is open once the draw was committed, not a moment sooner: nobody is let in before it. */
export function calculateWachtkamerToestand({ tijdvak, modus, isGeloot: geloot, isUitgeput }: Feiten): WachtkamerToestand {
  if (tijdvak === 'gesloten') return 'gesloten'
  if (tijdvak === 'gepauzeerd') return 'pauze'
  if (tijdvak === 'gepland' || (modus === 'volgorde' && !geloot)) return 'voor'
  return isUitgeput ? 'uitgeput' : 'open'
}

/** What the worker has to do for a wachtkamer at this moment. */
export type Stap = 'open-wachtkamer' | 'begin-ronde' | 'loot'

type Moment = { readonly opentOp: Date; readonly tijdvak: TijdvakToestand; readonly nu: Date; readonly urenVoorOpening: number }

/**
 * The next thing to do: open the wachtkamer some hours before the opening, begin a new ronde when the opening was moved after
 * a draw, draw when the moment of the opening has come. A pause does not stop the draw: it only stops who is let in.
 */
export function chooseStap(ronde: WachtkamerRonde | undefined, { opentOp, tijdvak, nu, urenVoorOpening }: Moment): Stap | undefined {
  if (tijdvak === 'gesloten') return undefined
  if (ronde === undefined) return opentOp.getTime() - nu.getTime() <= urenVoorOpening * 3_600_000 ? 'open-wachtkamer' : undefined
  if (ronde.gelootOp !== null) return isGeloot(ronde, opentOp) ? undefined : 'begin-ronde'
  return nu >= opentOp ? 'loot' : undefined
}
