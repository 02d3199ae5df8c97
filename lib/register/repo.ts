import 'server-only'
import { contentHash } from '@/lib/platform/content-hash'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'
import { ACTIVITEIT_STATUSSEN, isErkennerSoort, isGebrek, isMaatregelSoort, isScholingsoort } from '@/lib/register/model'
import type { ActiviteitInhoud, ErkenningPeriode, Gebrek, Maatregel, OpleidingInhoud } from '@/lib/register/model'
import type { RegisterFeiten } from '@/lib/register/rules/aanvraagbaar'
import { toVergelijkbaar, toVersieInhoud } from '@/lib/register/rules/inhoud'
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
  await tx.opleidingVersie.create({ data: { ...versie, inhoud: toVersieInhoud(inhoud), inhoudHash: complete(inhoud).inhoudHash, bron: 'portaal' } })
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

export async function opleiderExists(tx: Tx, id: string): Promise<boolean> {
  return await tx.opleider.findUnique({ where: { id }, select: { id: true } }) !== null
}

const snake = (naam: string): string => naam.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toColumns = (waarden: object): object => Object.fromEntries(Object.entries(waarden).map(([naam, waarde]) => [snake(naam), waarde]))

// ── Many at once: one statement per table, whatever their number ─────────────────────────────────────────────────────────────────

/** A start date of an opleiding that is changed with many others. */
export type VeelActiviteit = Pick<ActiviteitInhoud, 'startdatum' | 'status' | 'catalogusprijsCent' | 'subsidiabelCent' | 'kosten'> & { id: string }
export type VeelRij = { id: string; versie: number; inhoudHash: string; rij: unknown; activiteiten: VeelActiviteit[] }

/** Locks these opleidingen of an opleider, always in the same order, with their start dates that are not cancelled. */
export async function lockVeel(tx: Tx, opleiderId: string, ids: readonly string[]): Promise<VeelRij[]> {
  await tx.$queryRaw`select id from opleiding where opleider_id = ${opleiderId}::uuid and id = any (${ids}::uuid[]) order by id for no key update`
  const rijen = await tx.opleiding.findMany({ where: { opleiderId, id: { in: [...ids] } } })
  const activiteiten = await tx.$queryRaw<(VeelActiviteit & { opleidingId: string })[]>`
    select id, opleiding_id as "opleidingId", startdatum::text as startdatum, status, catalogusprijs_cent as "catalogusprijsCent", subsidiabel_cent as "subsidiabelCent", kosten
    from scholingsactiviteit where opleiding_id = any (${ids}::uuid[]) and status <> 'geannuleerd' order by id for no key update`
  const per = new Map<string, VeelActiviteit[]>()
  for (const { opleidingId, ...activiteit } of activiteiten) per.set(opleidingId, [...(per.get(opleidingId) ?? []), activiteit])
  return rijen.map((rij) => ({ id: rij.id, versie: rij.versie, inhoudHash: rij.inhoudHash, rij, activiteiten: per.get(rij.id) ?? [] }))
}

