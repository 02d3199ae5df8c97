import type { ClientBase } from 'pg'
import { parseBsn } from '@/lib/base/bsn'
import { config } from '@/lib/platform/config'
import { decrypt } from '@/lib/platform/encryption'
import { sql, toUitkomst, type Check, type Invariant, type Uitkomst } from './frame'
import { scanRedis } from './redis'

const NEGEN_CIJFERS = String.raw`\m[0-9]{9}\M`
// Amounts have nine digits too: a plafond, or what was left of it.
const BEDRAGEN = String.raw`"[A-Za-z]*Cent": *-?[0-9]+`
const VERSLEUTELD = '^[a-z0-9-]+:[^:]+:[^:]+:[^:]+$'
const ELFPROEF = [9, 8, 7, 6, 5, 4, 3, 2, -1].map((gewicht, plaats) => `${gewicht} * substr(n, ${plaats + 1}, 1)::integer`).join(' + ')

/** The places in the database that could hold a BSN by mistake: what identifies a row, and its text. The number itself is never shown. */
const PLAATSEN: readonly (readonly [tabel: string, id: string, tekst: string])[] = [
  ['gebruiker', 'id::text', `concat_ws(' ', subject_hmac, kvk, medewerker_naam)`],
  ['outbox', 'id::text', `concat_ws(' ', job, payload::text, fout)`],
  ['gebeurtenis', 'id::text', `concat_ws(' ', onderwerp_id, soort, reden, gegevens::text)`],
  ['mail', 'id::text', `concat_ws(' ', onderwerp, tekst)`],
  ['brief', 'kenmerk', `concat_ws(' ', onderwerp, inhoud::text)`],
  ['besluit', 'kenmerk', 'motivering'],
  ['document', 'id::text', 'naam'],
]

// The number itself is never shown: the row says enough.
function findLeesbaar([tabel, id, tekst]: (typeof PLAATSEN)[number]): Check {
  return sql(`
    select distinct format('${tabel} %s: bevat een getal dat een BSN kan zijn', id)
    from (select ${id} as id, ${tekst} as tekst from ${tabel}) t
    cross join lateral regexp_matches(regexp_replace(t.tekst, '${BEDRAGEN}', '', 'g'), '${NEGEN_CIJFERS}', 'g') as m (treffers)
    cross join lateral (select m.treffers[1] as n) as getal
    where t.tekst ~ '${NEGEN_CIJFERS}' and n <> '000000000' and (${ELFPROEF}) % 11 = 0`)
}

const IN_DATABASE = {
  ...Object.fromEntries(PLAATSEN.map((plaats) => [`leesbaar-in-${plaats[0]}`, findLeesbaar(plaats)])),
  'niet-versleuteld': sql(`
    select format('gebruiker %s: het BSN of e-mailadres is niet versleuteld', id)
    from gebruiker where bsn_versleuteld !~ '${VERSLEUTELD}' or email_versleuteld !~ '${VERSLEUTELD}'
    union all
    select format('mail %s: het adres is niet versleuteld', id) from mail where aan_versleuteld !~ '${VERSLEUTELD}'`),
}

const SAMPLE = 250

/** A sample of the encrypted numbers must give a BSN with the keys of this system: else they are lost, or were never one. */
async function decryptSample(client: ClientBase): Promise<Uitkomst> {
  const { rows } = await client.query<{ id: string; versleuteld: string }>(
    `select id, bsn_versleuteld as versleuteld from gebruiker where bsn_versleuteld is not null order by md5(id::text) limit ${SAMPLE}`)
  return toUitkomst(rows.filter(({ versleuteld }) => !isBsn(versleuteld)).map(({ id }) => `gebruiker ${id}: het versleutelde BSN is met deze sleutels niet te lezen`))
}

function isBsn(versleuteld: string): boolean {
  try {
    return parseBsn(decrypt(versleuteld)) !== undefined
  } catch {
    return false
  }
}

/** Digits that stand apart: not part of a longer number, of a hash or of a fraction. */
const IN_TEKST = /(?<![\w.])[0-9]{9}(?!\w|\.[0-9])/g

async function findInRedis(): Promise<Uitkomst> {
  const regels: string[] = []
  try {
    for await (const { key, tekst } of scanRedis(config.redisUrl)) {
      if ([...`${key} ${tekst}`.matchAll(IN_TEKST)].some(([getal]) => parseBsn(getal) !== undefined))
        regels.push(`Redis, sleutel ${key.replace(IN_TEKST, '…')}: bevat een getal dat een BSN kan zijn`)
    }
    return toUitkomst(regels)
  } catch {
    return toUitkomst(regels, 'Redis was niet bereikbaar en is niet nagekeken')
  }
}

/**
 * I9: a BSN is stored encrypted, and is never in a log entry, an e-mail, a letter or a queue message. Looks for numbers of nine
 * digits that pass the eleven test, in the database and in Redis. That nobody sees what is not his is proven by tests.
 */
export const i9: Invariant = {
  id: 'I9',
  titel: 'nergens staat een leesbaar BSN, en elk versleuteld BSN is te lezen',
  omvang: `select 'burgers: ' || count(*) from gebruiker where soort = 'burger'`,
  checks: { ...IN_DATABASE, 'niet-te-lezen': decryptSample, 'leesbaar-in-redis': findInRedis },
}
