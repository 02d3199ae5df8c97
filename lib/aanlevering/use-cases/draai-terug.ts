import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { prisma, withClient, type PoolClient } from '@/lib/platform/db'
import { enqueueAll } from '@/lib/platform/outbox'
import { findImportOpleider, lockForImport, unlockForImport } from '@/lib/aanlevering/repo'
import { ACTIVITEIT_KOLOMMEN, OPLEIDING_KOLOMMEN } from '@/lib/aanlevering/rules/kolom'
import { inTransaction } from '@/lib/aanlevering/use-cases/neem-in'

export type DraaiTerugReden = 'import-niet-gevonden' | 'niet-terug-te-draaien'
/** `overgeslagen`: opleidingen and start dates that somebody else changed after the import; those keep what they are now. */
export type Teruggedraaid = { opleidingen: number; activiteiten: number; overgeslagen: number }

/**
 * Takes an import back: everything it wrote and nobody changed since becomes what it was before, as a new version; what it added is no
 * longer offered. Nothing is erased, because an aanvraag may refer to it.
 */
export function draaiTerug(actor: OpleiderActor | Medewerker, importId: string, reden = ''): Promise<Outcome<DraaiTerugReden, Teruggedraaid>> {
  return withClient(async (client) => {
    const opleiderId = await findImportOpleider(prisma, importId)
    if (opleiderId === undefined || (actor.soort === 'opleider' && opleiderId !== actor.opleiderId)) return refused('import-niet-gevonden')
    try {
      await lockForImport(client, opleiderId)
      return await inTransaction(client, () => restore(client, actor, { importId, reden }))
    } finally {
      await unlockForImport(client)
    }
  })
}

async function restore(client: PoolClient, actor: OpleiderActor | Medewerker, { importId, reden }: { importId: string; reden: string }): Promise<Outcome<DraaiTerugReden, Teruggedraaid>> {
  const { rowCount } = await client.query(
    `update import set toestand = 'teruggedraaid', teruggedraaid_op = nu(), teruggedraaid_door = $2 where id = $1 and toestand = 'klaar'`, [importId, actor.id])
  if (rowCount !== 1) return refused('niet-terug-te-draaien')
  // Before anything is written: afterwards nothing points to the import any more.
  await enqueueAll(client, 'ververs-zoekindex', [{ importId }])
  const { rows: [later] } = await client.query<{ aantal: number }>(SINDS_GEWIJZIGD, [importId])
  const activiteiten = await client.query(ACTIVITEITEN, [importId, actor.id])
  const opleidingen = await client.query<{ id: string }>(OPLEIDINGEN, [importId])
  await client.query(VERSIES, [opleidingen.rows.map(({ id }) => id), actor.id])
  const uitkomst = { opleidingen: opleidingen.rowCount ?? 0, activiteiten: activiteiten.rowCount ?? 0, overgeslagen: later?.aantal ?? 0 }
  await client.query(`insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, gegevens, reden) values ('import', $1, 'draai-import-terug', 'klaar', 'teruggedraaid', $2, $3, $4, nullif($5, ''))`,
    [importId, actor.id, actor.rollen[0] ?? actor.soort, JSON.stringify(uitkomst), reden])
  return success(uitkomst)
}

const SINDS_GEWIJZIGD = `
  select (select count(*) from opleiding_versie v join opleiding o on o.id = v.opleiding_id where v.import_id = $1 and o.import_id is distinct from $1)
    + (select count(*) from scholingsactiviteit_versie v where v.import_id = $1 and not exists (
        select from scholingsactiviteit s where s.id = v.scholingsactiviteit_id and s.import_id = $1)) as aantal`

const uitVersie = (bron: string) => (kolom: { naam: string; veld: string; type: string }): string => {
  const veld = `${bron} -> '${kolom.veld}'`
  if (kolom.type === 'jsonb') return `nullif(${veld}, 'null')`
  return kolom.type === 'text[]' ? `array(select jsonb_array_elements_text(${veld}))` : `(${bron} ->> '${kolom.veld}')::${kolom.type}`
}
/** A version from before a field existed does not have it: then the field keeps what it is, which is what the table gave it then. */
const terug = (kolom: (typeof OPLEIDING_KOLOMMEN)[number]) => `${kolom.naam} = case when v.inhoud ? '${kolom.veld}' then ${uitVersie('v.inhoud')(kolom)} else o.${kolom.naam} end`

const OPLEIDINGEN = `
  with vorig as (
    select o.id, v.inhoud, v.inhoud_hash from opleiding o left join opleiding_versie v on v.opleiding_id = o.id and v.versie = o.versie - 1 where o.import_id = $1
  ), hersteld as (
    update opleiding o set versie = o.versie + 1, bron = 'teruggedraaid', import_id = null, bron_hash = null, updated_at = (select nu()), inhoud_hash = coalesce(v.inhoud_hash, ''),
      ${OPLEIDING_KOLOMMEN.map(terug).join(', ')}
    from vorig v where v.id = o.id and v.inhoud is not null returning o.id
  ), gesloten as (
    update opleiding o set versie = o.versie + 1, bron = 'teruggedraaid', import_id = null, bron_hash = null, updated_at = (select nu()), inhoud_hash = '', actief = false
    from vorig v where v.id = o.id and v.inhoud is null returning o.id
  )
  select id from hersteld union all select id from gesloten`

const VERSIES = `
  insert into opleiding_versie (opleiding_id, versie, inhoud, inhoud_hash, door_id, bron, vastgelegd_op)
  select o.id, o.versie, jsonb_build_object(${OPLEIDING_KOLOMMEN.map(({ naam, veld }) => `'${veld}', o.${naam}`).join(', ')}, 'arbeidsmarkt', o.arbeidsmarkt), o.inhoud_hash, $2, 'teruggedraaid', (select nu())
  from opleiding o where o.id = any ($1::uuid[])`

// The history of an activity has the names of the columns.
const alsKolom = ACTIVITEIT_KOLOMMEN.map((kolom) => `${kolom.naam} = ${uitVersie('v.inhoud')({ ...kolom, veld: kolom.naam })}`).join(', ')
const ACTIVITEITEN = `
  with vorig as (
    select s.id, v.inhoud from scholingsactiviteit s left join scholingsactiviteit_versie v on v.scholingsactiviteit_id = s.id and v.versie = s.versie - 1 where s.import_id = $1
  ), hersteld as (
    update scholingsactiviteit s set bron = 'teruggedraaid', door_id = $2, import_id = null, updated_at = (select nu()), ${alsKolom}
    from vorig v where v.id = s.id and v.inhoud is not null returning s.id
  ), gesloten as (
    update scholingsactiviteit s set bron = 'teruggedraaid', door_id = $2, import_id = null, updated_at = (select nu()), status = 'gesloten'
    from vorig v where v.id = s.id and v.inhoud is null returning s.id
  )
  select id from hersteld union all select id from gesloten`
