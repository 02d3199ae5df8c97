import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { amsterdamDate, amsterdamJaar } from '@/lib/base/amsterdam'
import { parseBsn, type Bsn } from '@/lib/base/bsn'
import { plainDate } from '@/lib/base/date'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { makeMomentopname } from '@/lib/aanvraag/rules/momentopname'
import { now } from '@/lib/platform/clock'
import { inPgTransaction, prisma, type PoolClient } from '@/lib/platform/db'
import { toBurger } from '@/lib/platform/identity'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Tijdvak } from '@/lib/tijdvak/model'
import { calculateStartvenster } from '@/lib/tijdvak/rules/startvenster'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { leesStand, leesTijdvakken } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { CODE_BYTES, makeCode } from '@/lib/vooraanmelding/rules/code'
import { personOf } from '@/scripts/idp/people'
import { gemiddeldCentVan } from '@/scripts/simulatie/presets'
import { findActiviteiten, pickByAverage, type Activiteit } from './activiteiten'
import { Toeval } from './toeval'

// Small: the trigger that looks for the entry of the log looks through all of its own transaction.
const BATCH = 250
const VERTEL_MS = 2_000
/** Of a hundred burgers, how many apply at a werkplein when the tijdvak has budget for it: UWV spoke of 5 to 10. */
const WERKPLEIN_PERCENT = 5
/** Names and dates follow from the BSN; which scholing, and which channel, from this. */
const SEED = 2022

type Compartiment = { id: string; code: string }
type Plan = { tijdvak: Tijdvak; algemeen: Compartiment; werkplein: Compartiment | undefined; pick: () => Activiteit; maximumCent: number; toeval: Toeval }

/**
 * Adds synthetic burgers with a prepared, complete aanvraag each, and writes `aanvragen.jsonl` in `dataDir`: a line per aanvraag
 * with the BSN to log in with. The names are those the stand-in of the base registers gives for these numbers.
 * @param gevraagdTijdvak code or id; without one the next tijdvak that is still to open
 * @returns how many were made and where they are written, or a sentence that says why it could not be done
 */
export async function maakAanvragen(aantal: number, { gevraagdTijdvak, dataDir, voortgang }: {
  gevraagdTijdvak?: string | undefined
  dataDir: string
  voortgang: (gemaakt: number) => void
}): Promise<{ aantal: number; bestand: string } | string> {
  const plan = await makePlan(gevraagdTijdvak)
  if (typeof plan === 'string') return plan
  mkdirSync(dataDir, { recursive: true })
  const bestand = path.join(dataDir, 'aanvragen.jsonl')
  const uit = createWriteStream(bestand)
  const nummers = bsnNumbers()
  let gemaakt = 0
  let verteldOp = performance.now()
  while (gemaakt < aantal) {
    const regels = await inPgTransaction((client) => addBatch(client, plan, take(nummers, Math.min(BATCH, aantal - gemaakt))))
    // Waits for the disk, so that a million lines do not pile up here.
    if (!uit.write(regels.map((regel) => `${JSON.stringify(regel)}\n`).join(''))) await once(uit, 'drain')
    gemaakt += regels.length
    if (performance.now() - verteldOp > VERTEL_MS || gemaakt === aantal) {
      verteldOp = performance.now()
      voortgang(gemaakt)
    }
  }
  uit.end()
  await finished(uit)
  return { aantal: gemaakt, bestand }
}

