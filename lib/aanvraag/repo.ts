import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import type { PoolClient } from '@/lib/platform/db'
import type { TijdvakToestand } from '@/lib/tijdvak/model'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import { STATUSSEN_MET_BUDGET } from '@/lib/aanvraag/rules/status'

/** One submit as it comes in: whose, and which aanvraag. */
export type Verzoek = { readonly burgerId: string; readonly kenmerk: string }

/** A dossier as intake reads it, with its row locked. Amounts in cents. */
export type IndienDossier = {
  readonly id: string
  readonly kenmerk: string
  readonly burgerId: string
  readonly status: AanvraagStatus
  readonly aanmeldbewijsId: string
  readonly tijdvakId: string
  readonly compartimentId: string
  readonly bedragCent: number
  readonly opentOp: Date
  readonly sluitOp: Date
  readonly startTeltVanaf: PlainDate | null
  readonly toestand: TijdvakToestand
  readonly startdatum: PlainDate
  readonly isAanmeldbewijsIngetrokken: boolean
  readonly isUitgesloten: boolean
  readonly verleningen: number
  readonly volgnummer: number | null
  readonly ontvangenOp: Date | null
}

/** Reads and locks the dossiers of a batch, in a fixed order so that two batches never wait for each other in a circle. */
export async function lockDossiers(client: PoolClient, verzoeken: readonly Verzoek[], { jaar, dag }: { jaar: number; dag: PlainDate }): Promise<IndienDossier[]> {
  const { rows } = await client.query<IndienDossier>(
    `select a.id, a.kenmerk, a.burger_id as "burgerId", a.status, a.aanmeldbewijs_id as "aanmeldbewijsId", a.tijdvak_id as "tijdvakId",
            a.compartiment_id as "compartimentId", a.bedrag_cent as "bedragCent",
            t.opent_op as "opentOp", t.sluit_op as "sluitOp", t.start_telt_vanaf as "startTeltVanaf", t.toestand,
            b.startdatum, b.status = 'ingetrokken' as "isAanmeldbewijsIngetrokken",
            exists (select from maatregel m
                    where m.opleider_id = a.opleider_id and (m.opleiding_id is null or m.opleiding_id = a.opleiding_id)
                      and m.soort in ('geblokkeerd', 'verwijderd') and m.opgeheven_op is null
                      and m.ingangsdatum <= $4 and (m.einddatum is null or m.einddatum > $4)) as "isUitgesloten",
            (select count(*) from aanvraag x
             where x.burger_id = a.burger_id and x.kalenderjaar = $3 and x.status = any ($5)) as verleningen,
            i.volgnummer, i.ontvangen_op as "ontvangenOp"
     from unnest($1::uuid[], $2::text[]) as v (burger_id, kenmerk)
     join aanvraag a on a.kenmerk = v.kenmerk and a.burger_id = v.burger_id
     join tijdvak t on t.id = a.tijdvak_id
     join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
     left join indiening i on i.aanvraag_id = a.id
     order by a.id
     for no key update of a`,
    [verzoeken.map(({ burgerId }) => burgerId), verzoeken.map(({ kenmerk }) => kenmerk), jaar, dag, STATUSSEN_MET_BUDGET],
  )
  return rows
}

/** Receipts of aanvragen that were received in a transaction that ended while their rows were waited for. */
export async function readOntvangsten(client: PoolClient, aanvraagIds: readonly string[]): Promise<Nummer[]> {
  const { rows } = await client.query<Nummer>(
    `select aanvraag_id as "aanvraagId", volgnummer, ontvangen_op as "ontvangenOp" from indiening where aanvraag_id = any ($1)`,
    [aanvraagIds],
  )
  return rows
}

export type Nummer = { readonly aanvraagId: string; readonly volgnummer: number; readonly ontvangenOp: Date }

/**
 * Receives the dossiers, in the given order: number, status, log and the proof of receipt in one statement.
 * `ontvangenOp` is the legal moment for all of them, `beslisUiterlijkOp` the end of the beslistermijn that follows from it.
 */
export async function saveIndieningen(
  client: PoolClient,
  dossiers: readonly IndienDossier[],
  { ontvangenOp, jaar, beslisUiterlijkOp }: { ontvangenOp: Date; jaar: number; beslisUiterlijkOp: PlainDate },
): Promise<Nummer[]> {
  const { rows } = await client.query<Nummer>(
    `with rij as (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::integer[]) with ordinality
         as r (aanvraag_id, tijdvak_id, compartiment_id, burger_id, bedrag_cent, nr)
     ), ontvangen as (
       insert into indiening (aanvraag_id, tijdvak_id, compartiment_id, burger_id, kalenderjaar, bedrag_cent, ontvangen_op)
       select aanvraag_id, tijdvak_id, compartiment_id, burger_id, $7, bedrag_cent, $6 from rij order by nr
       returning volgnummer, aanvraag_id, ontvangen_op
     ), status as (
       update aanvraag a
       set status = 'ingediend', ingediend_op = $6, kalenderjaar = $7, beslis_uiterlijk_op = $8, versie = versie + 1, updated_at = now()
       from rij where a.id = rij.aanvraag_id
     ), log as (
       insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, gegevens, zichtbaar, op)
       select 'aanvraag', o.aanvraag_id::text, 'dien-in', 'gereed', 'ingediend', rij.burger_id, 'burger',
              jsonb_build_object('volgnummer', o.volgnummer), true, $6
       from ontvangen o join rij on rij.aanvraag_id = o.aanvraag_id
     ), werk as (
       insert into outbox (job, payload) select 'bevestig-ontvangst', jsonb_build_object('aanvraagId', aanvraag_id) from rij
     )
     select aanvraag_id as "aanvraagId", volgnummer, ontvangen_op as "ontvangenOp" from ontvangen`,
    [
      dossiers.map(({ id }) => id),
      dossiers.map(({ tijdvakId }) => tijdvakId),
      dossiers.map(({ compartimentId }) => compartimentId),
      dossiers.map(({ burgerId }) => burgerId),
      dossiers.map(({ bedragCent }) => bedragCent),
      ontvangenOp,
      jaar,
      beslisUiterlijkOp,
    ],
  )
  return rows
}
