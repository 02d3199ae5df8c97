import pg from 'pg'
import type { OpleiderActor } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { closeDb, inTransaction, pool } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { bewaakDeelnametermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'
import { herinnerOpleider } from '@/lib/verantwoording/use-cases/herinner-opleider'
import { leesDeelnames } from '@/lib/verantwoording/use-cases/lees-deelnames'
import { meldDeelnames } from '@/lib/verantwoording/use-cases/meld-deelname'
import { ontvangDeelnames } from '@/lib/verantwoording/use-cases/ontvang-deelnames'
import { voerDeelnamesDoor } from '@/lib/verantwoording/use-cases/voer-deelnames-door'
import { meldSchema } from '@/lib/verantwoording/schema'
import { listVaststellingen } from '@/lib/verantwoording/views'
import { bewaakKeuzes } from '@/lib/wijziging/use-cases/bewaak-keuzes'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { prepareDeelnames } from '@/scripts/bench/deelname-wereld'
import { timed, type Resultaat } from '@/scripts/bench/frame'

const TERMIJNEN = 100_000
const RIJEN = 20_000
/** What was asked for: 100.000 terms within 30 s, 20.000 rows within 60 s whichever way they come, and no more memory than this. */
const TERMIJNEN_BINNEN_S = 30
const RIJEN_BINNEN_S = 60
const HOOGSTENS_MB = 400
/** As many rows as one request of the API may have. */
const API_RIJEN = 500
/** One row in so many is wrong. */
const FOUT_OP = 10
const FOUTEN = RIJEN / FOUT_OP

/**
 * The round of a day over 100.000 scholingen of which nobody reported anything, every one of them with a step to take: reminders and
 * questions written down with their jobs. Then 20.000 reports of one opleider as CSV, as XML and
 * through the API: received, every row judged with its line, and what is good reported; one row in ten is wrong. Limits: 30 s for the
 * terms, 60 s for each way, 400 MB for this process from beginning to end. The ratio is that of what is nearest to its limit.
 */
export async function benchDeelname(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const opleider = await prepareDeelnames(owner, { termijnen: TERMIJNEN, rijen: 3 * RIJEN })
    const seconden = { termijnen: await bewaak(), csv: 0, xml: 0, api: 0 }
    seconden.csv = await timed(`${String(RIJEN)} rijen in CSV ontvangen, beoordelen en melden`, () => meldBestand(opleider, 'csv', 0))
    seconden.xml = await timed(`${String(RIJEN)} rijen in XML ontvangen, beoordelen en melden`, () => meldBestand(opleider, 'xml', RIJEN))
    seconden.api = await timed(`${String(RIJEN)} rijen met de API beoordelen en melden`, () => meldApi(opleider, 2 * RIJEN))
    const { rows: [stand] } = await pool.query<{ gemeld: number; vragen: number }>(`select (select count(*) from deelname) as gemeld, (select count(*) from outbox where job = 'vraag-reactie') as vragen`)
    if (stand?.gemeld !== 3 * (RIJEN - FOUTEN) || stand.vragen !== stand.gemeld) throw new Error(`${String(stand?.gemeld)} deelnames were reported`)
    return toResultaat(seconden, process.resourceUsage().maxRSS / 1024)
  } finally {
    await owner.end()
    await closeDb()
  }
}

function toResultaat({ termijnen, ...wijzen }: Record<'termijnen' | 'csv' | 'xml' | 'api', number>, mb: number): Resultaat {
  const traagste = Math.max(...Object.values(wijzen))
  console.log(`  hoogste geheugen van dit proces: ${String(Math.round(mb))} MB van ${String(HOOGSTENS_MB)} MB`)
  const verhouding = Math.min(TERMIJNEN_BINNEN_S / termijnen, RIJEN_BINNEN_S / traagste, HOOGSTENS_MB / mb)
  const grensEenheid = `rijen/s (${String(RIJEN)} binnen ${String(RIJEN_BINNEN_S)} s; ${String(TERMIJNEN)} termijnen binnen ${String(TERMIJNEN_BINNEN_S)} s; ${String(HOOGSTENS_MB)} MB)`
  return { naam: 'deelname', waarde: Math.round(RIJEN / traagste), eenheid: 'rijen/s', grens: Math.round(RIJEN / RIJEN_BINNEN_S), grensEenheid, verhouding: Math.round(verhouding * 100) / 100 }
}

