import type { OpleiderActor } from '@/lib/base/actor'
import { parseIban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { addWeken } from '@/lib/base/termijn'
import { findEigenFactuur } from '@/lib/betaling/repo/factuur'
import { makeUbl, type BtwKeuze, type NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import type { UblFactuur } from '@/lib/betaling/rules/ubl-model'
import type { MaakCreditnotaInput } from '@/lib/betaling/schema'
import { UWV_ADRES, type MaakCreditnotaReden } from '@/lib/betaling/texts'
import { leesEFactuur } from '@/lib/betaling/use-cases/lees-e-factuur'
import { ontvangFactuur, type OntvangenFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { todayIn } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

const TE_CREDITEREN: readonly string[] = ['gematcht', 'in-batch', 'teruggekomen', 'betaald']

/**
 * Makes a valid credit note of all or part of an invoice for an opleider without bookkeeping software, from what stands in that
 * invoice, and receives it as if it had been uploaded.
 */
export async function maakCreditnota(actor: OpleiderActor, input: MaakCreditnotaInput): Promise<Outcome<MaakCreditnotaReden, OntvangenFactuur>> {
  const creditnota = await prepare(actor, input)
  if (!creditnota.ok) return creditnota
  const inhoud = Buffer.from(makeUbl(creditnota.value), 'utf8')
  return ontvangFactuur(actor, { naam: `creditnota-${input.nummer.replace(/[^A-Za-z0-9]+/g, '-')}.xml`, inhoud }, 'formulier')
}

function prepare(actor: OpleiderActor, { factuurId, nummer, bedrag }: MaakCreditnotaInput): Promise<Outcome<MaakCreditnotaReden, NieuweFactuur>> {
  return inTransaction(async (tx) => {
    const rij = await findEigenFactuur(tx, factuurId, actor.opleiderId)
    if (rij === null || rij.soort === 'creditnota' || !TE_CREDITEREN.includes(rij.status) || rij.ordernummer === null) return refused('factuur-niet-te-crediteren')
    const wachtend = rij.verwezenDoor.reduce((som, { bedragCent }) => som + (bedragCent ?? 0), 0)
    const over = (rij.bedragCent ?? 0) - rij.gecrediteerdCent - rij.teruggevorderdCent - wachtend
    if (over <= 0) return refused('factuur-niet-te-crediteren')
    if (bedrag !== null && bedrag > over) return refused('creditnota-te-hoog')
    const { factuur } = leesEFactuur(rij.document.inhoud)
    const btw = factuur === undefined ? undefined : toKeuze(factuur)
    const leverancier = factuur === undefined ? undefined : toLeverancier(factuur, actor.kvk)
    if (factuur === undefined || btw === undefined || leverancier === undefined) return refused('creditnota-zelf-maken')
    const datum = await todayIn(tx)
    return success({
      soort: 'creditnota', nummer, datum, btw, leverancier, verwijstNaar: rij.factuurnummer, ordernummer: rij.ordernummer,
      vervaldatum: addWeken(datum, (await leesRegeling(tx, datum)).get('betaaltermijn').weken),
      klant: { naam: 'UWV', kvk: config.uwv.kvk, ...UWV_ADRES }, bedragInclusief: bedrag ?? cent(over), regel: factuur.regels[0]?.naam ?? rij.factuurnummer,
    })
  })
}

/** The rate of an invoice that has one; undefined for another one, or for more than one. */
function toKeuze({ btw: [deel, ...meer] }: UblFactuur): BtwKeuze | undefined {
  if (deel === undefined || meer.length > 0) return undefined
  if (deel.categorie === 'E') return 'vrijgesteld'
  if (deel.categorie !== 'S') return undefined
  return deel.procent === 2_100 ? '21' : deel.procent === 900 ? '9' : undefined
}

function toLeverancier({ leverancier, betaalwijzen }: UblFactuur, kvk: string): NieuweFactuur['leverancier'] | undefined {
  const iban = parseIban(betaalwijzen[0]?.rekening ?? '')
  const { naam, adres } = leverancier
  const btwNummer = leverancier.btwNummer ?? leverancier.belastingNummer
  if (iban === undefined || naam === null || btwNummer === null || adres?.straat == null || adres.plaats === null || adres.postcode === null) return undefined
  return { naam, kvk, btwNummer, iban, straat: adres.straat, plaats: adres.plaats, postcode: adres.postcode }
}
