import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { today } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { fetchIbanNaam, type IbanNaam } from '@/lib/platform/iban-naam'
import { findLopend, listIngegaan, lockOpleider, saveNaamcontrole, saveStatus } from '@/lib/bankrekening/repo'
import { naBedenktijd } from '@/lib/bankrekening/rules/status'
import { stuurRekeningbrief } from '@/lib/bankrekening/use-cases/stuur-rekeningbrief'

/**
 * Takes accounts into use of which the waiting days are over: the banks are asked for the name first, and only a match needs nobody;
 * anything else waits for UWV. When the service does not answer, the account stays as it is until it does.
 */
export async function werkRekeningenBij(): Promise<void> {
  for (const { id, opleiderId, iban, tenaamstelling } of await listIngegaan(await today())) {
    const antwoord = await fetchIbanNaam(iban, tenaamstelling)
    if (antwoord === 'antwoordt-niet') return
    await rondAf({ id, opleiderId }, antwoord)
  }
}

function rondAf({ id, opleiderId }: { id: string; opleiderId: string }, antwoord: IbanNaam): Promise<void> {
  return inTransaction(async (tx) => {
    const opleider = await lockOpleider(tx, opleiderId)
    const wijziging = await findLopend(tx, opleiderId)
    // Withdrawn, blocked or done by another process while the bank was asked.
    if (opleider === undefined || wijziging?.id !== id || wijziging.status !== 'bevestigd') return
    await saveNaamcontrole(tx, { opleiderId, iban: wijziging.iban, naam: wijziging.tenaamstelling, ...antwoord })
    const stap = naBedenktijd(antwoord.antwoord)
    const naar = stap === 'neem-in-gebruik' ? 'actief' : 'te-beoordelen'
    await saveStatus(tx, id, naar)
    await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: id, soort: stap, van: 'bevestigd', naar, actor: SYSTEEM, gegevens: { antwoord: antwoord.antwoord } })
    if (naar === 'actief') await stuurRekeningbrief(tx, opleider, { soort: 'actief' }, { iban: wijziging.iban, vorige: wijziging.vorigeIban })
  })
}
