import { plainDate, type PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { fromDbDate, prisma, toDbDate } from '@/lib/platform/db'

/** An organisation of EDU-DEX that this register knows: an opleider supplies, an erkenner accredits. Clients and intermediaries it has none. */
export type EdudexOrganisatie = { id: string; naam: string; rol: 'supplier' | 'accreditor'; gewijzigdOp: string; keurmerken: string[] }

/** Every organisation with a role, or all of them. */
export async function listOrganisaties(rol?: EdudexOrganisatie['rol']): Promise<EdudexOrganisatie[]> {
  const [opleiders, erkenners] = await Promise.all([rol === 'accreditor' ? [] : listOpleiders(), rol === 'supplier' ? [] : prisma.erkenner.findMany({ orderBy: { code: 'asc' } })])
  return [...opleiders, ...erkenners.map(({ code, naam }) => ({ id: code, naam, rol: 'accreditor' as const, gewijzigdOp: '', keurmerken: [] }))]
}

/** The accreditations of EDU-DEX that an erkenning of ours is known by. */
const KEURMERK: Readonly<Record<string, string>> = { NRTO: 'NRTO', CEDEO: 'Cedeo', OCW: 'NVAO' }

async function listOpleiders(): Promise<EdudexOrganisatie[]> {
  const dag = toDbDate(await today())
  const rijen = await prisma.opleider.findMany({
    where: { orgUnitId: { not: null } }, orderBy: { orgUnitId: 'asc' },
    select: {
      id: true, orgUnitId: true, naam: true, createdAt: true, edudexStukken: { where: { soort: 'instelling' }, select: { gewijzigdOp: true } },
      erkenningen: { where: { geldigVan: { lte: dag }, OR: [{ geldigTot: null }, { geldigTot: { gt: dag } }] }, select: { erkenner: { select: { soort: true } } } },
    },
  })
  return rijen.map(({ orgUnitId, naam, createdAt, edudexStukken: [stuk], erkenningen }) => ({
    id: orgUnitId ?? '', naam, rol: 'supplier' as const, gewijzigdOp: (stuk?.gewijzigdOp ?? createdAt).toISOString(),
    keurmerken: [...new Set(erkenningen.flatMap(({ erkenner: { soort } }) => KEURMERK[soort] ?? []))],
  }))
}

export type EdudexErkenning = { id: string; orgUnitId: string; keurmerk: string; van: PlainDate; tot: PlainDate }

/** EDU-DEX wants an end: of an erkenning without one this is it. */
const EINDE = plainDate('9999-12-31')

/** The erkenningen of an erkenner that EDU-DEX has a name for; undefined when there is no such erkenner. */
export async function listErkenningen(code: string): Promise<EdudexErkenning[] | undefined> {
  const erkenner = await prisma.erkenner.findUnique({
    where: { code }, select: { soort: true, erkenningen: { where: { opleidingId: null, opleider: { orgUnitId: { not: null } } }, orderBy: { id: 'asc' }, include: { opleider: { select: { orgUnitId: true } } } } },
  })
  if (erkenner === null) return undefined
  const keurmerk = KEURMERK[erkenner.soort]
  if (keurmerk === undefined) return []
  return erkenner.erkenningen.map(({ id, opleider, geldigVan, geldigTot }) => ({ id, orgUnitId: opleider.orgUnitId ?? '', keurmerk, van: fromDbDate(geldigVan), tot: fromDbDate(geldigTot ?? toDbDate(EINDE)) }))
}
