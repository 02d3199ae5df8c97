import type { Burger } from '@/lib/base/actor'
import { success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { saveEmail } from '@/lib/aanvraag/repo'

/** Keeps the e-mail address for notices, encrypted; without an address there are no notices and the letters stand in the box. */
export function wijzigEmail(burger: Burger, { email }: { email?: string | undefined }): Promise<Outcome<never, { melding: string }>> {
  return inTransaction(async (tx) => {
    await saveEmail(tx, burger.id, email === undefined ? null : encrypt(email))
    await saveGebeurtenis(tx, { onderwerp: 'gebruiker', onderwerpId: burger.id, soort: 'wijzig-email', actor: burger })
    return success({
      melding: email === undefined ? 'Uw e-mailadres is verwijderd. U krijgt geen e-mails meer van ons.' : 'Uw e-mailadres is opgeslagen. We mailen u als er een bericht voor u klaarstaat.',
    })
  })
}
