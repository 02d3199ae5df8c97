import type { Actor, Rol } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { Vervolgbesluit } from '@/lib/beschikking/model'
import { lockAanvraag, saveStatus, toBriefFeiten, toStatus } from '@/lib/beschikking/repo'
import { makeVervolgbrief } from '@/lib/beschikking/rules/vervolgbrieven'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { legBesluitVast, type Vastgelegd } from '@/lib/beschikking/use-cases/leg-besluit-vast'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export type TeNemenVervolgbesluit = Vervolgbesluit & { readonly aanvraagId: string; readonly actor: Actor; readonly motivering: string }

const NA_VERLENING: readonly AanvraagStatus[] = ['verleend', 'betwist']
/** In which statuses each besluit can be taken, and how it is called in the log. Only an intrekking moves the aanvraag. */
const SOORTEN = {
  intrekking: { bij: NA_VERLENING, handeling: 'trek-verlening-in' },
  wijziging: { bij: NA_VERLENING, handeling: 'wijzig-verlening' },
  herziening: { bij: ['vastgesteld'], handeling: 'herzie-vaststelling' },
  // What becomes of the status is said by herstelAanvraag.
  herroeping: { bij: [...NA_VERLENING, 'vastgesteld', 'ingetrokken'], handeling: 'herroep-besluit' },
  uitsluiting: { bij: [...NA_VERLENING, 'vastgesteld', 'ingetrokken'], handeling: 'sluit-uit' },
  'opheffing-uitsluiting': { bij: [...NA_VERLENING, 'vastgesteld', 'ingetrokken'], handeling: 'hef-uitsluiting-op' },
} as const satisfies Record<Vervolgbesluit['soort'], { bij: readonly AanvraagStatus[]; handeling: string }>
const BESLISSERS: readonly Rol[] = ['behandelaar', 'teamleider']

/**
 * Takes a besluit after a verlening by a person: besluit, letter, log and status in the transaction of the caller, who moves the money.
 * The database refuses one to somebody's detriment that was not announced and weighed (Awb 4:8, 3:4).
 */
export async function neemVervolgbesluit(tx: Tx, besluit: TeNemenVervolgbesluit): Promise<Outcome<BesluitReden, Vastgelegd>> {
  const aanvraag = await lockAanvraag(tx, besluit.aanvraagId)
  if (aanvraag === undefined) throw new Error(`aanvraag ${besluit.aanvraagId} does not exist`)
  const { bij, handeling } = SOORTEN[besluit.soort]
  const beslissers: readonly Rol[] = besluit.soort === 'herroeping' ? ['teamleider'] : BESLISSERS
  const rol = beslissers.find((een) => besluit.actor.rollen.includes(een))
  const status = toStatus(aanvraag.status)
  const isMogelijk: readonly AanvraagStatus[] = bij
  if (rol === undefined || !isMogelijk.includes(status)) return refused('status-laat-besluit-niet-toe')

  const vandaag = await todayIn(tx)
  const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag))
  const bedragCent = 'bedragCent' in besluit ? besluit.bedragCent : 0
  const vastgelegd = await legBesluitVast(tx, aanvraag, {
    soort: besluit.soort, bedragCent, gronden: besluit.gronden, motivering: besluit.motivering, actor: besluit.actor, bezwaarUiterlijkOp,
    brief: makeVervolgbrief(toBriefFeiten(aanvraag), { ...besluit, bezwaarUiterlijkOp }),
  })
  const isNu = besluit.soort === 'intrekking' && (besluit.werktTerug || besluit.ingaatOp === null || besluit.ingaatOp <= vandaag)
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: aanvraag.id, soort: besluit.soort === 'intrekking' ? 'besluit-tot-intrekking' : handeling,
    actor: besluit.actor, rol, zichtbaar: !isNu, gegevens: { besluit: vastgelegd.kenmerk, briefId: vastgelegd.briefId, gronden: [...besluit.gronden], bedragCent },
  })
  // From a later day on: the aanvraag stays as it is until that day.
  if (isNu) await beeindigAanvraag(tx, { aanvraagId: aanvraag.id, van: status, actor: besluit.actor, rol, besluit: vastgelegd.kenmerk })
  return success(vastgelegd)
}

type TeBeeindigen = { readonly aanvraagId: string; readonly van: AanvraagStatus; readonly actor: Actor; readonly rol: Rol; readonly besluit: string }

/** An intrekking takes effect: the aanvraag ends. Its place in the kalenderjaar is free again, the burger no longer has this grant (invariant I4). */
export async function beeindigAanvraag(tx: Tx, { aanvraagId, van, actor, rol, besluit }: TeBeeindigen): Promise<void> {
  await saveStatus(tx, aanvraagId, 'ingetrokken')
  await enqueue(tx, 'laat-reservering-vrij', { aanvraagId })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'trek-verlening-in', van, naar: 'ingetrokken', actor, rol, zichtbaar: true, gegevens: { besluit } })
}

/** An intrekking was undone: the aanvraag goes on where it was, granted or disputed by the burger. The caller took its place in the kalenderjaar back. */
export async function herstelAanvraag(tx: Tx, { aanvraagId, naar, actor, besluit }: { aanvraagId: string; naar: 'verleend' | 'betwist'; actor: Actor; besluit: string }): Promise<void> {
  await saveStatus(tx, aanvraagId, naar)
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'herroep-intrekking', van: 'ingetrokken', naar, actor, rol: 'teamleider', zichtbaar: true, gegevens: { besluit } })
}
