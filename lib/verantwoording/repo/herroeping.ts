import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'
import { toAanleiding, toHerroepingStatus, type Aanleiding } from '@/lib/verantwoording/model'
import type { RustendeVordering } from '@/lib/verantwoording/rules/herroeping'

type Nieuw = { aanvraagId: string; bestredenBesluitId: string; aanleiding: Aanleiding; beslistOp: PlainDate; referentie: string; bedragCent: number; motivering: string; voorgesteldDoor: string }

export async function insertHerroeping(tx: Tx, nieuw: Nieuw): Promise<void> {
  await tx.herroeping.create({ data: { ...nieuw, beslistOp: toDbDate(nieuw.beslistOp) }, select: { id: true } })
}

/** The proposals about an aanvraag, the newest first, with who made them and who decided. */
export async function listHerroepingen(tx: Tx, aanvraagId: string) {
  const rijen = await tx.herroeping.findMany({
    where: { aanvraagId }, orderBy: { voorgesteldOp: 'desc' },
    include: { bestredenBesluit: { select: { kenmerk: true, soort: true, genomenDoor: true } }, voorsteller: { select: { medewerkerNaam: true } }, beslisser: { select: { medewerkerNaam: true } }, besluit: { select: { kenmerk: true } } },
  })
  return rijen.map(({ id, bestredenBesluitId, bestredenBesluit, referentie, motivering, voorgesteldDoor, voorgesteldOp, beslotenOp, toelichting, ...rij }) => ({
    id, bestredenBesluitId, bestreden: bestredenBesluit, referentie, motivering, voorgesteldDoor, voorgesteldOp, beslotenOp, toelichting,
    aanleiding: toAanleiding(rij.aanleiding), status: toHerroepingStatus(rij.status), bedragCent: cent(rij.bedragCent), beslistOp: fromDbDate(rij.beslistOp),
    voorsteller: rij.voorsteller.medewerkerNaam, beslisser: rij.beslisser?.medewerkerNaam ?? null, besluit: rij.besluit?.kenmerk ?? null,
  }))
}

export type Herroeping = Awaited<ReturnType<typeof listHerroepingen>>[number]

type Einde = { readonly beslotenDoor: string; readonly beslotenOp: Date } & ({ readonly status: 'besloten'; readonly besluitId: string } | { readonly status: 'afgewezen'; readonly toelichting: string })

export async function saveHerroepingEinde(tx: Tx, id: string, einde: Einde): Promise<void> {
  await tx.herroeping.update({ where: { id }, data: einde, select: { id: true } })
}

/** What a switch to a cheaper scholing took off the order of an aanvraag without a besluit, in cents. */
export async function sumVerlegd(tx: Tx, aanvraagId: string): Promise<number> {
  const [rij] = await tx.$queryRaw<{ som: bigint }[]>`
    select coalesce(-sum(r.bedrag_cent), 0)::bigint as som from boeking b join boekingsregel r on r.boeking_id = b.id and r.rekening = 'verplicht'
     where r.aanvraag_id = ${aanvraagId}::uuid and b.soort = 'laat-verplichting-vervallen' and b.oorzaak = 'wijziging'`
  return Number(rij?.som ?? 0)
}

/** The claims that rest on a besluit and were not withdrawn, the newest first: what each is worth after earlier reductions, and what of that was given up. */
export async function listRustende(tx: Tx, besluitId: string): Promise<readonly RustendeVordering[]> {
  const rijen = await tx.$queryRaw<{ id: string; isVanBurger: boolean; isOpen: boolean; cent: bigint; afgeboekt: bigint }[]>`
    select v.id, v.schuldenaar_burger_id is not null as "isVanBurger", v.status in ('open', 'deels-voldaan', 'voldaan') as "isOpen",
           (v.bedrag_cent + coalesce(sum(m.hoofdsom_cent) filter (where m.soort = 'intrekking'), 0)
             - coalesce((select sum(t.hoofdsom_cent + t.teveel_cent) from vordering_terugbetaling t where t.vordering_id = v.id and t.soort = 'ingetrokken'), 0))::bigint as cent,
           coalesce(-sum(m.hoofdsom_cent) filter (where m.soort in ('kwijtschelding', 'oninbaar', 'verjaring', 'herleving')), 0)::bigint as afgeboekt
      from vordering v join vordering_mutatie m on m.vordering_id = v.id
     where v.besluit_id = ${besluitId}::uuid and v.status <> 'ingetrokken' group by v.id order by v.kenmerk desc`
  return rijen.map(({ id, isVanBurger, isOpen, cent: waard, afgeboekt }) => ({ id, isVanBurger, isOpen, bedragCent: Number(waard), afgeboektCent: Number(afgeboekt) }))
}