/** Writes the next version of each opleiding that became another; gives the ids of those. */
export async function saveVeel(tx: Tx, doorId: string, rijen: readonly { id: string; inhoud: OpleidingInhoud; arbeidsmarktVoor: unknown; inhoudHash: string }[]): Promise<string[]> {
  const anders = rijen.map((rij) => ({ ...rij, nieuw: complete(rij.inhoud) }))
    .filter(({ inhoudHash, inhoud, arbeidsmarktVoor, nieuw }) => nieuw.inhoudHash !== inhoudHash || contentHash(inhoud.arbeidsmarkt) !== contentHash(arbeidsmarktVoor))
    .map(({ id, inhoud: { erkendOnderdeel, arbeidsmarkt, ...rest }, nieuw: { gebreken, inhoudHash, versieInhoud } }) => ({ ...toColumns(rest), id, erkend_onderdeel: erkendOnderdeel, arbeidsmarkt, gebreken, inhoud_hash: inhoudHash, inhoud: versieInhoud }))
  if (anders.length === 0) return []
  await tx.$executeRaw`
    with invoer as (select * from json_to_recordset(${JSON.stringify(anders)}::json) as r (id uuid, titel text, samenvatting text, omschrijving text, categorie text, niveau text, opleidingsvorm text,
      waardedocument text, studielast int, studielast_eenheid text, duur_dagen int, voertaal text, stap_toestemming boolean, catalogusprijs_cent int, subsidiabel_cent int, soort text, kosten jsonb,
      themas text[], leerdoel text, toelatingseisen text, erkend_onderdeel jsonb, eqf int, nlqf int, url text, dagdelen text[], arbeidsmarkt jsonb, actief boolean, gebreken text[], inhoud_hash text, inhoud jsonb)
    ), geschreven as (
      update opleiding o set versie = o.versie + 1, bron = 'portaal', import_id = null, updated_at = nu(), titel = i.titel, samenvatting = i.samenvatting, omschrijving = i.omschrijving,
        categorie = i.categorie, niveau = i.niveau, opleidingsvorm = i.opleidingsvorm, waardedocument = i.waardedocument, studielast = i.studielast, studielast_eenheid = i.studielast_eenheid,
        duur_dagen = i.duur_dagen, voertaal = i.voertaal, stap_toestemming = i.stap_toestemming, catalogusprijs_cent = i.catalogusprijs_cent, subsidiabel_cent = i.subsidiabel_cent, soort = i.soort,
        kosten = i.kosten, themas = i.themas, leerdoel = i.leerdoel, toelatingseisen = i.toelatingseisen, erkend_onderdeel = nullif(i.erkend_onderdeel, 'null'), eqf = i.eqf, nlqf = i.nlqf, url = i.url,
        dagdelen = i.dagdelen, arbeidsmarkt = nullif(i.arbeidsmarkt, 'null'), actief = i.actief, gebreken = i.gebreken, inhoud_hash = i.inhoud_hash
      from invoer i where o.id = i.id returning o.id, o.versie
    )
    insert into opleiding_versie (opleiding_id, versie, inhoud, door_id, bron, vastgelegd_op)
    select g.id, g.versie, i.inhoud, ${doorId}::uuid, 'portaal', nu() from geschreven g join invoer i using (id)`
  return anders.map(({ id }) => id)
}

/** Changes the price or the status of many start dates. */
export async function saveVeelActiviteiten(tx: Tx, doorId: string, activiteiten: readonly VeelActiviteit[]): Promise<void> {
  if (activiteiten.length === 0) return
  await tx.$executeRaw`
    update scholingsactiviteit s set status = i.status, catalogusprijs_cent = i.catalogusprijs_cent, subsidiabel_cent = i.subsidiabel_cent, kosten = i.kosten,
      bron = 'portaal', door_id = ${doorId}::uuid, import_id = null, updated_at = nu()
    from json_to_recordset(${JSON.stringify(activiteiten.map(toColumns))}::json) as i (id uuid, status text, catalogusprijs_cent int, subsidiabel_cent int, kosten jsonb) where s.id = i.id`
}

/** The codes that the opleider already uses. */
export async function findCohortcodesVan(tx: Tx, opleiderId: string, codes: readonly string[]): Promise<string[]> {
  return (await tx.scholingsactiviteit.findMany({ where: { opleiderId, cohortcode: { in: [...codes] } }, select: { cohortcode: true } })).map(({ cohortcode }) => cohortcode)
}

/** Adds start dates of one opleiding. */
export async function insertActiviteiten(tx: Tx, plaats: { opleidingId: string; opleiderId: string }, activiteiten: readonly ActiviteitInhoud[], doorId: string): Promise<string[]> {
  const rijen = await tx.scholingsactiviteit.createManyAndReturn({ data: activiteiten.map((activiteit) => ({ ...plaats, ...toRij(activiteit), doorId })), select: { id: true } })
  const ids = rijen.map(({ id }) => id)
  await tx.$executeRaw`update scholingsactiviteit set geregistreerd_op = nu(), updated_at = nu() where id = any (${ids}::uuid[])`
  return ids
}
