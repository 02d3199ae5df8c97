import type { Burger } from '@/lib/base/actor'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { fetchPersoon } from '@/lib/platform/base-registers'
import { nowIn, todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import { findActiviteit, hasOpenVerzoek, insertVerzoek, lockVerzoek, saveVerzoekAntwoord } from '@/lib/vooraanmelding/repo'
import type { VerzoekInput } from '@/lib/vooraanmelding/schema'
import type { VerzoekAntwoordReden, VerzoekReden } from '@/lib/vooraanmelding/texts'
import { meldOpleider } from '@/lib/vooraanmelding/use-cases/meld'

/**
 * Asks an opleider for an aanmeldbewijs, from the page of the opleiding. What the opleider needs comes from the BRP and goes there
 * because the burger said so; one question at a time for one opleiding.
 */
export async function vraagAanmeldbewijs(burger: Burger, { scholingsactiviteitId, opmerking }: VerzoekInput): Promise<Outcome<VerzoekReden, { verzoekId: string }>> {
  const antwoord = await fetchPersoon(burger.id)
  if (antwoord.soort === 'antwoordt-niet') return refused('basisregister-antwoordt-niet')
  if (antwoord.soort === 'niet-gevonden' || antwoord.waarde.geboortedatum === null) return refused('persoon-onbekend')
  const { voornamen, tussenvoegsel, achternaam, geboortedatum, adres } = antwoord.waarde
  return inTransaction(async (tx) => {
    const activiteit = await findActiviteit(tx, scholingsactiviteitId)
    const oordeel = activiteit && (await leesRegisteroordeel(tx, scholingsactiviteitId, { dag: await todayIn(tx), registratiestopOp: null }))
    if (activiteit === null || oordeel === undefined || oordeel === null) return refused('activiteit-niet-gevonden')
    if (oordeel.nietAanvraagbaar.length > 0) return refused('niet-aanvraagbaar')
    if (await hasOpenVerzoek(tx, burger.id, activiteit.opleidingId)) return refused('al-gevraagd')
    const { opleiderId, opleidingId, opleider } = activiteit
    const verzoekId = await insertVerzoek(tx, {
      burgerId: burger.id, opleiderId, opleidingId, scholingsactiviteitId, voornaam: voornamen, tussenvoegsel, achternaam, geboortedatum, adres, opmerking: opmerking ?? null,
    })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-verzoek', onderwerpId: verzoekId, soort: 'vraag-aanmeldbewijs', naar: 'gevraagd', actor: burger, gegevens: { scholingsactiviteitId } })
    await meldOpleider(tx, opleider.email)
    return success({ verzoekId })
  })
}

/** The burger does not need it any more. */
export function trekVerzoekIn(burger: Burger, { verzoekId }: { verzoekId: string }): Promise<Outcome<VerzoekAntwoordReden>> {
  return inTransaction(async (tx) => {
    const verzoek = await lockVerzoek(tx, verzoekId)
    if (verzoek?.burgerId !== burger.id) return refused('niet-gevonden')
    if (verzoek.status !== 'gevraagd') return refused('al-beantwoord')
    await saveVerzoekAntwoord(tx, verzoekId, { status: 'ingetrokken', beantwoordOp: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs-verzoek', onderwerpId: verzoekId, soort: 'trek-verzoek-in', van: 'gevraagd', naar: 'ingetrokken', actor: burger })
    return done
  })
}
