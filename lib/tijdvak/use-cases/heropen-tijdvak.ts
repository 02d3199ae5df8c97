import type { Medewerker } from '@/lib/base/actor'
import { startOfDay } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import type { Tijdvak } from '@/lib/tijdvak/model'
import { listTijdvakken, lockSturing, saveHeropening } from '@/lib/tijdvak/repo'
import { calculateHeropening, canSturen, checkHeropening, type SturingReden } from '@/lib/tijdvak/rules/sturing'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'

type Wens = { code: string; opentOp: Date; laatsteDag?: PlainDate | undefined; reden: string }

/**
 * Opens a tijdvak (again) on another moment, as had to be done on 17 March 2023. Everybody keeps what was prepared: the
 * aanvragen and aanmeldbewijzen are not touched, the registratiestop stays, and a start that was early enough for the planned
 * opening stays early enough.
 */
export function heropenTijdvak(actor: Medewerker, { code, opentOp, laatsteDag, reden }: Wens): Promise<Outcome<SturingReden>> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockSturing(tx, code)
    if (tijdvak === undefined) return refused('onbekend-tijdvak')
    const nu = await nowIn(tx)
    const van = calculateToestand(tijdvak, nu)
    const nieuw = calculateHeropening(tijdvak, opentOp, laatsteDag && startOfDay(addDays(laatsteDag, 1)))
    const redenen = [...(canSturen('heropen', van) ? [] : ['kan-nu-niet' as const]), ...checkHeropening(nieuw, await listAndere(tx, tijdvak, nu), nu)]
    if (redenen.length > 0) return refused(...redenen)

    await saveHeropening(tx, tijdvak.id, nieuw)
    await saveGebeurtenis(tx, {
      onderwerp: 'tijdvak', onderwerpId: tijdvak.id, soort: 'heropen', van, naar: 'gepland', actor, reden,
      gegevens: {
        gepland: tijdvak.opentOp.toISOString(), opentOp: nieuw.opentOp.toISOString(), sluitOp: nieuw.sluitOp.toISOString(), startTeltVanaf: nieuw.startTeltVanaf,
      },
    })
    return done
  })
}

/** The other tijdvakken that are not over: two may not run at the same time. */
async function listAndere(tx: Tx, { id }: Tijdvak, nu: Date): Promise<readonly Tijdvak[]> {
  return (await listTijdvakken(tx)).filter((ander) => ander.id !== id && calculateToestand(ander, nu) !== 'gesloten')
}
