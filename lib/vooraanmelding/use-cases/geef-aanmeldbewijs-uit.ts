import { randomBytes } from 'node:crypto'
import type { OpleiderActor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import { findEigenActiviteit, insertAanmeldbewijs } from '@/lib/vooraanmelding/repo'
import { CODE_BYTES, makeCode } from '@/lib/vooraanmelding/rules/code'
import { checkUitgifte, type UitgeefReden } from '@/lib/vooraanmelding/rules/uitgifte'
import type { UitgeefInput } from '@/lib/vooraanmelding/schema'

/**
 * Issues an aanmeldbewijs for somebody who enrolled with this opleider. Place, dates and costs come from the register as it is
 * now; what the opleider says is who, and how much is asked. It reserves no budget and gives no priority.
 */
export function geefAanmeldbewijsUit(opleider: OpleiderActor, input: UitgeefInput): Promise<Outcome<UitgeefReden, { id: string; code: string }>> {
  return inTransaction(async (tx) => {
    const nu = await nowIn(tx)
    const dag = amsterdamDate(nu)
    const activiteit = await findEigenActiviteit(tx, input.scholingsactiviteitId, opleider.opleiderId)
    const oordeel = activiteit && (await leesRegisteroordeel(tx, input.scholingsactiviteitId, { dag, registratiestopOp: null }))
    if (activiteit === undefined || oordeel === undefined) return refused('activiteit-niet-gevonden')

    const regeling = await leesRegeling(tx, dag)
    const redenen = checkUitgifte({
      gevraagdCent: input.gevraagd,
      subsidiabelCent: activiteit.subsidiabelCent,
      maximumCent: regeling.get('maximumbedrag'),
      nietAanvraagbaar: oordeel.nietAanvraagbaar,
    })
    if (redenen.length > 0) return refused(...redenen)

    const { gevraagd, tussenvoegsel, ...persoon } = input
    const code = makeCode(randomBytes(CODE_BYTES))
    const id = await insertAanmeldbewijs(tx, {
      ...persoon, ...activiteit, tussenvoegsel: tussenvoegsel ?? null, gevraagdCent: gevraagd, code, uitgegevenDoor: opleider.id, uitgegevenOp: nu,
    })
    await saveGebeurtenis(tx, {
      onderwerp: 'aanmeldbewijs', onderwerpId: id, soort: 'geef-uit', naar: 'uitgegeven', actor: opleider,
      gegevens: { scholingsactiviteitId: input.scholingsactiviteitId, gevraagdCent: gevraagd },
    })
    return success({ id, code })
  })
}
