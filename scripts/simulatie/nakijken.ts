import type pg from 'pg'
import type { Mens } from './bevolking'
import { findInversies } from './volgorde'
import type { Deelname, Waarneming } from './waarneming'

/** One thing that was looked at. */
export type Proef = { readonly naam: string; readonly norm: string; readonly gezien: string; readonly goed: boolean }

export type Cijfers = {
  readonly bevestigd: number
  readonly opgeslagen: number
  readonly verloren: number
  readonly dubbel: number
  readonly toegekend: number
  readonly geweigerd: number
  readonly plafondCent: number
  readonly toegekendCent: number
  readonly overschrijdingCent: number
  readonly volgordeInversies: number
  /** From receipt to decision as the database has them. */
  readonly beslistMs: { readonly p50: number; readonly p99: number }
  /** Of the grants, in an order that does not depend on who was first: equal for equal grants. */
  readonly toekenningen: readonly { readonly kenmerk: string; readonly uitkomst: string; readonly bedragCent: number; readonly compartiment: string }[]
}

export type Spelgegevens = {
  readonly modus: 'volgorde' | 'loting'
  readonly tijdvakId: string
  readonly mensen: readonly Mens[]
  readonly kenmerken: readonly string[]
  readonly deelnames: readonly Deelname[]
  readonly gezien: Waarneming
  readonly opentMs: number
}

type Indiening = { kenmerk: string; volgnummer: number; teVroegMs: number; aantal: number }
type Beslissing = { kenmerk: string; uitkomst: string; bedragCent: number; compartiment: string; beslistMs: number; boekjaar: number }

