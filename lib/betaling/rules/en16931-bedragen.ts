import { sum, cent, type Cent } from '@/lib/base/money'
import type { FactuurFout } from '@/lib/betaling/model'
import { btwOver, formatDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import type { UblBedrag, UblFactuur, UblToeslag } from '@/lib/betaling/rules/ubl-model'
import type { DecimaalCode, SamenhangCode } from '@/lib/betaling/rules/zinnen-en16931'

type BedragCode = DecimaalCode | 'BR-CL-03'

type Gevonden = readonly [code: BedragCode, plaats: string, bedrag: UblBedrag | null]

const TOTAAL = 'LegalMonetaryTotal'
/** EN 16931 lets the btw of a rate differ by less than one euro, because some round per line and some per invoice. */
const BTW_MARGE = 100

/** EN 16931: every amount is a decimal number with at most two decimals (BR-DEC) in the currency of the invoice (BR-CL-03). */
export function checkBedragen(factuur: UblFactuur): FactuurFout<BedragCode>[] {
  const anders = factuur.btwTotalen.filter(({ valuta, cent: cents }) => factuur.btwValuta !== null && valuta === factuur.btwValuta && cents === null)
  return [
    ...anders.map((bedrag): FactuurFout<BedragCode> => ({ code: 'BR-DEC-15', plaats: 'TaxTotal/TaxAmount', gevonden: bedrag.tekst })),
    ...amountsOf(factuur).flatMap(([code, plaats, bedrag]): FactuurFout<BedragCode>[] => {
      if (bedrag === null) return []
      if (bedrag.cent === null) return [{ code, plaats, gevonden: bedrag.tekst }]
      if (bedrag.valuta === factuur.valuta || factuur.valuta === null) return []
      return [{ code: 'BR-CL-03', plaats, gevonden: bedrag.valuta ?? 'geen valuta', verwacht: factuur.valuta }]
    }),
  ]
}

function amountsOf(factuur: UblFactuur): readonly Gevonden[] {
  const { totalen } = factuur
  return [
    ['BR-DEC-09', `${TOTAAL}/LineExtensionAmount`, totalen.regels],
    ['BR-DEC-10', `${TOTAAL}/AllowanceTotalAmount`, totalen.kortingen],
    ['BR-DEC-11', `${TOTAAL}/ChargeTotalAmount`, totalen.toeslagen],
    ['BR-DEC-12', `${TOTAAL}/TaxExclusiveAmount`, totalen.exclusief],
    ['BR-DEC-13', 'TaxTotal/TaxAmount', factuur.btwTotaal],
    ['BR-DEC-14', `${TOTAAL}/TaxInclusiveAmount`, totalen.inclusief],
    ['BR-DEC-16', `${TOTAAL}/PrepaidAmount`, totalen.vooruitbetaald],
    ['BR-DEC-17', `${TOTAAL}/PayableRoundingAmount`, totalen.afronding],
    ['BR-DEC-18', `${TOTAAL}/PayableAmount`, totalen.teBetalen],
    ...factuur.toeslagen.flatMap((toeslag, index) => amountsOfToeslag(toeslag, `AllowanceCharge[${String(index + 1)}]`, ['BR-DEC-01', 'BR-DEC-02', 'BR-DEC-05', 'BR-DEC-06'])),
    ...factuur.btw.flatMap((deel, index): Gevonden[] => [
      ['BR-DEC-19', `TaxTotal/TaxSubtotal[${String(index + 1)}]/TaxableAmount`, deel.grondslag],
      ['BR-DEC-20', `TaxTotal/TaxSubtotal[${String(index + 1)}]/TaxAmount`, deel.belasting]]),
    ...factuur.regels.flatMap((regel, index): Gevonden[] => [
      ['BR-DEC-23', `InvoiceLine[${String(index + 1)}]/LineExtensionAmount`, regel.bedrag],
      ...regel.toeslagen.flatMap((toeslag) => amountsOfToeslag(toeslag, `InvoiceLine[${String(index + 1)}]/AllowanceCharge`, ['BR-DEC-24', 'BR-DEC-25', 'BR-DEC-27', 'BR-DEC-28'])),
    ]),
  ]
}

function amountsOfToeslag({ toeslag, bedrag, basis }: UblToeslag, plaats: string, codes: readonly [DecimaalCode, DecimaalCode, DecimaalCode, DecimaalCode]): Gevonden[] {
  const [korting, kortingBasis, bij, bijBasis] = codes
  return [[toeslag ? bij : korting, `${plaats}/Amount`, bedrag], [toeslag ? bijBasis : kortingBasis, `${plaats}/BaseAmount`, basis]]
}

/** EN 16931: the sums (BR-CO-10 to BR-CO-17), in whole cents. A sum of which a part is missing or unreadable is left to the rule for that part. */
export function checkSommen(factuur: UblFactuur): FactuurFout<SamenhangCode>[] {
  if (amountsOf(factuur).some(([, , bedrag]) => bedrag !== null && bedrag.cent === null)) return []
  const { totalen, regels, toeslagen, btw } = factuur
  const charges = total(toeslagen.filter((post) => post.toeslag).map((post) => post.bedrag))
  const allowances = total(toeslagen.filter((post) => !post.toeslag).map((post) => post.bedrag))
  const btwTotaal = value(factuur.btwTotaal)
  return [
    ...compare('BR-CO-10', `${TOTAAL}/LineExtensionAmount`, totalen.regels, total(regels.map((regel) => regel.bedrag))),
    ...compare('BR-CO-11', `${TOTAAL}/AllowanceTotalAmount`, totalen.kortingen ?? (allowances === 0 ? null : ZERO), allowances),
    ...compare('BR-CO-12', `${TOTAAL}/ChargeTotalAmount`, totalen.toeslagen ?? (charges === 0 ? null : ZERO), charges),
    ...compare('BR-CO-13', `${TOTAAL}/TaxExclusiveAmount`, totalen.exclusief, cent(value(totalen.regels) - allowances + charges)),
    ...compare('BR-CO-14', 'TaxTotal/TaxAmount', factuur.btwTotaal, total(btw.map((deel) => deel.belasting))),
    ...compare('BR-CO-15', `${TOTAAL}/TaxInclusiveAmount`, totalen.inclusief, cent(value(totalen.exclusief) + btwTotaal)),
    ...compare('BR-CO-16', `${TOTAAL}/PayableAmount`, totalen.teBetalen,
      cent(value(totalen.inclusief) - value(totalen.vooruitbetaald) + value(totalen.afronding))),
    ...checkBtw(factuur),
  ]
}

function checkBtw({ btw }: UblFactuur): FactuurFout<SamenhangCode>[] {
  return btw.flatMap((deel, index) => {
    if (deel.grondslag === null || deel.belasting === null) return []
    const expected = btwOver(value(deel.grondslag), deel.procent ?? 0)
    if (Math.abs(expected - value(deel.belasting)) < BTW_MARGE && (expected !== 0 || value(deel.belasting) === 0)) return []
    return compare('BR-CO-17', `TaxTotal/TaxSubtotal[${String(index + 1)}]/TaxAmount`, deel.belasting, expected)
  })
}

const ZERO: UblBedrag = { tekst: '0.00', cent: cent(0), valuta: null }

function compare(code: SamenhangCode, plaats: string, found: UblBedrag | null, expected: Cent): FactuurFout<SamenhangCode>[] {
  if (found === null || found.cent === expected) return []
  return [{ code, plaats, gevonden: found.tekst, verwacht: formatDecimaalBedrag(expected) }]
}

function total(bedragen: readonly (UblBedrag | null)[]): Cent {
  return sum(bedragen.map(value))
}

function value(bedrag: UblBedrag | null): Cent {
  return bedrag?.cent ?? cent(0)
}
