import type { Medewerker } from '@/lib/base/actor'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { beslisHerroepSchema, herroepSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { beslisHerroeping } from '@/lib/verantwoording/use-cases/beslis-herroeping'
import { stelHerroepingVoor } from '@/lib/verantwoording/use-cases/stel-herroeping-voor'
import { beslis, neemVoor, reageer } from '@/tests/builders/vaststelling'
import type { Verlening } from '@/tests/builders/verlening'
import { asOwner } from '@/tests/setup/db'

/** Somebody of UWV with this rol. */
export async function aUwver(naam: string, rol: 'behandelaar' | 'teamleider'): Promise<Medewerker> {
  const [rij] = await asOwner<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', gen_random_uuid(), $1, $2) returning id`, [naam, [rol]])
  if (rij === undefined) throw new Error('nobody was inserted')
  return { soort: 'medewerker', id: rij.id, naam, rollen: [rol] }
}

/** An intrekking by UWV with retroactive force, announced and answered; what was paid comes back from the burger unless said otherwise. */
export async function trekIn(behandelaar: Medewerker, verlening: Verlening, van: 'burger' | 'opleider' | 'niemand' = 'niemand'): Promise<void> {
  const grond = van === 'opleider' ? 'niet-gegeven' : 'onjuiste-gegevens'
  const id = await neemVoor(behandelaar, verlening, { soort: 'intrekking', grond, van, terugwerkend: 'ja' })
  await reageer(behandelaar, verlening, id)
  if (van === 'opleider') await reageer(behandelaar, verlening, id, 'opleider')
  const outcome = await beslis(behandelaar, verlening, id, { van })
  if (!outcome.ok) throw new Error(outcome.redenen.join(', '))
  await laatReserveringVrij(verlening.aanvraagId)
}

/** Proposes to undo the last besluit, after a bezwaar that was right unless said otherwise. */
export function stelVoor(wie: Medewerker, { kenmerk }: Verlening, anders: object = {}): ReturnType<typeof stelHerroepingVoor> {
  return stelHerroepingVoor(wie, herroepSchema.parse({
    kenmerk, aanleiding: 'bezwaar', beslistOp: '1-3-2023', referentie: 'BZW-2023-0117', bedrag: '939,50', motivering: 'De gegevens klopten wel. Dat bleek in bezwaar.', ...anders,
  }))
}

/** Decides on the proposal that waits, or on the one that is named. */
export async function beslisOver(wie: Medewerker, { kenmerk, aanvraagId }: Verlening, anders: object = {}): ReturnType<typeof beslisHerroeping> {
  const [open] = await asOwner<{ id: string }>(`select id from herroeping where aanvraag_id = $1 order by voorgesteld_op desc limit 1`, [aanvraagId])
  return beslisHerroeping(wie, beslisHerroepSchema.parse({ kenmerk, herroepingId: open?.id ?? '00000000-0000-4000-8000-000000000000', besluit: 'ja', ...anders }))
}
