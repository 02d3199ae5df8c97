import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { fetchPersoon } from '@/lib/platform/base-registers'
import { inTransaction, type Tx } from '@/lib/platform/db'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'
import { lockAanmeldbewijs, saveBewaardDoor } from '@/lib/vooraanmelding/repo'
import { parseCode } from '@/lib/vooraanmelding/rules/code'
import { isZelfdePersoon } from '@/lib/vooraanmelding/rules/zelfde-persoon'
import type { BewaarReden } from '@/lib/vooraanmelding/texts'
import { checkEchtheid } from '@/lib/vooraanmelding/use-cases/teken'

/**
 * The burger typed, scanned or followed the code and keeps the aanmeldbewijs in Mijn STAP. Only who it is made out to can; from then on
 * the opleider needs this burger's yes to change it.
 */
export async function bewaarAanmeldbewijs(burger: Burger, { code }: { code: string }): Promise<Outcome<BewaarReden>> {
  const gelezen = parseCode(code)
  if (gelezen === undefined) return refused('code-onbekend')
  const antwoord = await fetchPersoon(burger.id)
  return inTransaction(async (tx) => {
    const bewijs = await lockAanmeldbewijs(tx, { code: gelezen })
    if (bewijs === undefined) return refused('code-onbekend')
    if (antwoord.soort === 'antwoordt-niet') return refused('basisregister-antwoordt-niet')
    if (antwoord.soort === 'niet-gevonden' || !isZelfdePersoon(bewijs, antwoord.waarde)) return refused('andere-persoon')
    if (checkEchtheid(bewijs) === 'vals') return refused('handtekening-klopt-niet')
    if (bewijs.burgerId !== null && bewijs.burgerId !== burger.id) return refused('van-een-ander')
    if (bewijs.status === 'ingetrokken') return refused('al-ingetrokken')
    await bewaarIn(tx, bewijs, burger)
    return done
  })
}

/** Writes down who kept it, once. For an aanvraag that begins with it, too. */
export async function bewaarIn(tx: Tx, bewijs: Aanmeldbewijs, burger: Burger): Promise<void> {
  if (bewijs.burgerId !== null) return
  await saveBewaardDoor(tx, bewijs.id, burger.id)
  await saveGebeurtenis(tx, { onderwerp: 'aanmeldbewijs', onderwerpId: bewijs.id, soort: 'bewaar', actor: burger })
}
