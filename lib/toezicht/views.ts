import 'server-only'
import { z } from 'zod'
import type { Medewerker } from '@/lib/base/actor'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { raaktAanvraag, toGeraakteAanvraag } from '@/lib/beschikking/rules/raakt-maatregel'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import type { MaatregelSoort } from '@/lib/register/model'
import type { Gevolgen } from '@/lib/toezicht/model'
import { toSoort } from '@/lib/toezicht/repo'

/** A line of the overview. */
export type MaatregelRegel = {
  id: string
  soort: MaatregelSoort
  opleider: string
  opleiding: string | null
  vanaf: string
  tot: string | null
  stand: 'loopt' | 'komt' | 'voorbij' | 'opgeheven'
}

const isId = (text: string | undefined): text is string => z.guid().safeParse(text).success

/** All maatregelen, running ones first, newest first. Page from 1. */
export async function listMaatregelOverzicht(_medewerker: Medewerker, { page, size }: { page: number; size: number }): Promise<{ regels: readonly MaatregelRegel[]; totaal: number; lopend: number }> {
  const vandaag = await today()
  const [rijen, totaal, lopend] = await Promise.all([
    prisma.maatregel.findMany({
      orderBy: [{ opgehevenOp: { sort: 'desc', nulls: 'first' } }, { opgelegdOp: 'desc' }], skip: (page - 1) * size, take: size,
      include: { opleider: { select: { naam: true } }, opleiding: { select: { titel: true } } },
    }),
    prisma.maatregel.count(),
    prisma.maatregel.count({ where: { opgehevenOp: null } }),
  ])
  return { totaal, lopend, regels: rijen.map((rij) => toRegel(rij, vandaag)) }
}

type Rij = { id: string; soort: string; ingangsdatum: Date; einddatum: Date | null; opgehevenOp: Date | null; opleider: { naam: string }; opleiding: { titel: string } | null }

function toRegel(rij: Rij, vandaag: PlainDate): MaatregelRegel {
  const [vanaf, tot] = [fromDbDate(rij.ingangsdatum), rij.einddatum === null ? null : fromDbDate(rij.einddatum)]
  return {
    id: rij.id,
    soort: toSoort(rij.soort),
    opleider: rij.opleider.naam,
    opleiding: rij.opleiding?.titel ?? null,
    vanaf: formatDatumKort(vanaf),
    tot: tot === null ? null : formatDatumKort(tot),
    stand: rij.opgehevenOp !== null ? 'opgeheven' : vanaf > vandaag ? 'komt' : tot !== null && tot <= vandaag ? 'voorbij' : 'loopt',
  }
}

/** Something a maatregel can be put on. */
export type Doel = { opleiderId: string; opleidingId: string | null; opleider: string; opleiding: string | null; plaats: string }

const MAX_HITS = 20

/** Opleiders and opleidingen whose name, KvK-nummer or code holds the words; at most twenty of each. */
export async function zoekDoelen(_medewerker: Medewerker, woorden: string): Promise<readonly Doel[]> {
  const zoek = woorden.trim()
  if (zoek.length < 2) return []
  const like = `%${zoek.replaceAll(/[\\%_]/g, '\\$&')}%`
  const [opleiders, opleidingen] = await Promise.all([
    pool.query<Doel>(`select id as "opleiderId", null as "opleidingId", naam as opleider, null as opleiding, plaats from opleider
      where naam ilike $1 or kvk = $2 or code ilike $2 order by naam limit $3`, [like, zoek, MAX_HITS]),
    pool.query<Doel>(`select p.opleider_id as "opleiderId", p.id as "opleidingId", o.naam as opleider, p.titel as opleiding, o.plaats from opleiding p
      join opleider o on o.id = p.opleider_id where p.titel ilike $1 or p.programma_id = $2 order by p.titel limit $3`, [like, zoek, MAX_HITS]),
  ])
  return [...opleiders.rows, ...opleidingen.rows]
}

/** The chosen opleider or opleiding; undefined when it is not there. */
export async function getDoel(_medewerker: Medewerker, { opleiderId, opleidingId }: { opleiderId: string | undefined; opleidingId: string | undefined }): Promise<Doel | undefined> {
  if (!isId(opleiderId) || (opleidingId !== undefined && !isId(opleidingId))) return undefined
  const opleider = await prisma.opleider.findUnique({ where: { id: opleiderId }, select: { naam: true, plaats: true } })
  if (opleider === null) return undefined
  const doel = { opleiderId, opleider: opleider.naam, plaats: opleider.plaats }
  if (opleidingId === undefined) return { ...doel, opleidingId: null, opleiding: null }
  const opleiding = await prisma.opleiding.findFirst({ where: { id: opleidingId, opleiderId }, select: { titel: true } })
  return opleiding === null ? undefined : { ...doel, opleidingId, opleiding: opleiding.titel }
}

