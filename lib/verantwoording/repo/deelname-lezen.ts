import 'server-only'
import { z } from 'zod'
import type { PlainDate } from '@/lib/base/date'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { DEELNAME_BESTAND_TOESTANDEN, NAVRAAG_ANTWOORDEN, OORZAKEN, REACTIESTANDEN, WIJZEN } from '@/lib/verantwoording/model'

/** The deelnemers of an opleider about whom nothing was reported and whose scholing has begun: what stands in the example file. */
export async function listOpen(opleiderId: string, vandaag: PlainDate) {
  const rijen = await prisma.aanvraag.findMany({
    where: { opleiderId, status: 'verleend', deelname: null, aanmeldbewijs: { startdatum: { lte: toDbDate(vandaag) } } }, orderBy: [{ aanmeldbewijs: { einddatum: 'asc' } }, { kenmerk: 'asc' }], take: 20_000,
    select: { kenmerk: true, opleiding: { select: { titel: true } }, aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true, einddatum: true } } },
  })
  return rijen.map(({ kenmerk, opleiding, aanmeldbewijs: { einddatum, ...naam } }) => ({ kenmerk, deelnemer: volledigeNaam(naam), opleiding: opleiding.titel, einddatum: fromDbDate(einddatum) }))
}

const toToestand = (toestand: string) => DEELNAME_BESTAND_TOESTANDEN.find((one) => one === toestand) ?? 'ontvangen'

/** The files of an opleider, the newest first. */
export async function listBestanden(opleiderId: string) {
  const rijen = await prisma.deelnameBestand.findMany({ where: { opleiderId }, orderBy: { op: 'desc' }, take: 50 })
  return rijen.map(({ id, bestandsnaam, toestand, goed, fout, op }) => ({ id, bestandsnaam, toestand: toToestand(toestand), goed, fout, op }))
}

const oorzaak = z.object({ veld: z.string(), reden: z.string(), aantal: z.number(), regels: z.array(z.number()) })
const fouten = z.array(z.object({ veld: z.string(), reden: z.string() }))
const gelezen = z.object({ uitkomst: z.enum(['succesvol', 'niet-succesvol']), wijze: z.enum(WIJZEN).optional(), percentage: z.number().nullable().optional(), oorzaak: z.enum(OORZAKEN).optional(), toelichting: z.string().optional() })

/** What a file says: each cause once with the lines it hits, what is wrong with every bad row, and what the good ones report. */
export async function findBestand(opleiderId: string, id: string, { goed, fout, take }: { goed: number; fout: number; take: number }) {
  const rij = await prisma.deelnameBestand.findFirst({ where: { id, opleiderId } })
  if (rij === null) return undefined
  const [{ rows: oorzaken }, slechte, goede, perUitkomst] = await Promise.all([
    pool.query(`
      select f ->> 'veld' as veld, f ->> 'reden' as reden, count(*)::integer as aantal, (array_agg(r.regel order by r.regel))[1:20] as regels
      from deelname_bestand_rij r, jsonb_array_elements(r.fouten) as f where r.bestand_id = $1 group by 1, 2 order by 3 desc, 1, 2`, [id]),
    prisma.deelnameBestandRij.findMany({ where: { bestandId: id, fouten: { not: [] } }, orderBy: { nummer: 'asc' }, skip: (fout - 1) * take, take }),
    prisma.deelnameBestandRij.findMany({
      where: { bestandId: id, fouten: { equals: [] } }, orderBy: { nummer: 'asc' }, skip: (goed - 1) * take, take,
      include: { aanvraag: { select: { aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true } } } } },
    }),
    prisma.$queryRaw<{ uitkomst: string; aantal: number }[]>`select melding ->> 'uitkomst' as uitkomst, count(*)::integer as aantal from deelname_bestand_rij where bestand_id = ${id}::uuid and melding is not null group by 1`,
  ])
  return {
    ...rij, toestand: toToestand(rij.toestand), oorzaken: z.array(oorzaak).parse(oorzaken),
    nietAfgerond: perUitkomst.find(({ uitkomst }) => uitkomst === 'niet-succesvol')?.aantal ?? 0,
    slechte: slechte.map(({ regel, kenmerk, fouten: json }) => ({ regel, kenmerk, fouten: fouten.parse(json) })),
    goede: goede.map(({ regel, kenmerk, melding, aanvraag }) => ({ regel, kenmerk, deelnemer: aanvraag === null ? '' : volledigeNaam(aanvraag.aanmeldbewijs), melding: gelezen.parse(melding) })),
  }
}

