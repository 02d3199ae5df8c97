import path from 'node:path'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { Bank } from './bank'
import { roepOf, speel } from './klanten'
import type { Handeling } from './processen/handeling'
import type { Proces, Programma } from './proces'
import { until, type Proef } from './proef'
import { zetKlok, type Deelnemer, type Wereld } from './wereld'

const IBAN_OPLEIDER = 'NL20INGB0001234567'
/** Invoices may come from three weeks before the start, which is sixty days after the opening. */
const FACTUURDAG = '2022-12-15T09:00:00+01:00'

/** A chain up to the invoice: every aanvraag granted, ordered and invoiced, by the use cases themselves. */
export type Betaalwereld = {
  readonly wereld: Wereld
  readonly bank: Bank
  readonly financieel: readonly [Medewerker, Medewerker]
  readonly start: (faults?: string) => Promise<Handelaar>
  /** A process that dies where it is told to; what it was asked is then asked of another one, as the outbox does. */
  readonly startSterfelijk: (faults: string, ander: Handelaar, programma?: Programma, env?: Readonly<Record<string, string>>) => Promise<Sterfelijk>
  /** Makes the invoices of these aanvragen and composes a batch of everything that may be paid. Gives its number and id. */
  readonly maakBatch: (roep: Handelaar['doe'], deelnemers: readonly Deelnemer[]) => Promise<{ msgId: string; batchId: string }>
}

export type Handelaar = { readonly proces: Proces; readonly doe: (handeling: Handeling) => Promise<readonly string[]> }
export type Sterfelijk = Handelaar & { readonly isGestorven: () => boolean }

export async function maakBetaalwereld(proef: Proef, aanvragers: number): Promise<Betaalwereld> {
  const wereld = await proef.wereld({ aanvragers, plafondCent: aanvragers * 100_000 })
  const { config } = await import('@/lib/platform/config')
  const dataDir = path.join(proef.servers.dir, proef.database)
  const env = { STAP_DATA_DIR: dataDir }
  const start: Betaalwereld['start'] = async (faults) => {
    const proces = await proef.start('handeling', { env, ...(faults === undefined ? {} : { faults }) })
    return { proces, doe: roepOf(proces) }
  }
  const startSterfelijk: Betaalwereld['startSterfelijk'] = async (faults, ander, programma = 'handeling', meer = {}) =>
    toSterfelijk(await proef.start(programma, { env: { ...env, ...meer }, faults, again: false }), ander)
  const opleider = await legBetaalgegevensVast(proef)
  const financieel = await Promise.all([legMedewerkerVast(proef, 'een'), legMedewerkerVast(proef, 'twee')])
  const [{ loketten }, { doe }] = await Promise.all([proef.loketten(1), start(), proef.start('verdeler')])
  await speel(wereld.deelnemers, { loketten })
  await verleenAlles(proef, doe, wereld)
  await proef.met((client) => zetKlok(client, FACTUURDAG))
  let factuur = 0
  return {
    wereld, financieel, start, startSterfelijk, bank: new Bank(dataDir, config.uwv.iban),
    maakBatch: async (roep, deelnemers) => {
      for (const { aanvraagId } of deelnemers) {
        const [rij] = await proef.sql<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
        factuur += 1
        const redenen = await roep({ act: 'maak-factuur', args: [opleider, { ordernummer: rij?.ordernummer ?? '', factuurnummer: `F-${factuur}`, btw: 'vrijgesteld', btwNummer: 'NL123456789B01' }] })
        proef.eis(redenen.length === 0, `geen factuur: ${redenen.join(', ')}`)
      }
      await roep({ act: 'stel-batch-samen', args: [{ soort: 'systeem', id: null, rollen: ['systeem'] }] })
      const [batch] = await proef.sql<{ msgId: string; batchId: string }>(`select msg_id as "msgId", id as "batchId" from betaalbatch where status = 'opgesteld' order by opgesteld_op desc limit 1`)
      if (batch === undefined) throw new Error('er kwam geen batch')
      return batch
    },
  }
}

