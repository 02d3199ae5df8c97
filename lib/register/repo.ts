import 'server-only'
import { contentHash } from '@/lib/platform/content-hash'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { ACTIVITEIT_STATUSSEN, isErkennerSoort, isGebrek, isMaatregelSoort, isScholingsoort } from '@/lib/register/model'
import type { ActiviteitInhoud, ErkenningPeriode, Gebrek, Maatregel, OpleidingInhoud, Rijfout } from '@/lib/register/model'
import type { RegisterFeiten } from '@/lib/register/rules/aanvraagbaar'
import { toVergelijkbaar, toVersieInhoud } from '@/lib/register/rules/inhoud'
import { CATEGORIE_LABEL } from '@/lib/register/texts'
import { Prisma } from '@/prisma/generated/client'

/** Everything that the rule of aanvraagbaarheid judges, of one scholingsactiviteit. */
export async function findRegisterFeiten(tx: Tx, scholingsactiviteitId: string): Promise<RegisterFeiten | undefined> {
  const rij = await tx.scholingsactiviteit.findUnique({
    where: { id: scholingsactiviteitId },
    include: { opleiding: true, opleider: { include: { maatregelen: true, erkenningen: { include: { erkenner: true } } } } },
  })
  if (rij === null) return undefined
  return {
    opleidingId: rij.opleidingId,
    soort: isScholingsoort(rij.opleiding.soort) ? rij.opleiding.soort : 'cursus',
    actief: rij.opleiding.actief,
    scholingsjaar: rij.scholingsjaar,
    stapToestemming: rij.opleiding.stapToestemming,
    gebreken: rij.opleiding.gebreken.filter(isGebrek),
    status: ACTIVITEIT_STATUSSEN.find((status) => status === rij.status) ?? 'gesloten',
    subsidiabelCent: rij.subsidiabelCent,
    startdatum: fromDbDate(rij.startdatum),
    geregistreerdOp: rij.geregistreerdOp,
    erkenningen: rij.opleider.erkenningen.flatMap(toErkenning),
    maatregelen: rij.opleider.maatregelen.flatMap(toMaatregel),
  }
}

/** Values that this version of the system does not know count as none: no erkenning, but then also no right to be applied for. */
type ErkenningRij = { erkennerId: string; opleidingId: string | null; geldigVan: Date; geldigTot: Date | null; ingetrokkenOp: Date | null; erkenner: { soort: string } }

export function toErkenning({ erkennerId, opleidingId, geldigVan, geldigTot, ingetrokkenOp, erkenner: { soort } }: ErkenningRij): ErkenningPeriode[] {
  if (!isErkennerSoort(soort)) return []
  return [{ soort, erkennerId, opleidingId, geldigVan: fromDbDate(geldigVan), geldigTot: geldigTot === null ? null : fromDbDate(geldigTot), isIngetrokken: ingetrokkenOp !== null }]
}

type MaatregelRij = { id: string; opleidingId: string | null; soort: string; ingangsdatum: Date; einddatum: Date | null; opgehevenOp: Date | null }

export function toMaatregel(rij: MaatregelRij): Maatregel[] {
  if (!isMaatregelSoort(rij.soort)) return []
  return [{
    id: rij.id,
    opleidingId: rij.opleidingId,
    soort: rij.soort,
    ingangsdatum: fromDbDate(rij.ingangsdatum),
    einddatum: rij.einddatum === null ? null : fromDbDate(rij.einddatum),
    isOpgeheven: rij.opgehevenOp !== null,
  }]
}

/** Locks an opleiding of this opleider against changes at the same time. Undefined when it is not there or belongs to another. */
export async function lockOpleiding(tx: Tx, opleidingId: string, opleiderId: string) {
  await tx.$queryRaw`select id from opleiding where id = ${opleidingId}::uuid for no key update`
  return await tx.opleiding.findFirst({ where: { id: opleidingId, opleiderId } }) ?? undefined
}

/** An opleiding with what it misses, and a hash that says whether anything of it changed. */
function complete(inhoud: OpleidingInhoud): { versieInhoud: OpleidingInhoud & { gebreken: Gebrek[] }; gebreken: Gebrek[]; inhoudHash: string } {
  const versieInhoud = toVersieInhoud(inhoud)
  return { versieInhoud, gebreken: versieInhoud.gebreken, inhoudHash: contentHash(toVergelijkbaar(versieInhoud)) }
}

