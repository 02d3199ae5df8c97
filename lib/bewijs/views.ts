import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pool, prisma } from '@/lib/platform/db'
import { VERZEGELDE_TEKST } from '@/lib/platform/zegel'
import type { ZipEntry } from '@/lib/platform/zip'
import { getLoting, streamLijst, streamUitslag } from '@/lib/loting/views'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { LEESMIJ } from '@/lib/bewijs/texts'

const PER_PAGE = 10_000

/** The files of the proof pack of a tijdvak, without the manifest; undefined when there is no such tijdvak. */
export async function listBewijsstukken(code: string): Promise<{ tijdvakId: string; stukken: readonly ZipEntry[] } | undefined> {
  const tijdvak = await prisma.tijdvak.findUnique({ where: { code }, select: { id: true, modus: true } })
  return tijdvak === null ? undefined : { tijdvakId: tijdvak.id, stukken: listStukken(code, tijdvak) }
}

function listStukken(code: string, { id, modus }: { id: string; modus: string }): readonly ZipEntry[] {
  return [
    { naam: 'LEESMIJ.txt', parts: () => [LEESMIJ] },
    { naam: 'verifieer-bewijs.mjs', parts: () => readPublic('verifieer-bewijs.mjs') },
    { naam: 'instellingen.json', parts: () => readInstellingen(code) },
    { naam: 'lijst.csv', parts: () => streamIndieningen(id) },
    { naam: 'besluiten.jsonl', parts: () => streamBesluiten(id) },
    { naam: 'standen.csv', parts: () => streamStanden(id) },
    { naam: 'reservelijst.csv', parts: () => streamReservelijst(id) },
    { naam: 'grootboek.csv', parts: () => streamGrootboek(id) },
    { naam: 'wachtkamer.csv', parts: () => streamWachtkamer(id) },
    ...(modus === 'loting' ? listLotingstukken(code) : []),
  ]
}

function listLotingstukken(code: string): readonly ZipEntry[] {
  return [
    { naam: 'loting/verifieer-loting.mjs', parts: () => readPublic('verifieer-loting.mjs') },
    { naam: 'loting/gegevens.json', parts: async function* () { yield JSON.stringify(await getLoting(code), null, 2) } },
    { naam: 'loting/lijst.csv', parts: () => streamLijst(code) },
    { naam: 'loting/uitslag.csv', parts: () => streamUitslag(code) },
  ]
}

async function* readPublic(naam: string): AsyncGenerator<string> {
  yield await readFile(path.join(process.cwd(), 'public', naam), 'utf8')
}

/** What held for the tijdvak: its rules, its compartimenten and their plafond now. Amounts in cents. */
async function* readInstellingen(code: string): AsyncGenerator<string> {
  const { compartimenten, ...tijdvak } = await prisma.tijdvak.findUniqueOrThrow({ where: { code }, include: { compartimenten: { orderBy: { volgorde: 'asc' } } } })
  const regeling = await leesRegeling(prisma, amsterdamDate(tijdvak.opentOp))
  const wachtkamer = await prisma.wachtkamer.findUnique({ where: { tijdvakId: tijdvak.id } })
  yield JSON.stringify({
    code, modus: tijdvak.modus, opentOp: tijdvak.opentOp, sluitOp: tijdvak.sluitOp, pastNietRegel: tijdvak.pastNietRegel, reserveTot: tijdvak.reserveTot,
    verleningenPerJaar: regeling.get('verleningen-per-jaar'), verleningsgrens: regeling.get('verleningsgrens'),
    compartimenten: compartimenten.map((compartiment) => ({
      id: compartiment.id, code: compartiment.code, plafondCent: Number(compartiment.plafondCent), overschrijdingCent: Number(compartiment.overschrijdingCent),
    })),
    wachtkamer: wachtkamer === null ? null : { ronde: wachtkamer.ronde },
  }, null, 2)
}

/** Runs a query page by page; `vanaf` is the last key of the page before. */
async function* paged<Row extends { sleutel: number }>(kop: string, sql: string, values: readonly unknown[], format: (row: Row) => string): AsyncGenerator<string> {
  yield kop
  for (let vanaf = 0; ; ) {
    const { rows } = await pool.query<Row>(`${sql} limit ${String(PER_PAGE)}`, [...values, vanaf])
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(format).join('')
    vanaf = last.sleutel
  }
}

/** Everything that was received, by number. Who it was of is an id: the dossier has the rest. */
function streamIndieningen(tijdvakId: string): AsyncGenerator<string> {
  type Row = { sleutel: number; aanvraag: string; burger: string; jaar: number; op: string; compartimenten: string; bedrag: number; formeel: boolean }
  return paged<Row>(
    'volgnummer;aanvraag;burger;kalenderjaar;ontvangenOp;compartimenten;bedragCent;isFormeel\n',
    `select volgnummer as sleutel, aanvraag_id as aanvraag, burger_id as burger, kalenderjaar as jaar, to_char(ontvangen_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as op,
            array_to_string(compartiment_ids, '+') as compartimenten, bedrag_cent as bedrag, is_formeel as formeel
     from indiening where tijdvak_id = $1 and volgnummer > $2 order by volgnummer`, [tijdvakId],
    (r) => `${String(r.sleutel)};${r.aanvraag};${r.burger};${String(r.jaar)};${r.op};${r.compartimenten};${String(r.bedrag)};${r.formeel ? '1' : '0'}\n`)
}

