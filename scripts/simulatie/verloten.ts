/** What the staff does after the period of a tijdvak that is drawn by lot: close it, give the two parts of the seed, and wait. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Medewerker } from '@/lib/base/actor'
import { legBijdrageVast } from '@/lib/loting/use-cases/leg-bijdrage-vast'
import { sluitInschrijving } from '@/lib/loting/use-cases/sluit-inschrijving'
import { shiftClock } from '@/lib/platform/clock-shift'
import type { Tijdvak } from './voorbereiden'

const STAP_MS = 500
const BINNEN_MS = 20 * 60_000

/** Moves the clock past the end, has the lots drawn and waits until everybody has an outcome; a text says why that failed. */
export async function verloot(client: pg.Client, { id, code }: Tijdvak, meld: (regel: string) => void): Promise<string | undefined> {
  const { rows: [tijdvak] } = await client.query<{ sluitOp: Date }>('select sluit_op as "sluitOp" from tijdvak where id = $1', [id])
  if (tijdvak === undefined) return `het tijdvak ${code} is weg`
  await shiftClock(new Date(tijdvak.sluitOp.getTime() + 60_000))
  const [een, twee] = await Promise.all([legMedewerker(client, 1), legMedewerker(client, 2)])
  const stappen = [
    { naam: 'de inschrijving sluiten', doe: () => sluitInschrijving(een, { code, zaadBron: 'twee-personen', baken: undefined, reden: 'gespeelde opening' }) },
    { naam: 'het eerste deel van het zaad', doe: () => legBijdrageVast(een, { code, waarde: randomBytes(16).toString('hex') }) },
    { naam: 'het tweede deel van het zaad', doe: () => legBijdrageVast(twee, { code, waarde: randomBytes(16).toString('hex') }) },
  ]
  const einde = performance.now() + BINNEN_MS
  for (const { naam, doe } of stappen) {
    meld(`Loting: ${naam}`)
    // Refused as long as what was received is still being checked, and as long as the list is not there.
    for (let uitslag = await doe(); !uitslag.ok; uitslag = await doe()) {
      if (performance.now() > einde) return `${naam} lukte niet: ${uitslag.redenen.join(', ')}`
      await wait(STAP_MS)
    }
  }
  for (;;) {
    const { rows: [rij] } = await client.query<{ open: number }>(
      `select count(*)::integer as open from indiening i where i.tijdvak_id = $1 and not exists (select from toewijzing w where w.volgnummer = i.volgnummer)`, [id])
    if (rij?.open === 0) return undefined
    if (performance.now() > einde) return `${rij?.open ?? 0} aanvragen hebben na de loting geen uitkomst`
    meld(`Loting: nog ${rij?.open ?? 0} zonder uitkomst`)
    await wait(STAP_MS * 2)
  }
}

async function legMedewerker(client: pg.Client, nummer: number): Promise<Medewerker> {
  const naam = `Spelleider ${nummer}`
  const { rows: [rij] } = await client.query<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', $1, $2, '{beslisser}')
     on conflict (subject_hmac) do update set medewerker_naam = excluded.medewerker_naam returning id`, [`simulatie-${nummer}`, naam])
  if (rij === undefined) throw new Error('the medewerker was not stored')
  return { soort: 'medewerker', id: rij.id, rollen: ['beslisser'], naam }
}
