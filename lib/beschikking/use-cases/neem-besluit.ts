import type { Actor, Rol } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { canPerform, type AanvraagHandeling } from '@/lib/aanvraag/rules/status'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { Besluitinhoud, BesluitSoort } from '@/lib/beschikking/model'
import {
  aanvraagDagOf, findMaatregelOp, lockAanvraag, saveStatus, toBriefFeiten, toegewezenCent, toRegelwaarden, toStatus,
  type LockedAanvraag,
} from '@/lib/beschikking/repo'
import { makeBesluitbrief } from '@/lib/beschikking/rules/besluitbrief'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { legBesluitVast, type Vastgelegd } from '@/lib/beschikking/use-cases/leg-besluit-vast'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { geefReserveringVrij } from '@/lib/toewijzing/use-cases/geef-reservering-vrij'

/** What to decide, by whom. `motivering` null: the system decided, and the letter gives only its grounds. */
export type TeNemenBesluit = Besluitinhoud & { aanvraagId: string; actor: Actor }

const HANDELING = { verlening: 'verleen', afwijzing: 'wijs-af', vaststelling: 'stel-vast' } as const satisfies Partial<Record<BesluitSoort, AanvraagHandeling>>
const NAAR = { verlening: 'verleend', afwijzing: 'afgewezen', vaststelling: 'vastgesteld' } as const satisfies Record<keyof typeof HANDELING, AanvraagStatus>
const BESLISSERS: readonly Rol[] = ['systeem', 'behandelaar', 'teamleider']
const AUTOMATISCH = 'Genomen door het systeem op grond van de automatische controles.'

/**
 * Takes a besluit on an aanvraag: besluit, letter, status, log, ledger and what must follow, in one transaction (invariants I7, I8, I10).
 * The row is locked first, so of two people who decide at once, or one who decides and one who withdraws, one wins and the other is refused.
 */
export async function neemBesluit(tx: Tx, besluit: TeNemenBesluit): Promise<Outcome<BesluitReden, Vastgelegd>> {
  const aanvraag = await lockAanvraag(tx, besluit.aanvraagId)
  if (aanvraag === undefined) throw new Error(`aanvraag ${besluit.aanvraagId} does not exist`)
  const rol = findBeslisser(besluit.actor, HANDELING[besluit.soort], aanvraag)
  const redenen = [...judge(besluit, aanvraag, rol), ...(await judgeMaatregel(tx, besluit, aanvraag))]
  if (redenen.length > 0 || rol === undefined) return refused(...redenen)

  const vastgelegd = await saveBesluit(tx, besluit, aanvraag)
  await saveStatus(tx, aanvraag.id, NAAR[besluit.soort], { aangehoudenVanaf: null, aangehoudenTot: null })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag',
    onderwerpId: aanvraag.id,
    soort: HANDELING[besluit.soort],
    van: aanvraag.status,
    naar: NAAR[besluit.soort],
    actor: besluit.actor,
    rol,
    gegevens: { besluit: vastgelegd.kenmerk, briefId: vastgelegd.briefId, gronden: gronden(besluit) },
    zichtbaar: true,
  })
  if (besluit.soort === 'verlening') await enqueue(tx, 'maak-verplichting', { aanvraagId: aanvraag.id })
  if (besluit.soort === 'afwijzing') await geefReserveringVrij(tx, aanvraag.id, besluit.actor)
  return success(vastgelegd)
}

function judge(besluit: TeNemenBesluit, aanvraag: LockedAanvraag, rol: Rol | undefined): BesluitReden[] {
  return [
    ...(rol === undefined ? ['status-laat-besluit-niet-toe' as const] : []),
    ...(besluit.soort === 'verlening' && toegewezenCent(aanvraag) === null ? ['geen-budget-gereserveerd' as const] : []),
    ...(gronden(besluit).length === 0 ? ['grond-ontbreekt' as const] : []),
  ]
}

/** Checked once more before granting: a maatregel may have come since the beoordeling. */
async function judgeMaatregel(tx: Tx, besluit: TeNemenBesluit, aanvraag: LockedAanvraag): Promise<BesluitReden[]> {
  if (besluit.soort !== 'verlening') return []
  return (await findMaatregelOp(tx, aanvraag)) === undefined ? [] : ['maatregel-loopt']
}

/** The rol in which this actor may do it now. Somebody with several rollen acts in the first one that may. */
function findBeslisser(actor: Actor, handeling: AanvraagHandeling, aanvraag: LockedAanvraag): Rol | undefined {
  return BESLISSERS.find((rol) => actor.rollen.includes(rol) && canPerform(handeling, toStatus(aanvraag.status), rol))
}

async function saveBesluit(tx: Tx, besluit: TeNemenBesluit, aanvraag: LockedAanvraag): Promise<Vastgelegd> {
  const vandaag = await todayIn(tx)
  const regeling = await leesRegeling(tx, aanvraagDagOf(aanvraag))
  const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag))
  return legBesluitVast(tx, aanvraag, {
    soort: besluit.soort,
    bedragCent: bedragOf(besluit, aanvraag),
    gronden: gronden(besluit),
    motivering: besluit.motivering ?? AUTOMATISCH,
    actor: besluit.actor,
    bezwaarUiterlijkOp,
    brief: makeBesluitbrief(toBriefFeiten(aanvraag), besluit, toRegelwaarden(regeling, aanvraag), bezwaarUiterlijkOp),
  })
}

function gronden(besluit: Besluitinhoud): readonly string[] {
  return besluit.soort === 'verlening' ? ['voldoet-aan-voorwaarden'] : besluit.gronden
}

function bedragOf(besluit: Besluitinhoud, aanvraag: LockedAanvraag): number {
  if (besluit.soort === 'afwijzing') return 0
  return besluit.soort === 'vaststelling' ? besluit.bedragCent : (toegewezenCent(aanvraag) ?? 0)
}
