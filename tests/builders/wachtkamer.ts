import { randomUUID } from 'node:crypto'
import { asOwner } from '@/tests/setup/db'

/** A tijdvak with one compartiment, `opentOverMs` milliseconds from now (negative: it opened already). Answers its id and code. */
export async function aTijdvak({ opentOverMs = 3_600_000, modus = 'volgorde' }: { opentOverMs?: number; modus?: 'volgorde' | 'loting' } = {}): Promise<{ id: string; code: string }> {
  const code = `W-${randomUUID().slice(0, 8)}`
  await asOwner(`insert into parameter (naam, waarde, geldig_van, bron) values ('wachtkamer', '{"urenVoorOpening":24,"perMinuut":60000}', '2022-01-01', 'test') on conflict do nothing`)
  const [rij] = await asOwner<{ id: string }>(
    `insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, past_niet_regel, modus)
     values ($1, nu() + $2::float8 * interval '1 millisecond', nu() + interval '30 days', nu() - interval '30 days', 'weiger', $3) returning id`,
    [code, opentOverMs, modus],
  )
  if (rij === undefined) throw new Error('no tijdvak')
  await asOwner(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'algemeen', 'Algemeen', 100000000, 0)`, [rij.id])
  return { id: rij.id, code }
}

/** Moves the opening of a tijdvak to so many milliseconds from now, as the clock or the ketenregisseur would. */
export async function zetOpening(id: string, opentOverMs: number): Promise<void> {
  await asOwner(`update tijdvak set opent_op = nu() + $2::float8 * interval '1 millisecond', registratiestop_op = nu() - interval '30 days' where id = $1`, [id, opentOverMs])
}

/** Ids of people; the wachtkamer itself asks for no more. */
export function burgerIds(aantal: number): readonly string[] {
  return Array.from({ length: aantal }, () => randomUUID())
}