/** The content of a row as Prisma wants it: JSON null apart. */
function toKolommen({ erkendOnderdeel, arbeidsmarkt, ...inhoud }: OpleidingInhoud) {
  return { ...inhoud, erkendOnderdeel: erkendOnderdeel ?? Prisma.DbNull, arbeidsmarkt: arbeidsmarkt ?? Prisma.DbNull }
}

/** Adds an opleiding that was entered by hand, with its first version; gives its id. */
export async function insertOpleiding(tx: Tx, sleutel: { opleiderId: string; programmaId: string }, inhoud: OpleidingInhoud, doorId: string): Promise<string> {
  const { gebreken, inhoudHash } = complete(inhoud)
  const { id } = await tx.opleiding.create({ data: { ...sleutel, ...toKolommen(inhoud), gebreken, inhoudHash, bron: 'portaal' }, select: { id: true } })
  await insertVersie(tx, { opleidingId: id, versie: 1, inhoud, doorId })
  return id
}

/** Writes the next version of an opleiding that was locked; gives its number, which is the old one when nothing changed. */
export async function updateOpleiding(tx: Tx, opleiding: { id: string; versie: number; inhoudHash: string; arbeidsmarkt: unknown }, inhoud: OpleidingInhoud, doorId: string): Promise<number> {
  const { gebreken, inhoudHash } = complete(inhoud)
  if (inhoudHash === opleiding.inhoudHash && contentHash(inhoud.arbeidsmarkt) === contentHash(opleiding.arbeidsmarkt)) return opleiding.versie
  const versie = opleiding.versie + 1
  await tx.opleiding.update({ where: { id: opleiding.id }, data: { ...toKolommen(inhoud), gebreken, inhoudHash, versie, bron: 'portaal', importId: null } })
  await tx.$executeRaw`update opleiding set updated_at = nu() where id = ${opleiding.id}::uuid`
  await insertVersie(tx, { opleidingId: opleiding.id, versie, inhoud, doorId })
  return versie
}

async function insertVersie(tx: Tx, { inhoud, ...versie }: { opleidingId: string; versie: number; inhoud: OpleidingInhoud; doorId: string }): Promise<void> {
  await tx.opleidingVersie.create({ data: { ...versie, inhoud: toVersieInhoud(inhoud), bron: 'portaal' } })
}

/** Adds a scholingsactiviteit that was entered by hand; the moment of registration is nu(). */
export async function insertActiviteit(tx: Tx, plaats: { opleidingId: string; opleiderId: string }, activiteit: ActiviteitInhoud, doorId: string): Promise<string> {
  const { id } = await tx.scholingsactiviteit.create({ data: { ...plaats, ...toRij(activiteit), doorId }, select: { id: true } })
  await tx.$executeRaw`update scholingsactiviteit set geregistreerd_op = nu(), updated_at = nu() where id = ${id}::uuid`
  return id
}

/** Changes the given fields of an activity. */
export async function updateActiviteit(tx: Tx, id: string, activiteit: ActiviteitInhoud, doorId: string): Promise<void> {
  await tx.scholingsactiviteit.update({ where: { id }, data: { ...toRij(activiteit), doorId, bron: 'portaal', importId: null } })
  await tx.$executeRaw`update scholingsactiviteit set updated_at = nu() where id = ${id}::uuid`
}

function toRij(activiteit: ActiviteitInhoud) {
  return { ...activiteit, startdatum: toDbDate(activiteit.startdatum), einddatum: toDbDate(activiteit.einddatum) }
}

/** Locks an activity of this opleider. Undefined when it is not there or belongs to another. */
export async function lockActiviteit(tx: Tx, id: string, opleiderId: string) {
  await tx.$queryRaw`select id from scholingsactiviteit where id = ${id}::uuid for no key update`
  return await tx.scholingsactiviteit.findFirst({ where: { id, opleiderId }, include: { opleiding: true } }) ?? undefined
}

/** Whether the opleider already uses this code for another activity. */
export async function cohortcodeIsTaken(tx: Tx, opleiderId: string, cohortcode: string): Promise<boolean> {
  return await tx.scholingsactiviteit.findUnique({ where: { opleiderId_cohortcode: { opleiderId, cohortcode } }, select: { id: true } }) !== null
}

