import type { Actor, Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { config } from '@/lib/platform/config'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { queueMail } from '@/lib/platform/mail'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { insertZienswijze, lockVoornemen, type NieuweZienswijze } from '@/lib/verantwoording/repo/vaststelling'
import { judgeBewijs, type BewijsReden, type BewijsSoort } from '@/lib/verantwoording/rules/bewijs'
import { makeOpleiderVastgelegdbrief } from '@/lib/verantwoording/rules/opleider-brieven'
import { makeVastgelegdbrief, type Vastgelegd } from '@/lib/verantwoording/rules/vaststelling-brieven'
import type { VastgelegdeZienswijzeInput, ZienswijzeInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { ZIENSWIJZE_MAIL, type VaststelReden, type ZienswijzeReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { listTeHoren } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { leesOpleider } from '@/lib/verantwoording/use-cases/deel-besluit-mee'

/**
 * A burger, or an opleider that was asked, says what is true of a voornemen, with a file if there is one (Awb 4:8, 4:9). As long as nothing
 * was decided a reaction counts, also after the term, and more than one may be given.
 */
export async function geefZienswijze(wie: Burger | OpleiderActor, input: ZienswijzeInput): Promise<Outcome<ZienswijzeReden>> {
  const bewijs = input.bewijs === undefined ? undefined : await readBestand(input.bewijs)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk, ...(wie.soort === 'burger' ? { burgerId: wie.id } : { opleiderId: wie.opleiderId }) })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return refused('niet-gevonden')
    // A voornemen that concerns the burger only does not exist for the opleider.
    if (wie.soort === 'opleider' && !listTeHoren(voornemen).includes('opleider')) return refused('niet-gevonden')
    const tekst = input.tekst?.trim() ?? ''
    const zietAf = input.zietAf === 'ja'
    const redenen: ZienswijzeReden[] = []
    if (voornemen.status !== 'open') redenen.push('voorbij')
    if (tekst === '' && !zietAf) redenen.push('leeg')
    if (bewijs !== undefined && 'reden' in bewijs) redenen.push(bewijs.reden)
    if (redenen.length > 0) return refused(...redenen)

    const documentId = bewijs === undefined || 'reden' in bewijs ? null : await saveBestand(tx, dossier, bewijs)
    await bewaar(tx, wie, dossier, { voornemenId: voornemen.id, van: wie.soort, kanaal: 'online', zietAf, klaar: zietAf || input.klaar === 'ja', tekst, documentId, doorId: wie.id })
    if (wie.soort === 'opleider') await bevestig(tx, wie)
    return done
  })
}

/** A behandelaar writes down what somebody said by telephone, in a conversation or by letter; who said it gets it in writing. */
export function legZienswijzeVast(behandelaar: Medewerker, input: VastgelegdeZienswijzeInput): Promise<Outcome<VaststelReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return refused('voornemen-niet-gevonden')
    if (voornemen.status !== 'open') return refused('voornemen-voorbij')
    if (input.van === 'opleider' && !listTeHoren(voornemen).includes('opleider')) return refused('opleider-niet-gevraagd')
    const tekst = input.tekst?.trim() ?? ''
    const zietAf = input.zietAf === 'ja'
    if (tekst === '' && !zietAf) return refused('leeg')
    const { van, kanaal } = input
    await bewaar(tx, behandelaar, dossier, { voornemenId: voornemen.id, van, kanaal, zietAf, klaar: zietAf || input.klaar === 'ja', tekst, documentId: null, doorId: behandelaar.id })
    await bevestigVastgelegd(tx, dossier, van, { tekst, zietAf, reagerenTot: voornemen.reagerenTot })
    return done
  })
}

async function bewaar(tx: Tx, actor: Actor, dossier: Dossier, zienswijze: NieuweZienswijze): Promise<void> {
  await insertZienswijze(tx, zienswijze)
  const { voornemenId, van, kanaal, zietAf, documentId } = zienswijze
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'geef-zienswijze', actor, zichtbaar: van === 'burger',
    gegevens: { voornemenId, van, kanaal, zietAf, hasBestand: documentId !== null },
  })
}

/** The person who reacted sees it on the screen; the organisation hears it as well. */
async function bevestig(tx: Tx, { opleiderId }: OpleiderActor): Promise<void> {
  const { email } = await tx.opleider.findUniqueOrThrow({ where: { id: opleiderId }, select: { email: true } })
  await queueMail(tx, { aan: email, onderwerp: ZIENSWIJZE_MAIL.onderwerp, tekst: ZIENSWIJZE_MAIL.tekst(config.url) })
}

async function bevestigVastgelegd(tx: Tx, dossier: Dossier, van: 'burger' | 'opleider', vastgelegd: Vastgelegd): Promise<void> {
  const feiten = await leesBriefFeiten(tx, dossier.id)
  if (van === 'burger') await stuurBrief(tx, { soort: 'mededeling', burgerId: dossier.burgerId, aanvraagId: dossier.id, ...makeVastgelegdbrief(feiten, vastgelegd) })
  else await stuurBrief(tx, { soort: 'mededeling', opleiderId: dossier.opleiderId, ...makeOpleiderVastgelegdbrief(feiten, await leesOpleider(tx, dossier), vastgelegd) })
}

type Bestand = { soort: BewijsSoort; inhoud: Buffer } | { reden: BewijsReden }

async function readBestand(bestand: File): Promise<Bestand> {
  const inhoud = Buffer.from(await bestand.arrayBuffer())
  const oordeel = judgeBewijs(inhoud, bestand.type)
  return 'reden' in oordeel ? oordeel : { ...oordeel, inhoud }
}

const EXTENSIE: Readonly<Record<BewijsSoort, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }

/** Under a name of our own: the one it came with may hold a name, a path or worse. */
function saveBestand(tx: Tx, { kenmerk }: Dossier, { soort, inhoud }: { soort: BewijsSoort; inhoud: Buffer }): Promise<string> {
  return saveDocument(tx, { soort: 'zienswijze', naam: `reactie-${kenmerk}.${EXTENSIE[soort]}`, mediatype: soort, inhoud })
}