/** The round of the day and that of the call-offs; the messages to the opleiders and the worklist are only told, workers and people share those. */
async function bewaak(): Promise<number> {
  const ronde = await timed(`${String(TERMIJNEN)} termijnen bewaken`, async () => {
    const aantallen = Object.values((await bewaakDeelnametermijnen()) ?? {}).reduce((som, aantal) => som + aantal, 0)
    if (aantallen !== TERMIJNEN) throw new Error(`${String(aantallen)} of ${String(TERMIJNEN)} terms had their step`)
  })
  const { rows } = await pool.query<{ id: string }>('select id from deelname_bericht')
  await timed(`${String(rows.length)} opleiders één bericht sturen over al hun deelnemers`, async () => { for (const { id } of rows) await herinnerOpleider(id) })
  await timed('werklijst van vaststellingen tonen', () => listVaststellingen({ soort: 'medewerker', id: '', naam: 'bench', rollen: ['behandelaar'] }, { pagina: 1 }))
  const keuzes = await timed('afzeggingen bewaken', () => bewaakKeuzes())
  return ronde + keuzes
}

const kenmerkVan = (nummer: number): string => makeKenmerk(AANVRAAG_PREFIX, nummer + 1)
/** Wrong rows take turns: another's kenmerk, attendance that is too low, a missing reason. */
const isFout = (index: number): boolean => index % FOUT_OP === 0

function velden(index: number, vanaf: number): Record<string, string> {
  const kenmerk = kenmerkVan(vanaf + index)
  if (!isFout(index)) return index % 7 === 0 ? { kenmerk, uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Kwam na drie lessen niet meer.' } : { kenmerk, uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: '92' }
  const soort = (index / FOUT_OP) % 3
  if (soort === 0) return { kenmerk: makeKenmerk(AANVRAAG_PREFIX, 9_000_000 + index), uitkomst: 'succesvol', wijze: 'diploma' }
  return soort === 1 ? { kenmerk, uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: '60' } : { kenmerk, uitkomst: 'niet-succesvol', oorzaak: 'burger' }
}

function aFile(formaat: 'csv' | 'xml', vanaf: number): Buffer {
  const rijen = Array.from({ length: RIJEN }, (_, index) => velden(index, vanaf))
  if (formaat === 'xml') return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<deelnames>\n${rijen.map((rij) => `<deelname>${Object.entries(rij).map(([naam, tekst]) => `<${naam}>${tekst}</${naam}>`).join('')}</deelname>`).join('\n')}\n</deelnames>\n`)
  const koppen = ['kenmerk', 'uitkomst', 'wijze', 'percentage', 'oorzaak', 'toelichting']
  return Buffer.from(`${koppen.join(';')}\n${rijen.map((rij) => koppen.map((kop) => rij[kop] ?? '').join(';')).join('\n')}\n`)
}

/** Received, read and written as the portal does; every wrong row is kept with its own line of the file. */
async function meldBestand(opleider: OpleiderActor, formaat: 'csv' | 'xml', vanaf: number): Promise<void> {
  const ontvangen = await ontvangDeelnames(opleider, { naam: `deelnames.${formaat}`, inhoud: aFile(formaat, vanaf) })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  const { bestandId } = ontvangen.value
  await timed(`${formaat} lezen en beoordelen`, () => leesDeelnames(bestandId))
  const eerste = formaat === 'csv' ? 2 : 3
  const { rows: [fout] } = await pool.query<{ aantal: number; opRegel: number }>(`select count(*) as aantal, count(*) filter (where (regel - $2) % ${String(FOUT_OP)} = 0) as "opRegel" from deelname_bestand_rij where bestand_id = $1 and fouten <> '[]'`, [bestandId, eerste])
  if (fout?.aantal !== FOUTEN || fout.opRegel !== FOUTEN) throw new Error(`${String(fout?.aantal)} rows were refused, ${String(fout?.opRegel)} of them on their own line`)
  await timed(`${formaat} melden`, async () => {
    const gemeld = await voerDeelnamesDoor(opleider, bestandId)
    if (!gemeld.ok) throw new Error(gemeld.redenen.join())
  })
}

/** The rows of the API, request after request; a row that its schema refuses never comes further. */
async function meldApi(opleider: OpleiderActor, vanaf: number): Promise<void> {
  let geweigerd = 0
  for (let van = 0; van < RIJEN; van += API_RIJEN) {
    const gelezen = Array.from({ length: API_RIJEN }, (_, index) => meldSchema.safeParse({ ...velden(van + index, vanaf), bewaard: 'ja' }))
    const invoeren = gelezen.flatMap(({ success, data }) => (success ? [data] : []))
    const uitkomsten = await meldDeelnames(opleider, invoeren, 'api')
    geweigerd += gelezen.length - invoeren.length + uitkomsten.filter(({ ok }) => !ok).length
  }
  if (geweigerd !== FOUTEN) throw new Error(`${String(geweigerd)} rows were refused`)
}
