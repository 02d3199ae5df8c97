import 'server-only'
import type { OpleiderActor } from '@/lib/base/actor'
import { addDays, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { fromDbDate, prisma, toDbDate } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Aanmeldbewijs, AanmeldbewijsStatus } from '@/lib/vooraanmelding/model'
import { toAanmeldbewijs } from '@/lib/vooraanmelding/repo'

const PER_PAGE = 25

export type BewijsRegel = {
  readonly id: string
  readonly code: string
  readonly deelnemer: string
  readonly opleiding: string
  readonly startdatum: PlainDate
  readonly gevraagdCent: Cent
  readonly status: AanmeldbewijsStatus
  readonly uitgegevenOp: Date
}

/** The aanmeldbewijzen of this opleider, the newest first. `zoek` is a part of a name, a studentnummer or a code. */
export async function listAanmeldbewijzen(opleider: OpleiderActor, { pagina, zoek }: { pagina: number; zoek: string }) {
  const contains = { contains: zoek, mode: 'insensitive' as const }
  const where = {
    opleiderId: opleider.opleiderId,
    ...(zoek === '' ? {} : { OR: [{ achternaam: contains }, { studentnummer: contains }, { code: contains }] }),
  }
  const [rijen, total] = await Promise.all([
    prisma.aanmeldbewijs.findMany({
      where, include: { opleiding: { select: { titel: true } } }, orderBy: [{ uitgegevenOp: 'desc' }, { id: 'asc' }], skip: (pagina - 1) * PER_PAGE, take: PER_PAGE,
    }),
    prisma.aanmeldbewijs.count({ where }),
  ])
  return { regels: rijen.map(({ opleiding, ...rij }) => toRegel(toAanmeldbewijs(rij), opleiding.titel)), total, perPage: PER_PAGE }
}

/** How many aanmeldbewijzen of this opleider were issued and wait for an aanvraag, for a start that is still to come. */
export async function countOngebruikteBewijzen({ opleiderId }: OpleiderActor): Promise<number> {
  return prisma.aanmeldbewijs.count({ where: { opleiderId, status: 'uitgegeven', scholingsactiviteit: { startdatum: { gt: toDbDate(await today()) } } } })
}

/** One aanmeldbewijs to show or print; undefined when it is of another opleider. */
export async function getAanmeldbewijs(opleider: OpleiderActor, id: string) {
  const rij = await prisma.aanmeldbewijs.findFirst({
    where: { id, opleiderId: opleider.opleiderId },
    include: { opleiding: { select: { titel: true, programmaId: true } }, opleider: { select: { naam: true, kvk: true, code: true } }, scholingsactiviteit: { select: { cohortcode: true } } },
  })
  if (rij === null) return undefined
  const { opleiding, opleider: organisatie, scholingsactiviteit, ...bewijs } = rij
  return { ...toAanmeldbewijs(bewijs), opleiding, organisatie, cohortcode: scholingsactiviteit.cohortcode }
}

/** The activities for which this opleider can issue an aanmeldbewijs: open, and not starting so soon that nobody could apply any more. */
export async function listKeuzes(opleider: OpleiderActor, zoek: string) {
  const dag = await today()
  const regeling = await leesRegeling(prisma, dag)
  const rijen = await prisma.scholingsactiviteit.findMany({
    where: {
      opleiderId: opleider.opleiderId,
      status: 'open',
      subsidiabelCent: { gt: 0 },
      startdatum: { gte: toDbDate(addDays(dag, regeling.get('startvenster').naDagen)) },
      opleiding: { stapToestemming: true, gebreken: { isEmpty: true }, ...(zoek === '' ? {} : { titel: { contains: zoek, mode: 'insensitive' } }) },
    },
    include: { opleiding: { select: { titel: true } } },
    orderBy: [{ startdatum: 'asc' }, { cohortcode: 'asc' }],
    take: 100,
  })
  const maximumCent = regeling.get('maximumbedrag')
  return rijen.map(({ id, opleiding, startdatum, plaats, cohortcode, catalogusprijsCent, subsidiabelCent }) => ({
    id, titel: opleiding.titel, startdatum: fromDbDate(startdatum), plaats, cohortcode,
    catalogusprijsCent: cent(catalogusprijsCent), subsidiabelCent: cent(subsidiabelCent), voorstelCent: cent(Math.min(subsidiabelCent, maximumCent)),
  }))
}

/** One of those activities, for the form; undefined when it cannot be chosen. */
export async function getKeuze(opleider: OpleiderActor, scholingsactiviteitId: string) {
  const dag = await today()
  const rij = await prisma.scholingsactiviteit.findFirst({
    where: { id: scholingsactiviteitId, opleiderId: opleider.opleiderId }, include: { opleiding: { select: { titel: true } } },
  })
  if (rij === null) return undefined
  const maximumCent = (await leesRegeling(prisma, dag)).get('maximumbedrag')
  return {
    id: rij.id, titel: rij.opleiding.titel, startdatum: fromDbDate(rij.startdatum), einddatum: fromDbDate(rij.einddatum), plaats: rij.plaats, cohortcode: rij.cohortcode,
    catalogusprijsCent: cent(rij.catalogusprijsCent), subsidiabelCent: cent(rij.subsidiabelCent), voorstelCent: cent(Math.min(rij.subsidiabelCent, maximumCent)), maximumCent,
  }
}

function toRegel(bewijs: Aanmeldbewijs, opleiding: string): BewijsRegel {
  const { id, code, startdatum, gevraagdCent, status, uitgegevenOp } = bewijs
  return { id, code, opleiding, startdatum, gevraagdCent, status, uitgegevenOp, deelnemer: volledigeNaam(bewijs) }
}

/** "Sam van der Berg" */
export function volledigeNaam({ voornaam, tussenvoegsel, achternaam }: Pick<Aanmeldbewijs, 'voornaam' | 'tussenvoegsel' | 'achternaam'>): string {
  return [voornaam, tussenvoegsel, achternaam].filter((deel) => deel !== null && deel !== '').join(' ')
}
