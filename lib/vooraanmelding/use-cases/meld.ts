import { config } from '@/lib/platform/config'
import type { Tx } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
import { queueMail } from '@/lib/platform/mail'
import { findEmail } from '@/lib/vooraanmelding/repo'
import { BURGER_MAIL, OPLEIDER_MAIL } from '@/lib/vooraanmelding/texts'

/** Tells a burger by e-mail that something about an aanmeldbewijs stands in Mijn STAP; who gave no address sees it there. */
export async function meldBurger(tx: Tx, burgerId: string): Promise<void> {
  const email = await findEmail(tx, burgerId)
  if (email !== null) await queueMail(tx, { aan: decrypt(email), onderwerp: BURGER_MAIL.onderwerp, tekst: BURGER_MAIL.tekst(config.url) })
}

/** Tells an opleider by e-mail that somebody asks for an aanmeldbewijs. */
export async function meldOpleider(tx: Tx, email: string): Promise<void> {
  await queueMail(tx, { aan: email, onderwerp: OPLEIDER_MAIL.onderwerp, tekst: OPLEIDER_MAIL.tekst(config.url) })
}
