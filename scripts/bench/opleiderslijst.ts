import pg from 'pg'
import { percentielen, type Resultaat } from './frame'

const OPLEIDINGEN = 18_000
const STARTS = 4
const LANGST_MS = 300
const KEREN = 12

/** One opleider with so many opleidingen, as the register of April 2022 had three of, with start dates and signalen. */
const VULLING = `
  insert into opleider (id, kvk, code, naam, straat, huisnummer, postcode, plaats, email)
  values ('00000000-0000-4000-8000-000000000001', '90000001', '999A999', 'Grote opleider', 'Schoolstraat', '1', '8011 AA', 'Zwolle', 'info@school.invalid');
  insert into gebruiker (id, soort, subject_hmac, kvk, opleider_id) values ('00000000-0000-4000-8000-000000000002', 'opleider', 'bench', '90000001', '00000000-0000-4000-8000-000000000001');
  insert into opleiding (opleider_id, programma_id, titel, omschrijving, categorie, niveau, opleidingsvorm, waardedocument, studielast, studielast_eenheid, duur_dagen, stap_toestemming,
    catalogusprijs_cent, subsidiabel_cent, kosten, gebreken, bron, inhoud_hash)
  select '00000000-0000-4000-8000-000000000001', 'P-' || n, (array['Boekhouden', 'Lassen', 'Leidinggeven', 'Heftruck', 'Nederlands'])[n % 5 + 1] || ' ' || md5(n::text),
    repeat('U leert in deze opleiding ' || md5((n * 7)::text) || ' en daarna oefent u in de praktijk. ', 8), (array['ECONOMIE', 'TECHNIEK_EN_ICT', 'ONDERWIJS'])[n % 3 + 1], 'MBO-4',
    (array['KLASSIKAAL', 'ONLINE'])[n % 2 + 1], 'CERTIFICAAT', 40, 'UUR', n % 90 + 1, n % 20 <> 0, 50000 + n, case when n % 4 = 0 then 0 else 50000 + n end,
    case when n % 4 = 0 then jsonb_build_array(jsonb_build_object('soort', 'OVERIG', 'omschrijving', '', 'bedragCent', 50000 + n, 'isVerplicht', true))
      else jsonb_build_array(jsonb_build_object('soort', 'LESGELD', 'omschrijving', '', 'bedragCent', 50000 + n, 'isVerplicht', true)) end,
    case when n % 4 = 0 then array['subsidiabele-kosten'] else '{}' end, 'edudex', md5(n::text)
  from generate_series(1, ${String(OPLEIDINGEN)}) as n;
  insert into opleiding_versie (opleiding_id, versie, inhoud, bron) select id, 1, jsonb_build_object('catalogusprijsCent', catalogusprijs_cent), 'edudex' from opleiding;
  insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, plaats, catalogusprijs_cent, subsidiabel_cent)
  select o.id, o.opleider_id, o.programma_id || '-' || s, current_date + s * 30 - 40, current_date + s * 30 - 30, o.opleidingsvorm, 'Zwolle', o.catalogusprijs_cent, o.subsidiabel_cent
  from opleiding o, generate_series(1, ${String(STARTS)}) as s;
  analyze`

/**
 * What an opleider with 18.000 opleidingen waits for: a page of the list (the first, the last, searched, filtered, sorted), choosing
 * all of it, and a change to a hundred at once; and how long the judging of all of it takes a worker. The slowest of the first
 * against 300 ms. A ratio above 1 is within it.
 */
