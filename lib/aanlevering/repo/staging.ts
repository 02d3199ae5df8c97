import 'server-only'
import { contentHash } from '@/lib/platform/content-hash'
import { copyIn, toCopyText, type CopyValue } from '@/lib/platform/copy'
import type { PoolClient } from '@/lib/platform/db'
import type { Rijfout } from '@/lib/register/model'
import { toVergelijkbaar, toVersieInhoud } from '@/lib/register/rules/inhoud'
import type { AanleverRij, Omvang } from '@/lib/aanlevering/model'
import { ACTIVITEIT_KOLOMMEN, OPLEIDING_KOLOMMEN } from '@/lib/aanlevering/rules/kolom'

/*
 * The way in, in plain SQL and in sets: rows go by COPY to temporary tables of one connection, are compared there with the register,
 * and go over in a few statements. Nothing here depends on how many rows there are.
 */

// ── Staging ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const TABELLEN = ['aanlever_opleiding', 'aanlever_activiteit', 'aanlever_bekend', 'aanlever_fout', 'aanlever_oordeel', 'aanlever_start', 'aanlever_weg', 'aanlever_startweg'] as const
const OPLEIDING = OPLEIDING_KOLOMMEN.map(({ naam }) => naam)
const ACTIVITEIT = ACTIVITEIT_KOLOMMEN.map(({ naam }) => naam)
const columns = (kolommen: readonly { naam: string; type: string }[]) => kolommen.map(({ naam, type }) => `${naam} ${type}`).join(', ')

/** Empty tables of this connection to put the rows of a file in. */
export async function makeStaging(client: PoolClient): Promise<void> {
  await dropStaging(client)
  await client.query(`
    create temp table aanlever_opleiding (nr int, regel int, opleider_id uuid, programma_id text, inhoud_hash text, bron_hash text, ${columns(OPLEIDING_KOLOMMEN)});
    create temp table aanlever_activiteit (n int, nr int, opleider_id uuid, cohortcode text, ${columns(ACTIVITEIT_KOLOMMEN)});
    create temp table aanlever_bekend (regel int, opleiding_id uuid);
    create temp table aanlever_fout (regel int, sleutel text, opleider_id uuid, veld text, reden text);`)
}

export async function dropStaging(client: PoolClient): Promise<void> {
  await client.query(`drop table if exists ${TABELLEN.map((tabel) => `pg_temp.${tabel}`).join(', ')}`)
}

export type StageRij = { nr: number; regel: number; opleiderId: string; rij: AanleverRij; bronHash: string | null }
export type StageFout = Rijfout & { regel: number; sleutel: string | null; opleiderId: string | null }
export type Batch = { rijen: StageRij[]; bekend: { regel: number; opleidingId: string }[]; fouten: StageFout[]; activiteiten: number }

/** Sends one batch to the staging tables. `vanaf` numbers the activities through all batches. */
export async function stage(client: PoolClient, batch: Batch, vanaf: number): Promise<void> {
  let n = vanaf
  const opleidingen: CopyValue[][] = []
  const activiteiten: CopyValue[][] = []
  for (const { nr, regel, opleiderId, rij, bronHash } of batch.rijen) {
    const inhoud = toVersieInhoud(rij.inhoud)
    opleidingen.push([nr, regel, opleiderId, rij.programmaId, contentHash(toVergelijkbaar(inhoud)), bronHash, ...OPLEIDING_KOLOMMEN.map(({ lees }) => lees(inhoud))])
    for (const activiteit of rij.activiteiten) activiteiten.push([n++, nr, opleiderId, activiteit.cohortcode, ...ACTIVITEIT_KOLOMMEN.map(({ lees }) => lees(activiteit))])
  }
  await copyIn(client, `copy aanlever_opleiding from stdin`, toCopyText(opleidingen))
  await copyIn(client, `copy aanlever_activiteit from stdin`, toCopyText(activiteiten))
  await copyIn(client, `copy aanlever_bekend from stdin`, toCopyText(batch.bekend.map(({ regel, opleidingId }) => [regel, opleidingId])))
  await copyIn(client, `copy aanlever_fout from stdin`, toCopyText(batch.fouten.map(({ regel, sleutel, opleiderId, veld, reden }) => [regel, sleutel, opleiderId, veld, reden])))
}

/**
 * Refuses what cannot be taken over beside the rest: the same opleiding twice in a file, and a cohortcode that belongs to another
 * opleiding of the same opleider (RIO N11421), in the register or earlier in the file.
 */
