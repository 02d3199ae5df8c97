import type { OpleiderActor } from '@/lib/base/actor'
import { addWeken } from '@/lib/base/termijn'
import { refused, type Outcome } from '@/lib/base/outcome'
import { addDays } from '@/lib/base/date'
import { sum } from '@/lib/base/money'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { ORDER_PREFIX } from '@/lib/betaling/model'
import { findOpleider, lockVerplichting, toOpdracht } from '@/lib/betaling/repo'
import { listStaandeFacturen } from '@/lib/betaling/repo/factuur'
import { makeUbl, type NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import { restVan } from '@/lib/betaling/rules/match'
import { formatOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import type { MaakFactuurInput } from '@/lib/betaling/schema'
import { UWV_ADRES, type MaakFactuurReden } from '@/lib/betaling/texts'
import { ontvangFactuur, type OntvangenFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { todayIn } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/**
 * Makes a valid NLCIUS invoice of an order, or of a part of it, for an opleider without bookkeeping software, and receives it as if it had been
 * uploaded: the same rules, the same place to download it.
 */
export async function maakFactuur(actor: OpleiderActor, input: MaakFactuurInput): Promise<Outcome<MaakFactuurReden, OntvangenFactuur>> {
  const factuur = await prepareFactuur(actor, input)
  if (!factuur.ok) return factuur
  const inhoud = Buffer.from(makeUbl(factuur.value), 'utf8')
  return ontvangFactuur(actor, { naam: `factuur-${input.factuurnummer.replace(/[^A-Za-z0-9]+/g, '-')}.xml`, inhoud }, 'formulier')
}

function prepareFactuur(actor: OpleiderActor, input: MaakFactuurInput): Promise<Outcome<MaakFactuurReden, NieuweFactuur>> {
  return inTransaction(async (tx) => {
    const ordernummer = parseKenmerk(ORDER_PREFIX, input.ordernummer)
    const rij = ordernummer === undefined ? undefined : await lockVerplichting(tx, ordernummer, actor.opleiderId)
    if (rij === undefined) return refused('opdracht-niet-gevonden')

    const opdracht = toOpdracht(rij, sum((await listStaandeFacturen(tx, rij.id)).map(({ netto }) => netto)))
    const rest = restVan(opdracht, undefined)
    const opleider = await findOpleider(tx, actor.opleiderId)
    const datum = await todayIn(tx)
    const regeling = await leesRegeling(tx, datum)
    const redenen: MaakFactuurReden[] = []
    if (opdracht.status === 'vervallen' || rest <= 0) redenen.push('opdracht-niet-open')
    else if ((input.bedrag ?? 0) > rest) redenen.push('bedrag-te-hoog')
    if (opleider.iban === null) redenen.push('rekening-onbekend')
    if (datum < addDays(opdracht.startdatum, -regeling.get('factuur-vanaf').dagenVoorStart)) redenen.push('nog-te-vroeg')
    if (opleider.iban === null || redenen.length > 0) return refused(...redenen)

    return {
      ok: true,
      value: {
        nummer: input.factuurnummer, datum, ordernummer: opdracht.ordernummer,
        vervaldatum: addWeken(datum, regeling.get('betaaltermijn').weken),
        leverancier: {
          naam: opleider.naam, kvk: opleider.kvk, straat: `${opleider.straat} ${opleider.huisnummer}`, plaats: opleider.plaats,
          postcode: opleider.postcode, btwNummer: input.btwNummer, iban: opleider.iban,
        },
        klant: { naam: 'UWV', kvk: config.uwv.kvk, ...UWV_ADRES },
        bedragInclusief: input.bedrag ?? rest,
        btw: input.btw,
        regel: `${rij.aanvraag.opleiding.titel} (${formatOnderwijsvorm(opdracht.onderwijsvorm)})`,
      },
    }
  })
}
