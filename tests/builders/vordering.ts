import { SYSTEEM, type Burger, type Medewerker, type Rol } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { inPgTransaction, inTransaction } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { boekOntvangst } from '@/lib/vordering/use-cases/boek-ontvangst'
import { stelVorderingIn, type InTeStellenVordering } from '@/lib/vordering/use-cases/stel-vordering-in'
import type { BetaalWereld, Verlening } from '@/tests/builders/verlening'
import { asOwner } from '@/tests/setup/db'

/** A grant that was paid to the opleider as a voorschot: the ledger has it on betaald, behind the back of order and invoice. */
export async function aBetaaldeVerlening(wereld: BetaalWereld, bedragCent = 93_950): Promise<Verlening> {
  const verlening = await wereld.verleen(bedragCent)
  await inTransaction(async (tx) => {
    const waarvan = { compartimentId: wereld.compartimentId, aanvraagId: verlening.aanvraagId, opleiderId: wereld.opleider.opleiderId }
    for (const soort of ['ga-verplichting-aan', 'boek-factuur', 'betaal'] as const) {
      await boek(tx, { soort, oorzaak: 'test', oorzaakId: verlening.aanvraagId, actor: SYSTEEM, regels: makePost(soort, bedragCent, waarvan) })
    }
  })
  return verlening
}

/** A claim on what was paid; on the opleider unless it says otherwise. */
export async function aVordering(wereld: BetaalWereld, over: Partial<InTeStellenVordering> & { bedragCent?: number } = {}): Promise<{ id: string; kenmerk: string; aanvraagId: string; burgerId: string }> {
  const bedragCent = over.bedragCent ?? 93_950
  const { aanvraagId, burger } = await aBetaaldeVerlening(wereld, bedragCent)
  return inTransaction(async (tx) => {
    const id = await stelVorderingIn(tx, {
      aanvraagId, bedragCent, grond: 'ingetrokken', schuldenaar: { soort: 'opleider', opleiderId: wereld.opleider.opleiderId }, actor: wereld.financieel[0], ...over,
    })
    const { kenmerk } = await tx.vordering.findUniqueOrThrow({ where: { id }, select: { kenmerk: true } })
    return { id, kenmerk, aanvraagId, burgerId: burger.id }
  })
}

/** The same on the burger. */
export async function aBurgervordering(wereld: BetaalWereld, bedragCent = 93_950): Promise<{ id: string; kenmerk: string; aanvraagId: string; burgerId: string }> {
  const { aanvraagId, burger } = await aBetaaldeVerlening(wereld, bedragCent)
  return inTransaction(async (tx) => {
    const id = await stelVorderingIn(tx, { aanvraagId, bedragCent, grond: 'lager-vastgesteld', schuldenaar: { soort: 'burger', burgerId: burger.id }, actor: wereld.behandelaar })
    const { kenmerk } = await tx.vordering.findUniqueOrThrow({ where: { id }, select: { kenmerk: true } })
    return { id, kenmerk, aanvraagId, burgerId: burger.id }
  })
}

let regel = 0
/** A receipt on a claim, as a statement would book it. */
export function ontvang(kenmerk: string, bedragCent: number, dag: string): Promise<string> {
  regel += 1
  return inPgTransaction((client) => boekOntvangst(client, { kenmerk, bedrag: cent(bedragCent), dag: plainDate(dag), herkomst: `test/${String(regel)}` }))
}

/** What is wrong between claims and ledger; empty when every cent of the one is in the other. */
export function vergelijkMetGrootboek(): Promise<{ kenmerk: string }[]> {
  return asOwner(`
    with boek as (
      select aanvraag_id, coalesce(sum(bedrag_cent) filter (where rekening = 'debiteuren'), 0)::bigint as debiteuren,
             coalesce(sum(bedrag_cent) filter (where rekening = 'rente-debiteuren'), 0)::bigint as rente,
             coalesce(sum(bedrag_cent) filter (where rekening = 'rente-crediteuren'), 0)::bigint as schuld,
             coalesce(sum(bedrag_cent) filter (where rekening = 'crediteuren'), 0)::bigint as crediteuren
        from boekingsregel group by 1
    ), terug as (
      select v.aanvraag_id, sum(t.hoofdsom_cent - t.verrekend_cent) as hoofdsom, sum(t.kosten_cent + t.rente_cent) as rente
        from vordering_terugbetaling t join vordering v on v.id = t.vordering_id where t.status in ('open', 'in-batch', 'teruggekomen') group by 1
    )
    select v.kenmerk, b.*, v.open_cent, v.open_kosten_cent, t.hoofdsom, t.rente as terugrente
      from vordering v join boek b on b.aanvraag_id = v.aanvraag_id left join terug t on t.aanvraag_id = v.aanvraag_id
     where (b.debiteuren, b.rente, b.crediteuren, b.schuld) is distinct from (v.open_cent::bigint, v.open_kosten_cent::bigint, coalesce(t.hoofdsom, 0), coalesce(t.rente, 0))`)
}

export const asBurger = (id: string): Burger => ({ soort: 'burger', id, rollen: ['burger'] })

/** Somebody of UWV with this rol. */
export async function asMedewerker(naam: string, rol: Rol): Promise<Medewerker> {
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', gen_random_uuid(), $1, array[$2]) returning id`, [naam, rol])
  return { soort: 'medewerker', id: rij?.id ?? '', naam, rollen: [rol] }
}