async function makePlan(gevraagd: string | undefined): Promise<Plan | string> {
  const nu = await now()
  const tijdvakken = await leesTijdvakken(prisma)
  const tijdvak = gevraagd === undefined
    ? tijdvakken.find((een) => calculateToestand(een, nu) === 'gepland')
    : tijdvakken.find(({ id, code }) => id === gevraagd || code === gevraagd)
  if (tijdvak === undefined) return gevraagd === undefined ? 'Er is geen tijdvak dat nog moet openen. Noem er een met --tijdvak.' : `Er is geen tijdvak ${gevraagd}.`
  if (calculateToestand(tijdvak, nu) === 'gesloten') return `Het tijdvak ${tijdvak.code} is al voorbij.`

  const compartimenten = await leesStand(prisma, tijdvak.id)
  const algemeen = compartimenten.find(({ code }) => code === 'algemeen')
  if (algemeen === undefined) return `Het tijdvak ${tijdvak.code} heeft geen compartiment algemeen.`
  const aanvraagdag = amsterdamDate(nu > tijdvak.opentOp ? nu : tijdvak.opentOp)
  const regeling = await leesRegeling(prisma, aanvraagdag)
  const venster = calculateStartvenster(aanvraagdag, tijdvak, regeling.get('startvenster'))
  const activiteiten = await findActiviteiten(venster, { dag: aanvraagdag, registratiestopOp: tijdvak.registratiestopOp })
  if (activiteiten.length === 0) return `Er is geen scholingsactiviteit die in het tijdvak ${tijdvak.code} kan worden aangevraagd. Vul eerst het register: npm run data -- --schaal klein.`
  const maximumCent = regeling.get('maximumbedrag')
  const toeval = new Toeval(SEED)
  return {
    tijdvak, algemeen, maximumCent, toeval,
    werkplein: compartimenten.find(({ code }) => code === 'werkplein'),
    pick: pickByAverage(activiteiten, ({ subsidiabelCent }) => Math.min(subsidiabelCent, maximumCent), gemiddeldCentVan(tijdvak.code), toeval),
  }
}

type Regel = { bsn: Bsn; kenmerk: string; tijdvak: string; compartiment: string; bedragCent: Cent }

/** New burgers only: a number that is known already is passed over, so the same command can be given again. */
async function addBatch(client: PoolClient, plan: Plan, bsns: readonly Bsn[]): Promise<readonly Regel[]> {
  const burgers = new Map(bsns.map((bsn) => [toBurger(bsn), bsn]))
  const bySubject = new Map([...burgers].map(([burger, bsn]) => [burger.subjectHmac, bsn]))
  const { rows } = await client.query<{ id: string; subject: string }>(
    `insert into gebruiker (soort, subject_hmac, bsn_versleuteld) select 'burger', s, b from unnest($1::text[], $2::text[]) as r (s, b)
     on conflict (subject_hmac) do nothing returning id, subject_hmac as subject`,
    [[...burgers.keys()].map(({ subjectHmac }) => subjectHmac), [...burgers.keys()].map(({ bsnVersleuteld }) => bsnVersleuteld)],
  )
  const { rows: nummers } = await client.query<{ nummer: number }>(`select nextval('kenmerk_aanvraag')::integer as nummer from generate_series(1, $1)`, [rows.length])
  const nieuw = rows.flatMap(({ id, subject }, n) => {
    const bsn = bySubject.get(subject)
    const nummer = nummers[n]?.nummer
    return bsn === undefined || nummer === undefined ? [] : [makeAanvraag(plan, { burgerId: id, bsn, nummer })]
  })
  // The BSN stays here: the statement, and so a log of statements, never holds it.
  await client.query(INSERT, [JSON.stringify(nieuw.map(({ bsn: _, compartiment: __, ...rij }) => rij))])
  return nieuw.map(({ bsn, kenmerk, compartiment, bedragCent }) => ({ bsn, kenmerk, tijdvak: plan.tijdvak.code, compartiment, bedragCent }))
}

