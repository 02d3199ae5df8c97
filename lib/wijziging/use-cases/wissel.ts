import type { Burger } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { wisselScholing } from '@/lib/aanvraag/use-cases/wissel-scholing'
import { meldWissel } from '@/lib/beschikking/use-cases/meld-wijziging'
import { verlegVerplichting } from '@/lib/betaling/use-cases/verleg-verplichting'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { fetchPersoon } from '@/lib/platform/base-registers'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import { calculateStartvenster } from '@/lib/tijdvak/rules/startvenster'
import { parseCode } from '@/lib/vooraanmelding/rules/code'
import { isZelfdePersoon } from '@/lib/vooraanmelding/rules/zelfde-persoon'
import { leesAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { checkEchtheid } from '@/lib/vooraanmelding/use-cases/teken'
import { lockWijziging, saveAntwoord } from '@/lib/wijziging/repo'
import { checkWissel } from '@/lib/wijziging/rules/wijziging'
import type { WisselReden } from '@/lib/wijziging/texts'

/**
 * The burger switches to another start or another scholing, of the same or another opleider, because the opleider changed what was
 * agreed: with a new aanmeldbewijs, within the term and the start window, never for more than was granted. The grant stays; the order
 * goes along, and what a cheaper scholing leaves goes back to the compartiment.
 */
export async function wissel(burger: Burger, { wijzigingId, code }: { wijzigingId: string; code: string }): Promise<Outcome<WisselReden>> {
  const gelezen = parseCode(code)
  if (gelezen === undefined) return refused('code-onbekend')
  const persoon = await fetchPersoon(burger.id)
  return inTransaction(async (tx) => {
    const gevonden = await lockWijziging(tx, wijzigingId, burger.id)
    const bewijs = await leesAanmeldbewijs(tx, { code: gelezen })
    if (gevonden === undefined || gevonden.aanvraag.status !== 'verleend') return refused('niet-gevonden')
    if (bewijs === undefined) return refused('code-onbekend')
    if (persoon.soort === 'antwoordt-niet') return refused('basisregister-antwoordt-niet')
    if (persoon.soort === 'niet-gevonden' || !isZelfdePersoon(bewijs, persoon.waarde)) return refused('andere-persoon')
    if (checkEchtheid(bewijs) === 'vals') return refused('handtekening-klopt-niet')
    if (bewijs.status !== 'uitgegeven') return refused(bewijs.status === 'ingetrokken' ? 'al-ingetrokken' : 'al-gebruikt')

    const { aanvraag, wijziging } = gevonden
    const vandaag = amsterdamDate(await nowIn(tx))
    const aanvraagdag = amsterdamDate(aanvraag.ingediendOp ?? aanvraag.createdAt)
    const { laatsteStart } = calculateStartvenster(aanvraagdag, { sluitOp: aanvraag.tijdvak.sluitOp, startTeltVanaf: null }, (await leesRegeling(tx, aanvraagdag)).get('startvenster'))
    const oordeel = await leesRegisteroordeel(tx, bewijs.scholingsactiviteitId, { dag: vandaag, registratiestopOp: null })
    const redenen = [
      ...checkWissel({
        ...wijziging, vandaag, laatsteStart, gevraagdCent: bewijs.gevraagdCent, toegekendCent: toegekend(aanvraag), startdatum: bewijs.startdatum,
        isZelfde: bewijs.scholingsactiviteitId === aanvraag.scholingsactiviteitId && bewijs.startdatum === wijziging.oud.startdatum,
      }),
      ...(oordeel === undefined || oordeel.nietAanvraagbaar.length > 0 ? (['niet-aanvraagbaar'] as const) : []),
    ]
    if (redenen.length > 0) return refused(...redenen)
    const naar = { opleiderId: bewijs.opleiderId, bedragCent: bewijs.gevraagdCent, opleidingId: bewijs.opleidingId, startdatum: bewijs.startdatum }
    const verlegd = await verlegVerplichting(tx, { aanvraagId: aanvraag.id, isAfgezegd: wijziging.soorten.includes('annulering'), naar, wijzigingId, actor: burger })
    if (!verlegd.ok) return verlegd
    const vorigAanmeldbewijsId = await wisselScholing(tx, aanvraag, bewijs, persoon.waarde)
    await meldWissel(tx, aanvraag.id, { wasCent: toegekend(aanvraag), wordtCent: naar.bedragCent })
    await saveAntwoord(tx, wijzigingId, { status: 'gewisseld', beantwoordOp: await nowIn(tx), vorigAanmeldbewijsId })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: 'wissel-scholing', actor: burger, gegevens: { wijzigingId, vorigAanmeldbewijsId, aanmeldbewijsId: bewijs.id }, zichtbaar: true })
    return done
  })
}

/** What the opleider gets at most now: the order, which an earlier switch may have lowered, or the besluit as long as there is no order. */
function toegekend({ verplichting, besluiten, bedragCent }: NonNullable<Awaited<ReturnType<typeof lockWijziging>>>['aanvraag']): Cent {
  return cent(verplichting?.bedragCent ?? besluiten[0]?.bedragCent ?? bedragCent)
}
