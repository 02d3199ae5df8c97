import type { Medewerker } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import type { PlainDate } from '@/lib/base/date'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import type { Kennisgeving } from '@/lib/opschorting/model'
import { findDoel, findVerwijdering, insertOpschorting, isBetaald, isEerderOpgeschort, lockOpschortingenVan, type Doel } from '@/lib/opschorting/repo'
import { calculateTotEnMet } from '@/lib/opschorting/rules/duur'
import { makeKennisgeving } from '@/lib/opschorting/rules/kennisgeving'
import { whyNietOpTeSchorten } from '@/lib/opschorting/rules/opschortbaar'
import type { SchortOpInput } from '@/lib/opschorting/schema'
import type { OpschortReden } from '@/lib/opschorting/texts'
import { geefKennis } from '@/lib/opschorting/use-cases/geef-kennis'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

type Voorgenomen = { doel: Doel; maatregelId: string | null; kennisgeving: Kennisgeving }

/**
 * Suspends payment from today (Awb 4:56): the notice to the opleider, the suspension and the letters to the first burgers in one
 * transaction. For every aanvraag it begins with the letter to its burger; of many, the loop `opschortingen` sends the rest. It ends by
 * itself. A payment that stands in a batch without a file yet is kept out of it when the file is made.
 */
export function schortOp(medewerker: Medewerker, input: SchortOpInput): Promise<Outcome<OpschortReden, { opschortingId: string }>> {
  return inTransaction(async (tx) => {
    await lockOpschortingenVan(tx, input.opleiderId)
    const oordeel = await bereidVoor(tx, input)
    if (!oordeel.ok) return oordeel
    const { doel: { opleiderId, opleidingId, aanvraagId }, maatregelId, kennisgeving } = oordeel.value
    const { id: briefId } = await stuurBrief(tx, { soort: 'opschorting', opleiderId, ...(aanvraagId === null ? {} : { aanvraagId }), ...makeKennisgeving(kennisgeving) })
    const { grond, zaak, vermoeden, ingangsdatum, totEnMet } = kennisgeving
    const opschortingId = await insertOpschorting(tx, { opleiderId, opleidingId, aanvraagId, grond, zaak, vermoeden, maatregelId, ingangsdatum, totEnMet, briefId, opgelegdDoor: medewerker.id })
    await saveGebeurtenis(tx, { onderwerp: 'opschorting', onderwerpId: opschortingId, soort: 'schort-op', actor: medewerker, gegevens: { grond, zaak, totEnMet, briefId } })
    await geefKennis(tx, opschortingId, medewerker)
    return success({ opschortingId })
  })
}

/** Judges a suspension and makes its notice, for the act and for the preview before it; writes nothing. */
export async function bereidVoor(tx: Tx, input: SchortOpInput): Promise<Outcome<OpschortReden, Voorgenomen>> {
  const doel = await findDoel(tx, input)
  if (doel === undefined) return refused('onbekende-opleider-of-opleiding')
  if (doel === 'onbekende-aanvraag') return refused('onbekende-aanvraag')
  const vandaag = await todayIn(tx)
  const maatregelId = input.grond === 'besluit-szw' ? await findVerwijdering(tx, doel, vandaag) : null
  const redenen = whyNietOpTeSchorten({
    grond: input.grond, isEerderOpgeschort: await isEerderOpgeschort(tx, doel, input), hasBesluit: maatregelId !== null, isBetaald: await isBetaald(tx, doel.aanvraagId),
  })
  return redenen.length > 0 ? refused(...redenen) : success({ doel, maatregelId, kennisgeving: await makeFeiten(tx, input, doel, vandaag) })
}

async function makeFeiten(tx: Tx, { grond, zaak, vermoeden }: SchortOpInput, doel: Doel, vandaag: PlainDate): Promise<Kennisgeving> {
  const regeling = await leesRegeling(tx, vandaag)
  const { opleider, adres, opleiding, aanvraagKenmerk } = doel
  return {
    opleider, adres, opleiding, aanvraagKenmerk, grond, zaak, vermoeden, ingangsdatum: vandaag,
    totEnMet: grond === 'ernstig-vermoeden' ? calculateTotEnMet(vandaag, regeling.get('opschorting-termijn').weken) : null,
    bezwaarUiterlijkOp: calculateBezwaartermijn(vandaag, regeling),
  }
}
