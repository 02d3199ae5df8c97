import type { Iban } from '@/lib/base/iban'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import type { Tx } from '@/lib/platform/db'
import { makeRekeningbrief, type RekeningNieuws } from '@/lib/bankrekening/rules/brieven'

type Opleider = { id: string; naam: string; straat: string; huisnummer: string; postcode: string; plaats: string }

/** Tells the opleider what happened with another account, as a letter and an e-mail that it is there. */
export async function stuurRekeningbrief(tx: Tx, opleider: Opleider, nieuws: RekeningNieuws, rekeningen: { iban: Iban; vorige: Iban | null }): Promise<void> {
  const { naam, straat, huisnummer, postcode, plaats } = opleider
  const brief = makeRekeningbrief(nieuws, { ...rekeningen, opleider: { naam, adres: `${straat} ${huisnummer}`, plaats: `${postcode} ${plaats}` } })
  await stuurBrief(tx, { soort: 'mededeling', opleiderId: opleider.id, ...brief })
}