function makeAanvraag(plan: Plan, { burgerId, bsn, nummer }: { burgerId: string; bsn: Bsn; nummer: number }) {
  const activiteit = plan.pick()
  const compartiment = plan.werkplein !== undefined && plan.toeval.chance(WERKPLEIN_PERCENT / 100) ? plan.werkplein : plan.algemeen
  const { voornamen, voorvoegsel, geslachtsnaam, geboortedatum } = personOf(bsn)
  const { id, opleidingId, opleiderId, versie, cohortcode, startdatum, einddatum, plaats, kostenCent, subsidiabelCent, uitgever } = activiteit
  const bedragCent = cent(Math.min(subsidiabelCent, plan.maximumCent))
  const persoon = { voornamen, tussenvoegsel: voorvoegsel, achternaam: geslachtsnaam }
  const bewijs = {
    id: '', code: makeCode(randomBytes(CODE_BYTES)), opleiderId, opleidingId, opleidingVersie: versie, scholingsactiviteitId: id, studentnummer: String(nummer),
    voornaam: voornamen, tussenvoegsel: voorvoegsel, achternaam: geslachtsnaam, geboortedatum: plainDate(geboortedatum),
    kostenCent: cent(kostenCent), subsidiabelCent: cent(subsidiabelCent), gevraagdCent: bedragCent, startdatum, einddatum, plaats,
    status: 'uitgegeven' as const, uitgegevenOp: plan.tijdvak.registratiestopOp,
  }
  const opleiding = { ...activiteit, opleider: { naam: activiteit.opleider, plaats: activiteit.opleiderPlaats, kvk: activiteit.kvk } }
  return {
    ...bewijs, bsn, burgerId, uitgever, bedragCent, compartiment: compartiment.code,
    kenmerk: makeKenmerk(AANVRAAG_PREFIX, nummer),
    tijdvakId: plan.tijdvak.id, compartimentId: compartiment.id, kalenderjaar: amsterdamJaar(plan.tijdvak.opentOp),
    momentopname: makeMomentopname({ ...bewijs, cohortcode }, opleiding, persoon),
  }
}

const INSERT = `
with rij as (
  select * from jsonb_to_recordset($1::jsonb) as r ("burgerId" uuid, kenmerk text, "tijdvakId" uuid, "compartimentId" uuid, kalenderjaar integer, code text,
    "opleiderId" uuid, "opleidingId" uuid, "opleidingVersie" integer, "scholingsactiviteitId" uuid, studentnummer text, voornaam text, tussenvoegsel text,
    achternaam text, geboortedatum date, "kostenCent" integer, "subsidiabelCent" integer, "gevraagdCent" integer, startdatum date, einddatum date, plaats text,
    uitgever uuid, "bedragCent" integer, momentopname jsonb)
), bewijs as (
  insert into aanmeldbewijs (code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, tussenvoegsel, achternaam,
    geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, plaats, uitgegeven_door, uitgegeven_op)
  select code, "opleiderId", "opleidingId", "opleidingVersie", "scholingsactiviteitId", studentnummer, voornaam, tussenvoegsel, achternaam,
    geboortedatum, "kostenCent", "subsidiabelCent", "gevraagdCent", startdatum, einddatum, plaats, uitgever, nu() from rij
  returning id, code
), aanvragen as (
  insert into aanvraag (kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
    scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op)
  select kenmerk, "burgerId", "tijdvakId", "compartimentId", kalenderjaar, bewijs.id, "opleidingId", "opleidingVersie",
    "scholingsactiviteitId", "opleiderId", "bedragCent", momentopname, 'gereed', nu()
  from rij join bewijs on bewijs.code = rij.code
  returning id, burger_id
)
insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, zichtbaar)
select 'aanvraag', a.id::text, s.soort, s.van, s.naar, a.burger_id, 'burger', true
from aanvragen a cross join (values (1, 'start', null, 'concept'), (2, 'maak-gereed', 'concept', 'gereed')) as s (nr, soort, van, naar)
order by a.id, s.nr`

/** Valid BSNs, in order, in a range that no persona uses. */
function* bsnNumbers(): Generator<Bsn, never> {
  for (let nummer = 20_000_000; ; nummer += 1) {
    for (let laatste = 0; laatste < 10; laatste += 1) {
      const bsn = parseBsn(`${String(nummer)}${String(laatste)}`)
      if (bsn !== undefined) yield bsn
    }
  }
}

function take(nummers: Generator<Bsn, never>, aantal: number): readonly Bsn[] {
  return Array.from({ length: aantal }, () => nummers.next().value)
}
