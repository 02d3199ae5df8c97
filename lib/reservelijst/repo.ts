import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { RESERVE_TOESTANDEN, type Plaats, type ReserveToestand } from '@/lib/reservelijst/model'

/** The place of an aanvraag on the reserve list; undefined when it never was on it. */
export async function findPlaats(tx: Tx, aanvraagId: string): Promise<Plaats | undefined> {
  const [rij] = await tx.$queryRaw<{ volgnummer: bigint; toestand: string; voorUit: number; uiterlijkOp: Date | null; reserveTot: Date | null }[]>`
    select r.volgnummer, r.toestand, r.uiterlijk_op as "uiterlijkOp", t.reserve_tot as "reserveTot",
           (select count(*)::integer from reserveplaats v where v.tijdvak_id = r.tijdvak_id and v.toestand = 'wacht' and v.volgnummer < r.volgnummer) as "voorUit"
    from reserveplaats r join tijdvak t on t.id = r.tijdvak_id where r.aanvraag_id = ${aanvraagId}::uuid`
  return rij && { ...rij, volgnummer: Number(rij.volgnummer), toestand: toToestand(rij.toestand) }
}

function toToestand(toestand: string): ReserveToestand {
  const found = RESERVE_TOESTANDEN.find((one) => one === toestand)
  if (found === undefined) throw new Error(`${toestand} is no state of a place on the reserve list`)
  return found
}