/** A start date that does not go ahead stays in the register. */
export async function cancelActiviteit(tx: Tx, id: string, doorId: string): Promise<void> {
  await tx.$executeRaw`update scholingsactiviteit set status = 'geannuleerd', updated_at = nu(), bron = 'portaal', door_id = ${doorId}::uuid, import_id = null where id = ${id}::uuid`
}

/** Whether the opleider already uses this code for another opleiding. */
export async function programmaIdIsTaken(tx: Tx, opleiderId: string, programmaId: string): Promise<boolean> {
  return await tx.opleiding.findUnique({ where: { opleiderId_programmaId: { opleiderId, programmaId } }, select: { id: true } }) !== null
}

/** Whether there is such an opleider, and (when one is named) such an opleiding of it. */
export async function opleidingBelongsTo(tx: Tx, opleiderId: string, opleidingId: string | null): Promise<boolean> {
  return opleidingId === null ? opleiderExists(tx, opleiderId) : await tx.opleiding.count({ where: { id: opleidingId, opleiderId } }) === 1
}

/** Adds a maatregel; undefined when the same kind already runs on exactly this opleider or opleiding. */
export async function insertMaatregel(tx: Tx, maatregel: Prisma.MaatregelUncheckedCreateInput): Promise<string | undefined> {
  const { opleiderId, opleidingId = null, soort } = maatregel
  // Two people at the same screen: the second waits here and then sees the first.
  await tx.$queryRaw`select id from opleider where id = ${opleiderId}::uuid for no key update`
  if (await tx.maatregel.count({ where: { opleiderId, opleidingId, soort, opgehevenOp: null, einddatum: null } }) > 0) return undefined
  const { id } = await tx.maatregel.create({ data: maatregel, select: { id: true } })
  await tx.$executeRaw`update maatregel set opgelegd_op = nu() where id = ${id}::uuid`
  return id
}

/** Ends a maatregel, or says why that cannot be done. */
export async function endMaatregel(tx: Tx, id: string, { doorId, reden }: { doorId: string; reden: string }) {
  await tx.$queryRaw`select id from maatregel where id = ${id}::uuid for update`
  const maatregel = await tx.maatregel.findUnique({ where: { id } })
  if (maatregel === null) return 'onbekende-maatregel' as const
  if (maatregel.opgehevenOp !== null) return 'al-opgeheven' as const
  await tx.$executeRaw`update maatregel set opgeheven_op = nu(), opgeheven_door = ${doorId}::uuid, opheffing_reden = ${reden} where id = ${id}::uuid`
  return maatregel
}

/** Brings the text that search reads up to date. */
export async function refreshZoektekst(tx: Tx, ...opleidingIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`select werk_zoektekst_bij(${opleidingIds}::uuid[], ${JSON.stringify(CATEGORIE_LABEL)}::jsonb)`
}

/** The opleidingen that an import wrote (or whose activities it wrote), that one opleiding, or all of an opleider. */
export async function listGeraakteOpleidingen(tx: Tx, { importId = null, opleidingId = null, opleiderId = null }: { importId?: string | null | undefined; opleidingId?: string | null | undefined; opleiderId?: string | null | undefined }): Promise<string[]> {
  const rijen = await tx.$queryRaw<{ id: string }[]>`
    select id from opleiding where id = ${opleidingId}::uuid or opleider_id = ${opleiderId}::uuid or import_id = ${importId}::uuid
    union select opleiding_id from scholingsactiviteit where import_id = ${importId}::uuid`
  return rijen.map(({ id }) => id)
}

/** Notes that a file has come in; gives the id of the import. */
export async function insertImport(
  tx: Tx, rij: { opleiderId: string | null; doorId: string | null; formaat: string; bestandsnaam: string; sha256: string; documentId: string | null },
): Promise<string> {
  const { id } = await tx.import.create({ data: rij, select: { id: true } })
  await tx.$executeRaw`update import set created_at = nu() where id = ${id}::uuid`
  return id
}

export async function opleiderExists(tx: Tx, id: string): Promise<boolean> {
  return await tx.opleider.findUnique({ where: { id }, select: { id: true } }) !== null
}

/** The stored file of an import. */
export async function findImportDocument(tx: Tx, importId: string): Promise<string | undefined> {
  return (await tx.import.findUnique({ where: { id: importId }, select: { documentId: true } }))?.documentId ?? undefined
}

