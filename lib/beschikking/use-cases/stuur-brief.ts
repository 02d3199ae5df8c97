import type { BriefInhoud, BriefSoort } from '@/lib/beschikking/model'
import { nextKenmerk } from '@/lib/beschikking/repo'
import { BERICHT_MAIL } from '@/lib/beschikking/texts'
import { config } from '@/lib/platform/config'
import type { Tx } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
import { queueMail } from '@/lib/platform/mail'
import { enqueue } from '@/lib/platform/outbox'

/** To a burger or to an opleider, never to both. */
type Geadresseerde = { burgerId: string; opleiderId?: never } | { opleiderId: string; burgerId?: never }

export type TeSturenBrief = Geadresseerde & { soort: BriefSoort; aanvraagId?: string; onderwerp: string; inhoud: BriefInhoud }

/**
 * Puts a letter in the box of a burger or an opleider, in the transaction of the act it tells about (invariant I10).
 * The PDF is made by a job; the e-mail says only that there is a message, and goes only to an address that we know.
 */
export async function stuurBrief(tx: Tx, brief: TeSturenBrief): Promise<{ id: string; kenmerk: string }> {
  const { id, kenmerk } = await tx.brief.create({
    data: {
      kenmerk: await nextKenmerk(tx, 'brief'),
      soort: brief.soort,
      burgerId: brief.burgerId ?? null,
      opleiderId: brief.opleiderId ?? null,
      aanvraagId: brief.aanvraagId ?? null,
      onderwerp: brief.onderwerp,
      inhoud: brief.inhoud,
    },
    select: { id: true, kenmerk: true },
  })
  await enqueue(tx, 'maak-brief-pdf', { briefId: id })
  await queueBericht(tx, brief)
  return { id, kenmerk }
}

async function queueBericht(tx: Tx, { burgerId, opleiderId }: Geadresseerde): Promise<void> {
  if (burgerId !== undefined) {
    const { emailVersleuteld } = await tx.gebruiker.findUniqueOrThrow({ where: { id: burgerId }, select: { emailVersleuteld: true } })
    if (emailVersleuteld === null) return
    await queueMail(tx, { aan: decrypt(emailVersleuteld), onderwerp: BERICHT_MAIL.onderwerp, tekst: BERICHT_MAIL.burger(config.url) })
    return
  }
  const { email } = await tx.opleider.findUniqueOrThrow({ where: { id: opleiderId }, select: { email: true } })
  await queueMail(tx, { aan: email, onderwerp: BERICHT_MAIL.onderwerp, tekst: BERICHT_MAIL.opleider(config.url) })
}
