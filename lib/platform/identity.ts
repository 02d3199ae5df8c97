import 'server-only'
import { z } from 'zod'
import { parseBsn, type Bsn } from '@/lib/base/bsn'
import { parseKvk } from '@/lib/base/kvk'
import { acceptedNiveau, type Provider } from '@/lib/platform/assurance'
import { pool } from '@/lib/platform/db'
import { encrypt, hmac } from '@/lib/platform/encryption'

/** Why somebody who logged in at the issuer is not let in here. */
export type Weigering = 'niveau-te-laag' | 'geen-bsn' | 'onbekende-opleider' | 'uitgeschakeld'

export type Identified = { gebruikerId: string; niveau: string } | Weigering

const digid = z.object({
  bsn: z.string().transform((text, ctx) => parseBsn(text) ?? refuse(ctx)),
  sectorcode: z.string(),
})

const eherkenning = z.object({
  'urn:etoegang:core:LegalSubjectID': z.string().transform((text, ctx) => parseKvk(text) ?? refuse(ctx)),
  'urn:etoegang:core:LegalSubjectIDNameQualifier': z.literal('urn:etoegang:1.9:EntityConcernedID:KvKnr'),
  'urn:etoegang:core:ActingSubjectID': z.string().min(1).max(200),
  'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': z.string().regex(/^[0-9]{12}$/).optional(),
})

const medewerker = z.object({
  medewerker: z.string().min(1).max(100),
  naam: z.string().min(1).max(200),
  rollen: z.array(z.string()).max(20),
  // For whom somebody of an erkenner works: its code in the register.
  erkenner: z.string().max(100).optional(),
})

/** Sector code of a BSN in DigiD; s00000001 is a sofinummer, which is not a BSN of the BRP. */
const SECTOR_BSN = 's00000000'

// The message never holds the value: it would end up in a log.
function refuse(ctx: z.RefinementCtx): never {
  ctx.addIssue({ code: 'custom', message: 'invalid', input: undefined })
  return z.NEVER
}

/**
 * Who the claims of an issuer are about: the gebruiker with that BSN, that KvK number and person, or that staff number,
 * made when it is the first time. The `sub` plays no part, so an issuer may change it.
 * @throws when the claims are not what was agreed with the issuer, or the database does not answer
 */
export async function identify(provider: Provider, acr: unknown, claims: unknown): Promise<Identified> {
  const niveau = acceptedNiveau(provider, acr)
  if (niveau === undefined) return 'niveau-te-laag'
  const gebruiker = await toGebruiker(provider, claims)
  if (typeof gebruiker === 'string') return gebruiker
  const { id, uitgeschakeld } = await saveGebruiker(gebruiker)
  return uitgeschakeld ? 'uitgeschakeld' : { gebruikerId: id, niveau: niveau.naam }
}

type Gebruiker = {
  soort: 'burger' | 'opleider' | 'medewerker'
  subjectHmac: string
  bsnVersleuteld?: string
  kvk?: string
  opleiderId?: string
  naam?: string
  rollen?: readonly string[]
  erkenner?: string
}

async function toGebruiker(provider: Provider, claims: unknown): Promise<Gebruiker | Weigering> {
  switch (provider) {
    case 'digid': {
      const { bsn, sectorcode } = digid.parse(claims)
      return sectorcode === SECTOR_BSN ? toBurger(bsn) : 'geen-bsn'
    }
    case 'eherkenning': {
      const parsed = eherkenning.parse(claims)
      const kvk = parsed['urn:etoegang:core:LegalSubjectID']
      const persoon = [kvk, parsed['urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'] ?? '', parsed['urn:etoegang:core:ActingSubjectID']].join('/')
      const { rows: [opleider] } = await pool.query<{ id: string }>('select id from opleider where kvk = $1', [kvk])
      return opleider === undefined
        ? 'onbekende-opleider'
        : { soort: 'opleider', subjectHmac: hmac('opleider', persoon), kvk, opleiderId: opleider.id }
    }
    case 'medewerker': {
      const { medewerker: nummer, naam, rollen, erkenner } = medewerker.parse(claims)
      return { soort: 'medewerker', subjectHmac: hmac('medewerker', nummer), naam, rollen, ...(erkenner === undefined ? {} : { erkenner }) }
    }
  }
}

/**
 * The burger with this BSN, made when it is the first time: for somebody who is helped at a werkplein and does not log in.
 * Answers the id of the gebruiker, or 'uitgeschakeld'.
 */
export async function registreerBurger(bsn: Bsn): Promise<{ gebruikerId: string } | 'uitgeschakeld'> {
  const { id, uitgeschakeld } = await saveGebruiker(toBurger(bsn))
  return uitgeschakeld ? 'uitgeschakeld' : { gebruikerId: id }
}

/** What is kept of a BSN: a lookup value and the encrypted number, in no other form. */
export function toBurger(bsn: Bsn): { soort: 'burger'; subjectHmac: string; bsnVersleuteld: string } {
  return { soort: 'burger', subjectHmac: hmac('burger', bsn), bsnVersleuteld: encrypt(bsn) }
}

// A login renews what the issuer knows better (name, roles, opleider), and writes the BSN with the newest key.
async function saveGebruiker(gebruiker: Gebruiker): Promise<{ id: string; uitgeschakeld: boolean }> {
  const { rows: [row] } = await pool.query<{ id: string; uitgeschakeld: boolean }>(
    `insert into gebruiker (soort, subject_hmac, bsn_versleuteld, kvk, opleider_id, medewerker_naam, rollen, erkenner_id)
     values ($1, $2, $3, $4, $5, $6, $7, (select id from erkenner where code = $8))
     on conflict (subject_hmac) do update
        set bsn_versleuteld = excluded.bsn_versleuteld, opleider_id = excluded.opleider_id,
            medewerker_naam = excluded.medewerker_naam, rollen = excluded.rollen, erkenner_id = excluded.erkenner_id
     returning id, uitgeschakeld_op is not null as uitgeschakeld`,
    [gebruiker.soort, gebruiker.subjectHmac, gebruiker.bsnVersleuteld ?? null, gebruiker.kvk ?? null, gebruiker.opleiderId ?? null,
      gebruiker.naam ?? null, gebruiker.rollen ?? [], gebruiker.erkenner ?? null])
  if (row === undefined) throw new Error('a gebruiker was neither added nor found')
  return row
}
