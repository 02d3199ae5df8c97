import type { Burger, OpleiderActor } from '@/lib/base/actor'
import { addDays, daysBetween, plainDate, type PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { pool } from '@/lib/platform/db'
import { beslisAfboeking, boekAf } from '@/lib/vordering/use-cases/boek-af'
import { beslisOverdracht } from '@/lib/vordering/use-cases/beslis-overdracht'
import { beslisRegeling } from '@/lib/vordering/use-cases/beslis-regeling'
import { vraagRegeling } from '@/lib/vordering/use-cases/vraag-regeling'
import type { Bankkant } from './betalen'
import type { Terugbetaling } from './lot'
import type { Dag, Spel } from './spel'
import { leesOpleider, type Zaak } from './wereld'

type Vordering = {
  kenmerk: string; aanvraag: string; burgerId: string | null; opleiderId: string | null; status: string; openCent: number; kostenCent: number; ingesteldOp: PlainDate; vervaltOp: PlainDate
  isAangemaand: boolean; overdracht: string | null; regelingId: string | null; regelingStatus: string | null; termijnCent: number | null; eersteOp: string | null; betaaldCent: number; isVoorgesteld: boolean
}

const VORDERINGEN = `
  select v.kenmerk, a.kenmerk as aanvraag, v.schuldenaar_burger_id as "burgerId", v.schuldenaar_opleider_id as "opleiderId", v.status, v.open_cent as "openCent", v.open_kosten_cent as "kostenCent",
    (v.ingesteld_op at time zone 'Europe/Amsterdam')::date::text as "ingesteldOp", v.vervalt_op::text as "vervaltOp", v.aangemaand_op is not null as "isAangemaand", v.overdracht,
    r.id as "regelingId", r.status as "regelingStatus", r.termijn_cent as "termijnCent", r.eerste_op::text as "eersteOp",
    coalesce((select -sum(m.hoofdsom_cent + m.kosten_cent) from vordering_mutatie m where m.vordering_id = v.id and m.soort = 'ontvangst'), 0)::integer as "betaaldCent",
    exists (select from vordering_kwijtschelding k where k.vordering_id = v.id and k.status = 'voorgesteld') as "isVoorgesteld"
  from vordering v join aanvraag a on a.id = v.aanvraag_id
    left join lateral (select * from vordering_regeling r where r.vordering_id = v.id order by r.gevraagd_op desc limit 1) r on true
  where v.status in ('open', 'deels-voldaan') and v.open_cent + v.open_kosten_cent > 0 order by v.kenmerk`

/** What debtors and the people who collect do on a day; what is paid stands on the next statement. */
export async function speelVorderingen(spel: Spel, dag: Dag, bankkant: Bankkant): Promise<void> {
  const { rows } = await pool.query<Omit<Vordering, 'ingesteldOp' | 'vervaltOp'> & { ingesteldOp: string; vervaltOp: string }>(VORDERINGEN)
  for (const rij of rows) {
    const vordering: Vordering = { ...rij, ingesteldOp: plainDate(rij.ingesteldOp), vervaltOp: plainDate(rij.vervaltOp) }
    const zaak = spel.zaken.van(vordering.aanvraag)
    if (zaak === undefined) continue
    await overdracht(spel, vordering)
    await speelVordering(spel, dag, bankkant, { vordering, zaak })
  }
  await geefTerug(spel, dag, bankkant)
}

type Geval = { vordering: Vordering; zaak: Zaak }

/** An opleider has no debts that are given up: it pays, in time or late. */
function lotVan({ vordering: { opleiderId }, zaak: { lot: { terugbetaling } } }: Geval): Terugbetaling {
  return opleiderId !== null && ['kwijtgescholden', 'oninbaar', 'nooit'].includes(terugbetaling) ? 'te-laat' : terugbetaling
}

async function speelVordering(spel: Spel, { vandaag }: Dag, bankkant: Bankkant, geval: Geval): Promise<void> {
  const { vordering } = geval
  const { kenmerk, openCent, kostenCent, ingesteldOp, vervaltOp } = vordering
  const open = openCent + kostenCent
  const betaal = (bedrag: number, naam: string) => {
    bankkant.boek({ cent: bedrag, omschrijving: `Terugbetaling ${kenmerk}` })
    spel.telling.tel(`terugbetaald: ${naam}`, bedrag)
  }
  switch (lotVan(geval)) {
    case 'op-tijd': if (vandaag >= addDays(ingesteldOp, 21)) betaal(open, 'op tijd'); return
    case 'te-laat': if (vandaag >= addDays(vervaltOp, 35)) betaal(open, 'te laat'); return
    case 'te-veel': if (vandaag >= addDays(ingesteldOp, 14)) betaal(open + 1_500, 'te veel'); return
    case 'in-termijnen': return inTermijnen(spel, vandaag, geval, betaal)
    case 'kwijtgescholden': if (vandaag >= addDays(ingesteldOp, 28)) await geefOp(spel, vordering, 'kwijtschelding'); return
    case 'oninbaar': if (vordering.overdracht === 'overgedragen') await geefOp(spel, vordering, 'oninbaar'); return
    case 'nooit': return
  }
}

async function inTermijnen(spel: Spel, vandaag: PlainDate, { vordering, zaak }: Geval, betaal: (bedrag: number, naam: string) => void): Promise<void> {
  const { kenmerk, openCent, kostenCent, regelingId, regelingStatus, termijnCent, eersteOp, betaaldCent, opleiderId } = vordering
  const open = openCent + kostenCent
  if (regelingId === null) {
    const wie: Burger | OpleiderActor = opleiderId === null ? zaak.burger : (await leesOpleider(opleiderId)).actor
    const gevraagd = await vraagRegeling(wie, {
      kenmerk, termijn: cent(Math.min(open, Math.max(1_000, Math.ceil(open / 500) * 100))), eersteOp: addDays(vandaag, 14), omstandigheden: undefined,
      beslagvrij: opleiderId !== null ? 'weet-niet' : zaak.nummer % 3 === 0 ? 'weet-niet' : 'ja',
    })
    if (!gevraagd.ok) throw new Error(`betalingsregeling van ${kenmerk}: ${gevraagd.redenen.join()}`)
    spel.telling.tel(`betalingsregeling ${gevraagd.value.isToegewezen ? 'door het systeem' : 'aan een mens voorgelegd'}`, open)
    return
  }
  if (regelingStatus === 'aangevraagd') {
    const besloten = await beslisRegeling(spel.mensen.twee, { regelingId, besluit: 'toewijzen', termijn: cent(termijnCent ?? 1_000), motivering: 'Dit bedrag per maand is haalbaar.' })
    if (besloten.ok) spel.telling.tel('betalingsregeling door een mens')
    return
  }
  if (regelingStatus !== 'toegewezen' || termijnCent === null || eersteOp === null) return
  const maanden = Math.floor(daysBetween(plainDate(eersteOp), vandaag) / 30.5) + 1
  const nu = Math.min(open, maanden * termijnCent - betaaldCent)
  if (nu > 0) betaal(nu, 'in termijnen')
}

/** Remits or writes off; above the mandate of one a second decides. */
async function geefOp(spel: Spel, { kenmerk, openCent, kostenCent, isVoorgesteld }: Vordering, soort: 'kwijtschelding' | 'oninbaar'): Promise<void> {
  const { een, twee } = spel.mensen
  const bedrag = openCent + kostenCent
  if (!isVoorgesteld) {
    const voorgesteld = await boekAf(een, { kenmerk, soort, bedrag: cent(bedrag), reden: 'De deelnemer leeft van een uitkering en heeft schulden.' })
    if (!voorgesteld.ok) throw new Error(`${soort} van ${kenmerk}: ${voorgesteld.redenen.join()}`)
    spel.telling.tel(`${soort} ${voorgesteld.value.isVerleend ? 'door één mens' : 'voorgesteld'}`, bedrag)
    return
  }
  if ((await beslisAfboeking(een, { kenmerk, besluit: 'verleen' })).ok) throw new Error(`${kenmerk}: het eigen voorstel werd verleend`)
  const besloten = await beslisAfboeking(twee, { kenmerk, besluit: 'verleen' })
  if (!besloten.ok) throw new Error(`${soort} van ${kenmerk}: ${besloten.redenen.join()}`)
  spel.telling.tel(`${soort} door een tweede`, bedrag)
}

async function overdracht(spel: Spel, { kenmerk, overdracht: stand }: Vordering): Promise<void> {
  if (stand !== 'voorgelegd') return
  const besloten = await beslisOverdracht(spel.mensen.een, { kenmerk, besluit: 'overdragen', reden: 'Er kwam geen antwoord op de aanmaning.' })
  if (besloten.ok) spel.telling.tel('naar de gerechtsdeurwaarder')
}

/** What we owe back goes along in the batch of the night; what lay for two weeks is transferred by hand, with its betalingskenmerk. */
async function geefTerug(spel: Spel, { vandaag }: Dag, bankkant: Bankkant): Promise<void> {
  const { rows } = await pool.query<{ id: string; kenmerk: string; cent: number; op: string }>(
    `select t.id, v.kenmerk, t.hoofdsom_cent - t.verrekend_cent + t.kosten_cent + t.rente_cent + t.teveel_cent as cent, (t.ontstaan_op at time zone 'Europe/Amsterdam')::date::text as op
     from vordering_terugbetaling t join vordering v on v.id = t.vordering_id where t.status = 'open' order by v.kenmerk, t.id`)
  for (const { id, kenmerk, cent: bedrag, op } of rows) {
    if (spel.gedaan.has(id) || vandaag < addDays(plainDate(op), 14)) continue
    spel.gedaan.add(id)
    bankkant.boek({ cent: -bedrag, omschrijving: `Teruggave ${kenmerk}` })
    spel.telling.tel('teruggegeven wat te veel was', bedrag)
  }
}
