import type { Actor, Burger, Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { insertZienswijze, lockVoornemen, type NieuweZienswijze } from '@/lib/verantwoording/repo/vaststelling'
import { judgeBewijs, type BewijsReden, type BewijsSoort } from '@/lib/verantwoording/rules/bewijs'
import type { VastgelegdeZienswijzeInput, ZienswijzeInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden, ZienswijzeReden } from '@/lib/verantwoording/rules/vaststelling-teksten'

/**
 * A burger says what is true of a voornemen, with a file if there is one (Awb 4:8, 4:9). As long as nothing was decided a reaction counts,
 * also after the term, and more than one may be given.
 */
export async function geefZienswijze(burger: Burger, input: ZienswijzeInput): Promise<Outcome<ZienswijzeReden>> {
  const bewijs = input.bewijs === undefined ? undefined : await readBestand(input.bewijs)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk, burgerId: burger.id })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return refused('niet-gevonden')
    const tekst = input.tekst?.trim() ?? ''
    const zietAf = input.zietAf === 'ja'
    const redenen: ZienswijzeReden[] = []
    if (voornemen.status !== 'open') redenen.push('voorbij')
    if (tekst === '' && !zietAf) redenen.push('leeg')
    if (bewijs !== undefined && 'reden' in bewijs) redenen.push(bewijs.reden)
    if (redenen.length > 0) return refused(...redenen)

    const documentId = bewijs === undefined || 'reden' in bewijs ? null : await saveBestand(tx, dossier, bewijs)
    await bewaar(tx, burger, dossier, { voornemenId: voornemen.id, van: 'burger', kanaal: 'online', zietAf, tekst, documentId, doorId: burger.id })
    return done
  })
}

/** A behandelaar writes down what somebody said by telephone, in a conversation or by letter. */
export function legZienswijzeVast(behandelaar: Medewerker, input: VastgelegdeZienswijzeInput): Promise<Outcome<VaststelReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return refused('voornemen-niet-gevonden')
    if (voornemen.status !== 'open') return refused('voornemen-voorbij')
    const tekst = input.tekst?.trim() ?? ''
    const zietAf = input.zietAf === 'ja'
    if (tekst === '' && !zietAf) return refused('leeg')
    const { van, kanaal } = input
    await bewaar(tx, behandelaar, dossier, { voornemenId: voornemen.id, van, kanaal, zietAf, tekst, documentId: null, doorId: behandelaar.id })
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
