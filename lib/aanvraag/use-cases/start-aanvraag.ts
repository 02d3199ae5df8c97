import type { Burger } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { fetchPersoon, type Persoon } from '@/lib/platform/base-registers'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { calculateKalenderjaar } from '@/lib/regeling/rules/kalenderjaar'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Kanaal, Tijdvak } from '@/lib/tijdvak/model'
import { calculateToestand, calculateVroegsteOntvangst } from '@/lib/tijdvak/rules/toestand'
import { leesTijdvakken } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'
import { isZelfdePersoon } from '@/lib/vooraanmelding/rules/zelfde-persoon'
import { bewaarIn } from '@/lib/vooraanmelding/use-cases/bewaar-aanmeldbewijs'
import { leesAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { checkEchtheid } from '@/lib/vooraanmelding/use-cases/teken'
import { countVerleningen, findUitgeslotenTot, hasAanvraagInTijdvak, insertAanvraag, isBewijsInGebruik, nextKenmerk, readKeuze } from '@/lib/aanvraag/repo'
import { makeMomentopname } from '@/lib/aanvraag/rules/momentopname'
import type { StartReden } from '@/lib/aanvraag/texts'
import { leesBruikbare } from '@/lib/aanvraag/use-cases/lees-bruikbare'

/**
 * Begins an aanvraag with the code of an aanmeldbewijs, for the tijdvak that is open or opens next. The name comes from the BRP:
 * the burger is asked nothing that is known already. The opleiding is kept as it is now (invariant I8).
 * Who is helped at a werkplein says so by the channel: it decides which compartimenten the aanvraag may use.
 */
export async function startAanvraag(burger: Burger, { code, kanaal = 'online' }: { code: string; kanaal?: Kanaal }): Promise<Outcome<StartReden, { kenmerk: string }>> {
  const antwoord = await fetchPersoon(burger.id)
  return inTransaction(async (tx) => {
    const bewijs = await leesAanmeldbewijs(tx, { code })
    if (bewijs === undefined) return refused('code-onbekend')
    if (antwoord.soort === 'antwoordt-niet') return refused('basisregister-antwoordt-niet')
    const persoon = antwoord.soort === 'gevonden' ? antwoord.waarde : undefined
    const nu = await nowIn(tx)
    const tijdvak = (await leesTijdvakken(tx)).find((one) => calculateToestand(one, nu) !== 'gesloten')
    const redenen = await findHindernissen(tx, { burger, bewijs, persoon, tijdvak, nu })
    if (redenen.length > 0 || persoon === undefined || tijdvak === undefined) return refused(...redenen)

    await bewaarIn(tx, bewijs, burger)
    const keuze = await readKeuze(tx, bewijs)
    const momentopname = makeMomentopname({ ...bewijs, cohortcode: keuze.cohortcode }, keuze.opleiding, persoon)
    const compartimenten = await leesBruikbare(tx, tijdvak.id, { kanaal, niveau: momentopname.opleiding.niveau, bedragCent: keuze.aanvraag.bedragCent })
    if (compartimenten === undefined) return refused('geen-compartiment')
    const kenmerk = await nextKenmerk(tx)
    await insertAanvraag(tx, {
      kenmerk,
      burgerId: burger.id,
      tijdvakId: tijdvak.id,
      kanaal,
      ...compartimenten,
      kalenderjaar: calculateKalenderjaar(calculateVroegsteOntvangst(tijdvak, nu)),
      momentopname,
      ...keuze.aanvraag,
    }, burger)
    return success({ kenmerk })
  })
}

type Begin = { burger: Burger; bewijs: Aanmeldbewijs; persoon: Persoon | undefined; tijdvak: Tijdvak | undefined; nu: Date }

async function findHindernissen(tx: Tx, { burger, bewijs, persoon, tijdvak, nu }: Begin): Promise<readonly StartReden[]> {
  const redenen: StartReden[] = []
  if (persoon === undefined || !isZelfdePersoon(bewijs, persoon)) redenen.push('andere-persoon')
  if (checkEchtheid(bewijs) === 'vals') redenen.push('handtekening-klopt-niet')
  if (bewijs.status === 'ingetrokken') redenen.push('aanmeldbewijs-ingetrokken')
  else if (bewijs.status === 'gebruikt' || (await isBewijsInGebruik(tx, bewijs.id))) redenen.push('aanmeldbewijs-gebruikt')
  if (tijdvak === undefined) return [...redenen, 'geen-tijdvak']

  if (await hasAanvraagInTijdvak(tx, burger.id, tijdvak.id)) redenen.push('al-een-aanvraag')
  const regeling = await leesRegeling(tx, amsterdamDate(nu))
  if ((await countVerleningen(tx, burger.id, calculateKalenderjaar(calculateVroegsteOntvangst(tijdvak, nu)))) >= regeling.get('verleningen-per-jaar')) redenen.push('al-toegekend-dit-jaar')
  if ((await findUitgeslotenTot(tx, burger.id, amsterdamDate(calculateVroegsteOntvangst(tijdvak, nu)))) !== undefined) redenen.push('tijdelijk-uitgesloten')
  return redenen
}