export type Wiens = { readonly kenmerk: string; readonly opleiderId?: string; readonly burgerId?: string }

/** The question to the burger about a scholing that nobody reported on, with the answer; undefined when there is none. */
export async function findNavraagVan(wiens: Wiens) {
  const rij = await prisma.deelnameNavraag.findFirst({ where: { aanvraag: { ...wiens } }, include: { aanvraag: { select: { status: true, deelname: { select: { id: true } } } } } })
  if (rij === null) return undefined
  const { uiterlijkOp, gevraagdOp, antwoord, toelichting, bewijsId, beantwoordOp, aanvraag } = rij
  return {
    uiterlijkOp: fromDbDate(uiterlijkOp), gevraagdOp, antwoord: NAVRAAG_ANTWOORDEN.find((one) => one === antwoord) ?? null, toelichting, bewijsId, beantwoordOp,
    isOpen: antwoord === null && aanvraag.deelname === null && aanvraag.status === 'verleend',
  }
}

const versie = z.object({
  versie: z.number(), uitkomst: z.enum(['succesvol', 'niet-succesvol']), wijze: z.enum(WIJZEN).nullable(), percentage: z.number().nullable(), oorzaak: z.enum(OORZAKEN).nullable(),
  toelichting: z.string().nullable(), reden: z.string().nullable(), gemeld_op: z.iso.datetime({ offset: true }).transform((tekst) => new Date(tekst)),
  reactie: z.enum(REACTIESTANDEN).nullable(), reactie_toelichting: z.string().nullable(),
})
export type EerdereVersie = z.output<typeof versie>

/** What was reported before it was corrected, the last one first. */
export async function listVersies(wiens: Wiens): Promise<readonly EerdereVersie[]> {
  const rijen = await prisma.deelnameVersie.findMany({ where: { deelname: { aanvraag: { ...wiens } } }, orderBy: { versie: 'desc' }, select: { inhoud: true } })
  return rijen.map(({ inhoud }) => versie.parse(inhoud))
}

/** The evidence of the burger: with the answer to a report, or to the question when there was none. */
export async function findBewijsVanBurger(wiens: Wiens): Promise<string | undefined> {
  const rij = await prisma.aanvraag.findFirst({ where: { ...wiens }, select: { deelname: { select: { reactieBewijsId: true } }, deelnameNavraag: { select: { bewijsId: true } } } })
  return rij?.deelname?.reactieBewijsId ?? rij?.deelnameNavraag?.bewijsId ?? undefined
}

/** Cases about which nobody reported: the burger answered, or the term to answer is over. The oldest first. */
export async function listZonderMelding(vandaag: PlainDate, { skip, take }: { skip: number; take: number }) {
  const where = { aanvraag: { status: 'verleend', deelname: null }, OR: [{ antwoord: { not: null } }, { uiterlijkOp: { lt: toDbDate(vandaag) } }] }
  const [rijen, totaal] = await Promise.all([
    prisma.deelnameNavraag.findMany({
      where, skip, take, orderBy: [{ uiterlijkOp: 'asc' }, { aanvraagId: 'asc' }],
      include: { aanvraag: { select: { kenmerk: true, opleider: { select: { naam: true } }, aanmeldbewijs: { select: { voornaam: true, tussenvoegsel: true, achternaam: true, einddatum: true } } } } },
    }),
    prisma.deelnameNavraag.count({ where }),
  ])
  return {
    totaal,
    rijen: rijen.map(({ antwoord, uiterlijkOp, aanvraag: { kenmerk, opleider, aanmeldbewijs: { einddatum, ...naam } } }) => ({
      kenmerk, deelnemer: volledigeNaam(naam), opleider: opleider.naam, einddatum: fromDbDate(einddatum), uiterlijkOp: fromDbDate(uiterlijkOp), antwoord: NAVRAAG_ANTWOORDEN.find((one) => one === antwoord) ?? null,
    })),
  }
}

function volledigeNaam({ voornaam, tussenvoegsel, achternaam }: { voornaam: string; tussenvoegsel: string | null; achternaam: string }): string {
  return [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' ')
}
