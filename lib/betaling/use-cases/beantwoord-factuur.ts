import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { lockAfgekeurd, saveAntwoord } from '@/lib/betaling/repo/antwoord'
import { makeAntwoordbrief } from '@/lib/betaling/rules/factuurantwoord'
import type { BeantwoordFactuurInput } from '@/lib/betaling/schema'
import type { AntwoordReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/**
 * Answers an invoice that was refused: by a letter with the text that somebody read and may have changed, or by deciding that none is
 * needed. Once for each invoice.
 */
export function beantwoordFactuur(medewerker: Medewerker, { factuurId, keuze, tekst }: BeantwoordFactuurInput): Promise<Outcome<AntwoordReden>> {
  return inTransaction(async (tx) => {
    const factuur = await lockAfgekeurd(tx, factuurId)
    if (factuur === undefined) return refused('factuur-niet-afgekeurd')
    if (factuur.antwoord !== null) return refused('factuur-al-beantwoord')
    const alineas = tekst.split(/\r?\n\s*\r?\n/).map((alinea) => alinea.trim()).filter((alinea) => alinea !== '')
    if (keuze === 'stuur' && alineas.length === 0) return refused('antwoord-leeg')
    const { opleider } = factuur
    const brief = keuze === 'stuur'
      ? await stuurBrief(tx, {
        soort: 'mededeling', opleiderId: opleider.id,
        ...makeAntwoordbrief({
          factuurnummer: factuur.factuurnummer, ordernummer: factuur.ordernummer, alineas,
          opleider: { naam: opleider.naam, adres: `${opleider.straat} ${opleider.huisnummer}`, plaats: `${opleider.postcode} ${opleider.plaats}` },
        }),
      })
      : undefined
    await saveAntwoord(tx, { factuurId, tekst: brief === undefined ? null : alineas.join('\n\n'), briefId: brief?.id ?? null, doorId: medewerker.id })
    await saveGebeurtenis(tx, { onderwerp: 'factuur', onderwerpId: factuurId, soort: keuze === 'stuur' ? 'beantwoord-factuur' : 'laat-onbeantwoord', actor: medewerker, rol: 'financieel' })
    return done
  })
}
