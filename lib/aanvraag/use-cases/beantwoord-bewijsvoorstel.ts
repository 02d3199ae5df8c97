import type { Burger } from '@/lib/base/actor'
import { done, type Outcome } from '@/lib/base/outcome'
import { fetchPersoon } from '@/lib/platform/base-registers'
import { inTransaction, type Tx } from '@/lib/platform/db'
import type { AntwoordReden } from '@/lib/vooraanmelding/texts'
import { beantwoordVoorstelIn } from '@/lib/vooraanmelding/use-cases/beantwoord-voorstel'
import { leesAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { lockVoorbereid, readKeuze, saveInhoud, saveOvergang } from '@/lib/aanvraag/repo'
import { makeMomentopname } from '@/lib/aanvraag/rules/momentopname'

/**
 * The burger answers what the opleider proposed about an aanmeldbewijs. A yes to a change renews what was prepared with it: the
 * aanvraag shows what holds now, and one that was gereed is open again, because the declaration was about something else.
 */
export async function beantwoordBewijsvoorstel(burger: Burger, { voorstelId, antwoord }: { voorstelId: string; antwoord: 'akkoord' | 'weiger' }): Promise<Outcome<AntwoordReden>> {
  const persoon = await fetchPersoon(burger.id)
  return inTransaction(async (tx) => {
    const outcome = await beantwoordVoorstelIn(tx, burger, { voorstelId, isAkkoord: antwoord === 'akkoord' })
    if (!outcome.ok) return outcome
    const { aanmeldbewijsId, soort, isAkkoord } = outcome.value
    if (isAkkoord && soort === 'wijziging') await vernieuw(tx, burger, aanmeldbewijsId, persoon.soort === 'gevonden' ? persoon.waarde : undefined)
    return done
  })
}

type Naam = Parameters<typeof makeMomentopname>[2]

async function vernieuw(tx: Tx, burger: Burger, aanmeldbewijsId: string, persoon: Naam | undefined): Promise<void> {
  const aanvraag = await lockVoorbereid(tx, burger.id, aanmeldbewijsId)
  const bewijs = await leesAanmeldbewijs(tx, { id: aanmeldbewijsId })
  if (aanvraag === undefined || bewijs === undefined) return
  const keuze = await readKeuze(tx, bewijs)
  // Without an answer of the BRP the name on the aanmeldbewijs stands in; it was compared when the aanvraag began.
  const naam = persoon ?? { voornamen: bewijs.voornaam, tussenvoegsel: bewijs.tussenvoegsel, achternaam: bewijs.achternaam }
  const momentopname = { ...makeMomentopname({ ...bewijs, cohortcode: keuze.cohortcode }, keuze.opleiding, naam) }
  const data = { ...keuze.aanvraag, momentopname }
  if (aanvraag.status === 'gereed') await saveOvergang(tx, aanvraag, { handeling: 'heropen', naar: 'concept', actor: burger, data: { ...data, verklaringOp: null }, gegevens: { aanmeldbewijsVersie: bewijs.versie } })
  else await saveInhoud(tx, aanvraag.id, data)
}
