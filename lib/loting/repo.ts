import 'server-only'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
import { bigintArray, intArray, textArray, uuidArray } from '@/lib/platform/pg-array'
import { TREKWIJZEN, ZAADBRONNEN, type LotingUitkomst, type Trekwijze, type Zaadbron } from '@/lib/loting/model'

export type Loting = {
  readonly tijdvakId: string
  readonly wijze: Trekwijze
  readonly zaadBron: Zaadbron
  readonly aantal: number
  readonly lijstHash: string
  readonly zaad: string | null
  readonly verwerktTot: number
}

/** A tijdvak that is divided by lot, locked until the transaction ends. Undefined when there is none with this code. */
export async function lockLotingTijdvak(tx: Tx, code: string): Promise<{ id: string; sluitOp: Date } | undefined> {
  const [rij] = await tx.$queryRaw<{ id: string; sluitOp: Date }[]>`
    select id, sluit_op as "sluitOp" from tijdvak where code = ${code} and modus = 'loting' for no key update`
  return rij
}

/** A draw of which the list is fixed, locked until the transaction ends. */
export async function lockLoting(tx: Tx, { code }: { code: string }): Promise<Loting | undefined> {
  await tx.$executeRaw`select 1 from loting l join tijdvak t on t.id = l.tijdvak_id where t.code = ${code} for no key update of l`
  const rij = await tx.loting.findFirst({ where: { tijdvak: { code } } })
  return rij === null ? undefined : { ...rij, wijze: toWijze(rij.wijze), zaadBron: toZaadbron(rij.zaadBron) }
}

/** The same for the job that draws. */
export async function lockTeTrekken(client: PoolClient, tijdvakId: string): Promise<Loting | undefined> {
  const { rows: [rij] } = await client.query<Omit<Loting, 'wijze' | 'zaadBron'> & { wijze: string; zaadBron: string }>(
    `select tijdvak_id as "tijdvakId", wijze, zaad_bron as "zaadBron", aantal, lijst_hash as "lijstHash", zaad, verwerkt_tot as "verwerktTot"
     from loting where tijdvak_id = $1 for no key update`, [tijdvakId])
  return rij && { ...rij, wijze: toWijze(rij.wijze), zaadBron: toZaadbron(rij.zaadBron) }
}

function toWijze(text: string): Trekwijze {
  const wijze = TREKWIJZEN.find((one) => one === text)
  if (wijze === undefined) throw new Error(`${text} is not a way to draw`)
  return wijze
}

function toZaadbron(text: string): Zaadbron {
  const bron = ZAADBRONNEN.find((one) => one === text)
  if (bron === undefined) throw new Error(`${text} is not a source of a seed`)
  return bron
}

export type Bijdrage = { readonly gebruikerId: string; readonly waarde: string; readonly op: Date }

const SELECT_BIJDRAGEN = 'select gebruiker_id as "gebruikerId", waarde_versleuteld as waarde, op from loting_bijdrage where tijdvak_id = $1::uuid order by op, gebruiker_id'

/** The parts of the seed, in order of arrival. */
export async function listBijdragen(db: Tx | PoolClient, tijdvakId: string): Promise<readonly Bijdrage[]> {
  const rows = '$queryRawUnsafe' in db ? await db.$queryRawUnsafe<Bijdrage[]>(SELECT_BIJDRAGEN, tijdvakId) : (await db.query<Bijdrage>(SELECT_BIJDRAGEN, [tijdvakId])).rows
  return rows.map((rij) => ({ ...rij, waarde: decrypt(rij.waarde) }))
}

export async function saveBijdrage(tx: Tx, data: { tijdvakId: string; gebruikerId: string; waardeVersleuteld: string }): Promise<void> {
  await tx.lotingBijdrage.create({ data })
}

