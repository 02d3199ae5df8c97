import 'server-only'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
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

export async function hasLoting(client: PoolClient, tijdvakId: string): Promise<boolean> {
  // Two deliveries of the job at once: the second waits here and then sees what the first did.
  await client.query('select 1 from tijdvak where id = $1 for no key update', [tijdvakId])
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

/** Who takes part: received, not withdrawn and not refused. */
export async function listInschrijvingen(client: PoolClient, tijdvakId: string): Promise<readonly Inschrijving[]> {
  const { rows } = await client.query<Inschrijving>(
    `select i.aanvraag_id as "aanvraagId", i.compartiment_ids as "compartimentIds", i.bedrag_cent as "bedragCent"
     from indiening i join aanvraag a on a.id = i.aanvraag_id where i.tijdvak_id = $1 and a.status = 'ingediend'`, [tijdvakId])
  return rows
}

export type NieuweDeelnemer = Inschrijving & { readonly nummer: number; readonly lot: string; readonly gewicht: number }

export async function saveDeelnemers(client: PoolClient, tijdvakId: string, deelnemers: readonly NieuweDeelnemer[]): Promise<void> {
  await client.query(
    `insert into loting_deelnemer (tijdvak_id, nummer, aanvraag_id, lot, compartiment_ids, bedrag_cent, gewicht)
     select $1, nummer, aanvraag_id, lot, compartiment_ids::uuid[], bedrag_cent, gewicht
     from unnest($2::integer[], $3::uuid[], $4::text[], $5::text[], $6::integer[], $7::integer[]) as r (nummer, aanvraag_id, lot, compartiment_ids, bedrag_cent, gewicht)`,
    [
      tijdvakId,
      deelnemers.map(({ nummer }) => nummer),
      deelnemers.map(({ aanvraagId }) => aanvraagId),
      deelnemers.map(({ lot }) => lot),
      deelnemers.map(({ compartimentIds }) => `{${compartimentIds.join(',')}}`),
      deelnemers.map(({ bedragCent }) => bedragCent),
      deelnemers.map(({ gewicht }) => gewicht),
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

/** A participant as the draw needs it: what the list says, and whose aanvraag it is. */
export type TrekDeelnemer = NieuweDeelnemer & { readonly volgnummer: number; readonly burgerId: string; readonly kalenderjaar: number; readonly scholingsactiviteitId: string; readonly isIngetrokken: boolean }

export async function listTeTrekken(client: PoolClient, tijdvakId: string): Promise<readonly TrekDeelnemer[]> {
  // The list was written a moment ago and may not have been counted yet: without this a million rows are looked up one by one.
  await client.query('set local enable_nestloop = off; set local jit = off')
  const { rows } = await client.query<TrekDeelnemer>(
    `select d.nummer, d.aanvraag_id as "aanvraagId", d.lot, d.compartiment_ids as "compartimentIds", d.bedrag_cent as "bedragCent", d.gewicht,
            i.volgnummer, i.burger_id as "burgerId", i.kalenderjaar, a.scholingsactiviteit_id as "scholingsactiviteitId", a.status <> 'ingediend' as "isIngetrokken"
     from loting_deelnemer d join indiening i on i.aanvraag_id = d.aanvraag_id join aanvraag a on a.id = d.aanvraag_id
     where d.tijdvak_id = $1 order by d.nummer`, [tijdvakId])
  await client.query('set local enable_nestloop = on')
  return rows
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
      regels.map(({ volgorde }) => volgorde),
      regels.map(({ nummer }) => nummer),
      regels.map(({ rang }) => rang),
      regels.map(({ uitkomst }) => uitkomst),
      regels.map(({ compartimentId }) => compartimentId),
      regels.map(({ bedragCent }) => bedragCent),
      regels.map(({ beschikbaarCent }) => beschikbaarCent),
      regels.map(({ vrijCent }) => `{${vrijCent.join(',')}}`),
      regels.map(({ verleningen }) => verleningen),
      regels.map(({ grensGeteld }) => grensGeteld),
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

/** The next part of the result, in the order of the draw, with the rows of the aanvragen locked. */
export async function lockUitslag(client: PoolClient, tijdvakId: string, { vanaf, limit }: { vanaf: number; limit: number }): Promise<readonly UitslagVanAanvraag[]> {
  await client.query(
    `select 1 from aanvraag where id in (
       select d.aanvraag_id from loting_uitslag u join loting_deelnemer d on d.tijdvak_id = u.tijdvak_id and d.nummer = u.nummer
       where u.tijdvak_id = $1 and u.volgorde > $2 and u.volgorde <= $3) order by id for no key update`, [tijdvakId, vanaf, vanaf + limit])
  const { rows } = await client.query<UitslagVanAanvraag>(
    `select u.volgorde, u.nummer, u.rang, u.uitkomst, u.compartiment_id as "compartimentId", u.bedrag_cent as "bedragCent", u.beschikbaar_cent as "beschikbaarCent",
            u.vrij_cent as "vrijCent", u.verleningen, u.grens_geteld as "grensGeteld",
            d.aanvraag_id as "aanvraagId", d.compartiment_ids as "compartimentIds", d.bedrag_cent as "gevraagdCent",
            i.volgnummer, i.burger_id as "burgerId", i.kalenderjaar, a.scholingsactiviteit_id as "scholingsactiviteitId", a.status
     from loting_uitslag u join loting_deelnemer d on d.tijdvak_id = u.tijdvak_id and d.nummer = u.nummer
     join aanvraag a on a.id = d.aanvraag_id join indiening i on i.aanvraag_id = a.id
     where u.tijdvak_id = $1 and u.volgorde > $2 and u.volgorde <= $3 order by u.volgorde`, [tijdvakId, vanaf, vanaf + limit])
  return rows
}

export async function saveVerwerkt(client: PoolClient, tijdvakId: string, tot: number): Promise<void> {
  await client.query('update loting set verwerkt_tot = $2 where tijdvak_id = $1', [tijdvakId, tot])
}
