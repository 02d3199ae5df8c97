import { vi } from 'vitest'
import type { Burger, Medewerker, Rol } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { inTransaction } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { saveNewParameters } from '@/lib/regeling/repo'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { asOwner, zetKlok } from '@/tests/setup/db'

export type Aanvrager = {
  bsn: string
  achternaam?: string
  /** As the BRP has it; null when the BRP does not know it whole. */
  geboortedatum?: string | null
  /** As the aanmeldbewijs has it. */
  geboortedatumBewijs?: string
  verzekerdVanaf?: string
  brp?: 'gevonden' | 'niet-gevonden' | 'antwoordt-niet'
  bedragCent?: number
  startdatum?: string
  email?: string
  /** Which opleiding of the opleider: 0 (default) or 1. */
  opleiding?: 0 | 1
}

export type Ingediend = { aanvraagId: string; kenmerk: string; burger: Burger; bsn: string }

export type Wereld = {
  opleiderId: string
  opleidingIds: readonly string[]
  activiteitIds: readonly string[]
  tijdvakId: string
  compartimentId: string
  eHerkenningId: string
}

/** 1 November 2022, ten o'clock: the opening of tijdvak 2022-V. */
export const OPENING = '2022-11-01T10:00:00+01:00'

/** The regeling, one open tijdvak and one opleider with two opleidingen, each with one scholingsactiviteit of € 1.000. */
export async function aWereld({ plafondCent = 10_000_000 }: { plafondCent?: number } = {}): Promise<Wereld> {
  await zetKlok(OPENING)
  await inTransaction((tx) => saveNewParameters(tx, REGELING_PARAMETERS))
  const tijdvakId = await one(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
    values ('2022-V', '2022-11-01T09:00:00Z', '2022-12-31T23:00:00Z', '2022-10-04T08:00:00Z', 'open', 'weiger')`)
  const compartimentId = await one(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'algemeen', 'Algemeen', $2, 0)`, [tijdvakId, plafondCent])
  await asOwner(`with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('stel-plafond-vast', 'compartiment', $1) returning id)
    insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
    select id, r.rekening, $1::uuid, r.bedrag from b, (values ('plafond', -$2::bigint), ('vrij', $2::bigint)) as r (rekening, bedrag)`, [compartimentId, plafondCent])
  const opleiderId = await one(`insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email)
    values ('90000001', '100A001', 'Vakschool De Bouw', 'Werkweg', '1', '3511 AB', 'Utrecht', 'stap@vakschool.example')`)
  const erkennerId = await one(`insert into erkenner (code, naam, soort) values ('ocw', 'Ministerie van OCW', 'OCW')`)
  await asOwner(`insert into erkenning (opleider_id, erkenner_id, geldig_van) values ($1, $2, '2022-01-01')`, [opleiderId, erkennerId])
  const eHerkenningId = await one(`insert into gebruiker (soort, subject_hmac, kvk, opleider_id) values ('opleider', gen_random_uuid(), '90000001', $1)`, [opleiderId])
  const opleidingIds: string[] = []
  const activiteitIds: string[] = []
  for (const titel of ['Lassen niveau 1', 'Vakbekwaam hovenier']) {
    const opleidingId = await one(`insert into opleiding (opleider_id, programma_id, titel, omschrijving, niveau, opleidingsvorm, waardedocument, categorie,
        stap_toestemming, gebreken, catalogusprijs_cent, subsidiabel_cent, bron, inhoud_hash, created_at)
      values ($1, $2, $2, 'Een praktische scholing.', 'MBO-2', 'KLASSIKAAL', 'CERTIFICAAT', 'TECHNIEK_EN_ICT', true, '{}', 120000, 100000, 'portaal', $2, '2022-09-01') returning id`, [opleiderId, titel])
    opleidingIds.push(opleidingId)
    activiteitIds.push(await one(`insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, plaats, opleidingsvorm,
        catalogusprijs_cent, subsidiabel_cent, geregistreerd_op)
      values ($1, $2, $3, '2022-12-05', '2023-01-27', 'Utrecht', 'KLASSIKAAL', 120000, 100000, '2022-09-01')`, [opleidingId, opleiderId, `C-${titel.slice(0, 3)}`]))
  }
  return { opleiderId, opleidingIds, activiteitIds, tijdvakId, compartimentId, eHerkenningId }
}