/** How many received aanvragen of a tijdvak still wait for the check that comes before the draw. */
export async function countOngetoetst(tx: Tx, tijdvakId: string): Promise<number> {
  const [rij] = await tx.$queryRaw<{ aantal: bigint }[]>`
    select count(*) as aantal from indiening i join aanvraag a on a.id = i.aanvraag_id
    where i.tijdvak_id = ${tijdvakId}::uuid and a.status = 'ingediend' and not exists (select from beoordeling b where b.aanvraag_id = a.id)`
  return Number(rij?.aantal ?? 0)
}

/** Two deliveries of one job at once: the second waits here, and then sees what the first did. */
export async function lockTijdvak(client: PoolClient, tijdvakId: string): Promise<void> {
  await client.query('select 1 from tijdvak where id = $1 for no key update', [tijdvakId])
}

/** A million are sorted between two questions: this transaction was not forgotten. */
export async function allowThinking(client: PoolClient): Promise<void> {
  await client.query("set local idle_in_transaction_session_timeout = '10min'")
}

/** Whether the list of a tijdvak is fixed. */
export async function hasLoting(client: PoolClient, tijdvakId: string): Promise<boolean> {
  return (await client.query('select from loting where tijdvak_id = $1', [tijdvakId])).rowCount === 1
}

/** The act in the log with which the ketenregisseur ordered the list. */
export const SLUIT_INSCHRIJVING = 'sluit-inschrijving'

/** Who ordered the list of a tijdvak, and where its seed will come from. */
export async function readOpdracht(client: PoolClient, tijdvakId: string): Promise<{ doorId: string; zaadBron: Zaadbron; baken: string | null }> {
  const { rows: [rij] } = await client.query<{ doorId: string; zaadBron: string; baken: string | null }>(
    `select door_id as "doorId", gegevens->>'zaadBron' as "zaadBron", gegevens->>'baken' as baken from gebeurtenis
     where onderwerp = 'tijdvak' and onderwerp_id = $1::uuid::text and soort = $2 order by id desc limit 1`, [tijdvakId, SLUIT_INSCHRIJVING])
  if (rij === undefined) throw new Error(`nobody ordered the list of tijdvak ${tijdvakId}`)
  return { ...rij, zaadBron: toZaadbron(rij.zaadBron) }
}

export type Compartiment = { readonly id: string; readonly code: string; readonly lotingGewicht: number }

/** The compartimenten of a tijdvak in order of use. */
export async function listCompartimenten(client: PoolClient, tijdvakId: string): Promise<readonly Compartiment[]> {
  const { rows } = await client.query<Compartiment>(
    'select id, code, loting_gewicht as "lotingGewicht" from compartiment where tijdvak_id = $1 order by volgorde, code', [tijdvakId])
  return rows
}

export type Inschrijving = { readonly aanvraagId: string; readonly compartimentIds: readonly string[]; readonly bedragCent: number }

/** Who takes part: received, not withdrawn and not refused; in no order, in parts of one look. */
export async function* listInschrijvingen(client: PoolClient, tijdvakId: string): AsyncGenerator<readonly Inschrijving[]> {
  const idsOf = makeIdsOf()
  // All of it is read, so not row by row by key.
  await client.query('set local enable_nestloop = off; set local jit = off; set local cursor_tuple_fraction = 1')
  await client.query(
    `declare inschrijvingen no scroll cursor for
     select i.aanvraag_id as "aanvraagId", i.compartiment_ids::text as compartimenten, i.bedrag_cent as "bedragCent"
     from indiening i join aanvraag a on a.id = i.aanvraag_id where i.tijdvak_id = $1 and a.status = 'ingediend'`, [tijdvakId])
  for (;;) {
    const { rows } = await client.query<Omit<Inschrijving, 'compartimentIds'> & { compartimenten: string }>(`fetch ${String(PER_DEEL)} from inschrijvingen`)
    if (rows.length === 0) break
    yield rows.map(({ aanvraagId, compartimenten, bedragCent }) => ({ aanvraagId, compartimentIds: idsOf(compartimenten), bedragCent }))
  }
  await client.query('close inschrijvingen; set local enable_nestloop = on')
}

