import 'server-only'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import { config } from '@/lib/platform/config'
import type { Tx } from '@/lib/platform/db'
import { VORDERING_PREFIX } from '@/lib/vordering/model'
import type { VorderingFeiten } from '@/lib/vordering/rules/brieven'

/** The next betalingskenmerk ('VORD-…'). */
export async function nextVorderingKenmerk(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ nummer: bigint }[]>`select nextval('kenmerk_vordering') as nummer`
  if (row === undefined) throw new Error('the sequence gave no number')
  return makeKenmerk(VORDERING_PREFIX, Number(row.nummer))
}

/** Where the subsidy of an aanvraag is in the ledger: per compartiment and opleider what was paid, and what of it was settled. Locks the aanvraag. */
export async function lockBetaald(tx: Tx, aanvraagId: string): Promise<{ compartimentId: string; opleiderId: string; betaaldCent: number; vastgesteldCent: number }[]> {
  await tx.$executeRaw`select 1 from aanvraag where id = ${aanvraagId}::uuid for update`
  const rijen = await tx.$queryRaw<{ compartiment: string; opleider: string; betaald: bigint; vastgesteld: bigint }[]>`
    select r.compartiment_id as compartiment, coalesce(r.opleider_id, a.opleider_id) as opleider,
           coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'betaald'), 0)::bigint as betaald,
           coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'vastgesteld'), 0)::bigint as vastgesteld
      from boekingsregel r join aanvraag a on a.id = r.aanvraag_id
     where r.aanvraag_id = ${aanvraagId}::uuid and r.rekening in ('betaald', 'vastgesteld')
     group by 1, 2 order by 3 desc, 4 desc`
  return rijen.map(({ compartiment, opleider, betaald, vastgesteld }) => ({ compartimentId: compartiment, opleiderId: opleider, betaaldCent: Number(betaald), vastgesteldCent: Number(vastgesteld) }))
}

type MetSchuldenaar = {
  readonly kenmerk: string
  readonly schuldenaarOpleiderId: string | null
  readonly schuldenaarBurgerId: string | null
}

/** What the letters about a claim say: the burger by the name on the aanvraag, the opleider by its own. */
export async function findBriefFeiten(tx: Tx, aanvraagId: string, { kenmerk, schuldenaarOpleiderId, schuldenaarBurgerId }: MetSchuldenaar): Promise<VorderingFeiten> {
  const aanvraag = await tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, select: { kenmerk: true, momentopname: true } })
  const { persoon, opleiding } = momentopnameSchema.parse(aanvraag.momentopname)
  const rest = { kenmerk, aanvraagKenmerk: aanvraag.kenmerk, opleiding: opleiding.titel, iban: config.uwv.iban }
  if (schuldenaarBurgerId !== null) return { ...rest, naam: persoon.naam, aan: 'burger' }
  if (schuldenaarOpleiderId === null) throw new Error(`vordering ${kenmerk} has nobody who owes it`)
  const { naam } = await tx.opleider.findUniqueOrThrow({ where: { id: schuldenaarOpleiderId }, select: { naam: true } })
  return { ...rest, naam, aan: 'opleider' }
}

/** To whom a letter goes. */
export function geadresseerdeOf({ schuldenaarOpleiderId, schuldenaarBurgerId }: Omit<MetSchuldenaar, 'kenmerk'>): { burgerId: string } | { opleiderId: string } {
  if (schuldenaarBurgerId !== null) return { burgerId: schuldenaarBurgerId }
  if (schuldenaarOpleiderId === null) throw new Error('a vordering has nobody who owes it')
  return { opleiderId: schuldenaarOpleiderId }
}
