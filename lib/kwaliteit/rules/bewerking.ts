import type { PlainDate } from '@/lib/base/date'
import type { Kostenpost, OpleidingInhoud } from '@/lib/register/model'
import { kostenUitBedragen, leidPrijsAf } from '@/lib/register/rules/prijs'
import type { Bewerkingsopdracht, OverslaanReden, Prijswijziging } from '@/lib/kwaliteit/model'

const HOOGSTE_CENT = 100_000_00
const HELE_EURO = 100

type Uitkomst<Waarde> = { waarde: Waarde } | { overslaan: OverslaanReden }

function nieuwBedrag(bedragCent: number, { wijze, waarde }: Prijswijziging): number {
  if (wijze === 'bedrag') return waarde
  if (wijze === 'erbij') return bedragCent + waarde
  return Math.round((bedragCent * (1000 + waarde)) / 1000 / HELE_EURO) * HELE_EURO
}

/** The cost lines with the price of one kind changed. Several lines of that kind: the first takes a fixed amount, the others go to none. */
export function wijzigKosten(kosten: readonly Kostenpost[], wijziging: Prijswijziging): Uitkomst<Kostenpost[]> {
  const eerste = kosten.findIndex(({ soort }) => soort === wijziging.kostensoort)
  if (eerste === -1) return { overslaan: 'geen-kosten-van-deze-soort' }
  const nieuw = kosten.flatMap((post, index) => {
    if (post.soort !== wijziging.kostensoort) return [post]
    if (wijziging.wijze === 'promille') return [{ ...post, bedragCent: nieuwBedrag(post.bedragCent, wijziging) }]
    return index === eerste ? [{ ...post, bedragCent: nieuwBedrag(post.bedragCent, wijziging) }] : wijziging.wijze === 'bedrag' ? [] : [post]
  })
  const prijs = leidPrijsAf(nieuw)
  if (prijs === undefined || prijs.catalogusprijsCent < 0 || nieuw.some(({ bedragCent }) => bedragCent < 0)) return { overslaan: 'prijs-te-laag' }
  return prijs.catalogusprijsCent > HOOGSTE_CENT ? { overslaan: 'prijs-te-hoog' } : { waarde: nieuw }
}

/** The lines that a price is made of; one from before there were lines is taken apart in what is subsidiable and what is not. */
export function kostenVan({ kosten, catalogusprijsCent, subsidiabelCent }: Pick<OpleidingInhoud, 'kosten' | 'catalogusprijsCent' | 'subsidiabelCent'>): Kostenpost[] {
  return kosten.length > 0 ? kosten : kostenUitBedragen(catalogusprijsCent, subsidiabelCent)
}

function pasPrijsToe(inhoud: OpleidingInhoud, wijziging: Prijswijziging, dag?: PlainDate): Uitkomst<OpleidingInhoud> {
  const oud = kostenVan(inhoud)
  if (oud.length === 0) return { overslaan: 'geen-prijs' }
  const kosten = wijzigKosten(oud, wijziging)
  if ('overslaan' in kosten) return kosten
  return { waarde: { ...inhoud, kosten: kosten.waarde, ...leidPrijsAf(kosten.waarde, dag) } }
}

const ENTITEITEN: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** A text without markup: tags become a space or, between paragraphs, a new line. */
export function schoonOp(tekst: string): string {
  return tekst.replace(/<(br|\/p|\/li|\/div|\/h[1-6])[^>]*>/gi, '\n').replace(/<\/?[a-z][a-z0-9]*[^>]*>/gi, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot);/gi, (teken) => ENTITEITEN[teken.toLowerCase()] ?? teken).replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[ \t]+/g, ' ').replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n').trim()
}

/** What one opleiding becomes. The same content means that nothing changes; start dates are closed elsewhere. */
export function bewerkInhoud(inhoud: OpleidingInhoud, opdracht: Bewerkingsopdracht, dag?: PlainDate): Uitkomst<OpleidingInhoud> {
  switch (opdracht.soort) {
    case 'prijs': return pasPrijsToe(inhoud, opdracht, dag)
    case 'categorie': return { waarde: { ...inhoud, categorie: opdracht.categorie } }
    case 'stap-aan': return { waarde: { ...inhoud, stapToestemming: true } }
    case 'stap-uit': return { waarde: { ...inhoud, stapToestemming: false } }
    case 'bied-niet-aan': return { waarde: { ...inhoud, actief: false } }
    case 'bied-weer-aan': return { waarde: { ...inhoud, actief: true } }
    case 'tekst-opschonen':
      return { waarde: { ...inhoud, samenvatting: schoonOp(inhoud.samenvatting), omschrijving: schoonOp(inhoud.omschrijving), leerdoel: schoonOp(inhoud.leerdoel) } }
    case 'sluit-aanmelding':
    case 'sluit-voorbije-startdata': return { waarde: inhoud }
  }
}
