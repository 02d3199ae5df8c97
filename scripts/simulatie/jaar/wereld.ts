import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { pool } from '@/lib/platform/db'
import { hmac } from '@/lib/platform/encryption'
import { MEDEWERKERS } from '../../idp/personas'
import { lotVan, type Lot } from './lot'

/** The people of UWV and SZW who act in the year: those of the demo, so that whoever logs in as one of them sees what "they" did. */
export type Mensen = Readonly<Record<'een' | 'twee' | 'drie' | 'teamleiderFinancieel' | 'behandelaar' | 'onderzoeker' | 'beleid', Medewerker>>

const PERSONA: Readonly<Record<keyof Mensen, string>> = {
  // Who makes a payment ready again does not approve it: the third looks into what the bank asks.
  een: 'financieel-1', twee: 'financieel-2', drie: 'financieel-3', teamleiderFinancieel: 'teamleider-financieel-1', behandelaar: 'behandelaar-1', onderzoeker: 'onderzoeker-1', beleid: 'beleid-1',
}

export async function legMensenVast(): Promise<Mensen> {
  const wie = async (rol: keyof Mensen): Promise<Medewerker> => {
    const persona = MEDEWERKERS.find(({ id }) => id === PERSONA[rol])
    if (persona === undefined) throw new Error(`no persona ${PERSONA[rol]}`)
    const { naam, rollen } = persona
    const { rows: [rij] } = await pool.query<{ id: string }>(
      `insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', $1, $2, $3)
       on conflict (subject_hmac) do update set medewerker_naam = excluded.medewerker_naam returning id`, [hmac('medewerker', persona.id), naam, rollen])
    if (rij === undefined) throw new Error('a medewerker was neither added nor found')
    return { soort: 'medewerker', id: rij.id, naam, rollen }
  }
  return {
    een: await wie('een'), twee: await wie('twee'), drie: await wie('drie'), teamleiderFinancieel: await wie('teamleiderFinancieel'),
    behandelaar: await wie('behandelaar'), onderzoeker: await wie('onderzoeker'), beleid: await wie('beleid'),
  }
}

/** An opleider of the year: who acts for it, and what stands on its invoices. */
export type Opleider = { readonly actor: OpleiderActor; readonly naam: string; readonly kvk: string; readonly straat: string; readonly plaats: string; readonly postcode: string; readonly iban: string }

const opleiders = new Map<string, Opleider>()

export async function leesOpleider(opleiderId: string): Promise<Opleider> {
  const bekend = opleiders.get(opleiderId)
  if (bekend !== undefined) return bekend
  const { rows: [rij] } = await pool.query<{ naam: string; kvk: string; straat: string; plaats: string; postcode: string; iban: string | null; gebruikerId: string | null }>(
    `select o.naam, o.kvk, o.straat || ' ' || o.huisnummer as straat, o.plaats, o.postcode, o.iban,
       (select g.id from gebruiker g where g.opleider_id = o.id and g.uitgeschakeld_op is null order by g.created_at, g.id limit 1) as "gebruikerId"
     from opleider o where o.id = $1`, [opleiderId])
  if (rij?.iban == null || rij.gebruikerId === null) throw new Error(`opleider ${opleiderId} has no account or nobody who acts for it`)
  const { gebruikerId, iban, ...gegevens } = rij
  const opleider: Opleider = { ...gegevens, iban, actor: { soort: 'opleider', id: gebruikerId, rollen: ['opleider'], opleiderId, kvk: rij.kvk } }
  opleiders.set(opleiderId, opleider)
  return opleider
}

/** A grant of the year with its lot; what was done about it once stands in `gedaan`. */
export type Zaak = { readonly nummer: number; readonly kenmerk: string; readonly burger: Burger; readonly opleiderId: string; readonly lot: Lot; readonly gedaan: Set<string> }

/** A grant as it stands today. Amounts in cents. */
export type Stand = {
  readonly kenmerk: string; readonly aanvraagId: string; readonly status: string; readonly startdatum: PlainDate; readonly einddatum: PlainDate
  readonly ordernummer: string | null; readonly orderStatus: string | null; readonly bedragCent: number; readonly gefactureerdCent: number
  readonly regel: string; readonly vorm: string; readonly facturen: readonly { id: string; nummer: string; status: string; bedragCent: number; overCent: number }[]
  readonly isGestopt: boolean; readonly isAfgezegd: boolean
  readonly uitkomst: string | null; readonly reactie: string | null; readonly versie: number | null
  readonly voornemen: { id: string; van: string | null; reagerenTot: string; reacties: number } | null
  readonly navraagTot: string | null
}

