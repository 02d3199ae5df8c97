import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { saveDocument } from '@/lib/platform/documents'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Melding } from '@/lib/verantwoording/model'
import { lockDossier, saveMelding, type Dossier } from '@/lib/verantwoording/repo'
import { whyNietTeMelden, type MeldReden } from '@/lib/verantwoording/rules/afronding'
import { judgeBewijs, type BewijsReden, type BewijsSoort } from '@/lib/verantwoording/rules/bewijs'
import { makeReactieverzoek } from '@/lib/verantwoording/rules/reactieverzoek'
import type { MeldInput } from '@/lib/verantwoording/schema'

/**
 * An opleider reports how the scholing of one participant ended, with a bewijs van deelname. The burger is asked whether that
 * is right: nothing follows from it before the answer (or before a behandelaar looked).
 */
export async function meldDeelname(opleider: OpleiderActor, input: MeldInput): Promise<Outcome<MeldReden | BewijsReden>> {
  const melding = toMelding(input)
  const bewijs = input.bewijs === undefined ? undefined : await readBewijs(input.bewijs)
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk, opleiderId: opleider.opleiderId })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')

    const redenen: (MeldReden | BewijsReden)[] = [...await judge(tx, melding, dossier, bewijs !== undefined)]
    if (bewijs !== undefined && 'reden' in bewijs) redenen.push(bewijs.reden)
    if (redenen.length > 0) return refused(...redenen)

    const bewijsId = bewijs === undefined || 'reden' in bewijs ? null : await saveBewijs(tx, dossier, bewijs)
    await saveMelding(tx, dossier.id, opleider.id, { ...melding, bewijsId })
    await saveGebeurtenis(tx, {
      onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'meld-deelname', actor: opleider, zichtbaar: true,
      gegevens: { uitkomst: melding.uitkomst, hasBewijs: bewijsId !== null },
    })
    await stuurBrief(tx, { soort: 'mededeling', burgerId: dossier.burgerId, aanvraagId: dossier.id, ...makeReactieverzoek(dossier, melding) })
    return done
  })
}

function toMelding(input: MeldInput): Melding {
  if (input.uitkomst === 'succesvol' && input.wijze !== undefined)
    return { uitkomst: 'succesvol', wijze: input.wijze, percentage: input.wijze === 'aanwezigheid' ? (input.percentage ?? null) : null }
  if (input.uitkomst === 'niet-succesvol' && input.oorzaak !== undefined)
    return { uitkomst: 'niet-succesvol', oorzaak: input.oorzaak, toelichting: input.toelichting ?? '' }
  throw new Error('a report that passed its schema names how or why')
}

async function judge(tx: Tx, melding: Melding, dossier: Dossier, hasBewijs: boolean): Promise<readonly MeldReden[]> {
  const vandaag = await todayIn(tx)
  const norm = (await leesRegeling(tx, vandaag)).get('aanwezigheidsnorm').procent
  const { status, startdatum, einddatum, deelname } = dossier
  return whyNietTeMelden(melding, { status, startdatum, einddatum, hasBewijs, vandaag, norm, isGemeld: deelname !== null })
}

type GelezenBewijs = { soort: BewijsSoort; inhoud: Buffer } | { reden: BewijsReden }

async function readBewijs(bestand: File): Promise<GelezenBewijs> {
  const inhoud = Buffer.from(await bestand.arrayBuffer())
  const oordeel = judgeBewijs(inhoud, bestand.type)
  return 'reden' in oordeel ? oordeel : { ...oordeel, inhoud }
}

const EXTENSIE: Readonly<Record<BewijsSoort, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }

/** Under a name of our own: the one it came with may hold a name, a path or worse. */
function saveBewijs(tx: Tx, { kenmerk }: Dossier, { soort, inhoud }: { soort: BewijsSoort; inhoud: Buffer }): Promise<string> {
  return saveDocument(tx, { soort: 'bewijs-van-deelname', naam: `bewijs-${kenmerk}.${EXTENSIE[soort]}`, mediatype: soort, inhoud })
}