/** Whom a maatregel would touch if it were taken today; shown before it is confirmed. */
export async function getGevolgen(
  _medewerker: Medewerker, { opleiderId, opleidingId }: { opleiderId: string; opleidingId: string | null }, maatregel: { soort: MaatregelSoort; ingangsdatum: PlainDate; einddatum: PlainDate | null },
): Promise<Gevolgen> {
  const waar = { opleiderId, ...(opleidingId === null ? {} : { opleidingId }) }
  const vandaag = await today()
  const dag = maatregel.ingangsdatum > vandaag ? maatregel.ingangsdatum : vandaag
  const [opleidingen, wachtend, perStatus] = await Promise.all([
    opleidingId === null ? prisma.opleiding.count({ where: { opleiderId } }) : 1,
    prisma.aanvraag.findMany({ where: { ...waar, status: { in: ['gereserveerd', 'in-behandeling'] } }, select: { opleidingId: true, tijdvak: { select: { opentOp: true, sluitOp: true } } } }),
    prisma.aanvraag.groupBy({ by: ['status'], where: { ...waar, status: { in: ['concept', 'gereed', 'verleend', 'betwist'] } }, _count: true }),
  ])
  const geraakt = wachtend.filter((aanvraag) => raaktAanvraag({ id: '', opleidingId, isOpgeheven: false, opgelegdOp: vandaag, ...maatregel }, toGeraakteAanvraag(aanvraag), dag)).length
  const aantal = (...statussen: readonly string[]) => perStatus.filter(({ status }) => statussen.includes(status)).reduce((som, rij) => som + rij._count, 0)
  return { opleidingen, wachtend: geraakt, gespaard: wachtend.length - geraakt, voorbereid: aantal('concept', 'gereed'), verleend: aantal('verleend', 'betwist') }
}

export type MaatregelDetail = MaatregelRegel & {
  reden: string
  opgelegdDoor: string
  opgelegdOp: string
  opheffingReden: string | null
  /** Aanvragen that wait because of it or another maatregel on the same opleiding or opleider. */
  aangehouden: number
  geschiedenis: readonly { key: string; soort: string; op: string; door: string; reden: string | null }[]
}

/** One maatregel with its history. Undefined when it is not there. */
export async function getMaatregel(_medewerker: Medewerker, id: string): Promise<MaatregelDetail | undefined> {
  if (!isId(id)) return undefined
  const rij = await prisma.maatregel.findUnique({ where: { id }, include: { opleider: { select: { naam: true } }, opleiding: { select: { titel: true } }, opgelegdDoorGebruiker: { select: { medewerkerNaam: true } } } })
  if (rij === null) return undefined
  const [gebeurtenissen, aangehouden] = await Promise.all([
    prisma.gebeurtenis.findMany({ where: { onderwerp: 'maatregel', onderwerpId: id }, orderBy: { id: 'desc' } }),
    prisma.aanvraag.count({ where: { opleiderId: rij.opleiderId, ...(rij.opleidingId === null ? {} : { opleidingId: rij.opleidingId }), status: 'aangehouden' } }),
  ])
  const namen = await prisma.gebruiker.findMany({ where: { id: { in: gebeurtenissen.flatMap(({ doorId }) => doorId ?? []) } }, select: { id: true, medewerkerNaam: true } })
  return {
    ...toRegel(rij, await today()),
    reden: rij.reden,
    opgelegdDoor: rij.opgelegdDoorGebruiker.medewerkerNaam ?? 'onbekend',
    opgelegdOp: formatDatum(amsterdamDate(rij.opgelegdOp)),
    opheffingReden: rij.opheffingReden,
    aangehouden,
    geschiedenis: gebeurtenissen.map(({ id: nummer, soort, op, doorId, doorRol, reden }) => ({
      key: String(nummer), soort, op: formatTijdstip(op), reden, door: namen.find((naam) => naam.id === doorId)?.medewerkerNaam ?? doorRol,
    })),
  }
}