function toSterfelijk(proces: Proces, ander: Handelaar): Sterfelijk {
  const roep = roepOf(proces)
  let isDood = false
  const dood = new Promise<'gestorven'>((resolve) => {
    proces.onDeath(() => {
      isDood = true
      resolve('gestorven')
    })
  })
  const doe: Handelaar['doe'] = async (handeling) => {
    const uitkomst = isDood ? 'gestorven' : await Promise.race([roep(handeling), dood])
    return uitkomst === 'gestorven' ? ander.doe(handeling) : uitkomst
  }
  return { proces, doe, isGestorven: () => isDood }
}

/** Delivers what the outbox asks for, each job twice, until nothing is left of it. */
export async function bezorg(proef: Proef, doe: Handelaar['doe'], jobs: readonly ('maak-betaalbestand' | 'verwerk-bankbericht' | 'laat-verplichting-vervallen')[]): Promise<number> {
  for (let bezorgd = 0; ;) {
    const rijen = await proef.sql<{ id: string; job: (typeof jobs)[number]; doel: string }>(
      `select id, job, coalesce(payload ->> 'batchId', payload ->> 'berichtId', payload ->> 'aanvraagId') as doel from outbox where verwerkt_op is null and job = any ($1) order by id`, [jobs])
    if (rijen.length === 0) return bezorgd
    for (const { id, job, doel } of rijen) {
      for (let keer = 0; keer < 2; keer += 1) {
        const redenen = await doe({ act: job, args: [doel] })
        proef.eis(redenen.length === 0, `${job} mislukte: ${redenen.join(', ')}`)
      }
      await proef.sql('update outbox set verwerkt_op = now() where id = $1', [id])
      bezorgd += 1
    }
  }
}

async function legBetaalgegevensVast(proef: Proef): Promise<OpleiderActor> {
  const [rij] = await proef.sql<{ opleiderId: string; id: string }>(`
    with o as (update opleider set kvk = '90000001', iban = $1, iban_tenaamstelling = naam where code = 'storing' returning id),
         n as (insert into naamcontrole (opleider_id, iban, naam, antwoord) select id, $1, 'Academie Storing', 'match' from o)
    insert into gebruiker (soort, subject_hmac, kvk, opleider_id) select 'opleider', 'storing-opleider', '90000001', id from o returning opleider_id as "opleiderId", id`, [IBAN_OPLEIDER])
  return { soort: 'opleider', id: rij?.id ?? '', rollen: ['opleider'], opleiderId: rij?.opleiderId ?? '', kvk: '90000001' }
}

async function legMedewerkerVast(proef: Proef, naam: string): Promise<Medewerker> {
  const [rij] = await proef.sql<{ id: string }>(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', $1, $1, '{financieel}') returning id`, [`storing-${naam}`])
  return { soort: 'medewerker', id: rij?.id ?? '', naam, rollen: ['financieel'] }
}

/** Grants every aanvraag by a decision of a behandelaar, and orders it. */
async function verleenAlles(proef: Proef, doe: Handelaar['doe'], wereld: Wereld): Promise<void> {
  await until(30, async () => (await proef.sql(`select from aanvraag where status = 'gereserveerd'`)).length === wereld.deelnemers.length)
  await proef.sql(`with g as (insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, op) select 'aanvraag', id::text, 'leg-voor', 'gereserveerd', 'in-behandeling', 'systeem', nu() from aanvraag where status = 'gereserveerd')
    update aanvraag set status = 'in-behandeling', versie = versie + 1 where status = 'gereserveerd'`)
  const versies = new Map((await proef.sql<{ kenmerk: string; versie: number }>('select kenmerk, versie from aanvraag')).map(({ kenmerk, versie }) => [kenmerk, versie]))
  const [behandelaar] = await proef.sql<{ id: string }>(`select id from gebruiker where subject_hmac = 'storing'`)
  const wie: Medewerker = { soort: 'medewerker', id: behandelaar?.id ?? '', naam: 'Storing', rollen: ['behandelaar'] }
  for (const { kenmerk, aanvraagId } of wereld.deelnemers) {
    const redenen = [
      ...await doe({ act: 'beslis', args: [wie, { kenmerk, versie: versies.get(kenmerk) ?? 0, besluit: 'verlening', gronden: [], motivering: 'Storingsproef: verleend' }] }),
      ...await doe({ act: 'maak-verplichting', args: [aanvraagId] }),
    ]
    proef.eis(redenen.length === 0, `niet verleend: ${redenen.join(', ')}`)
  }
}
