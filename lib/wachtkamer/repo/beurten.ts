import 'server-only'
import { poolByKey } from '@/lib/platform/db'
import type { PastNietRegel } from '@/lib/regeling/model'
import type { TijdvakModus } from '@/lib/tijdvak/model'
import type { PlaatsRij } from '@/lib/wachtkamer/repo/plaatsen'
import { actievePlaats, gelotePlaats, MOMENTEN, VRIJ, type Momenten } from '@/lib/wachtkamer/repo/velden'
import type { Rest } from '@/lib/wachtkamer/rules/uitputting'

export type BeurtRij = Momenten & {
  readonly kenmerk: string
  /** Whose aanvraag it is. */
  readonly burgerId: string
  readonly code: string
  readonly modus: TijdvakModus
  readonly toegelatenTot: number | null
  readonly uitgeputOp: Date | null
  readonly pastNietRegel: PastNietRegel
  /** Once exhausted: the compartimenten that this aanvraag itself may use, with its own amount. */
  readonly eigenRest: readonly Rest[] | null
  readonly gelootOp: Date | null
  readonly plaats: Omit<PlaatsRij, 'burgerId' | 'gelotePlaats'> | null
  readonly gelotePlaats: number | null
  readonly nu: Date
}

/**
 * Whether it is the turn of the burgers of these aanvragen, each at most once. Reads the table of the aanvragen by itself: the module of
 * the aanvraag stands on the same floor, and the poort asks this for every submit, so it is one question and not two.
 */
export async function listBeurten(kenmerken: readonly string[]): Promise<readonly BeurtRij[]> {
  const { rows } = await poolByKey.query<Omit<BeurtRij, 'plaats'> & { nummer: number | null; lot: string; genomenOp: Date }>({
    name: 'beurten',
    text: `select a.kenmerk, a.burger_id as "burgerId", t.code, t.modus, ${MOMENTEN}, k.toegelaten_tot as "toegelatenTot", k.uitgeput_op as "uitgeputOp", t.past_niet_regel as "pastNietRegel",
            case when k.uitgeput_op is not null then (
              select jsonb_agg(jsonb_build_object('vrijCent', ${VRIJ}, 'gesloten', c.gesloten, 'geweigerdVanafCent', c.geweigerd_vanaf_cent, 'kleinsteCent', a.bedrag_cent))
              from compartiment c where c.id = a.compartiment_id or c.id = any (a.terugval_ids)
            ) end as "eigenRest",
            r.geloot_op as "gelootOp", w.nummer, w.lot, w.genomen_op as "genomenOp", ${gelotePlaats('k.ronde')} as "gelotePlaats", nu() as nu
     from unnest($1::text[]) as v (kenmerk)
     cross join lateral (select * from aanvraag a where a.kenmerk = v.kenmerk limit 1) a
     join tijdvak t on t.id = a.tijdvak_id
     left join wachtkamer k on k.tijdvak_id = t.id
     left join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     left join lateral (${actievePlaats('a.burger_id', 't.id')}) w on true`,
    values: [[...new Set(kenmerken)]],
  })
  return rows.map(({ nummer, lot, genomenOp, ...rij }) => ({ ...rij, plaats: nummer === null ? null : { nummer, lot, genomenOp, verlatenOp: null } }))
}