/** Judges a play from the outside, with the database as a witness that is only read. */
export async function kijkNa(client: pg.Client, spel: Spelgegevens): Promise<{ proeven: readonly Proef[]; cijfers: Cijfers }> {
  const { rows: indieningen } = await client.query<Indiening>(
    `select a.kenmerk, max(i.volgnummer)::integer as volgnummer, count(*)::integer as aantal,
            round(extract(epoch from max(t.opent_op) - min(i.ontvangen_op)) * 1000)::integer as "teVroegMs"
     from indiening i join aanvraag a on a.id = i.aanvraag_id join tijdvak t on t.id = i.tijdvak_id where i.tijdvak_id = $1 group by 1`, [spel.tijdvakId])
  // In the order of deciding: the log is written in that order.
  const { rows: beslissingen } = await client.query<Beslissing>(
    `select a.kenmerk, w.uitkomst, w.bedrag_cent as "bedragCent", c.code as compartiment, a.kalenderjaar as boekjaar,
            greatest(0, extract(epoch from w.besloten_op - i.ontvangen_op) * 1000)::float8 as "beslistMs"
     from toewijzing w join indiening i on i.volgnummer = w.volgnummer join aanvraag a on a.id = w.aanvraag_id
     left join compartiment c on c.id = w.compartiment_id
     join gebeurtenis g on g.onderwerp = 'aanvraag' and g.onderwerp_id = w.aanvraag_id::text
      and g.van_status = 'ingediend' and g.naar_status in ('gereserveerd', 'niet-toegewezen', 'reserve')
     where i.tijdvak_id = $1 order by g.id`, [spel.tijdvakId])
  const { rows: plafonds } = await client.query<{ plafondCent: number; ruimteCent: number; bezetCent: number }>(
    `select plafond_cent::float8 as "plafondCent", (plafond_cent + overschrijding_cent)::float8 as "ruimteCent",
            (gereserveerd_cent + verplicht_cent + betaald_cent)::float8 as "bezetCent" from compartiment where tijdvak_id = $1`, [spel.tijdvakId])
  const { rows: [dubbelJaar] } = await client.query<{ aantal: number }>(
    `select count(*)::integer as aantal from (select burger_id, kalenderjaar from toewijzing where uitkomst = 'gereserveerd' and vrijgevallen_op is null
      group by 1, 2 having count(*) > 1) dubbel`)
  const { rows: [plaatsen] } = await client.query<{ aantal: number; dubbel: number }>(
    `select count(*)::integer as aantal, (count(*) - count(distinct burger_id))::integer as dubbel from wachtplaats where tijdvak_id = $1 and verlaten_op is null`, [spel.tijdvakId])

  const perKenmerk = new Map(indieningen.map((een) => [een.kenmerk, een]))
  const bevestigd = spel.deelnames.filter(({ bevestigdMs }) => bevestigdMs !== undefined)
  const kenmerkVan = ({ id }: Deelname): string => spel.kenmerken[id] ?? ''
  const verloren = bevestigd.filter((een) => !perKenmerk.has(kenmerkVan(een)))
  const anderNummer = bevestigd.filter((een) => een.ontvangst !== undefined && perKenmerk.get(kenmerkVan(een))?.volgnummer !== een.ontvangst.volgnummer)
  const dubbel = indieningen.filter(({ aantal }) => aantal > 1).length + (dubbelJaar?.aantal ?? 0)
  const teVroeg = indieningen.filter(({ teVroegMs }) => teVroegMs > 0).length
  // By lot the order of coming means nothing.
  const ingediend = spel.modus === 'loting' ? [] : spel.deelnames.flatMap((een) => een.verstuurdMs === undefined ? [] : [{ kenmerk: kenmerkVan(een), verstuurdMs: een.verstuurdMs, bevestigdMs: een.bevestigdMs }])
  const inversies = findInversies(ingediend, beslissingen.map(({ kenmerk }) => kenmerk))
  const nummerInversies = findInversies(ingediend, [...indieningen].sort((a, b) => a.volgnummer - b.volgnummer).map(({ kenmerk }) => kenmerk))
  const voorDeBeurt = telVoorDeBeurt(spel)
  const overschrijding = plafonds.reduce((som, { ruimteCent, bezetCent }) => som + Math.max(0, bezetCent - ruimteCent), 0)
  const toegekend = beslissingen.filter(({ uitkomst }) => uitkomst === 'gereserveerd')
  const zonderUitkomst = indieningen.length - beslissingen.length

  const cijfers: Cijfers = {
    bevestigd: bevestigd.length, opgeslagen: indieningen.length, verloren: verloren.length, dubbel,
    toegekend: toegekend.length, geweigerd: beslissingen.length - toegekend.length,
    plafondCent: plafonds.reduce((som, een) => som + een.plafondCent, 0),
    toegekendCent: toegekend.reduce((som, een) => som + een.bedragCent, 0),
    overschrijdingCent: overschrijding,
    volgordeInversies: inversies.length + nummerInversies.length,
    beslistMs: percentielen(beslissingen.map(({ beslistMs }) => beslistMs)),
    toekenningen: beslissingen.map(({ kenmerk, uitkomst, bedragCent, compartiment }) => ({ kenmerk, uitkomst, bedragCent, compartiment })).sort((a, b) => (a.kenmerk < b.kenmerk ? -1 : 1)),
  }
  const nul = (naam: string, aantal: number, toelichting = ''): Proef => ({ naam, norm: '0', gezien: `${aantal}${toelichting}`, goed: aantal === 0 })
  const proeven: Proef[] = [
    nul('Bevestigd en niet opgeslagen', verloren.length, ` van ${bevestigd.length}`),
    nul('Ontvangst met een ander nummer dan is opgeslagen', anderNummer.length),
    nul('Dubbel: een aanvraag met twee ontvangsten, of een burger met twee toekenningen in een jaar', dubbel),
    nul('Opgeslagen vóór de opening', teVroeg),
    nul('Ingediend vóór de eigen beurt', voorDeBeurt),
    nul('Volgorde: eerder bevestigd en later beslist dan wie later verstuurde', inversies.length, inversies[0] === undefined ? '' : `, bijvoorbeeld ${inversies[0].kenmerk} na ${inversies[0].eerderBeslist}`),
    nul('Volgorde van de nummers tegen die van buiten', nummerInversies.length),
    nul('Centen boven een plafond', overschrijding),
    nul('Opgeslagen zonder uitkomst', zonderUitkomst),
    nul('Burgers met meer dan één plaats', plaatsen?.dubbel ?? 0, ` van ${plaatsen?.aantal ?? 0}`),
    nul('Antwoorden met een serverfout (5xx)', spel.gezien.serverfouten),
    { naam: 'Andere schendingen, gezien tijdens het spelen', norm: '0', gezien: spel.gezien.schendingen.length === 0 ? '0' : `${spel.gezien.schendingen.length}: ${spel.gezien.schendingen.slice(0, 3).join('; ')}`, goed: spel.gezien.schendingen.length === 0 },
  ]
  return { proeven, cijfers }
}

/** How far the room may lie ahead of what the last citizen saw: the state may be cached two seconds, and the poort waits up to two for a turn. */
const SPELING_MS = 4_500

/** Receipts of people whose place had not been let in when the state was asked some seconds later. After exhaustion nobody has a turn. */
function telVoorDeBeurt({ deelnames, gezien: { verloop }, opentMs }: Spelgegevens): number {
  const op = verloop.findIndex(({ stand }) => stand.toestand === 'uitgeput' || stand.toestand === 'gesloten')
  const uitgeputMs = verloop[op]?.ms ?? Number.POSITIVE_INFINITY
  let telling = 0
  for (const { plaats, bevestigdMs, isFormeel } of deelnames) {
    if (plaats === undefined || bevestigdMs === undefined || isFormeel) continue
    const daarna = verloop.find(({ ms }) => ms >= bevestigdMs - opentMs + SPELING_MS)
    if (daarna !== undefined && daarna.ms < uitgeputMs && plaats > daarna.stand.nu) telling += 1
  }
  return telling
}

function percentielen(waarden: readonly number[]): { p50: number; p99: number } {
  const opRij = [...waarden].sort((a, b) => a - b)
  const op = (deel: number): number => Math.round(opRij[Math.min(opRij.length - 1, Math.ceil(deel * opRij.length) - 1)] ?? 0)
  return { p50: op(0.5), p99: op(0.99) }
}
