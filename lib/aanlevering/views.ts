import 'server-only'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { pool, prisma } from '@/lib/platform/db'
import { isImportToestand, type ImportToestand } from '@/lib/register/model'
import type { ImportVerslag, KolomindelingStand, Oorzaak } from '@/lib/aanlevering/model'
import { findTabel } from '@/lib/aanlevering/repo'
import { verschilSchema } from '@/lib/aanlevering/schema'

/** Imports per page of the list. */
export const IMPORTS_PER_PAGINA = 50
const OORZAKEN = 100

const ofActor = (actor: OpleiderActor | Medewerker) => (actor.soort === 'opleider' ? { opleiderId: actor.opleiderId } : {})
const toToestand = (toestand: string): ImportToestand => (isImportToestand(toestand) ? toestand : 'ontvangen')

/** The imports that this person may see, newest first. */
export async function listImports(actor: OpleiderActor | Medewerker, pagina: number) {
  const where = ofActor(actor)
  const [totaal, rijen] = await Promise.all([
    prisma.import.count({ where }),
    prisma.import.findMany({
      where, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: IMPORTS_PER_PAGINA, skip: (pagina - 1) * IMPORTS_PER_PAGINA,
      select: { id: true, bestandsnaam: true, toestand: true, totaal: true, nieuw: true, gewijzigd: true, verdwenen: true, geweigerd: true, createdAt: true, opleider: { select: { naam: true } } },
    }),
  ])
  return { totaal, rijen: rijen.map(({ opleider, toestand, ...rij }) => ({ ...rij, opleider: opleider?.naam ?? null, toestand: toToestand(toestand) })) }
}

/** One import with the difference, and its faults by cause. Undefined when it is not this person's. */
export async function getImport(actor: OpleiderActor | Medewerker, id: string): Promise<ImportVerslag | undefined> {
  const rij = await prisma.import.findFirst({ where: { id, ...ofActor(actor) }, include: { opleider: { select: { naam: true } } } })
  if (rij === null) return undefined
  const verschil = verschilSchema.safeParse(rij.verschil)
  const { bestandsnaam, formaat, opleiderId, reden, createdAt, klaarOp, teruggedraaidOp, totaal, nieuw, gewijzigd, ongewijzigd, geweigerd, verdwenen } = rij
  return {
    id, bestandsnaam, formaat, opleiderId, reden, createdAt, klaarOp, teruggedraaidOp,
    opleider: rij.opleider?.naam ?? null,
    omvang: rij.omvang === 'volledig' ? 'volledig' : 'aanvulling',
    toestand: toToestand(rij.toestand),
    telling: { totaal, nieuw, gewijzigd, ongewijzigd, geweigerd, verdwenen },
    verschil: verschil.success ? verschil.data : null,
    oorzaken: await listOorzaken(id, OORZAKEN),
    tabel: await getTabel(id),
  }
}

/** The faults of an import by cause: what differs from row to row (an index, a line, the value itself) does not make another cause. */
export async function listOorzaken(importId: string, hoeveel: number): Promise<Oorzaak[]> {
  const { rows } = await pool.query<Oorzaak>(`
    select veld, min(reden) as reden, count(*) as aantal, (array_agg(regel order by id))[1:5] as regels, (array_agg(sleutel order by id))[1:5] as sleutels
    from (select id, regel, sleutel, reden, regexp_replace(veld, '\\[\\d+\\]| \\(regel \\d+\\)', '', 'g') as veld,
            regexp_replace(regexp_replace(reden, '“[^”]*”', '“…”', 'g'), '\\d+', '0', 'g') as oorzaak
          from import_fout where import_id = $1) f
    group by veld, oorzaak order by count(*) desc, min(id) limit $2`, [importId, hoeveel])
  return rows
}

/** Every fault of an import in parts, for a download; the caller has checked who may see it. */
export async function* readFouten(importId: string): AsyncGenerator<{ regel: number; sleutel: string | null; veld: string; reden: string }[]> {
  let na = 0n
  for (;;) {
    const rijen = await prisma.importFout.findMany({ where: { importId, id: { gt: na } }, orderBy: { id: 'asc' }, take: 5_000, select: { id: true, regel: true, sleutel: true, veld: true, reden: true } })
    const laatste = rijen.at(-1)
    if (laatste === undefined) return
    yield rijen
    na = laatste.id
  }
}

async function getTabel(importId: string): Promise<KolomindelingStand | null> {
  const tabel = await findTabel(prisma, importId)
  if (tabel === undefined) return null
  const { kop, kopregel, codering, scheiding, werkblad, kolomindeling, herkend } = tabel
  return { kop, kopregel, codering, scheiding, werkblad, kolomindeling: [...kolomindeling], herkend, voorbeelden: toVoorbeelden(tabel.voorbeelden) }
}

function toVoorbeelden(waarde: unknown): string[][] {
  return Array.isArray(waarde) ? waarde.map((kolom: unknown) => (Array.isArray(kolom) ? kolom.map(String) : [])) : []
}
