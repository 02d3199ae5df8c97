import { cent, sum, type Cent } from '@/lib/base/money'
import type { FactuurFout } from '@/lib/betaling/model'
import { btwOver, formatDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import type { UblBtw, UblFactuur, UblPartij, UblTarief } from '@/lib/betaling/rules/ubl-model'
import { BTW_SOORTEN, type BtwCode, type BtwSoort } from '@/lib/betaling/rules/zinnen-btw'

type Fouten = FactuurFout<BtwCode>[]
type Nummer = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10'
type Soort = BtwSoort

const SOORTEN = ['S', 'Z', 'E', 'AE', 'IC', 'G', 'O'] as const satisfies readonly Soort[]
/** Some round per line and some per invoice: the norm lets the sum and the btw of a rate differ by less than one euro (only with btw). */
const MARGE = 100

/** EN 16931: the ten rules of each kind of btw that the invoice uses, and the few that one kind has of its own. */
export function checkBtwSoorten(factuur: UblFactuur): Fouten {
  return [...SOORTEN.flatMap((soort) => checkSoort(factuur, soort)), ...checkAlleenIC(factuur), ...checkAlleenO(factuur)]
}

function checkSoort(factuur: UblFactuur, soort: Soort): Fouten {
  const { code } = BTW_SOORTEN[soort]
  const is = ({ categorie }: UblTarief) => categorie === code
  const gebruik = { regels: factuur.regels.filter(is), kortingen: factuur.toeslagen.filter((t) => !t.toeslag && is(t)), toeslagen: factuur.toeslagen.filter((t) => t.toeslag && is(t)) }
  const opbouw = factuur.btw.filter(is)
  const gebruikt = gebruik.regels.length + gebruik.kortingen.length + gebruik.toeslagen.length
  if (gebruikt === 0 && opbouw.length === 0) return []
  const fouten: Fouten = []
  const fout = (nummer: Nummer, plaats: string, rest: Pick<FactuurFout, 'gevonden' | 'verwacht'> = {}): void => { fouten.push({ code: `BR-${soort}-${nummer}`, plaats, ...rest }) }

  const isOpgebouwd = soort === 'S' ? opbouw.length > 0 : opbouw.length === 1
  if (gebruikt > 0 && !isOpgebouwd) fout('01', 'TaxTotal/TaxSubtotal')
  const genummerd = hasNummers(factuur, soort)
  for (const [nummer, tarief, plaats, posten] of [
    ['02', '05', 'InvoiceLine', gebruik.regels], ['03', '06', 'AllowanceCharge', gebruik.kortingen], ['04', '07', 'AllowanceCharge', gebruik.toeslagen],
  ] as const) {
    if (posten.length > 0 && !genummerd) fout(nummer, 'AccountingSupplierParty/Party/PartyTaxScheme/CompanyID')
    const verkeerd = posten.find(({ procent }) => !isTarief(soort, procent))
    if (verkeerd !== undefined) fout(tarief, `${plaats}/…/Percent`, { gevonden: verkeerd.procent === null ? 'niets' : String(verkeerd.procent / 100) })
  }
  for (const deel of opbouw) fouten.push(...checkOpbouw(factuur, soort, deel))
  return fouten
}

/** The sum (08), the btw (09) and the reason (10) of one line of the build-up. */
function checkOpbouw(factuur: UblFactuur, soort: Soort, deel: UblBtw): Fouten {
  const fouten: Fouten = []
  const plaats = 'TaxTotal/TaxSubtotal'
  const marge = soort === 'S' ? MARGE : 1
  const grondslag = deel.grondslag?.cent
  const belasting = deel.belasting?.cent
  if (grondslag != null) {
    const som = sumOf(factuur, soort, deel)
    if (som !== undefined && Math.abs(som - grondslag) >= marge)
      fouten.push({ code: `BR-${soort}-08`, plaats: `${plaats}/TaxableAmount`, gevonden: formatDecimaalBedrag(grondslag), verwacht: formatDecimaalBedrag(som) })
    const btw = soort === 'S' ? btwOver(grondslag, deel.procent ?? 0) : cent(0)
    if (belasting != null && Math.abs(btw - belasting) >= marge)
      fouten.push({ code: `BR-${soort}-09`, plaats: `${plaats}/TaxAmount`, gevonden: formatDecimaalBedrag(belasting), verwacht: formatDecimaalBedrag(btw) })
  }
  const heeftReden = deel.reden !== null || deel.redencode !== null
  const isZonderReden = soort === 'S' || soort === 'Z'
  if (heeftReden === isZonderReden) fouten.push({ code: `BR-${soort}-10`, plaats: `${plaats}/TaxCategory/TaxExemptionReason` })
  return fouten
}

/** Lines less allowances plus charges of this kind (with btw: of this rate); undefined when an amount is missing or unreadable. */
function sumOf(factuur: UblFactuur, soort: Soort, { procent }: UblBtw): Cent | undefined {
  const hoort = (post: UblTarief) => post.categorie === BTW_SOORTEN[soort].code && (soort !== 'S' || post.procent === procent)
  const regels = factuur.regels.filter(hoort).map(({ bedrag }) => bedrag?.cent)
  const toeslagen = factuur.toeslagen.filter(hoort).map(({ bedrag, toeslag }) => (bedrag?.cent == null ? undefined : cent(toeslag ? bedrag.cent : 0 - bedrag.cent)))
  const alle = [...regels, ...toeslagen]
  const bekend = alle.filter((bedrag) => bedrag != null)
  return bekend.length === alle.length ? sum(bekend) : undefined
}

/** Whether the parties have the numbers that this kind of btw asks for; of outside btw that they have none. */
function hasNummers({ leverancier, klant, vertegenwoordiger }: UblFactuur, soort: Soort): boolean {
  const eigen = leverancier.btwNummer !== null || vertegenwoordiger?.btwNummer != null
  const fiscaal = eigen || leverancier.belastingNummer !== null
  switch (soort) {
    case 'O': return !eigen && klant.btwNummer === null
    case 'AE': return fiscaal && isBekend(klant)
    case 'IC': return eigen && klant.btwNummer !== null
    case 'G': return eigen
    default: return fiscaal
  }
}

function isBekend({ btwNummer, registratie }: UblPartij): boolean {
  return btwNummer !== null || registratie !== null
}

function isTarief(soort: Soort, procent: number | null): boolean {
  if (soort === 'O') return procent === null
  return soort === 'S' ? procent !== null && procent > 0 : procent === 0
}

function checkAlleenIC({ btw, levering, periode }: UblFactuur): Fouten {
  if (!btw.some(({ categorie }) => categorie === 'K')) return []
  const fouten: Fouten = []
  if (levering?.datum == null && periode?.van == null && periode?.tot == null) fouten.push({ code: 'BR-IC-11', plaats: 'Delivery/ActualDeliveryDate' })
  if (levering?.adres?.land == null) fouten.push({ code: 'BR-IC-12', plaats: 'Delivery/DeliveryLocation/Address/Country' })
  return fouten
}

function checkAlleenO({ btw, regels, toeslagen }: UblFactuur): Fouten {
  const isO = ({ categorie }: UblTarief) => categorie === 'O'
  if (!btw.some(isO)) return []
  const anders = (posten: readonly UblTarief[]) => posten.some((post) => !isO(post))
  const fouten: Fouten = []
  if (btw.length > 1) fouten.push({ code: 'BR-O-11', plaats: 'TaxTotal/TaxSubtotal' })
  if (anders(regels)) fouten.push({ code: 'BR-O-12', plaats: 'InvoiceLine/Item/ClassifiedTaxCategory/ID' })
  if (anders(toeslagen.filter((post) => !post.toeslag))) fouten.push({ code: 'BR-O-13', plaats: 'AllowanceCharge/TaxCategory/ID' })
  if (anders(toeslagen.filter((post) => post.toeslag))) fouten.push({ code: 'BR-O-14', plaats: 'AllowanceCharge/TaxCategory/ID' })
  return fouten
}
