import type { Client } from 'pg'
import type { Ervaring } from './klanten'
import { countInversies, countVerkeerdGenummerd, verdeel } from './model'
import type { Wereld } from './wereld'

/** What an experiment ends with: counted from what the clients saw, from the tables, and by the model. */
export type Cijfers = {
  aanvragers: number
  bevestigd: number
  /** Requests without an answer. */
  onbekend: number
  opgeslagen: number
  /** Acknowledged and not there, or under another number. */
  verloren: number
  /** Two numbers for one aanvraag, or two grants for one person. */
  dubbel: number
  overschrijdingCent: number
  inversies: number
  /** Numbers that contradict the order the clients saw. */
  verkeerdGenummerd: number
  /** Received before the opening. */
  teVroeg: number
  toegekend: number
  geweigerd: number
  onbeslist: number
  /** Decisions that the model takes otherwise. */
  andersDanModel: number
  /** Confirmations that were asked for what was never received. */
  jobsZonderRij: number
  /** Invariants of `npm run controle` that are broken. */
  controle: readonly string[]
}

type Rij = { id: string; burger: string; volgnummer: number; bedragCent: number; ontvangen: number; opent: number; uitkomst: string | null; nr: number | null; aanvraagStatus: string }

/** Judges a tijdvak against what the clients went through. */
export async function oordeel(client: Client, wereld: Wereld, ervaringen: readonly Ervaring[]): Promise<Cijfers> {
  const { rows } = await client.query<Rij>(
    `select i.aanvraag_id as id, i.burger_id as burger, i.volgnummer, i.bedrag_cent as "bedragCent", extract(epoch from i.ontvangen_op) * 1000 as ontvangen,
            extract(epoch from t.opent_op) * 1000 as opent, w.uitkomst, a.status as "aanvraagStatus",
            (select min(g.id) from gebeurtenis g where g.onderwerp = 'aanvraag' and g.onderwerp_id = i.aanvraag_id::text and g.soort in ('wijs-toe', 'wijs-niet-toe')) as nr
     from indiening i join tijdvak t on t.id = i.tijdvak_id join aanvraag a on a.id = i.aanvraag_id left join toewijzing w on w.volgnummer = i.volgnummer
     where i.tijdvak_id = $1 order by i.volgnummer`, [wereld.tijdvakId])
  const { rows: [geld] } = await client.query<{ uit: number }>(
    `select coalesce(sum(w.bedrag_cent), 0)::bigint as uit from toewijzing w where w.compartiment_id = $1 and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null`, [wereld.compartimentId])
  const { rows: [jobs] } = await client.query<{ n: number }>(
    `select count(*)::integer as n from outbox o where o.job = 'bevestig-ontvangst' and not exists (select from indiening i where i.aanvraag_id::text = o.payload ->> 'aanvraagId')`)
  const byAanvraag = new Map<string, Rij[]>()
  for (const rij of rows) byAanvraag.set(rij.id, [...(byAanvraag.get(rij.id) ?? []), rij])
  const uitkomstOf = (id: string) => byAanvraag.get(id)?.find(({ uitkomst }) => uitkomst !== null)?.uitkomst ?? undefined

  const acked = ervaringen.flatMap((one) => one.nummers.map((volgnummer) => ({ ...one, volgnummer })))
  const toegekend = rows.filter(({ uitkomst, aanvraagStatus }) => uitkomst === 'gereserveerd' && aanvraagStatus !== 'ingetrokken')
  return {
    aanvragers: ervaringen.length,
    bevestigd: ervaringen.filter(({ antwoord }) => antwoord.soort === 'ok').length,
    onbekend: ervaringen.reduce((total, { onbekend }) => total + onbekend, 0),
    opgeslagen: rows.length,
    verloren: acked.filter(({ deelnemer, volgnummer }) => byAanvraag.get(deelnemer.aanvraagId)?.some((rij) => rij.volgnummer === volgnummer) !== true).length,
    dubbel: rows.length - byAanvraag.size + toegekend.length - new Set(toegekend.map(({ burger }) => burger)).size
      + ervaringen.filter(({ nummers }) => new Set(nummers).size > 1).length,
    overschrijdingCent: Math.max(0, (geld?.uit ?? 0) - wereld.plafondCent),
    inversies: countInversies(ervaringen.map(({ deelnemer, sentAt, endAt, antwoord }) => ({
      verzonden: sentAt, bevestigd: antwoord.soort === 'ok' ? endAt : Infinity, bedragCent: deelnemer.bedragCent, uitkomst: uitkomstOf(deelnemer.aanvraagId),
    }))),
    verkeerdGenummerd: countVerkeerdGenummerd(acked.map(({ sentAt, endAt, volgnummer }) => ({ verzonden: sentAt, bevestigd: endAt, volgnummer }))),
    teVroeg: rows.filter(({ ontvangen, opent }) => ontvangen < opent).length,
    toegekend: toegekend.length,
    geweigerd: rows.filter(({ uitkomst }) => uitkomst === 'plafond-bereikt').length,
    onbeslist: rows.filter(({ uitkomst }) => uitkomst === null).length,
    andersDanModel: compareWithModel(wereld, rows),
    jobsZonderRij: jobs?.n ?? 0,
    controle: await controle(client),
  }
}

/** Replays the decisions in the order in which they were taken; a withdrawal gives budget back, which the model does not play. */
function compareWithModel({ plafondCent }: Wereld, rows: readonly Rij[]): number {
  const beslist = rows.filter(({ nr, uitkomst }) => nr !== null && uitkomst !== null && uitkomst !== 'ingetrokken').toSorted((a, b) => (a.nr ?? 0) - (b.nr ?? 0))
  if (rows.some(({ aanvraagStatus }) => aanvraagStatus === 'ingetrokken')) return 0
  const model = verdeel(plafondCent, beslist)
  return beslist.filter(({ id, uitkomst }) => model.get(id) !== uitkomst).length
}

/** The checks of `npm run controle`, on one snapshot; answers which are broken, with what broke in them. */
export async function controle(client: Client): Promise<readonly string[]> {
  // Loaded here: by now the settings of this process stand.
  const { controleer } = await import('@/scripts/controle/controleer')
  await client.query('begin isolation level repeatable read read only')
  try {
    const uitslagen = await controleer(client, { print: () => undefined, progress: () => undefined })
    return uitslagen.filter(({ ok }) => !ok).map(({ id, gebroken }) => `${id} (${gebroken.join(', ')})`)
  } finally {
    await client.query('rollback')
  }
}

/** What is wrong with these figures; an empty list when every promise was kept. */
export function bezwaren(cijfers: Cijfers): readonly string[] {
  const nul = ['verloren', 'dubbel', 'overschrijdingCent', 'inversies', 'verkeerdGenummerd', 'teVroeg', 'onbeslist', 'andersDanModel', 'jobsZonderRij'] as const
  return [
    ...nul.filter((naam) => cijfers[naam] !== 0).map((naam) => `${naam}: ${cijfers[naam]}`),
    ...cijfers.controle.map((naam) => `controle: ${naam}`),
  ]
}
