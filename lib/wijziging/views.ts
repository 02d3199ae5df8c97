import 'server-only'
import type { Burger, OpleiderActor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { WijzigingSoort } from '@/lib/wijziging/model'
import { countDeelnemers, findAanvaard, toStatus, uitvoeringOf } from '@/lib/wijziging/repo'
import { isVaak } from '@/lib/wijziging/rules/wijziging'
import { uitvoeringSchema } from '@/lib/wijziging/schema'

/** What an opleider sees to report a change for one deelnemer, with what was reported before; undefined when it is not its own. */
export async function getTeWijzigen(opleider: OpleiderActor, kenmerk: string) {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await prisma.aanvraag.findFirst({ where: { kenmerk: eigen, opleiderId: opleider.opleiderId }, include: { aanmeldbewijs: true, scholingsactiviteit: { select: { opleidingsvorm: true } }, tijdvak: true, opleiding: { select: { titel: true } }, wijzigingen: { orderBy: { gemeldOp: 'desc' } } } })
  if (rij === null) return undefined
  const { voornaam, tussenvoegsel, achternaam } = rij.aanmeldbewijs
  return {
    kenmerk: rij.kenmerk, titel: rij.opleiding.titel, deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '), isVerleend: rij.status === 'verleend',
    nu: uitvoeringOf(rij, await findAanvaard(prisma, rij.id)),
    eerder: rij.wijzigingen.map(({ id, soorten, reden, status, gemeldOp }) => ({ id, soorten, reden, status: toStatus(status), gemeldOp })),
  }
}

/** The changes that were put to this burger for one aanvraag, the latest first; undefined when it is of somebody else. */
export async function getWijzigingenVoorBurger(burger: Burger, kenmerk: string) {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await prisma.aanvraag.findFirst({ where: { kenmerk: eigen, burgerId: burger.id }, include: { opleiding: { select: { titel: true } }, opleider: { select: { naam: true } }, verplichting: { select: { status: true } }, wijzigingen: { orderBy: { gemeldOp: 'desc' } } } })
  if (rij === null) return undefined
  const isBetaald = rij.verplichting?.status === 'betaald'
  const vandaag = await today()
  return {
    titel: rij.opleiding.titel, opleider: rij.opleider.naam, isBetaald,
    wijzigingen: rij.wijzigingen.map(({ id, soorten, oud, nieuw, reden, status, antwoordUiterlijkOp, wisselUiterlijkOp }) => {
      const wisselTot = fromDbDate(wisselUiterlijkOp)
      return { id, isAfgezegd: soorten.includes('annulering'), oud: uitvoeringSchema.parse(oud), nieuw: uitvoeringSchema.parse(nieuw), reden, status: toStatus(status), antwoordUiterlijkOp: fromDbDate(antwoordUiterlijkOp), wisselUiterlijkOp: wisselTot, kanWisselen: rij.status === 'verleend' && !isBetaald && vandaag <= wisselTot && ['voorgelegd', 'geweigerd'].includes(status) }
    }),
  }
}

/** A change that waits for the burger; `isVoorbij`: the time to choose after a call-off is over, and a behandelaar looks. */
export type OpenWijziging = { kenmerk: string; titel: string; uiterlijkOp: PlainDate; isAfgezegd: boolean; isVoorbij: boolean }

/** What waits for an answer of this burger: for the overview of Mijn STAP. */
export async function listOpenWijzigingen(burger: Burger): Promise<OpenWijziging[]> {
  const vandaag = await today()
  const rijen = await prisma.wijziging.findMany({ where: { status: 'voorgelegd', aanvraag: { burgerId: burger.id, status: 'verleend' } }, include: { aanvraag: { select: { kenmerk: true } }, opleiding: { select: { titel: true } } }, orderBy: { antwoordUiterlijkOp: 'asc' } })
  return rijen.map(({ aanvraag, opleiding, soorten, antwoordUiterlijkOp, wisselUiterlijkOp }) => {
    const isAfgezegd = soorten.includes('annulering')
    const uiterlijkOp = fromDbDate(isAfgezegd ? wisselUiterlijkOp : antwoordUiterlijkOp)
    return { kenmerk: aanvraag.kenmerk, titel: opleiding.titel, isAfgezegd, uiterlijkOp, isVoorbij: isAfgezegd && vandaag > uiterlijkOp }
  })
}

export type WijzigingRecord = { opleiderId: string; opleider: string; opleidingId: string; titel: string; aantal: number; deelnemers: number; geweigerd: number; gewisseld: number; dagen: number; laatste: Date; soorten: WijzigingSoort[]; isVaak: boolean }

/** How often opleiders moved what was granted, per opleiding, the most moved first: for the Toetsingskamer. `opleiderId` for one of them. */
export async function listWijzigingRecord({ opleiderId }: { opleiderId?: string } = {}): Promise<WijzigingRecord[]> {
  const dag: PlainDate = await today()
  const parameter = (await leesRegeling(prisma, dag)).get('wijziging-termijnen')
  const { rows } = await pool.query<Omit<WijzigingRecord, 'isVaak'>>(`
    select w.opleider_id as "opleiderId", d.naam as opleider, w.opleiding_id as "opleidingId", o.titel, count(*) as aantal, count(distinct w.aanvraag_id) as deelnemers,
      count(*) filter (where w.status = 'geweigerd') as geweigerd, count(*) filter (where w.status = 'gewisseld') as gewisseld,
      sum(abs((w.nieuw ->> 'startdatum')::date - (w.oud ->> 'startdatum')::date)) as dagen, max(w.gemeld_op) as laatste,
      (select array_agg(distinct s) from wijziging x, unnest(x.soorten) as s where x.opleiding_id = w.opleiding_id) as soorten
    from wijziging w join opleider d on d.id = w.opleider_id join opleiding o on o.id = w.opleiding_id
    where $1::uuid is null or w.opleider_id = $1 group by 1, 2, 3, 4 order by 5 desc, 10 desc limit 200`, [opleiderId ?? null])
  return rows.map((rij) => ({ ...rij, isVaak: isVaak(rij.aantal, parameter) }))
}

/** Whom an opleider would call a start date off for, shown before it does; nobody when it is of another opleider. */
export async function countGeraakt({ opleiderId }: OpleiderActor, activiteitId: string): Promise<{ verleend: number; wachtend: number; betaald: number }> {
  const isEigen = (await prisma.scholingsactiviteit.count({ where: { id: activiteitId, opleiderId } })) > 0
  return isEigen ? countDeelnemers(prisma, activiteitId) : { verleend: 0, wachtend: 0, betaald: 0 }
}
