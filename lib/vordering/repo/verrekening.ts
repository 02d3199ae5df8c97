import 'server-only'
import { daysBetween, plainDate, type PlainDate } from '@/lib/base/date'
import type { ParameterWaarden } from '@/lib/regeling/model'
import { execute, select, type Db } from '@/lib/vordering/repo/rij'
import { magVerrekenen, werktTerugTot, type VerrekenBeletsel } from '@/lib/vordering/rules/verrekenen'

/** What we owe the debtor of a claim on another claim, what of it could be set off (subsidie only), and why not. */
export type Verrekenkans = {
  readonly terugbetalingId: string; readonly kenmerk: string
  /** In cents: what we owe back of subsidie, and what of it fits in the claim. */
  readonly hoofdsomCent: number; readonly hoogstensCent: number
  readonly werktVanaf: PlainDate; readonly beletsels: readonly VerrekenBeletsel[]
}

type Ruw = {
  id: string; kenmerk: string; hoofdsom: number; ontstaan: string; ingesteld: string; open: number; burger: boolean; zelfdeactiviteit: boolean; andertijdvak: boolean
  bezwaar: string; uitstel: boolean; teweinig: boolean
}

/** Everything that we owe the debtor of this claim on other claims, judged by the rule of Awb 4:57 lid 3. */
export async function listVerrekenkansen(db: Db, vorderingId: string, vandaag: PlainDate, parameter: ParameterWaarden['verjaring']): Promise<Verrekenkans[]> {
  const rijen = await select<Ruw>(db, `
    select t.id::text, w.kenmerk, t.hoofdsom_cent - t.verrekend_cent as hoofdsom, (t.ontstaan_op at time zone 'Europe/Amsterdam')::date::text as ontstaan,
           (v.ingesteld_op at time zone 'Europe/Amsterdam')::date::text as ingesteld, v.open_cent as open, v.schuldenaar_burger_id is not null as burger,
           aw.opleiding_id = av.opleiding_id as zelfdeactiviteit, aw.tijdvak_id <> av.tijdvak_id as andertijdvak, v.bezwaar_uiterlijk_op::text as bezwaar,
           exists (select from vordering_regeling r where r.vordering_id = v.id and r.status in ('aangevraagd', 'toegewezen')) or coalesce(v.uitstel_tot >= $2::date, false) as uitstel,
           coalesce((select r.beslagvrij in ('nee', 'weet-niet') from vordering_regeling r where r.vordering_id = v.id order by r.gevraagd_op desc limit 1), false) as teweinig
      from vordering v
      join aanvraag av on av.id = v.aanvraag_id
      join vordering w on w.id <> v.id and (w.schuldenaar_burger_id = v.schuldenaar_burger_id or w.schuldenaar_opleider_id = v.schuldenaar_opleider_id)
      join aanvraag aw on aw.id = w.aanvraag_id
      join vordering_terugbetaling t on t.vordering_id = w.id and t.status = 'open'
     where v.id = $1::uuid order by t.ontstaan_op, t.id`, [vorderingId, vandaag])
  return rijen.map((ruw) => ({
    terugbetalingId: ruw.id, kenmerk: ruw.kenmerk, hoofdsomCent: ruw.hoofdsom, hoogstensCent: Math.min(ruw.hoofdsom, ruw.open), werktVanaf: werktTerugTot(plainDate(ruw.ingesteld), plainDate(ruw.ontstaan)),
    beletsels: magVerrekenen({
      isZelfdePersoon: true, isSubsidieontvanger: ruw.burger, isSubsidie: ruw.hoofdsom > 0, isZelfdeActiviteit: ruw.zelfdeactiviteit, isAnderTijdvak: ruw.andertijdvak,
      isBeschikkingOnherroepelijk: ruw.bezwaar < vandaag, isUitstel: ruw.uitstel, isTeWeinigInkomen: ruw.teweinig, jarenSindsBesluit: Math.floor(daysBetween(plainDate(ruw.ingesteld), vandaag) / 365.25),
    }, parameter),
  }))
}

/** A proposal to set off, or such a decision at once within the mandate of its maker. */
export async function insertVerrekenvoorstel(db: Db, v: { vorderingId: string; terugbetalingId: string; bedragCent: number; reden: string; voorgesteldDoor: string; isVerleend: boolean }): Promise<void> {
  await execute(db, `
    insert into vordering_kwijtschelding (vordering_id, soort, bedrag_cent, reden, status, voorgesteld_door, besloten_door, besloten_op, terugbetaling_id)
    values ($1::uuid, 'verrekening', $2::int, $3, $4, $5::uuid, $6::uuid, case when $7::boolean then nu() end, $8::uuid)`,
  [v.vorderingId, v.bedragCent, v.reden, v.isVerleend ? 'verleend' : 'voorgesteld', v.voorgesteldDoor, v.isVerleend ? v.voorgesteldDoor : null, v.isVerleend, v.terugbetalingId])
}