/** So many rows are read at once. */
const PER_DEEL = 20_000

/** Most may use the same compartimenten: a set is taken apart and kept once, not a million times. */
function makeIdsOf(): (tekst: string) => readonly string[] {
  const sets = new Map<string, readonly string[]>()
  return (tekst) => {
    const ids = sets.get(tekst) ?? tekst.slice(1, -1).split(',')
    sets.set(tekst, ids)
    return ids
  }
}

export type NieuweDeelnemer = Inschrijving & { readonly nummer: number; readonly lot: string; readonly gewicht: number }

export async function saveDeelnemers(client: PoolClient, tijdvakId: string, deelnemers: readonly NieuweDeelnemer[]): Promise<void> {
  await client.query(
    `insert into loting_deelnemer (tijdvak_id, nummer, aanvraag_id, lot, compartiment_ids, bedrag_cent, gewicht)
     select $1, nummer, aanvraag_id, lot, compartiment_ids::uuid[], bedrag_cent, gewicht
     from unnest($2::integer[], $3::uuid[], $4::text[], $5::text[], $6::integer[], $7::integer[]) as r (nummer, aanvraag_id, lot, compartiment_ids, bedrag_cent, gewicht)`,
    [
      tijdvakId,
      intArray(deelnemers.map(({ nummer }) => nummer)),
      uuidArray(deelnemers.map(({ aanvraagId }) => aanvraagId)),
      textArray(deelnemers.map(({ lot }) => lot)),
      textArray(deelnemers.map(({ compartimentIds }) => `{${compartimentIds.join(',')}}`)),
      intArray(deelnemers.map(({ bedragCent }) => bedragCent)),
      intArray(deelnemers.map(({ gewicht }) => gewicht)),
    ],
  )
}

type NieuweLijst = { tijdvakId: string; zaadBron: Zaadbron; baken: string | null; doorId: string; aantal: number; lijstHash: string }

/** Writes the fixed list with its entry in the log. */
export async function saveLijst(client: PoolClient, { tijdvakId, zaadBron, baken, doorId, aantal, lijstHash }: NieuweLijst): Promise<void> {
  await client.query(
    `with lijst as (
       insert into loting (tijdvak_id, wijze, zaad_bron, baken, lijst_door, aantal, lijst_hash)
       select id, loting_wijze, $2, $3, $4, $5, $6 from tijdvak where id = $1
     )
     insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens)
     values ('tijdvak', $1::uuid::text, 'stel-lijst-vast', 'systeem', jsonb_build_object('aantal', $5::integer, 'lijstHash', $6::text))`,
    [tijdvakId, zaadBron, baken, doorId, aantal, lijstHash],
  )
}

/** A participant as the draw needs it: what the list says. */
export type TrekDeelnemer = Omit<NieuweDeelnemer, 'aanvraagId'>

/**
 * The list, in order of nummer. A part of it comes as one row with a text for each column: a million rows of their own would take
 * the time of the draw again, and most of its memory.
 */
export async function listDeelnemers(client: PoolClient, tijdvakId: string): Promise<TrekDeelnemer[]> {
  const idsOf = makeIdsOf()
  const deelnemers: TrekDeelnemer[] = []
  for (;;) {
    const { rows: [deel] } = await client.query<{ loten: string | null; compartimenten: string | null; bedragen: string | null; gewichten: string | null }>({
      name: 'loting-deelnemers',
      text: `select string_agg(lot, ';' order by nummer) as loten, string_agg(compartiment_ids::text, ';' order by nummer) as compartimenten,
                    string_agg(bedrag_cent::text, ';' order by nummer) as bedragen, string_agg(gewicht::text, ';' order by nummer) as gewichten
             from loting_deelnemer where tijdvak_id = $1 and nummer > $2 and nummer <= $3`,
      values: [tijdvakId, deelnemers.length, deelnemers.length + PER_DEEL],
    })
    if (deel?.loten == null) return deelnemers
    const [compartimenten, bedragen, gewichten] = [deel.compartimenten, deel.bedragen, deel.gewichten].map((kolom) => kolom?.split(';') ?? [])
    deel.loten.split(';').forEach((lot, index) => {
      deelnemers.push({
        nummer: deelnemers.length + 1, lot, compartimentIds: idsOf(compartimenten?.[index] ?? ''),
        bedragCent: Number(bedragen?.[index]), gewicht: Number(gewichten?.[index]),
      })
    })
  }
}

