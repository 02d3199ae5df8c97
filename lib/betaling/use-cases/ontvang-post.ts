import { createHash } from 'node:crypto'
import { SYSTEEM } from '@/lib/base/actor'
import { parseKvk, type KvkNummer } from '@/lib/base/kvk'
import { findOpleiderMetAdressen, isPostBekend, savePostbusbericht, type NieuwPostbusbericht } from '@/lib/betaling/repo/postbus'
import { parseMail } from '@/lib/betaling/rules/mail-lezen'
import { judgeHerkomst } from '@/lib/betaling/rules/postbus'
import { leesEFactuur } from '@/lib/betaling/use-cases/lees-e-factuur'
import { ontvangFactuurIn, type Bestand } from '@/lib/betaling/use-cases/ontvang-factuur'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'

/** More than any mail server lets through; of a bigger one only the name is kept. */
const MAX_BYTES = 20 * 1024 * 1024

type Post = { readonly afzender: string | null; readonly isBetwijfeld: boolean; readonly facturen: readonly Bestand[] }

/**
 * Takes in a message of the mailbox: kept as it came, known again by its bytes. Each invoice in it goes the same way as one that is
 * uploaded when we know whose it is; what we do not know waits for somebody to find out.
 */
export async function ontvangPost({ naam, inhoud }: Bestand): Promise<void> {
  const post = leesPost({ naam, inhoud })
  const sha256 = hashOf(inhoud)
  await inTransaction(async (tx) => {
    if (await isPostBekend(tx, sha256)) return
    const isTeGroot = inhoud.length > MAX_BYTES
    const rij = { ...(await bewaar(tx, { naam, inhoud: isTeGroot ? Buffer.from('(te groot)') : inhoud })), sha256, afzender: post.afzender }
    if (isTeGroot || post.facturen.length === 0) {
      await savePostbusbericht(tx, { ...rij, volgnummer: 1, kvk: null, toestand: 'vraag', reden: isTeGroot ? 'te-groot' : 'geen-factuur', factuurId: null })
      return
    }
    for (const [index, bestand] of post.facturen.entries()) await savePostbusbericht(tx, { ...rij, volgnummer: index + 1, ...(await ontvang(tx, post, bestand)) })
  })
}

/** Keeps a message that could not be taken in, for somebody to look at. */
export async function bewaarOnleesbaar({ naam, inhoud }: Bestand): Promise<void> {
  const sha256 = hashOf(inhoud)
  await inTransaction(async (tx) => {
    if (await isPostBekend(tx, sha256)) return
    await savePostbusbericht(tx, { ...(await bewaar(tx, { naam, inhoud })), sha256, afzender: null, volgnummer: 1, kvk: null, toestand: 'vraag', reden: 'kvk-ontbreekt', factuurId: null })
  })
}

async function bewaar(tx: Tx, { naam, inhoud }: Bestand): Promise<{ naam: string; documentId: string }> {
  const kort = naam.slice(0, 200)
  return { naam: kort, documentId: await saveDocument(tx, { soort: 'postbus', naam: kort, mediatype: isMail(naam) ? 'message/rfc822' : 'application/xml', inhoud }) }
}

const isMail = (naam: string): boolean => naam.toLowerCase().endsWith('.eml')

function hashOf(inhoud: Buffer): string {
  return createHash('sha256').update(inhoud).digest('hex')
}

/** The invoices of a message, and who sent it. A bare invoice has no sender. */
export function leesPost({ naam, inhoud }: Bestand): Post {
  if (!isMail(naam)) return { afzender: null, isBetwijfeld: false, facturen: [{ naam, inhoud }] }
  const { afzender, isBetwijfeld, delen } = parseMail(inhoud)
  const facturen = delen
    .filter(({ mediatype, bestandsnaam }) => mediatype === 'application/xml' || mediatype === 'text/xml' || bestandsnaam?.toLowerCase().endsWith('.xml') === true)
    .map(({ bestandsnaam, inhoud: bytes }, index) => ({ naam: bestandsnaam ?? `factuur-${String(index + 1)}.xml`, inhoud: Buffer.from(bytes) }))
  return { afzender, isBetwijfeld, facturen }
}

/** The KvK number that an invoice names as its supplier's. */
export function readKvk(inhoud: Buffer): KvkNummer | undefined {
  return parseKvk(leesEFactuur(inhoud).factuur?.leverancier.registratie?.nummer ?? '')
}

type Uitkomst = Pick<NieuwPostbusbericht, 'kvk' | 'toestand' | 'reden' | 'factuurId'>

async function ontvang(tx: Tx, { afzender, isBetwijfeld }: Post, bestand: Bestand): Promise<Uitkomst> {
  const kvk = readKvk(bestand.inhoud)
  const herkomst = judgeHerkomst({ afzender, isBetwijfeld, kvk, opleider: kvk === undefined ? undefined : await findOpleiderMetAdressen(tx, kvk) })
  if (!herkomst.isBekend) return { kvk: kvk ?? null, toestand: 'vraag', reden: herkomst.reden, factuurId: null }
  const { factuurId, isGematcht } = await ontvangFactuurIn(tx, { opleiderId: herkomst.opleiderId, actor: SYSTEEM }, bestand, 'postbus')
  await saveGebeurtenis(tx, { onderwerp: 'factuur', onderwerpId: factuurId, soort: 'ontvang-post', actor: SYSTEEM, gegevens: { isGematcht } })
  return { kvk: kvk ?? null, toestand: 'verwerkt', reden: null, factuurId }
}
