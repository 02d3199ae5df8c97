import 'server-only'
import { z } from 'zod'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { formatIban } from '@/lib/base/iban'
import { cent, type Cent } from '@/lib/base/money'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { toNaamAntwoord, toRekeningwijzigingStatus, type NaamAntwoord, type RekeningwijzigingStatus } from '@/lib/bankrekening/model'
import { toIban } from '@/lib/bankrekening/repo'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** What was last said of an account, and when; null when nobody was asked yet. */
export type Naamoordeel = { antwoord: NaamAntwoord; suggestie: string | null; toelichting: string | null; op: Date }

export type WijzigingRij = {
  id: string; iban: string; tenaamstelling: string; vorigeIban: string | null; reden: string; status: RekeningwijzigingStatus; aangevraagdOp: Date
  bevestigdOp: Date | null; gaatInOp: PlainDate | null; oordeel: string | null; afgerondOp: Date | null; isVanMij: boolean
}

export type Rekening = { iban: string | null; tenaamstelling: string; naam: Naamoordeel | null; loopt: (WijzigingRij & { naam: Naamoordeel | null }) | null; eerder: WijzigingRij[]; bedenkdagen: number }

/** The account of this opleider, the change that is under way, and those before it. */
export function getRekening(actor: OpleiderActor): Promise<Rekening | undefined> {
  return readRekening(actor.opleiderId, actor.id)
}

/** As getRekening, for UWV. Undefined when there is no such opleider. */
export async function getRekeningVan(_actor: Medewerker, opleiderId: string): Promise<(Rekening & { opleider: string; kvk: string; wacht: { aantal: number; bedrag: Cent } }) | undefined> {
  if (!z.guid().safeParse(opleiderId).success) return undefined
  const [opleider, rekening, wacht] = await Promise.all([
    prisma.opleider.findUnique({ where: { id: opleiderId }, select: { naam: true, kvk: true } }), readRekening(opleiderId, null),
    prisma.factuur.aggregate({ where: { opleiderId, status: 'gematcht' }, _count: true, _sum: { bedragCent: true } }),
  ])
  return opleider === null || rekening === undefined ? undefined : { ...rekening, opleider: opleider.naam, kvk: opleider.kvk, wacht: { aantal: wacht._count, bedrag: cent(wacht._sum.bedragCent ?? 0) } }
}

async function readRekening(opleiderId: string, actorId: string | null): Promise<Rekening | undefined> {
  const opleider = await prisma.opleider.findUnique({
    where: { id: opleiderId }, include: { rekeningwijzigingen: { orderBy: { aangevraagdOp: 'desc' } }, naamcontroles: { orderBy: { id: 'desc' }, take: 100 } },
  })
  if (opleider === null) return undefined
  const oordeelOver = (iban: string): Naamoordeel | null => {
    const laatste = opleider.naamcontroles.find((controle) => controle.iban === iban)
    return laatste === undefined ? null : { antwoord: toNaamAntwoord(laatste.antwoord), suggestie: laatste.suggestie, toelichting: laatste.toelichting, op: laatste.gecontroleerdOp }
  }
  const wijzigingen = opleider.rekeningwijzigingen.map((rij): WijzigingRij & { naam: Naamoordeel | null } => ({
    id: rij.id, iban: show(rij.iban), tenaamstelling: rij.tenaamstelling, vorigeIban: rij.vorigeIban === null ? null : show(rij.vorigeIban), reden: rij.reden,
    status: toRekeningwijzigingStatus(rij.status), aangevraagdOp: rij.aangevraagdOp, bevestigdOp: rij.bevestigdOp, gaatInOp: rij.gaatInOp === null ? null : fromDbDate(rij.gaatInOp),
    oordeel: rij.oordeel, afgerondOp: rij.afgerondOp, isVanMij: rij.aangevraagdDoor === actorId, naam: oordeelOver(rij.iban),
  }))
  return {
    iban: opleider.iban === null ? null : show(opleider.iban), tenaamstelling: opleider.ibanTenaamstelling ?? opleider.naam, naam: opleider.iban === null ? null : oordeelOver(opleider.iban),
    loopt: wijzigingen.find(({ afgerondOp }) => afgerondOp === null) ?? null, eerder: wijzigingen.filter(({ afgerondOp }) => afgerondOp !== null),
    bedenkdagen: (await leesRegeling(prisma, await today())).get('rekening-bedenktijd').dagen,
  }
}

function show(iban: string): string {
  return formatIban(toIban(iban))
}

export type RekeningWerk = {
  opleiderId: string; opleider: string; waarom: 'nooit-gematcht' | 'te-beoordelen' | 'wijziging-loopt'; antwoord: NaamAntwoord | null
  /** Invoices that wait for it. */
  aantal: number; bedrag: Cent
}

/**
 * The accounts that somebody must look at, the most money first: invoices wait on one that never matched, or the name of another
 * account did not match after the waiting days. Below them the changes that are under way: those can be blocked.
 */
export async function listRekeningWerk(_actor: Medewerker): Promise<readonly RekeningWerk[]> {
  const { rows } = await pool.query<Omit<RekeningWerk, 'antwoord' | 'bedrag'> & { antwoord: string | null; bedrag: number }>(`
    with wacht as (
      select f.opleider_id, f.iban, count(*)::int as aantal, sum(f.bedrag_cent)::bigint as bedrag
        from factuur f where f.status = 'gematcht' and f.iban is not null group by f.opleider_id, f.iban
    ), werk as (
      select w.opleider_id, w.iban, 'nooit-gematcht' as waarom, 1 as rang, w.aantal, w.bedrag from wacht w
       where not exists (select from naamcontrole n where n.opleider_id = w.opleider_id and n.iban = w.iban and n.antwoord in ('match', 'aanvaard'))
      union all
      select r.opleider_id, r.iban, case r.status when 'te-beoordelen' then 'te-beoordelen' else 'wijziging-loopt' end, case r.status when 'te-beoordelen' then 1 else 2 end, 0, 0
        from rekeningwijziging r where r.status in ('aangevraagd', 'bevestigd', 'te-beoordelen')
    )
    select w.opleider_id as "opleiderId", o.naam as opleider, w.waarom, w.aantal, w.bedrag,
           (select n.antwoord from naamcontrole n where n.opleider_id = w.opleider_id and n.iban = w.iban order by n.id desc limit 1) as antwoord
      from werk w join opleider o on o.id = w.opleider_id order by w.rang, w.bedrag desc, o.naam limit 200`)
  return rows.map((rij) => ({ ...rij, antwoord: rij.antwoord === null ? null : toNaamAntwoord(rij.antwoord), bedrag: cent(rij.bedrag) }))
}