export async function refuseClashes(client: PoolClient): Promise<void> {
  await client.query(`analyze aanlever_opleiding (nr, opleider_id, programma_id); analyze aanlever_activiteit (nr, opleider_id, cohortcode)`)
  await client.query(`
    with alle as (
      select opleider_id, programma_id, regel, nr, null::tid as plaats from aanlever_opleiding
      union all select o.opleider_id, o.programma_id, b.regel, null, b.ctid from aanlever_bekend b join opleiding o on o.id = b.opleiding_id
    ), dubbel as (
      select *, first_value(regel) over w as eerder, row_number() over w as plek from alle window w as (partition by opleider_id, programma_id order by regel, nr)
    ), weg as (
      delete from aanlever_opleiding s using dubbel d where d.plek > 1 and s.nr = d.nr returning s.nr
    ), starts as (
      delete from aanlever_activiteit a using weg w where a.nr = w.nr
    ), bekend as (
      delete from aanlever_bekend b using dubbel d where d.plek > 1 and d.nr is null and b.regel = d.regel and b.ctid = d.plaats
    )
    insert into aanlever_fout select regel, programma_id, opleider_id, 'programmaId', format('Deze opleiding staat al op regel %s. Zet elke opleiding één keer in het bestand.', eerder) from dubbel where plek > 1`)
  await client.query(`
    with bezet as (
      select a.nr, a.cohortcode, o.programma_id from aanlever_activiteit a
      join scholingsactiviteit s on s.opleider_id = a.opleider_id and s.cohortcode = a.cohortcode
      join opleiding o on o.id = s.opleiding_id
      join aanlever_opleiding r on r.nr = a.nr and r.programma_id <> o.programma_id
      union all
      select nr, cohortcode, (select programma_id from aanlever_opleiding r where r.nr = eerste) from (
        select nr, cohortcode, first_value(nr) over (partition by opleider_id, cohortcode order by nr, n) as eerste, row_number() over (partition by opleider_id, cohortcode order by nr, n) as plek
        from aanlever_activiteit) x
      where plek > 1 and eerste <> nr
    ), gemeld as (
      insert into aanlever_fout
      select distinct r.regel, r.programma_id, r.opleider_id, 'cohortcode', format('Het startmoment “%s” hoort al bij opleiding “%s”. Geef elk startmoment een eigen id.', b.cohortcode, b.programma_id)
      from bezet b join aanlever_opleiding r on r.nr = b.nr
    ), starts as (
      delete from aanlever_activiteit a using bezet b where a.nr = b.nr
    )
    delete from aanlever_opleiding r using bezet b where r.nr = b.nr`)
}

/** Says of every row and every start date whether it is new, different or the same. */
export async function compare(client: PoolClient): Promise<void> {
  const same = (alias: string) => ACTIVITEIT.map((kolom) => `${alias}.${kolom}`).join(', ')
  await client.query(`
    create temp table aanlever_oordeel as
    select r.nr, r.opleider_id, coalesce(o.id, uuidv7()) as opleiding_id, o.id is null as nieuw, o.id is not null and o.inhoud_hash <> r.inhoud_hash as anders
    from aanlever_opleiding r left join opleiding o on o.opleider_id = r.opleider_id and o.programma_id = r.programma_id;
    create unique index on aanlever_oordeel (nr);
    analyze aanlever_oordeel;
    create temp table aanlever_start as
    select a.n, d.nr, d.opleiding_id, s.id as activiteit_id, s.id is null as nieuw
    from aanlever_activiteit a join aanlever_oordeel d on d.nr = a.nr
    left join scholingsactiviteit s on s.opleider_id = a.opleider_id and s.cohortcode = a.cohortcode
    where s.id is null or (${same('a')}) is distinct from (${same('s')});
    create unique index on aanlever_start (n);
    analyze aanlever_start`)
}

/** Whether a row was refused of which nobody can say which opleiding it is. */
export async function hasUnreadable(client: PoolClient): Promise<boolean> {
  const { rowCount } = await client.query('select from aanlever_fout where sleutel is null or opleider_id is null limit 1')
  return rowCount === 1
}

/**
 * Finds what a complete feed leaves out: active opleidingen of the opleiders in it that it does not name, and open start dates to come
 * that it does not name. A row that was refused still says that the opleiding is there.
 */
export async function findDisappearing(client: PoolClient, opleiderId: string | null, omvang: Omvang): Promise<void> {
  await client.query('create temp table aanlever_weg (opleiding_id uuid); create temp table aanlever_startweg (activiteit_id uuid)')
  if (omvang === 'aanvulling') return
  await client.query(`
    insert into aanlever_weg
    select o.id from opleiding o
    where o.actief and (o.opleider_id = $1 or ($1::uuid is null and o.opleider_id in (
        select opleider_id from aanlever_opleiding union select b.opleider_id from aanlever_bekend k join opleiding b on b.id = k.opleiding_id)))
      and not exists (select from aanlever_oordeel d where d.opleiding_id = o.id)
      and not exists (select from aanlever_bekend b where b.opleiding_id = o.id)
      and not exists (select from aanlever_fout f where f.opleider_id = o.opleider_id and f.sleutel = o.programma_id)`, [opleiderId])
  await client.query(`
    insert into aanlever_startweg
    select s.id from scholingsactiviteit s
    where s.status = 'open' and s.startdatum > ((select nu()) at time zone 'Europe/Amsterdam')::date
      and (s.opleiding_id in (select opleiding_id from aanlever_weg) or (
        s.opleiding_id in (select opleiding_id from aanlever_oordeel where not nieuw)
        and not exists (select from aanlever_activiteit a where a.opleider_id = s.opleider_id and a.cohortcode = s.cohortcode)))`)
}