/** A participant of whom more counts than the list says. */
export type Bijzonder = { readonly nummer: number; readonly burgerId: string; readonly kalenderjaar: number; readonly isIngetrokken: boolean }

/** Who no longer takes part, and who has a grant already: few, so a million need not be read for them. */
export async function listBijzonder(client: PoolClient, tijdvakId: string): Promise<ReadonlyMap<number, Bijzonder>> {
  const { rows } = await client.query<Bijzonder>(
    `with anders as materialized (
       select id from aanvraag where tijdvak_id = $1 and status <> 'ingediend'
       union
       select i.aanvraag_id from toewijzing w join indiening i on i.burger_id = w.burger_id
       where i.tijdvak_id = $1 and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null
     )
     select d.nummer, i.burger_id as "burgerId", i.kalenderjaar, a.status <> 'ingediend' as "isIngetrokken"
     from anders join indiening i on i.aanvraag_id = anders.id join aanvraag a on a.id = anders.id
     join loting_deelnemer d on d.tijdvak_id = $1 and d.aanvraag_id = anders.id`, [tijdvakId])
  return new Map(rows.map((rij) => [rij.nummer, rij]))
}

/** What everybody chose and in which kalenderjaar, by nummer: asked only when the verleningsgrens bites. */
export async function listKeuzes(client: PoolClient, tijdvakId: string): Promise<ReadonlyMap<number, { scholingsactiviteitId: string; kalenderjaar: number }>> {
  const { rows } = await client.query<{ nummer: number; scholingsactiviteitId: string; kalenderjaar: number }>(
    `select d.nummer, a.scholingsactiviteit_id as "scholingsactiviteitId", i.kalenderjaar
     from loting_deelnemer d join indiening i on i.aanvraag_id = d.aanvraag_id join aanvraag a on a.id = d.aanvraag_id where d.tijdvak_id = $1`, [tijdvakId])
  return new Map(rows.map(({ nummer, ...keuze }) => [nummer, keuze]))
}

export type NieuweUitslag = {
  readonly volgorde: number
  readonly nummer: number
  readonly rang: number
  readonly uitkomst: LotingUitkomst
  readonly compartimentId: string | null
  readonly bedragCent: number
  readonly beschikbaarCent: number
  readonly vrijCent: readonly number[]
  readonly verleningen: number
  readonly grensGeteld: number | null
}

export async function saveUitslag(client: PoolClient, tijdvakId: string, regels: readonly NieuweUitslag[]): Promise<void> {
  await client.query(
    `insert into loting_uitslag (tijdvak_id, volgorde, nummer, rang, uitkomst, compartiment_id, bedrag_cent, beschikbaar_cent, vrij_cent, verleningen, grens_geteld)
     select $1, volgorde, nummer, rang, uitkomst, compartiment_id, bedrag_cent, beschikbaar_cent, vrij::bigint[], verleningen, grens_geteld
     from unnest($2::integer[], $3::integer[], $4::integer[], $5::text[], $6::uuid[], $7::integer[], $8::bigint[], $9::text[], $10::integer[], $11::integer[])
       as r (volgorde, nummer, rang, uitkomst, compartiment_id, bedrag_cent, beschikbaar_cent, vrij, verleningen, grens_geteld)`,
    [
      tijdvakId,
      intArray(regels.map(({ volgorde }) => volgorde)),
      intArray(regels.map(({ nummer }) => nummer)),
      intArray(regels.map(({ rang }) => rang)),
      textArray(regels.map(({ uitkomst }) => uitkomst)),
      uuidArray(regels.map(({ compartimentId }) => compartimentId)),
      intArray(regels.map(({ bedragCent }) => bedragCent)),
      bigintArray(regels.map(({ beschikbaarCent }) => beschikbaarCent)),
      textArray(regels.map(({ vrijCent }) => `{${vrijCent.join(',')}}`)),
      intArray(regels.map(({ verleningen }) => verleningen)),
      intArray(regels.map(({ grensGeteld }) => grensGeteld)),
    ],
  )
}

