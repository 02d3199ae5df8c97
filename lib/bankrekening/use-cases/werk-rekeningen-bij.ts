import { SYSTEEM } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { today } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { fetchIbanNaam, type IbanNaam } from '@/lib/platform/iban-naam'
import { findLopend, listIngegaan, lockOpleider, saveNaamcontrole, saveStatus } from '@/lib/bankrekening/repo'
import { naBedenktijd } from '@/lib/bankrekening/rules/status'
import { stuurRekeningbrief } from '@/lib/bankrekening/use-cases/stuur-rekeningbrief'

/** One account may be too hard for the banks; when several get no answer, the service is away and the others need not be asked now. */
export const MAX_STIL = 3

/**
 * Takes accounts into use of which the waiting days are over: the banks are asked first whether it is in the name of the register, and
 * only a match needs nobody; anything else waits for UWV. When the service does not answer, the account stays as it is until it does.
 */
export async function werkRekeningenBij(): Promise<void> {
  let stil = 0
  for (const { id, opleiderId, iban, naam } of await listIngegaan(await today())) {
    const antwoord = await fetchIbanNaam(iban, naam)
    if (antwoord !== 'antwoordt-niet') await rondAf({ id, opleiderId, naam }, antwoord)
    else if ((stil += 1) === MAX_STIL) return
  }
}

function rondAf({ id, opleiderId, naam }: { id: string; opleiderId: string; naam: string }, antwoord: IbanNaam): Promise<void> {
  return inTransaction(async (tx) => {
    const opleider = await lockOpleider(tx, opleiderId)
    const wijziging = await findLopend(tx, opleiderId)
    // Withdrawn, blocked or done by another process while the bank was asked.
    if (opleider === undefined || wijziging?.id !== id || wijziging.status !== 'bevestigd') return
    await saveNaamcontrole(tx, { opleiderId, iban: wijziging.iban, naam, ...antwoord })
    const stap = naBedenktijd(antwoord.antwoord)
    const naar = stap === 'neem-in-gebruik' ? 'actief' : 'te-beoordelen'
    await saveStatus(tx, id, naar)
    await saveGebeurtenis(tx, { onderwerp: 'rekeningwijziging', onderwerpId: id, soort: stap, van: 'bevestigd', naar, actor: SYSTEEM, gegevens: { antwoord: antwoord.antwoord } })
    if (naar === 'actief') await stuurRekeningbrief(tx, opleider, { soort: 'actief' }, { iban: wijziging.iban, vorige: wijziging.vorigeIban })
  })
}
