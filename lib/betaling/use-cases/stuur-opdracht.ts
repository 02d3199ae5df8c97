import { addDays, formatDatum, type PlainDate } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { findOpleider } from '@/lib/betaling/repo'
import { makeOpdrachtbrief, makeVervallenOpdrachtbrief, type OpdrachtWaarom } from '@/lib/betaling/rules/opdrachtbrief'
import { schrijfInkoopbericht } from '@/lib/betaling/use-cases/schrijf-inkoopbericht'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export type TeSturenOpdracht = {
  readonly aanvraagId: string
  readonly aanvraagKenmerk: string
  readonly opleiderId: string
  readonly ordernummer: string
  readonly bedragCent: number
  readonly opleiding: string
  readonly startdatum: PlainDate
}

/** Tells an opleider of an order, by letter and as a document for its system, in the transaction that made or changed it, and why it comes. */
export async function stuurOpdracht(tx: Tx, { aanvraagId, opleiderId, bedragCent, startdatum, ...feiten }: TeSturenOpdracht, waarom: OpdrachtWaarom = 'nieuw'): Promise<void> {
  const isGewijzigd = waarom === 'gewisseld' || waarom === 'verhoogd'
  const brief = makeOpdrachtbrief({ ...feiten, waarom, bedrag: formatBedrag(cent(bedragCent)), start: formatDatum(startdatum), ...await termijnen(tx, startdatum), opleider: await adres(tx, opleiderId) })
  await stuurBrief(tx, { soort: 'mededeling', opleiderId, aanvraagId, ...brief })
  await schrijfInkoopbericht(tx, aanvraagId, isGewijzigd ? 'wijziging' : 'order', { opleiderId, bedragCent, startdatum, ordernummer: feiten.ordernummer, opleiding: feiten.opleiding })
}

/** Tells an opleider that an order is its no longer, because the deelnemer switched to another opleider. */
export async function stuurVervallenOpdracht(tx: Tx, opdracht: Pick<TeSturenOpdracht, 'aanvraagId' | 'aanvraagKenmerk' | 'opleiderId' | 'ordernummer' | 'opleiding'>, waarom: 'afgezegd' | 'gewijzigd'): Promise<void> {
  const { aanvraagId, opleiderId, ...feiten } = opdracht
  await stuurBrief(tx, { soort: 'mededeling', opleiderId, aanvraagId, ...makeVervallenOpdrachtbrief({ ...feiten, opleider: await adres(tx, opleiderId) }, waarom) })
  await schrijfInkoopbericht(tx, aanvraagId, 'annulering', { opleiderId, ordernummer: feiten.ordernummer })
}

async function termijnen(tx: Tx, startdatum: PlainDate): Promise<{ vanaf: string; isAlTeFactureren: boolean; betaalweken: number }> {
  const vandaag = await todayIn(tx)
  const regeling = await leesRegeling(tx, vandaag)
  const vanaf = addDays(startdatum, -regeling.get('factuur-vanaf').dagenVoorStart)
  return { vanaf: formatDatum(vanaf), isAlTeFactureren: vanaf <= vandaag, betaalweken: regeling.get('betaaltermijn').weken }
}

async function adres(tx: Tx, opleiderId: string): Promise<{ naam: string; adres: string; plaats: string }> {
  const { naam, straat, huisnummer, postcode, plaats } = await findOpleider(tx, opleiderId)
  return { naam, adres: `${straat} ${huisnummer}`, plaats: `${postcode} ${plaats}` }
}
