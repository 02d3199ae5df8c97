import 'server-only'
import { z } from 'zod'
import { fromDbDate, prisma } from '@/lib/platform/db'
import { CONTROLE_OORDELEN, CONTROLE_SIGNALEN } from '@/lib/verantwoording/model'
import { toDeelname } from '@/lib/verantwoording/repo'

const NAAM = { voornaam: true, tussenvoegsel: true, achternaam: true } as const

/** The samples, the newest first, with how far they are. */
export async function listControles() {
  const rijen = await prisma.deelnamecontrole.findMany({ orderBy: { maand: 'desc' }, include: { gevallen: { select: { oordeel: true, ingeleverdOp: true } } } })
  return rijen.map(({ id, maand, populatie, uiterlijkOp, gevallen }) => ({
    id, maand: fromDbDate(maand), populatie, uiterlijkOp: fromDbDate(uiterlijkOp), aantal: gevallen.length,
    open: gevallen.filter(({ oordeel }) => oordeel === null).length, ingeleverd: gevallen.filter(({ oordeel, ingeleverdOp }) => oordeel === null && ingeleverdOp !== null).length,
    onvoldoende: gevallen.filter(({ oordeel }) => oordeel !== null && oordeel !== 'goed').length,
  }))
}

const GEVAL = {
  stukken: { orderBy: { op: 'asc' }, select: { id: true, omschrijving: true, op: true, documentId: true } }, door: { select: { medewerkerNaam: true } }, opleider: { select: { naam: true } },
  controle: { select: { maand: true, uiterlijkOp: true } },
  aanvraag: { select: { kenmerk: true, deelname: true, opleiding: { select: { titel: true } }, aanmeldbewijs: { select: { ...NAAM, startdatum: true, einddatum: true } } } },
} as const

const isId = (tekst: string): boolean => z.guid().safeParse(tekst).success

/** One sample with its cases; undefined when there is none. */
export async function findControle(id: string) {
  if (!isId(id)) return undefined
  const rij = await prisma.deelnamecontrole.findUnique({ where: { id }, include: { gevallen: { orderBy: { nummer: 'asc' }, include: GEVAL } } })
  if (rij === null) return undefined
  const { gevallen, maand, uiterlijkOp, ...rest } = rij
  return { ...rest, maand: fromDbDate(maand), uiterlijkOp: fromDbDate(uiterlijkOp), gevallen: gevallen.map(toGeval) }
}

/** One case, by its id, or by its number in a sample; of one opleider when it is named. */
export async function findGeval(welk: { id: string; opleiderId: string } | { controleId: string; nummer: number }) {
  if (!isId('id' in welk ? welk.id : welk.controleId)) return undefined
  const rij = await prisma.deelnamecontroleGeval.findFirst({ where: welk, include: GEVAL })
  return rij === null ? undefined : toGeval(rij)
}

/** The cases of an opleider, what still has to be handed in first. */
export async function listGevallenVan(opleiderId: string) {
  const rijen = await prisma.deelnamecontroleGeval.findMany({ where: { opleiderId }, orderBy: [{ oordeel: { sort: 'asc', nulls: 'first' } }, { controle: { maand: 'desc' } }, { nummer: 'asc' }], take: 200, include: GEVAL })
  return rijen.map(toGeval)
}

export function countTeLeveren(opleiderId: string): Promise<number> {
  return prisma.deelnamecontroleGeval.count({ where: { opleiderId, oordeel: null, ingeleverdOp: null } })
}

type Rij = {
  id: string; controleId: string; nummer: number; gewicht: number; signalen: string[]; deelnameVersie: number; ingeleverdOp: Date | null; oordeel: string | null; reden: string | null; beoordeeldOp: Date | null
  stukken: { id: string; omschrijving: string; op: Date; documentId: string }[]; door: { medewerkerNaam: string | null } | null; opleider: { naam: string }; controle: { maand: Date; uiterlijkOp: Date }
  aanvraag: { kenmerk: string; deelname: Parameters<typeof toDeelname>[0] | null; opleiding: { titel: string }; aanmeldbewijs: { voornaam: string; tussenvoegsel: string | null; achternaam: string; startdatum: Date; einddatum: Date } }
}

function toGeval({ aanvraag, controle, door, opleider, signalen, oordeel, ...rij }: Rij) {
  const { voornaam, tussenvoegsel, achternaam, startdatum, einddatum } = aanvraag.aanmeldbewijs
  return {
    ...rij, kenmerk: aanvraag.kenmerk, opleiding: aanvraag.opleiding.titel, deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '), startdatum: fromDbDate(startdatum), einddatum: fromDbDate(einddatum),
    deelname: aanvraag.deelname === null ? null : toDeelname(aanvraag.deelname), opleider: opleider.naam, door: door?.medewerkerNaam ?? null, maand: fromDbDate(controle.maand), uiterlijkOp: fromDbDate(controle.uiterlijkOp),
    signalen: signalen.flatMap((signaal) => CONTROLE_SIGNALEN.find((one) => one === signaal) ?? []), oordeel: CONTROLE_OORDELEN.find((one) => one === oordeel) ?? null,
  }
}
