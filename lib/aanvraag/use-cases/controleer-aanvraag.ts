import { amsterdamDate } from '@/lib/base/amsterdam'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { calculateKalenderjaar } from '@/lib/regeling/rules/kalenderjaar'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import type { Tijdvak } from '@/lib/tijdvak/model'
import { calculateStartvenster, judgeStart, type Startvenster } from '@/lib/tijdvak/rules/startvenster'
import { calculateToestand, calculateVroegsteOntvangst } from '@/lib/tijdvak/rules/toestand'
import { leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { countVerleend, countVerleningen, findUitgeslotenTot, type EigenAanvraag } from '@/lib/aanvraag/repo'
import { checkCompleet, type CompleetFeiten, type GereedReden } from '@/lib/aanvraag/rules/compleet'
import { isVerleningsgrensBereikt } from '@/lib/aanvraag/rules/verleningsgrens'

export type Controle = {
  readonly redenen: readonly GereedReden[]
  readonly start: CompleetFeiten['start']
  /** When the scholing may start, counted from the earliest day on which this aanvraag can be received. */
  readonly startvenster: Startvenster
}

/**
 * Checks a prepared aanvraag against everything that is known at this moment: the tijdvak, the aanmeldbewijs, the register and
 * the regeling. The day of the aanvraag is today, or the day the tijdvak opens when that is still to come; its kalenderjaar is that
 * of that day, so what was prepared in December and is submitted in January counts in the new year (I4).
 */
export async function controleerAanvraag(tx: Tx, aanvraag: EigenAanvraag, nu: Date): Promise<Controle> {
  const tijdvak = await leesTijdvak(tx, { id: aanvraag.tijdvakId })
  if (tijdvak === undefined) throw new Error(`tijdvak ${aanvraag.tijdvakId} does not exist`)
  const { feiten, startvenster } = await readFeiten(tx, aanvraag, { tijdvak, nu })
  return { redenen: checkCompleet(feiten), start: feiten.start, startvenster }
}

async function readFeiten(tx: Tx, aanvraag: EigenAanvraag, { tijdvak, nu }: { tijdvak: Tijdvak; nu: Date }): Promise<{ feiten: CompleetFeiten; startvenster: Startvenster }> {
  const moment = calculateVroegsteOntvangst(tijdvak, nu)
  const aanvraagdag = amsterdamDate(moment)
  const regeling = await leesRegeling(tx, aanvraagdag)
  const register = await leesRegisteroordeel(tx, aanvraag.scholingsactiviteitId, { dag: amsterdamDate(nu), registratiestopOp: tijdvak.registratiestopOp })
  if (register === undefined) throw new Error(`scholingsactiviteit ${aanvraag.scholingsactiviteitId} does not exist`)
  const jaar = calculateKalenderjaar(moment)
  const verleend = await countVerleend(tx, [aanvraag.scholingsactiviteitId], { jaar, voor: tijdvak.opentOp })
  const startvenster = calculateStartvenster(aanvraagdag, tijdvak, regeling.get('startvenster'))
  const feiten: CompleetFeiten = {
    isTijdvakGesloten: calculateToestand(tijdvak, nu) === 'gesloten',
    isAanmeldbewijsIngetrokken: aanvraag.aanmeldbewijs.status === 'ingetrokken',
    nietAanvraagbaar: register.nietAanvraagbaar,
    start: judgeStart(fromDbDate(aanvraag.aanmeldbewijs.startdatum), startvenster),
    bedragCent: aanvraag.bedragCent,
    subsidiabelCent: register.feiten.subsidiabelCent,
    maximumCent: regeling.get('maximumbedrag'),
    isVerleningsgrensBereikt: isVerleningsgrensBereikt(verleend.get(aanvraag.scholingsactiviteitId) ?? 0, regeling.get('verleningsgrens')),
    isBurgerUitgesloten: (await findUitgeslotenTot(tx, aanvraag.burgerId, aanvraagdag)) !== undefined,
    verleningen: await countVerleningen(tx, aanvraag.burgerId, jaar),
    verleningenPerJaar: regeling.get('verleningen-per-jaar'),
  }
  return { feiten, startvenster }
}