/** A burger with a prepared aanvraag, not yet submitted. */
export async function aGereed(wereld: Wereld, aanvrager: Aanvrager): Promise<Ingediend> {
  const { bsn, achternaam = 'Jansen', geboortedatum = '1985-06-15', geboortedatumBewijs = geboortedatum ?? '1985-06-15', bedragCent = 100_000, startdatum = '2022-12-05', email, opleiding = 0 } = aanvrager
  const opleidingId = wereld.opleidingIds[opleiding]
  const activiteitId = wereld.activiteitIds[opleiding]
  const burgerId = await one(`insert into gebruiker (soort, subject_hmac, bsn_versleuteld, email_versleuteld) values ('burger', gen_random_uuid(), $1, $2)`,
    [encrypt(bsn), email === undefined ? null : encrypt(email)])
  const bewijsId = await one(`insert into aanmeldbewijs (code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam,
      geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, plaats, uitgegeven_door)
    values (gen_random_uuid(), $1, $2, 1, $3, '1', 'Sam', $4, $5, 120000, 120000, $6, $7, greatest($7::date, '2023-01-27'), 'Utrecht', $8)`,
    [wereld.opleiderId, opleidingId, activiteitId, achternaam, geboortedatumBewijs, bedragCent, startdatum, wereld.eHerkenningId])
  const [nummer] = await asOwner<{ nummer: number }>(`select nextval('kenmerk_aanvraag')::integer as nummer`)
  const kenmerk = makeKenmerk('STAP', nummer?.nummer ?? 0)
  const momentopname = {
    persoon: { naam: `Sam ${achternaam}`, geboortedatum: geboortedatumBewijs },
    opleiding: { titel: ['Lassen niveau 1', 'Vakbekwaam hovenier'][opleiding], versie: 1, niveau: 'MBO-2', categorie: 'TECHNIEK_EN_ICT', opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT' },
    opleider: { naam: 'Vakschool De Bouw', plaats: 'Utrecht', kvk: '90000001' },
    scholing: { cohortcode: 'C-Las', startdatum, einddatum: '2023-01-27', plaats: 'Utrecht', kostenCent: 120_000, subsidiabelCent: 100_000 },
  }
  const [row] = await asOwner<{ id: string }>(`with a as (
      insert into aanvraag (kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
        scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op)
      values ($1, $2, $3, $4, 2022, $5, $6, 1, $7, $8, $9, $10, 'gereed', nu()) returning id)
    , log as (insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol)
        select 'aanvraag', id::text, soort, van, naar, $2, 'burger' from a, (values ('start', null, 'concept'), ('maak-gereed', 'concept', 'gereed')) as stap (soort, van, naar))
    select id from a`, [kenmerk, burgerId, wereld.tijdvakId, wereld.compartimentId, bewijsId, opleidingId, activiteitId, wereld.opleiderId, bedragCent, JSON.stringify(momentopname)])
  if (row === undefined) throw new Error('no aanvraag')
  return { aanvraagId: row.id, kenmerk, burger: { soort: 'burger', id: burgerId, rollen: ['burger'] }, bsn }
}

/** Submits prepared aanvragen in order and lets the allocator decide. */
export async function submitAll(aanvragen: readonly Ingediend[]): Promise<void> {
  for (const { burger, kenmerk } of aanvragen) {
    const outcome = await dienIn(burger, kenmerk)
    if (!outcome.ok) throw new Error(outcome.redenen.join())
  }
  await verdeelBudget()
}

/** The usual: one burger with a submitted aanvraag that has its budget. */
export async function aGereserveerd(wereld: Wereld, aanvrager: Aanvrager): Promise<Ingediend> {
  const aanvraag = await aGereed(wereld, aanvrager)
  await submitAll([aanvraag])
  return aanvraag
}

/** A medewerker with these rollen. */
export async function aMedewerker(...rollen: readonly Rol[]): Promise<Medewerker> {
  const id = await one(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', gen_random_uuid(), 'Kim de Vries', $1)`, [rollen])
  return { soort: 'medewerker', id, naam: 'Kim de Vries', rollen }
}

/** The base registers as seen through fetch: the only third party, so the only thing that is replaced. */
export function stubBasisregisters(aanvragers: readonly Aanvrager[]): void {
  vi.stubGlobal('fetch', (url: string, { body }: { body: string }) => {
    const vraag: { burgerservicenummer: string | string[] } = JSON.parse(body)
    const bsn = [vraag.burgerservicenummer].flat()[0]
    const aanvrager = aanvragers.find((one) => one.bsn === bsn)
    if (aanvrager === undefined || aanvrager.brp === 'antwoordt-niet') return Promise.resolve(new Response('stuk', { status: 503 }))
    if (url.endsWith('/verzekeringen')) return Promise.resolve(Response.json({ perioden: [{ begindatum: aanvrager.verzekerdVanaf ?? '2010-01-01', einddatum: null }] }))
    return Promise.resolve(Response.json({ personen: aanvrager.brp === 'niet-gevonden' ? [] : [persoonOf(aanvrager)] }))
  })
}

function persoonOf({ achternaam = 'Jansen', geboortedatum = '1985-06-15' }: Aanvrager) {
  return {
    naam: { voornamen: 'Sam', geslachtsnaam: achternaam },
    geboorte: { datum: geboortedatum === null ? { type: 'JaarDatum', jaar: 1985 } : { type: 'Datum', datum: geboortedatum } },
  }
}

async function one(sql: string, values: readonly unknown[] = []): Promise<string> {
  const [row] = await asOwner<{ id: string }>(sql.includes('returning') ? sql : `${sql} returning id`, values)
  if (row === undefined) throw new Error('nothing was inserted')
  return row.id
}
