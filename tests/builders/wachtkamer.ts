import { randomUUID } from 'node:crypto'
import { asOwner, plant } from '@/tests/setup/db'

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

/** Opens a tijdvak now: who took a place did so before the opening, and what comes after this comes after it. The database keeps an opening in whole milliseconds. */
export async function opentNu(id: string): Promise<void> {
  await zetOpening(id, 1)
  await asOwner('select pg_sleep(0.002)')
}

/** Ids of people; the wachtkamer itself asks for no more. */
export function burgerIds(aantal: number): readonly string[] {
  return Array.from({ length: aantal }, () => randomUUID())
}

/**
 * The wachtkamer of a tijdvak that opened already, in which everybody with an aanvraag was there before the opening: drawn by the
 * published rule, and everybody let in.
 */
export async function plantGeloteKamer(tijdvakId: string): Promise<void> {
  await plant(`insert into wachtkamer (tijdvak_id, volgende_nummer, per_minuut, toegelaten_tot, geopend_op)
    select id, 1 + (select count(*) from aanvraag a where a.tijdvak_id = t.id), 60000, 100, opent_op - interval '1 day' from tijdvak t where id = $1`, [tijdvakId])
  await plant(`insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op)
    select t.id, row_number() over (order by a.kenmerk), a.burger_id, md5(a.kenmerk), t.opent_op - interval '1 hour' from aanvraag a join tijdvak t on t.id = a.tijdvak_id where t.id = $1`, [tijdvakId])
  await plant(`insert into wachtkamer_ronde (tijdvak_id, ronde, zaad_hash, zaad_versleuteld, bekend_op, zaad, lijst_hash, aantal_voor, opent_op, geloot_op)
    select t.id, 1, encode(sha256(convert_to(repeat('ab', 32), 'UTF8')), 'hex'), 'test:x', t.opent_op - interval '1 day', repeat('ab', 32),
      (select encode(sha256(convert_to(string_agg(lot || E'\\n', '' order by nummer), 'UTF8')), 'hex') from wachtplaats w where w.tijdvak_id = t.id),
      (select count(*) from wachtplaats w where w.tijdvak_id = t.id), t.opent_op, t.opent_op from tijdvak t where id = $1`, [tijdvakId])
  await plant(`insert into gelote_plaats (tijdvak_id, ronde, nummer, plaats)
    select w.tijdvak_id, 1, w.nummer, row_number() over (order by sha256(convert_to(r.zaad || r.lijst_hash || w.lot, 'UTF8')))
    from wachtplaats w join wachtkamer_ronde r on r.tijdvak_id = w.tijdvak_id where w.tijdvak_id = $1`, [tijdvakId])
}
