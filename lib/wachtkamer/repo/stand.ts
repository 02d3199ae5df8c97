import 'server-only'
import { pool } from '@/lib/platform/db'
import type { TijdvakModus } from '@/lib/tijdvak/model'
import { KAMERS, MOMENTEN, VRIJ, type Momenten } from '@/lib/wachtkamer/repo/velden'

export type StandRij = Momenten & {
  readonly code: string
  readonly modus: TijdvakModus
  readonly melding: string | null
  readonly ronde: number | null
  readonly toegelatenTot: number | null
  readonly uitgegeven: number | null
  readonly perMinuut: number | null
  readonly verlatenWachtend: number | null
  readonly reiktTot: number | null
  readonly uitgeputOp: Date | null
  readonly zaadHash: string | null
  readonly zaad: string | null
  readonly lijstHash: string | null
  readonly aantalVoor: number | null
  readonly gelootOp: Date | null
  readonly overCent: Readonly<Record<string, number>>
  readonly nu: Date
}

/** The stand of one wachtkamer, in one question on keys. Undefined when there is no tijdvak with this code. */
export async function findStand(code: string): Promise<StandRij | undefined> {
  const { rows } = await pool.query<StandRij>({
    name: 'wachtkamer-stand',
    text: `select t.code, t.modus, t.pauze_melding as melding, ${MOMENTEN}, k.ronde, k.toegelaten_tot as "toegelatenTot",
            k.volgende_nummer - 1 as uitgegeven, k.per_minuut as "perMinuut", k.verlaten_wachtend as "verlatenWachtend", k.reikt_tot as "reiktTot",
            k.uitgeput_op as "uitgeputOp", r.zaad_hash as "zaadHash", r.zaad, r.lijst_hash as "lijstHash", r.aantal_voor as "aantalVoor",
            r.geloot_op as "gelootOp", nu() as nu,
            (select coalesce(jsonb_object_agg(c.code, ${VRIJ} order by c.volgorde), '{}')
             from compartiment c where c.tijdvak_id = t.id) as "overCent"
     from ${KAMERS} where t.code = $1`,
    values: [code],
  })
  return rows[0]
}

/** The drawn places of the current ronde, by nummer. Undefined before the draw. */
export async function findPlaatsen(code: string): Promise<{ aantalVoor: number; plaatsen: string } | undefined> {
  const { rows } = await pool.query<{ aantalVoor: number; plaatsen: string }>(
    `select r.aantal_voor as "aantalVoor", (
       select coalesce(string_agg(g.plaats::text, ',' order by g.nummer), '') from gelote_plaats g where g.tijdvak_id = r.tijdvak_id and g.ronde = r.ronde
     ) as plaatsen
     from tijdvak t join wachtkamer k on k.tijdvak_id = t.id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.code = $1 and r.geloot_op >= t.opent_op`,
    [code],
  )
  return rows[0]
}

export type RondeRij = {
  readonly code: string
  readonly ronde: number
  readonly zaadHash: string
  readonly bekendOp: Date
  readonly opentOp: Date
  readonly zaad: string | null
  readonly lijstHash: string | null
  readonly aantalVoor: number | null
  readonly gelootOp: Date | null
}

/** The rondes of a wachtkamer, the last one first. */
export async function listRondes(code: string): Promise<readonly RondeRij[]> {
  const { rows } = await pool.query<RondeRij>(
    `select t.code, r.ronde, r.zaad_hash as "zaadHash", r.bekend_op as "bekendOp", coalesce(r.opent_op, t.opent_op) as "opentOp", r.zaad,
            r.lijst_hash as "lijstHash", r.aantal_voor as "aantalVoor", r.geloot_op as "gelootOp"
     from tijdvak t join wachtkamer_ronde r on r.tijdvak_id = t.id where t.code = $1 order by r.ronde desc`,
    [code],
  )
  return rows
}

/** Some lots of a drawn ronde, in order of nummer, after `vanaf`. Nothing before the draw: the list is not known yet. */
export async function listLoten(code: string, ronde: number, { vanaf, limit }: { vanaf: number; limit: number }): Promise<readonly string[]> {
  const { rows } = await pool.query<{ lot: string }>(
    `select w.lot from tijdvak t join wachtkamer_ronde r on r.tijdvak_id = t.id and r.ronde = $2
     join wachtplaats w on w.tijdvak_id = t.id and w.nummer > $3 and w.nummer <= least(r.aantal_voor, $3 + $4)
     where t.code = $1 and r.geloot_op is not null order by w.nummer`,
    [code, ronde, vanaf, limit],
  )
  return rows.map(({ lot }) => lot)
}

/** The place of a lot in a drawn ronde, when it was in that draw. */
export async function findPlaatsVanLot(code: string, ronde: number, lot: string): Promise<{ nummer: number; plaats: number } | undefined> {
  const { rows } = await pool.query<{ nummer: number; plaats: number }>(
    `select g.nummer, g.plaats from tijdvak t join wachtplaats w on w.tijdvak_id = t.id and w.lot = $3
     join gelote_plaats g on g.tijdvak_id = t.id and g.ronde = $2 and g.nummer = w.nummer where t.code = $1`,
    [code, ronde, lot],
  )
  return rows[0]
}
