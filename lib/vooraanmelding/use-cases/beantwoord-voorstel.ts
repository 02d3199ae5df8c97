import type { Burger } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { VoorstelSoort } from '@/lib/vooraanmelding/model'
import { lockVoorstel, saveVoorstelStatus } from '@/lib/vooraanmelding/repo'
import { checkBeantwoorden } from '@/lib/vooraanmelding/rules/voorstel'
import type { AntwoordReden } from '@/lib/vooraanmelding/texts'
import { schrijfIntrekking } from '@/lib/vooraanmelding/use-cases/trek-aanmeldbewijs-in'
import { keurWijziging, schrijfWijziging } from '@/lib/vooraanmelding/use-cases/wijzig-aanmeldbewijs'

export type Beantwoord = { readonly aanmeldbewijsId: string; readonly soort: VoorstelSoort; readonly isAkkoord: boolean }

/**
 * The burger agrees with what the opleider proposed, or does not; without a yes nothing changes. For lib/aanvraag, which renews what
 * was prepared with it in the same transaction.
 */
export async function beantwoordVoorstelIn(tx: Tx, burger: Burger, { voorstelId, isAkkoord }: { voorstelId: string; isAkkoord: boolean }): Promise<Outcome<AntwoordReden, Beantwoord>> {
  const gevonden = await lockVoorstel(tx, voorstelId, burger.id)
  if (gevonden === undefined) return refused('niet-gevonden')
  const { voorstel, bewijs } = gevonden
  const beletsels = checkBeantwoorden(voorstel.status, bewijs.status)
  if (beletsels.length > 0) return refused(...beletsels)
  if (isAkkoord && voorstel.wijziging !== null) {
    const redenen = await keurWijziging(tx, bewijs, voorstel.wijziging)
    if (redenen.length > 0) return refused(...redenen)
    await schrijfWijziging(tx, bewijs, voorstel.wijziging, { actor: burger, reden: voorstel.reden })
  }
  if (isAkkoord && voorstel.soort === 'intrekking') await schrijfIntrekking(tx, bewijs.id, burger, voorstel.reden)

  const status = isAkkoord ? 'akkoord' : 'geweigerd'
  await saveVoorstelStatus(tx, voorstel.id, status, await nowIn(tx))
  await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs', onderwerpId: bewijs.id, soort: 'beantwoord-voorstel', actor: burger, gegevens: { voorstelId, antwoord: status } })
  return success({ aanmeldbewijsId: bewijs.id, soort: voorstel.soort, isAkkoord })
}