/** Shows on the screen that a worker has started; one that is done stays done. */
export async function markImportBusy(tx: Tx, importId: string): Promise<void> {
  await tx.import.updateMany({ where: { id: importId, toestand: 'ontvangen' }, data: { toestand: 'bezig' } })
}

// ── The import, in plain SQL: one statement per table for a whole batch ──────────────────────────────────────────────────────────

/** A good row of a file, with the opleider it belongs to. */
export type ImportRij = { regel: number; opleiderId: string; programmaId: string; inhoud: OpleidingInhoud; activiteiten: ActiviteitInhoud[] }

/** Waits until no other import changes the same part of the register: one opleider, or (undefined) all of it. */
export async function lockForImport(client: PoolClient, opleiderId: string | null): Promise<void> {
  await client.query("set local lock_timeout = '10min'")
  if (opleiderId === null) await client.query("select pg_advisory_xact_lock(hashtextextended('register', 0))")
  else await client.query("select pg_advisory_xact_lock_shared(hashtextextended('register', 0)), pg_advisory_xact_lock(hashtextextended('register ' || $1, 0))", [opleiderId])
}

/** Every opleider by the name that EDU-DEX gives it. */
export async function mapOpleidersByOrgUnit(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; org_unit_id: string }>('select id, org_unit_id from opleider where org_unit_id is not null')
  return new Map(rows.map((row) => [row.org_unit_id, row.id]))
}

/** The codes of these rows that already belong to another opleiding of the same opleider: opleider, code and that opleiding. */
export async function findCohortcodes(client: PoolClient, rijen: readonly ImportRij[]): Promise<{ opleiderId: string; cohortcode: string; programmaId: string }[]> {
  const codes = rijen.flatMap((rij) => rij.activiteiten.map((activiteit) => [rij.opleiderId, activiteit.cohortcode] as const))
  const { rows } = await client.query<{ opleiderId: string; cohortcode: string; programmaId: string }>(`
    select s.opleider_id as "opleiderId", s.cohortcode, o.programma_id as "programmaId"
    from unnest($1::uuid[], $2::text[]) as c (opleider_id, cohortcode)
    join scholingsactiviteit s on s.opleider_id = c.opleider_id and s.cohortcode = c.cohortcode
    join opleiding o on o.id = s.opleiding_id`, [codes.map(([opleiderId]) => opleiderId), codes.map(([, cohortcode]) => cohortcode)])
  return rows
}

const INHOUD = ['titel', 'samenvatting', 'omschrijving', 'categorie', 'niveau', 'opleidingsvorm', 'waardedocument', 'studielast', 'studielast_eenheid',
  'duur_dagen', 'voertaal', 'stap_toestemming', 'catalogusprijs_cent', 'subsidiabel_cent', 'soort', 'kosten', 'themas', 'leerdoel', 'toelatingseisen', 'erkend_onderdeel',
  'eqf', 'nlqf', 'url', 'dagdelen', 'actief', 'gebreken', 'inhoud_hash'] as const
const OPLEIDING_SQL = `
  with invoer as (
    select * from json_to_recordset($1::json) as r (opleider_id uuid, programma_id text, titel text, samenvatting text, omschrijving text, categorie text,
      niveau text, opleidingsvorm text, waardedocument text, studielast int, studielast_eenheid text, duur_dagen int, voertaal text, stap_toestemming boolean,
      catalogusprijs_cent int, subsidiabel_cent int, soort text, kosten jsonb, themas text[], leerdoel text, toelatingseisen text, erkend_onderdeel jsonb, eqf int, nlqf int,
      url text, dagdelen text[], actief boolean, gebreken text[], inhoud_hash text, inhoud jsonb)
  ), anders as (
    select i.* from invoer i left join opleiding o using (opleider_id, programma_id) where o.id is null or o.inhoud_hash <> i.inhoud_hash
  ), geschreven as (
    insert into opleiding as o (opleider_id, programma_id, bron, created_at, updated_at, ${INHOUD.join(', ')})
    select opleider_id, programma_id, 'edudex', nu(), nu(), ${INHOUD.join(', ')} from anders
    on conflict (opleider_id, programma_id) do update
    set versie = o.versie + 1, bron = 'edudex', updated_at = nu(), ${INHOUD.map((kolom) => `${kolom} = excluded.${kolom}`).join(', ')}
    returning id, opleider_id, programma_id, versie
  ), vastgelegd as (
    insert into opleiding_versie (opleiding_id, versie, inhoud, door_id, bron, import_id, vastgelegd_op)
    select g.id, g.versie, a.inhoud, $2, 'edudex', $3, nu() from geschreven g join anders a using (opleider_id, programma_id)
  )
  select id, versie = 1 as nieuw from geschreven`