// ── Applying ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const VERSIE = `jsonb_build_object(${OPLEIDING_KOLOMMEN.map(({ naam, veld }) => `'${veld}', o.${naam}`).join(', ')}, 'arbeidsmarkt', o.arbeidsmarkt)`
const isAnders = '(d.nieuw or d.anders)'

export type Schrijver = { importId: string | null; doorId: string | null; bron: string }

/** Writes what is new, different or gone, with a version of each. To be called inside a transaction. */
export async function applyStaging(client: PoolClient, { importId, doorId, bron }: Schrijver): Promise<void> {
  const wie = [importId, bron]
  // One moment for all of it: a state of the register is asked for by its moment.
  const { rows: [nu] } = await client.query<{ moment: Date }>('select nu() as moment')
  const op = `timestamptz '${nu?.moment.toISOString() ?? ''}'`
  await client.query(`
    insert into opleiding (id, opleider_id, programma_id, versie, bron, import_id, inhoud_hash, bron_hash, created_at, updated_at, ${OPLEIDING.join(', ')})
    select d.opleiding_id, r.opleider_id, r.programma_id, 1, $2, $1, r.inhoud_hash, r.bron_hash, ${op}, ${op}, ${OPLEIDING.map((kolom) => `r.${kolom}`).join(', ')}
    from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr where d.nieuw order by r.nr`, wie)
  await client.query(`
    update opleiding o set versie = o.versie + 1, bron = $2, import_id = $1, inhoud_hash = r.inhoud_hash, bron_hash = r.bron_hash, updated_at = ${op}, ${OPLEIDING.map((kolom) => `${kolom} = r.${kolom}`).join(', ')}
    from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr where d.anders and o.id = d.opleiding_id`, wie)
  // The bytes that these were read from are others now, also when only a start date changed.
  await client.query(`
    update opleiding o set bron_hash = r.bron_hash
    from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr
    where o.id = d.opleiding_id and not ${isAnders} and o.bron_hash is distinct from r.bron_hash and exists (select from aanlever_start s where s.nr = r.nr)`)
  await client.query(`
    update opleiding o set versie = o.versie + 1, bron = $2, import_id = $1, inhoud_hash = '', bron_hash = null, actief = false, updated_at = ${op} from aanlever_weg w where o.id = w.opleiding_id`, wie)
  await client.query(`
    insert into opleiding_versie (id, opleiding_id, versie, inhoud, inhoud_hash, door_id, bron, import_id, vastgelegd_op)
    select uuidv7(), o.id, o.versie, ${VERSIE}, o.inhoud_hash, $3, $2, $1, ${op}
    from opleiding o
    where o.id in (select d.opleiding_id from aanlever_oordeel d where ${isAnders} union all select opleiding_id from aanlever_weg)`, [...wie, doorId])
  await client.query(`
    insert into scholingsactiviteit (id, opleiding_id, opleider_id, cohortcode, bron, door_id, import_id, geregistreerd_op, updated_at, ${ACTIVITEIT.join(', ')})
    select uuidv7(), s.opleiding_id, a.opleider_id, a.cohortcode, $2, $3, $1, ${op}, ${op}, ${ACTIVITEIT.map((kolom) => `a.${kolom}`).join(', ')}
    from aanlever_activiteit a join aanlever_start s on s.n = a.n where s.nieuw order by a.n`, [...wie, doorId])
  await client.query(`
    update scholingsactiviteit x set bron = $2, door_id = $3, import_id = $1, updated_at = ${op}, ${ACTIVITEIT.map((kolom) => `${kolom} = a.${kolom}`).join(', ')}
    from aanlever_activiteit a join aanlever_start s on s.n = a.n where not s.nieuw and x.id = s.activiteit_id`, [...wie, doorId])
  await client.query(`
    update scholingsactiviteit x set bron = $2, door_id = $3, import_id = $1, updated_at = ${op}, status = 'gesloten' from aanlever_startweg w where x.id = w.activiteit_id`, [...wie, doorId])
}

/** Replaces the list of what was refused, for the report of the import. */
export async function saveFouten(client: PoolClient, importId: string): Promise<void> {
  await client.query('delete from import_fout where import_id = $1', [importId])
  await client.query('insert into import_fout (import_id, regel, sleutel, veld, reden) select $1, regel, sleutel, veld, reden from aanlever_fout order by regel', [importId])
}