/** Writes the seed and what came of it, with the entry in the log. */
export async function saveTrekking(client: PoolClient, tijdvakId: string, { zaad, toegekend, uitslagHash }: { zaad: string; toegekend: number; uitslagHash: string }): Promise<void> {
  await client.query(
    `with trekking as (
       update loting set zaad = $2, zaad_op = nu(), getrokken_op = nu(), toegekend = $3, uitslag_hash = $4 where tijdvak_id = $1
     )
     insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens)
     values ('tijdvak', $1::uuid::text, 'trek-loting', 'systeem', jsonb_build_object('zaad', $2::text, 'toegekend', $3::integer, 'uitslagHash', $4::text))`,
    [tijdvakId, zaad, toegekend, uitslagHash],
  )
}

/** Draws of which part of the result still has to be written on the aanvragen. */
export async function listTeVerwerken(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>('select tijdvak_id as id from loting where getrokken_op is not null and verwerkt_tot < aantal')
  return rows.map(({ id }) => id)
}

export type UitslagVanAanvraag = NieuweUitslag & {
  readonly aanvraagId: string
  readonly volgnummer: number
  readonly burgerId: string
  readonly kalenderjaar: number
  readonly gevraagdCent: number
  readonly compartimentIds: readonly string[]
  readonly scholingsactiviteitId: string
  readonly status: string
}

/**
 * The next part of the result, in the order of the draw, with the rows of the aanvragen locked. By key, also when nobody counted the
 * tables since they were filled.
 */
export async function lockUitslag(client: PoolClient, tijdvakId: string, { vanaf, limit }: { vanaf: number; limit: number }): Promise<readonly UitslagVanAanvraag[]> {
  await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off')
  const idsOf = makeIdsOf()
  const { rows } = await client.query<Omit<UitslagVanAanvraag, 'compartimentIds'> & { compartimenten: string }>({
    name: 'loting-uitslag',
    text: `select u.volgorde, u.nummer, u.rang, u.uitkomst, u.compartiment_id as "compartimentId", u.bedrag_cent as "bedragCent", u.beschikbaar_cent as "beschikbaarCent",
                  u.vrij_cent as "vrijCent", u.verleningen, u.grens_geteld as "grensGeteld",
                  d.aanvraag_id as "aanvraagId", d.compartiment_ids::text as compartimenten, d.bedrag_cent as "gevraagdCent",
                  i.volgnummer, i.burger_id as "burgerId", i.kalenderjaar, a.scholingsactiviteit_id as "scholingsactiviteitId", a.status
           from loting_uitslag u join loting_deelnemer d on d.tijdvak_id = u.tijdvak_id and d.nummer = u.nummer
           join indiening i on i.aanvraag_id = d.aanvraag_id join aanvraag a on a.id = d.aanvraag_id
           where u.tijdvak_id = $1 and u.volgorde > $2 and u.volgorde <= $3 order by d.aanvraag_id for no key update of a`,
    values: [tijdvakId, vanaf, vanaf + limit],
  })
  await client.query('set local enable_hashjoin = on; set local enable_mergejoin = on')
  return rows.map(({ compartimenten, ...rij }) => ({ ...rij, compartimentIds: idsOf(compartimenten) })).sort((a, b) => a.volgorde - b.volgorde)
}

export async function saveVerwerkt(client: PoolClient, tijdvakId: string, tot: number): Promise<void> {
  await client.query('update loting set verwerkt_tot = $2 where tijdvak_id = $1', [tijdvakId, tot])
}
