import type { Actor, OpleiderActor } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'
import { findEigenActiviteiten, hasOpenVoorstel, insertVoorstel, lockAanmeldbewijs, saveNieuweVersie, type Wijziging } from '@/lib/vooraanmelding/repo'
import { checkUitgifte, type UitgeefReden } from '@/lib/vooraanmelding/rules/uitgifte'
import { findWijzigWeg } from '@/lib/vooraanmelding/rules/voorstel'
import type { WijzigInput } from '@/lib/vooraanmelding/schema'
import type { WijzigReden } from '@/lib/vooraanmelding/texts'
import { meldBurger } from '@/lib/vooraanmelding/use-cases/meld'
import { tekenBewijs } from '@/lib/vooraanmelding/use-cases/teken'

/**
 * Changes dates, place or amount of an aanmeldbewijs that was not used yet: at once, or, when a burger kept it, after that burger
 * agrees. Judged against the register now, and again when the burger answers.
 */
export function wijzigAanmeldbewijs(opleider: OpleiderActor, input: WijzigInput): Promise<Outcome<WijzigReden, { voorgelegd: boolean }>> {
  return inTransaction(async (tx) => {
    const bewijs = await lockAanmeldbewijs(tx, { id: input.aanmeldbewijsId })
    if (bewijs?.opleiderId !== opleider.opleiderId) return refused('niet-gevonden')
    const weg = findWijzigWeg({ status: bewijs.status, isBewaard: bewijs.burgerId !== null, isVoorgelegd: await hasOpenVoorstel(tx, bewijs.id) })
    if (weg.weg === 'niet') return refused(weg.reden)
    const wijziging: Wijziging = { startdatum: input.startdatum, einddatum: input.einddatum, plaats: input.plaats ?? null, gevraagdCent: input.gevraagd }
    if (!isAnders(bewijs, wijziging)) return refused('niets-gewijzigd')
    const redenen = await keurWijziging(tx, bewijs, wijziging)
    if (redenen.length > 0) return refused(...redenen)

    if (weg.weg === 'direct' || bewijs.burgerId === null) {
      await schrijfWijziging(tx, bewijs, wijziging, { actor: opleider, reden: input.reden })
      return success({ voorgelegd: false })
    }
    const voorstelId = await insertVoorstel(tx, { aanmeldbewijsId: bewijs.id, soort: 'wijziging', reden: input.reden, doorId: opleider.id, wijziging })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs', onderwerpId: bewijs.id, soort: 'leg-wijziging-voor', actor: opleider, reden: input.reden, gegevens: { voorstelId } })
    await meldBurger(tx, bewijs.burgerId)
    return success({ voorgelegd: true })
  })
}

function isAnders(bewijs: Aanmeldbewijs, { startdatum, einddatum, plaats, gevraagdCent }: Wijziging): boolean {
  return bewijs.startdatum !== startdatum || bewijs.einddatum !== einddatum || bewijs.plaats !== plaats || bewijs.gevraagdCent !== gevraagdCent
}

/** Why the changed aanmeldbewijs could not have been issued today. */
export async function keurWijziging(tx: Tx, bewijs: Aanmeldbewijs, wijziging: Wijziging): Promise<readonly UitgeefReden[]> {
  const dag = await todayIn(tx)
  const oordeel = await leesRegisteroordeel(tx, bewijs.scholingsactiviteitId, { dag, registratiestopOp: null })
  if (oordeel === undefined) return ['activiteit-niet-gevonden']
  const maximumCent = (await leesRegeling(tx, dag)).get('maximumbedrag')
  return checkUitgifte({ ...wijziging, subsidiabelCent: oordeel.feiten.subsidiabelCent, maximumCent, nietAanvraagbaar: oordeel.nietAanvraagbaar })
}

/** Writes the next version, signed, with the costs of the register as they are now. */
export async function schrijfWijziging(tx: Tx, bewijs: Aanmeldbewijs, wijziging: Wijziging, { actor, reden }: { actor: Actor; reden: string }): Promise<Outcome<never>> {
  const [activiteit] = await findEigenActiviteiten(tx, bewijs.opleiderId, { ids: [bewijs.scholingsactiviteitId], cohortcodes: [] })
  if (activiteit === undefined) throw new Error(`scholingsactiviteit ${bewijs.scholingsactiviteitId} does not exist`)
  const inhoud = {
    startdatum: wijziging.startdatum, einddatum: wijziging.einddatum, plaats: wijziging.plaats, gevraagdCent: cent(wijziging.gevraagdCent),
    kostenCent: cent(activiteit.catalogusprijsCent), subsidiabelCent: cent(activiteit.subsidiabelCent), versie: bewijs.versie + 1,
  }
  await saveNieuweVersie(tx, bewijs.id, { ...inhoud, handtekening: tekenBewijs({ ...bewijs, ...inhoud }) })
  await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs', onderwerpId: bewijs.id, soort: 'wijzig', actor, reden, gegevens: { versie: inhoud.versie, vorigBedragCent: bewijs.gevraagdCent, bedragCent: inhoud.gevraagdCent } })
  return done
}
