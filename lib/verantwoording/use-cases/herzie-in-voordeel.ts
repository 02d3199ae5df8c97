import { whyDubbelBetaald } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { neemVervolgbesluit } from '@/lib/beschikking/use-cases/neem-vervolgbesluit'
import { lockGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { trekVorderingInBij } from '@/lib/vordering/use-cases/trek-vordering-in'
import { listVorderingen, readBesluitstand } from '@/lib/verantwoording/repo/vaststelling'
import type { VoordeelInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { rekenVoorschotAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'

/**
 * Raises a vaststelling after all, never above the verlening: a besluit that was looked at again, as after a bezwaar. A claim that rested on
 * it becomes less or falls, and what was paid on it goes back; nobody needs to be heard about a gain. Not when the order had lapsed: then
 * there is nothing to raise, and it goes by a new order.
 */
export function herzieInVoordeel(behandelaar: Medewerker, input: VoordeelInput): Promise<Outcome<VaststelReden | BesluitReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    const { geldendCent, verleendCent, voornemens } = await readBesluitstand(tx, dossier.id)
    if (voornemens.some(({ status, soort }) => status === 'open' && soort !== 'uitsluiting')) return refused('al-een-voornemen')
    if (input.bedrag <= geldendCent || input.bedrag > verleendCent) return refused('niet-hoger')
    const dubbel = await whyDubbelBetaald(tx, dossier.id, { bedrag: input.bedrag, verleend: verleendCent })
    if (dubbel.length > 0) return refused(...dubbel)
    const { verplicht, crediteuren, betaald } = await lockGeldstand(tx, dossier.id)
    // What we owe already goes out by itself: what an earlier herziening gave back, or an invoice that came back.
    const teVerlagen = verdeel(Math.max(0, input.bedrag - verplicht - crediteuren - betaald), await listVorderingen(tx, dossier.id))
    if (teVerlagen === undefined) return refused('opdracht-vervallen')
    for (const { id, wordtCent } of teVerlagen) {
      const verlaagd = await trekVorderingInBij(tx, { vorderingId: id, wordtCent, reden: input.motivering, actor: behandelaar })
      if (verlaagd.ok) continue
      if (id === teVerlagen[0]?.id) return refused('terugvordering-blijft')
      throw new Error(`claim ${id} could not be lowered after another was: ${verlaagd.redenen.join(', ')}`)
    }

    const outcome = await neemVervolgbesluit(tx, {
      soort: 'herziening', aanvraagId: dossier.id, actor: behandelaar, gronden: ['in-uw-voordeel'], bedragCent: input.bedrag, motivering: input.motivering,
      geld: { betaaldCent: cent(betaald), terugCent: cent(0), van: 'niemand' },
    })
    if (!outcome.ok) return outcome
    await rekenVoorschotAf(tx, dossier.id, { oorzaak: 'besluit', oorzaakId: outcome.value.id, actor: behandelaar })
    return done
  })
}

/** Which claims become how much, the newest first, to give this back; undefined when they are not enough. Amounts in cents. */
function verdeel(terugCent: number, vorderingen: readonly { id: string; bedragCent: number }[]): readonly { id: string; wordtCent: number }[] | undefined {
  let rest = terugCent
  const uit = vorderingen.flatMap(({ id, bedragCent }) => {
    const af = Math.min(rest, bedragCent)
    rest -= af
    return af === 0 ? [] : [{ id, wordtCent: bedragCent - af }]
  })
  return rest > 0 ? undefined : uit
}