/** The decisions about budget in the order in which they were taken, each with the text that its seal covers and the seal before it. */
function streamBesluiten(tijdvakId: string): AsyncGenerator<string> {
  type Row = { sleutel: number; tekst: string; zegel: number | null; hash: string | null; vorige: string | null }
  return paged<Row>('',
    `select g.id as sleutel, ${VERZEGELDE_TEKST} as tekst, z.volgnummer as zegel, z.hash, v.hash as vorige
     from gebeurtenis g join aanvraag a on g.onderwerp = 'aanvraag' and a.id = g.onderwerp_id::uuid and a.tijdvak_id = $1
     left join gebeurtenis_zegel z on z.gebeurtenis_id = g.id left join gebeurtenis_zegel v on v.volgnummer = z.volgnummer - 1
     where g.soort in ('wijs-toe', 'wijs-niet-toe', 'zet-op-reservelijst') and g.id > $2 order by g.id`, [tijdvakId],
    ({ tekst, zegel, hash, vorige }) => `${JSON.stringify({ zegel, vorige, hash, tekst })}\n`)
}

/** What was left in every compartiment at each decision (Awb 4:25 lid 3), in the order of the compartimenten of the indiening. */
function streamStanden(tijdvakId: string): AsyncGenerator<string> {
  type Row = { sleutel: number; uitkomst: string; vrij: string; verleningen: number; grens: number | null }
  return paged<Row>('volgnummer;uitkomst;vrijCent;verleningen;grensGeteld\n',
    `select w.volgnummer as sleutel, w.uitkomst, array_to_string(w.vrij_cent, '+') as vrij, w.verleningen, w.grens_geteld as grens
     from toewijzing w join indiening i using (volgnummer) where i.tijdvak_id = $1 and w.volgnummer > $2 order by w.volgnummer`, [tijdvakId],
    (r) => `${String(r.sleutel)};${r.uitkomst};${r.vrij};${String(r.verleningen)};${r.grens === null ? '' : String(r.grens)}\n`)
}

/** Who waited for budget that falls free, from when until when. */
function streamReservelijst(tijdvakId: string): AsyncGenerator<string> {
  type Row = { sleutel: number; compartimenten: string; toestand: string; besloten: string; tot: string | null; lot: number | null }
  return paged<Row>('volgnummer;compartimenten;toestand;wachtVanaf;wachtTot;gelootAls\n',
    `select r.volgnummer as sleutel, array_to_string(r.compartiment_ids, '+') as compartimenten, r.toestand, w.besloten_op::text as besloten, coalesce(r.aangeboden_op, r.afgerond_op)::text as tot, r.loting_volgorde as lot
     from reserveplaats r join toewijzing w using (volgnummer) where r.tijdvak_id = $1 and r.volgnummer > $2 order by r.volgnummer`, [tijdvakId],
    (r) => `${String(r.sleutel)};${r.compartimenten};${r.toestand};${r.besloten};${r.tot ?? ''};${r.lot === null ? '' : String(r.lot)}\n`)
}

/** Every posting on the compartimenten of the tijdvak, in the order of writing. */
function streamGrootboek(tijdvakId: string): AsyncGenerator<string> {
  type Row = { sleutel: number; boeking: number; soort: string; oorzaak: string; op: string; rekening: string; compartiment: string; aanvraag: string | null; bedrag: number }
  return paged<Row>('regel;boeking;soort;oorzaak;op;rekening;compartiment;aanvraag;bedragCent\n',
    `select r.id as sleutel, b.id as boeking, b.soort, b.oorzaak || '/' || b.oorzaak_id as oorzaak, b.geboekt_op::text as op, r.rekening, r.compartiment_id as compartiment, r.aanvraag_id as aanvraag, r.bedrag_cent as bedrag
     from boekingsregel r join boeking b on b.id = r.boeking_id join compartiment c on c.id = r.compartiment_id where c.tijdvak_id = $1 and r.id > $2 order by r.id`, [tijdvakId],
    (r) => `${String(r.sleutel)};${String(r.boeking)};${r.soort};${r.oorzaak};${r.op};${r.rekening};${r.compartiment};${r.aanvraag ?? ''};${String(r.bedrag)}\n`)
}

/** Every place in the waiting room, with the drawn one. */
function streamWachtkamer(tijdvakId: string): AsyncGenerator<string> {
  type Row = { sleutel: number; burger: string; lot: string; genomen: string; verlaten: string | null; plaats: number | null }
  return paged<Row>('nummer;burger;lot;genomenOp;verlatenOp;plaats\n',
    `select p.nummer as sleutel, p.burger_id as burger, p.lot, p.genomen_op::text as genomen, p.verlaten_op::text as verlaten, g.plaats
     from wachtplaats p join wachtkamer w on w.tijdvak_id = p.tijdvak_id left join gelote_plaats g on g.tijdvak_id = p.tijdvak_id and g.ronde = w.ronde and g.nummer = p.nummer
     where p.tijdvak_id = $1 and p.nummer > $2 order by p.nummer`, [tijdvakId],
    (r) => `${String(r.sleutel)};${r.burger};${r.lot};${r.genomen};${r.verlaten ?? ''};${r.plaats === null ? '' : String(r.plaats)}\n`)
}
