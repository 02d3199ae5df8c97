import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { config } from '@/lib/platform/config'
import { inTransaction, prisma } from '@/lib/platform/db'
import { queueMail, sendMail } from '@/lib/platform/mail'
import { freshDb } from '@/tests/setup/db'

freshDb()

const plan = async () => {
  await inTransaction((tx) => queueMail(tx, { aan: 'sanne@voorbeeld.nl', onderwerp: 'Er staat een bericht voor u klaar', tekst: 'Log in om het te lezen.\n' }))
  const mail = await prisma.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return mail
}

describe('I9: een e-mail', () => {
  test('het adres staat versleuteld in de database, en niet in de wachtrij', async () => {
    const mail = await plan()
    expect(mail.aanVersleuteld).not.toContain('sanne')
    const job = await prisma.outbox.findFirstOrThrow({ where: { job: 'verstuur-mail' } })
    expect(job.payload).toEqual({ mailId: mail.id })
  })

  test('zonder SMTP_URL komt de e-mail als bestand in STAP_DATA_DIR/mail, één keer', async () => {
    const { id } = await plan()
    await sendMail(id)
    const file = path.join(config.dataDir, 'mail', `${id}.eml`)
    const text = await readFile(file, 'utf8')
    expect(text).toContain('To: sanne@voorbeeld.nl')
    expect(text).toContain('Subject: Er staat een bericht voor u klaar')
    expect(text).toContain(`Message-ID: <${id}@stap.invalid>`)

    const first = (await prisma.mail.findUniqueOrThrow({ where: { id } })).verzondenOp
    await sendMail(id)
    expect((await prisma.mail.findUniqueOrThrow({ where: { id } })).verzondenOp).toEqual(first)
    expect((await readdir(path.dirname(file))).filter((naam) => naam.includes(id))).toEqual([`${id}.eml`])
  })
})
