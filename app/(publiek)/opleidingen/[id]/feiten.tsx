import { Bedrag } from '@/components/ui/bedrag'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { weegStart, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { formatDatum } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import { CATEGORIE_LABEL, DAGDEEL_LABEL, duurLabel, NIVEAU_LABEL, STUDIELAST_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'
import type { Activiteit, OpleidingDetail } from '@/lib/register/views'
import { taalLabel } from '@/lib/voorportaal/texts'

const VRAAG = 'Vraag het de opleider'

export const past = (activiteit: Activiteit, venster: Venster | undefined): boolean => venster !== undefined && weegStart(activiteit, venster) === 'past'

/** The facts that a citizen asks for first, for the first start that an aanvraag of now can be about. */
export function Feiten({ opleiding, venster }: { opleiding: OpleidingDetail; venster: Venster | undefined }) {
  const { inhoud, activiteiten, maximum, opleider } = opleiding
  const eerste = activiteiten.find((activiteit) => past(activiteit, venster)) ?? activiteiten[0]
  const prijs = eerste?.prijs ?? cent(inhoud.catalogusprijsCent ?? 0)
  const { stapCent, eigenCent } = verdeelKosten(prijs, eerste?.subsidiabel ?? inhoud.subsidiabelCent ?? 0, maximum)
  const plaatsen = [...new Set(activiteiten.flatMap(({ plaats }) => (plaats === null ? [] : [plaats])))]
  const vorm = inhoud.opleidingsvorm === null ? VRAAG : VORM_LABEL[inhoud.opleidingsvorm]
  const lessen = [...inhoud.dagdelen.map((dagdeel) => DAGDEEL_LABEL[dagdeel].toLowerCase()), ...(inhoud.voertaal === 'nl' ? [] : [`in het ${taalLabel(inhoud.voertaal)}`])]
  const passend = activiteiten.filter((activiteit) => past(activiteit, venster)).length
  return (
    <SummaryList rows={[
      { key: 'kosten', term: 'Wat het u kost', value: <><span className="text-xl"><Bedrag cent={cent(eigenCent)} /></span><br /><span className="text-s">De prijs is <Bedrag cent={prijs} />. Het STAP-budget betaalt <Bedrag cent={cent(stapCent)} />.</span></> },
      { key: 'start', term: 'Wanneer het begint', value: eerste === undefined ? 'Er is nog geen nieuwe startdatum' : <>{formatDatum(eerste.startdatum)}{activiteiten.length > 1 && <>, of op <Link href="#startdata">een andere datum</Link></>}</> },
      ...(venster === undefined ? [] : [{ key: 'venster', term: 'Past het bij het tijdvak', value: passend > 0 ? `Ja, ${passend === 1 ? '1 startdatum past' : `${String(passend)} startdata passen`} bij het ${venster.naam}` : `Nee, geen startdatum past bij het ${venster.naam}` }]),
      { key: 'waar', term: 'Waar en hoe', value: <>{vorm}{plaatsen.length > 0 && `, in ${listOf(plaatsen)}`}{lessen.length > 0 && <><br /><span className="text-s">De lessen zijn {lessen.join(', ')}.</span></>}</> },
      { key: 'duur', term: 'Hoelang het duurt', value: <>{inhoud.duurDagen === null ? VRAAG : duurLabel(inhoud.duurDagen)}{inhoud.studielast !== null && `, samen ${inhoud.studielast.toLocaleString('nl-NL')} ${STUDIELAST_LABEL[inhoud.studielastEenheid ?? 'UUR']} studie`}</> },
      { key: 'bewijs', term: 'Wat u krijgt', value: <>{inhoud.waardedocument === null ? VRAAG : capital(WAARDEDOCUMENT_LABEL[inhoud.waardedocument])}{inhoud.niveau !== null && ` (${NIVEAU_LABEL[inhoud.niveau]})`}{inhoud.erkendOnderdeel !== null && <><br /><span className="text-s">Onderdeel van {inhoud.erkendOnderdeel.naam}: {inhoud.erkendOnderdeel.certificaat}</span></>}{inhoud.categorie !== null && <><br /><span className="text-s">Vakgebied: {CATEGORIE_LABEL[inhoud.categorie]}</span></>}</> },
      { key: 'erkend', term: 'Is het erkend', value: opleider.erkenningen.length === 0 ? 'Nee, de opleider is nu niet erkend voor het STAP-budget' : `Ja. ${[...new Set(opleider.erkenningen.map(({ soort }) => soort))].join('; ')}.` },
    ]} />
  )
}

const listOf = (namen: readonly string[]): string => (namen.length <= 1 ? namen.join('') : `${namen.slice(0, -1).join(', ')} of ${namen.at(-1) ?? ''}`)
const capital = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)
