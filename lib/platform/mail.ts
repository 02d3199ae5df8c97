import 'server-only'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { config } from '@/lib/platform/config'
import { prisma, type Tx } from '@/lib/platform/db'
import { decrypt, encrypt } from '@/lib/platform/encryption'
import { enqueue } from '@/lib/platform/outbox'

export type NieuweMail = { aan: string; onderwerp: string; tekst: string }

/**
 * Plans an e-mail in the transaction of the change it tells about. The text says that there is a message, never what is in it
 * (invariant I9); the address is stored encrypted.
 */
export async function queueMail(tx: Tx, mail: NieuweMail): Promise<void> {
  const { id } = await tx.mail.create({
    data: { aanVersleuteld: encrypt(mail.aan), onderwerp: mail.onderwerp, tekst: mail.tekst },
    select: { id: true },
  })
  await enqueue(tx, 'verstuur-mail', { mailId: id })
}

/** Sends a planned e-mail: to SMTP_URL, or without one to a file in STAP_DATA_DIR/mail. Sent already: does nothing. */
export async function sendMail(mailId: string): Promise<void> {
  const mail = await prisma.mail.findUnique({ where: { id: mailId } })
  if (mail === null || mail.verzondenOp !== null) return

  const bericht = {
    // A fixed Message-ID makes a second delivery recognisable as the same mail.
    messageId: `<${mail.id}@stap.invalid>`,
    date: mail.createdAt,
    from: config.mailVan,
    to: decrypt(mail.aanVersleuteld),
    subject: mail.onderwerp,
    text: mail.tekst,
  }
  if (config.smtpUrl === undefined) await writeToOutbox(mail.id, bericht)
  else await nodemailer.createTransport(config.smtpUrl).sendMail(bericht)

  await prisma.$executeRaw`update mail set verzonden_op = nu() where id = ${mail.id}::uuid and verzonden_op is null`
}

async function writeToOutbox(id: string, bericht: nodemailer.SendMailOptions): Promise<void> {
  const map = path.resolve(config.dataDir, 'mail')
  await mkdir(map, { recursive: true, mode: 0o700 })
  const { message } = await nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(bericht)
  if (!Buffer.isBuffer(message)) throw new Error('mail was not buffered')
  // Written beside and renamed, so that a reader never sees half a file.
  const doel = path.join(map, `${id}.eml`)
  await writeFile(`${doel}.deel`, message, { mode: 0o600 })
  await rename(`${doel}.deel`, doel)
}
