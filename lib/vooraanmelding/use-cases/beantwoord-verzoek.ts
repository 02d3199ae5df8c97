import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { fromDbDate, inTransaction } from '@/lib/platform/db'
import { lockVerzoek, saveVerzoekAntwoord } from '@/lib/vooraanmelding/repo'
import type { UitgeefReden } from '@/lib/vooraanmelding/rules/uitgifte'
import { isZelfdePersoon } from '@/lib/vooraanmelding/rules/zelfde-persoon'
import type { UitgeefInput } from '@/lib/vooraanmelding/schema'
import type { VerzoekAntwoordReden } from '@/lib/vooraanmelding/texts'
import { geefUitIn, type Uitgegeven } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'
import { meldBurger } from '@/lib/vooraanmelding/use-cases/meld'

/** Gives the burger what was asked for: an aanmeldbewijs that is in Mijn STAP at once, made out to the person who asked. */
export function willigVerzoekIn(opleider: OpleiderActor, { verzoekId, scholingsactiviteitId, ...input }: UitgeefInput & { verzoekId: string }): Promise<Outcome<VerzoekAntwoordReden | UitgeefReden, Uitgegeven>> {
  return inTransaction(async (tx) => {
    const verzoek = await lockVerzoek(tx, verzoekId)
    if (verzoek?.opleiderId !== opleider.opleiderId) return refused('niet-gevonden')
    if (verzoek.status !== 'gevraagd') return refused('al-beantwoord')
    const { tussenvoegsel, achternaam } = verzoek
    if (!isZelfdePersoon({ ...input, tussenvoegsel: input.tussenvoegsel ?? null }, { tussenvoegsel, achternaam, geboortedatum: fromDbDate(verzoek.geboortedatum) })) return refused('andere-deelnemer')
    const [uitkomst] = await geefUitIn(tx, opleider, [{ ...input, welke: { id: scholingsactiviteitId } }], { bron: 'portaal', burgerId: verzoek.burgerId })
    if (uitkomst === undefined) throw new Error('no answer for the one aanmeldbewijs that was asked')
    if (!uitkomst.ok) return uitkomst
    await saveVerzoekAntwoord(tx, verzoekId, { status: 'ingewilligd', aanmeldbewijsId: uitkomst.value.id, beantwoordOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-verzoek', onderwerpId: verzoekId, soort: 'willig-verzoek-in', van: 'gevraagd', naar: 'ingewilligd', actor: opleider, gegevens: { aanmeldbewijsId: uitkomst.value.id } })
    await meldBurger(tx, verzoek.burgerId)
    return success(uitkomst.value)
  })
}

/** Says no, and why. */
export function weigerVerzoek(opleider: OpleiderActor, { verzoekId, reden }: { verzoekId: string; reden: string }): Promise<Outcome<VerzoekAntwoordReden>> {
  return inTransaction(async (tx) => {
    const verzoek = await lockVerzoek(tx, verzoekId)
    if (verzoek?.opleiderId !== opleider.opleiderId) return refused('niet-gevonden')
    if (verzoek.status !== 'gevraagd') return refused('al-beantwoord')
    await saveVerzoekAntwoord(tx, verzoekId, { status: 'geweigerd', reden, beantwoordOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-verzoek', onderwerpId: verzoekId, soort: 'weiger-verzoek', van: 'gevraagd', naar: 'geweigerd', actor: opleider, reden })
    await meldBurger(tx, verzoek.burgerId)
    return done
  })
}