const STAND = `
  select a.kenmerk, a.id as "aanvraagId", a.status, b.startdatum::text, b.einddatum::text, v.ordernummer, v.status as "orderStatus", coalesce(v.bedrag_cent, a.bedrag_cent) as "bedragCent",
    coalesce((select sum(factuur_netto(f)) from factuur f where f.verplichting_id = v.id), 0)::integer as "gefactureerdCent",
    o.titel as regel, coalesce(a.momentopname -> 'opleiding' ->> 'opleidingsvorm', 'KLASSIKAAL') as vorm,
    coalesce((select json_agg(json_build_object('id', f.id, 'nummer', f.factuurnummer, 'status', f.status, 'bedragCent', f.bedrag_cent, 'overCent', f.bedrag_cent - f.gecrediteerd_cent - f.teruggevorderd_cent) order by f.factuurnummer)
      from factuur f where f.verplichting_id = v.id and f.soort = 'factuur'), '[]') as facturen,
    exists (select from stopzetting s where s.aanvraag_id = a.id) as "isGestopt",
    exists (select from wijziging w where w.aanvraag_id = a.id and w.soorten = array['annulering']) as "isAfgezegd",
    d.uitkomst, d.reactie, d.versie,
    (select json_build_object('id', n.id, 'van', n.van, 'reagerenTot', n.reageren_tot, 'reacties', (select count(*) from zienswijze z where z.voornemen_id = n.id))
       from voornemen n where n.aanvraag_id = a.id and n.status = 'open' order by n.op limit 1) as voornemen,
    (select q.uiterlijk_op::text from deelname_navraag q where q.aanvraag_id = a.id) as "navraagTot"
  from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id join opleiding o on o.id = a.opleiding_id
    left join verplichting v on v.aanvraag_id = a.id left join deelname d on d.aanvraag_id = a.id
  where a.kenmerk = any ($1)`

/** The grants of the year: each with the number that gives its lot, and as they stand now. */
export class Zaken {
  private readonly lijst: Zaak[] = []
  private readonly perKenmerk = new Map<string, Zaak>()
  private readonly perOrder = new Map<string, Zaak>()

  constructor(private readonly seed: number) {}

  get aantal(): number {
    return this.lijst.length
  }

  /** Takes in the grants of a tijdvak, in the order of their kenmerk. */
  async neemOp(tijdvakId: string): Promise<number> {
    const { rows } = await pool.query<{ kenmerk: string; burgerId: string; opleiderId: string }>(
      `select kenmerk, burger_id as "burgerId", opleider_id as "opleiderId" from aanvraag where tijdvak_id = $1 and status = 'verleend' order by kenmerk`, [tijdvakId])
    for (const { kenmerk, burgerId, opleiderId } of rows.filter((rij) => !this.perKenmerk.has(rij.kenmerk))) {
      const nummer = this.lijst.length
      const zaak: Zaak = { nummer, kenmerk, opleiderId, burger: { soort: 'burger', id: burgerId, rollen: ['burger'] }, lot: lotVan(this.seed, nummer), gedaan: new Set() }
      this.lijst.push(zaak)
      this.perKenmerk.set(kenmerk, zaak)
    }
    return rows.length
  }

  /** How every grant stands now, in the order of their numbers. */
  async standen(): Promise<readonly { zaak: Zaak; stand: Stand }[]> {
    const { rows } = await pool.query<Omit<Stand, 'startdatum' | 'einddatum'> & { startdatum: string; einddatum: string }>(STAND, [this.lijst.map(({ kenmerk }) => kenmerk)])
    const per = new Map(rows.map((rij) => [rij.kenmerk, { ...rij, startdatum: plainDate(rij.startdatum), einddatum: plainDate(rij.einddatum) }]))
    return this.lijst.flatMap((zaak) => {
      const stand = per.get(zaak.kenmerk)
      if (stand === undefined) return []
      if (stand.ordernummer !== null) this.perOrder.set(stand.ordernummer, zaak)
      return [{ zaak, stand }]
    })
  }

  /** The grant that a payment is for, by its EndToEndId. */
  vanBetaling(endToEndId: string): Zaak | undefined {
    return this.perOrder.get(endToEndId.replace(/\/.*$/, ''))
  }

  van(kenmerk: string): Zaak | undefined {
    return this.perKenmerk.get(kenmerk)
  }
}