export async function benchOpleiderslijst(databaseUrl: string): Promise<Resultaat> {
  await fill(databaseUrl)
  const { closeDb } = await import('@/lib/platform/db')
  const { lijstSchema } = await import('@/lib/kwaliteit/schema')
  const { listOpleidingen, listOorzaken, listSignalen } = await import('@/lib/kwaliteit/views')
  const { beoordeelRegister } = await import('@/lib/kwaliteit/use-cases/beoordeel-register')
  const { maakBewerking } = await import('@/lib/kwaliteit/use-cases/maak-bewerking')
  const { voerBewerkingUit, werkBewerkingAf } = await import('@/lib/kwaliteit/use-cases/voer-bewerking-uit')
  const opleider = { soort: 'opleider', id: '00000000-0000-4000-8000-000000000002', rollen: ['opleider'], opleiderId: '00000000-0000-4000-8000-000000000001', kvk: '90000001' } as const
  const begin = performance.now()
  while (await beoordeelRegister()) { /* until nothing is left */ }
  console.log(`opleiderslijst: beoordelen van ${String(OPLEIDINGEN)} opleidingen met ${String(OPLEIDINGEN * STARTS)} startdata ${String(Math.round(performance.now() - begin))} ms, in de achtergrond`)

  const lijst = (filter: Record<string, string>) => () => listOpleidingen(opleider, lijstSchema.parse(filter))
  const gekozen = (await lijst({})()).rijen.map(({ id }) => id)
  const kies = (wat: { keuze: 'vinkjes' | 'alle'; filters: string; gekozen: string[] }) => maakBewerking(opleider, { ...wat, opdracht: { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'erbij', waarde: 100 } })
  const taken: Record<string, () => Promise<unknown>> = {
    'eerste bladzijde': lijst({}), 'laatste bladzijde': lijst({ pagina: String(OPLEIDINGEN / 50) }), 'zoeken op titel': lijst({ q: 'heftruck' }), 'zonder subsidiabele kosten': lijst({ gebrek: 'subsidiabele-kosten' }),
    'met een signaal': lijst({ signaal: 'startdatum-voorbij' }), 'zonder startdatum': lijst({ toestand: 'zonder-start' }), 'te vinden, duurste eerst': lijst({ toestand: 'te-vinden', sorteer: 'prijs' }),
    'minste punten eerst': lijst({ sorteer: 'punten' }), werklijst: () => listOorzaken(opleider), 'een oorzaak': () => listSignalen(opleider, 'startdatum-voorbij', 1),
    'alles kiezen': () => kies({ keuze: 'alle', filters: '', gekozen: [] }),
    'vijftig wijzigen': async () => {
      const keuze = await kies({ keuze: 'vinkjes', filters: '', gekozen })
      if (keuze.ok) await voerBewerkingUit(opleider, { bewerkingId: keuze.value.bewerkingId })
    },
    'vijfhonderd doorzetten': async () => {
      const keuze = await kies({ keuze: 'alle', filters: 'q=p-12', gekozen: [] })
      if (keuze.ok) await voerBewerkingUit(opleider, { bewerkingId: keuze.value.bewerkingId })
    },
  }
  let traagst = 0
  for (const [naam, taak] of Object.entries(taken)) traagst = Math.max(traagst, await meet(naam, taak))
  await meetJob(kies, { voer: (bewerkingId) => voerBewerkingUit(opleider, { bewerkingId }), werk: werkBewerkingAf })
  await closeDb()
  return { naam: 'opleiderslijst', waarde: Math.round(traagst), eenheid: 'ms, de traagste handeling (p95)', grens: LANGST_MS, grensEenheid: 'ms', verhouding: Math.round((LANGST_MS / traagst) * 100) / 100 }
}

async function meet(naam: string, taak: () => Promise<unknown>): Promise<number> {
  const ms: number[] = []
  await taak()
  for (let keer = 0; keer < KEREN; keer++) {
    const begin = performance.now()
    await taak()
    ms.push(performance.now() - begin)
  }
  console.log(`opleiderslijst: ${naam} ${percentielen(ms)}`)
  return [...ms].sort((a, b) => a - b)[Math.floor(KEREN * 0.95)] ?? 0
}

type Kies = (wat: { keuze: 'alle'; filters: string; gekozen: string[] }) => Promise<{ ok: boolean; value?: { bewerkingId: string } }>

async function meetJob(kies: Kies, { voer, werk }: { voer: (id: string) => Promise<unknown>; werk: (id: string) => Promise<void> }): Promise<void> {
  const keuze = await kies({ keuze: 'alle', filters: '', gekozen: [] })
  const id = keuze.value?.bewerkingId
  if (id === undefined) throw new Error('nothing was chosen')
  await voer(id)
  const begin = performance.now()
  await werk(id)
  console.log(`opleiderslijst: alle ${String(OPLEIDINGEN)} een andere prijs geven, door de job ${String(Math.round(performance.now() - begin))} ms`)
}

async function fill(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(VULLING)
    const { REGELING_PARAMETERS } = await import('@/prisma/seed/regeling')
    for (const { naam, waarde, geldigVan, geldigTot, bron } of REGELING_PARAMETERS) {
      await client.query('insert into parameter (naam, waarde, geldig_van, geldig_tot, bron) values ($1, $2::jsonb, $3, $4, $5)', [naam, JSON.stringify(waarde), geldigVan, geldigTot, bron])
    }
  } finally {
    await client.end()
  }
}
