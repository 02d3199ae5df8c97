import { parseBedrag } from '@/lib/base/money'
import { DAGDELEN, KOSTENSOORTEN, type Dagdeel, type Kostenpost } from '@/lib/register/model'

/** A form as it was posted: one value per name, what was left empty is absent. */
export type Invoer = Readonly<Record<string, unknown>>
export type Formulierfout = { naam: string; zin: string }
type Gelezen<Waarde> = { waarde: Waarde; fouten: Formulierfout[] }

/** As many cost lines as a form can hold. */
export const MAX_KOSTEN = 15
const KORTING = /^-\s*/

const tekst = (invoer: Invoer, naam: string): string => (typeof invoer[naam] === 'string' ? invoer[naam].trim() : '')

/**
 * The cost lines of a form: `kosten-0-soort`, `-omschrijving`, `-bedrag`, `-verplicht`. A line without an amount is not there; a
 * discount is an amount with a minus. The prices are never read: they follow from the lines.
 */
export function leesKosten(invoer: Invoer): Gelezen<Kostenpost[]> {
  const waarde: Kostenpost[] = []
  const fouten: Formulierfout[] = []
  for (let nummer = 0; nummer < MAX_KOSTEN; nummer++) {
    const naam = `kosten-${String(nummer)}`
    const bedrag = tekst(invoer, `${naam}-bedrag`)
    if (bedrag === '') continue
    const gelezen = parseBedrag(bedrag.replace(KORTING, ''))
    const soort = KOSTENSOORTEN.find((code) => code === invoer[`${naam}-soort`])
    if (gelezen === undefined || gelezen > 100_000_00) fouten.push({ naam: `${naam}-bedrag`, zin: `Bedrag van regel ${String(nummer + 1)}: vul een bedrag in tot en met € 100.000, bijvoorbeeld 939,50.` })
    else if (soort === undefined) fouten.push({ naam: `${naam}-soort`, zin: `Soort kosten van regel ${String(nummer + 1)}: kies waarvoor het bedrag is.` })
    else waarde.push({ soort, omschrijving: tekst(invoer, `${naam}-omschrijving`).slice(0, 200), bedragCent: KORTING.test(bedrag) ? 0 - gelezen : gelezen, isVerplicht: invoer[`${naam}-verplicht`] === 'ja' })
  }
  if (som(waarde) < 0) fouten.push({ naam: 'kosten-0-bedrag', zin: 'De korting is hoger dan de kosten. Vul een lagere korting in.' })
  return { waarde, fouten }
}

const som = (posten: readonly Kostenpost[]): number => posten.filter(({ isVerplicht }) => isVerplicht).reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)

/** The boxes `dagdeel-AVOND` and so on. */
export function leesDagdelen(invoer: Invoer): Dagdeel[] {
  return DAGDELEN.filter((dagdeel) => invoer[`dagdeel-${dagdeel}`] === 'ja')
}

/** The recognised programme that it is a part of; null when no code was filled in. The register judges whether it had to be. */
export function leesErkendOnderdeel(invoer: Invoer): object | null {
  const code = tekst(invoer, 'onderdeelCode')
  if (code === '') return null
  return { register: tekst(invoer, 'onderdeelRegister'), code, naam: tekst(invoer, 'onderdeelNaam'), certificaat: tekst(invoer, 'onderdeelCertificaat') }
}

const getal = (invoer: Invoer, naam: string): number | null => (/^\d{1,2}$/.test(tekst(invoer, naam)) ? Number(tekst(invoer, naam)) : null)

/** The form of an opleiding in the shape of the register's own schema. */
export function leesOpleiding(invoer: Invoer): Gelezen<Invoer> {
  const kosten = leesKosten(invoer)
  // What has a page of its own, or is not asked at all, keeps what it was.
  const { catalogusprijs: _prijs, subsidiabel: _deel, themas: _themas, ...rest } = invoer
  return {
    fouten: kosten.fouten,
    waarde: {
      ...rest, kosten: kosten.waarde, dagdelen: leesDagdelen(invoer), erkendOnderdeel: leesErkendOnderdeel(invoer), nlqf: getal(invoer, 'nlqf'),
      leerdoel: tekst(invoer, 'leerdoel'), toelatingseisen: tekst(invoer, 'toelatingseisen'), url: tekst(invoer, 'url') === '' ? null : tekst(invoer, 'url'), actief: invoer['actief'] === 'ja',
    },
  }
}

/** The form of a start date; without lines of its own it costs what the opleiding costs, which the caller fills in. */
export function leesActiviteit(invoer: Invoer): Gelezen<Invoer> {
  const kosten = leesKosten(invoer)
  return { fouten: kosten.fouten, waarde: { ...invoer, kosten: kosten.waarde, dagdelen: leesDagdelen(invoer), scholingsjaar: getal(invoer, 'scholingsjaar'), catalogusprijs: '0', subsidiabel: '0' } }
}