const ACTIVITEIT = ['startdatum', 'einddatum', 'plaats', 'adres', 'postcode', 'opleidingsvorm', 'status', 'catalogusprijs_cent', 'subsidiabel_cent', 'deelnemersplaatsen',
  'dagdelen', 'scholingsjaar', 'kosten'] as const
const ofTable = (alias: string) => ACTIVITEIT.map((kolom) => `${alias}.${kolom}`).join(', ')
const ACTIVITEIT_SQL = `
  with invoer as (
    select * from json_to_recordset($1::json) as r (opleider_id uuid, programma_id text, cohortcode text, startdatum date, einddatum date, plaats text,
      adres text, postcode text, opleidingsvorm text, status text, catalogusprijs_cent int, subsidiabel_cent int, deelnemersplaatsen int,
      dagdelen text[], scholingsjaar int, kosten jsonb)
  )
  insert into scholingsactiviteit as s (opleiding_id, opleider_id, cohortcode, geregistreerd_op, updated_at, ${ACTIVITEIT.join(', ')})
  select o.id, i.opleider_id, i.cohortcode, nu(), nu(), ${ofTable('i')}
  from invoer i join opleiding o using (opleider_id, programma_id)
  left join scholingsactiviteit b on b.opleider_id = i.opleider_id and b.cohortcode = i.cohortcode
  where b.id is null or (${ofTable('b')}) is distinct from (${ofTable('i')})
  on conflict (opleider_id, cohortcode) do update set updated_at = nu(), ${ACTIVITEIT.map((kolom) => `${kolom} = excluded.${kolom}`).join(', ')}
  returning s.opleiding_id as id`

const snake = (naam: string): string => naam.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toColumns = (waarden: object): object => Object.fromEntries(Object.entries(waarden).map(([naam, waarde]) => [snake(naam), waarde]))

/** Writes a batch of good rows; what did not change is not written. Gives how many opleidingen are new and how many changed. */
export async function saveImportRijen(client: PoolClient, bron: { importId: string; doorId: string | null }, rijen: readonly ImportRij[]): Promise<{ nieuw: number; gewijzigd: number }> {
  const opleidingen = rijen.map(({ opleiderId, programmaId, inhoud }) => {
    const { gebreken, inhoudHash, versieInhoud } = complete(inhoud)
    return { ...toColumns({ opleiderId, programmaId, ...inhoud, gebreken, inhoudHash }), inhoud: versieInhoud }
  })
  const activiteiten = rijen.flatMap(({ opleiderId, programmaId, activiteiten: lijst }) => lijst.map((activiteit) => toColumns({ opleiderId, programmaId, ...activiteit })))
  const geschreven = await client.query<{ id: string; nieuw: boolean }>(OPLEIDING_SQL, [JSON.stringify(opleidingen), bron.doorId, bron.importId])
  const geraakt = await client.query<{ id: string }>(ACTIVITEIT_SQL, [JSON.stringify(activiteiten)])
  const ids = new Set([...geschreven.rows, ...geraakt.rows].map((row) => row.id))
  await client.query('select werk_zoektekst_bij($1::uuid[], $2::jsonb)', [[...ids], JSON.stringify(CATEGORIE_LABEL)])
  const nieuw = geschreven.rows.filter((row) => row.nieuw).length
  return { nieuw, gewijzigd: ids.size - nieuw }
}

/** Lists what was refused, for the report of the import. */
export async function saveImportFouten(client: PoolClient, importId: string, fouten: readonly (Rijfout & { regel: number; sleutel: string | null })[]): Promise<void> {
  await client.query('insert into import_fout (import_id, regel, sleutel, veld, reden) select $1, r.* from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as r',
    [importId, fouten.map((f) => f.regel), fouten.map((f) => f.sleutel), fouten.map((f) => f.veld), fouten.map((f) => f.reden)])
}
