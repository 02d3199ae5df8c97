import type { Metadata } from 'next'
import { z } from 'zod'
import { Startdata } from '@/app/(publiek)/opleidingen/[id]/startdata'
import { findVenster, weegStart, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { MaatregelMelding } from '@/components/dossier/maatregel'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import { hidesFromSearch } from '@/lib/register/rules/maatregel'
import { CATEGORIE_LABEL, duurLabel, NIVEAU_LABEL, STUDIELAST_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'
import { getOpleiding, type Activiteit, type OpleidingDetail } from '@/lib/register/views'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const adresSchema = z.object({ id: z.guid(), versie: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined) })

async function read({ params, searchParams }: Props): Promise<OpleidingDetail> {
  const adres = adresSchema.safeParse({ ...(await searchParams), ...(await params) })
  const opleiding = adres.success ? await getOpleiding(adres.data.id, adres.data.versie) : undefined
  return opleiding ?? toonNietGevonden()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { inhoud } = await read(props)
  return { title: inhoud.titel, description: inhoud.samenvatting }
}

/** One opleiding: what it costs, when, where, how long and what one gets; then what it is about, its start dates and its opleider. */
export default async function OpleidingPage(props: Props) {
  const opleiding = await read(props)
  const { inhoud, opleider, maatregel } = opleiding
  const venster = await findVenster()
  const kanAanvragen = opleiding.isCompleet && (maatregel === null || !hidesFromSearch(maatregel)) && opleider.erkenningen.length > 0
  const eerste = opleiding.activiteiten.find((activiteit) => past(activiteit, venster)) ?? opleiding.activiteiten[0]
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle kicker={opleider.naam} lead={inhoud.samenvatting}>{inhoud.titel}</PageTitle>
      {maatregel !== null && <MaatregelMelding soort={maatregel} />}
      {!opleiding.isLaatsteVersie && <Alert title={`U bekijkt versie ${String(opleiding.versie)}`}>De opleider heeft deze opleiding daarna gewijzigd. <Link href={`/opleidingen/${opleiding.id}`}>Bekijk hoe zij nu is</Link>.</Alert>}
      {maatregel === null && !kanAanvragen && <Alert kind="warning" title="U kunt hiervoor nu geen STAP-budget aanvragen">{opleiding.isCompleet ? 'De opleider is op dit moment niet erkend voor het STAP-budget.' : 'De gegevens in het register zijn niet compleet, of de opleider biedt deze opleiding niet met STAP-budget aan.'} Zoek een andere opleiding of vraag het na bij de opleider.</Alert>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_auto_1fr]">
        <Feiten opleiding={opleiding} eerste={eerste} />
        {kanAanvragen && <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1"><Volgende opleiding={opleiding} venster={venster} /></div>}
        <Stack className="lg:row-span-2 lg:row-start-2">
          <section aria-labelledby="inhoud-kop"><Heading id="inhoud-kop">Wat u leert</Heading><Prose className="mt-3">{inhoud.omschrijving.split(/\n{2,}/).map((alinea, index) => <p key={index}>{alinea}</p>)}</Prose></section>
          <Startdata activiteiten={opleiding.activiteiten} maximum={opleiding.maximum} venster={venster} />
        </Stack>
        <div className={kanAanvragen ? 'lg:col-start-2 lg:row-start-3' : 'lg:col-start-2 lg:row-span-3 lg:row-start-1'}><Opleider opleider={opleider} /></div>
      </div>
    </Stack>
  )
}

const past = (activiteit: Activiteit, venster: Venster | undefined): boolean => venster !== undefined && weegStart(activiteit, venster) === 'past'

/** The five facts that a citizen asks for first, for the first start that an aanvraag of now can be about. */
function Feiten({ opleiding: { inhoud, activiteiten, maximum }, eerste }: { opleiding: OpleidingDetail; eerste: Activiteit | undefined }) {
  const prijs = eerste?.prijs ?? cent(inhoud.catalogusprijsCent ?? 0)
  const { stapCent, eigenCent } = verdeelKosten(prijs, eerste?.subsidiabel ?? inhoud.subsidiabelCent ?? 0, maximum)
  const plaatsen = [...new Set(activiteiten.flatMap(({ plaats }) => (plaats === null ? [] : [plaats])))]
  const vorm = inhoud.opleidingsvorm === null ? 'Vraag het de opleider' : VORM_LABEL[inhoud.opleidingsvorm]
  return (
    <SummaryList rows={[
      { key: 'kosten', term: 'Wat het u kost', value: <><span className="text-xl"><Bedrag cent={cent(eigenCent)} /></span><br /><span className="text-s">De prijs is <Bedrag cent={prijs} />. Het STAP-budget betaalt <Bedrag cent={cent(stapCent)} />.</span></> },
      { key: 'start', term: 'Wanneer het begint', value: eerste === undefined ? 'Er is nog geen nieuwe startdatum' : <>{formatDatum(eerste.startdatum)}{activiteiten.length > 1 && <>, of op <Link href="#startdata">een andere datum</Link></>}</> },
      { key: 'waar', term: 'Waar en hoe', value: <>{vorm}{plaatsen.length > 0 && `, in ${listOf(plaatsen)}`}</> },
      { key: 'duur', term: 'Hoelang het duurt', value: <>{inhoud.duurDagen === null ? 'Vraag het de opleider' : duurLabel(inhoud.duurDagen)}{inhoud.studielast !== null && `, samen ${inhoud.studielast.toLocaleString('nl-NL')} ${STUDIELAST_LABEL[inhoud.studielastEenheid ?? 'UUR']} studie`}</> },
      { key: 'bewijs', term: 'Wat u krijgt', value: <>{inhoud.waardedocument === null ? 'Vraag het de opleider' : capital(WAARDEDOCUMENT_LABEL[inhoud.waardedocument])}{inhoud.niveau !== null && ` (${NIVEAU_LABEL[inhoud.niveau]})`}{inhoud.categorie !== null && <><br /><span className="text-s">Vakgebied: {CATEGORIE_LABEL[inhoud.categorie]}</span></>}</> },
    ]} />
  )
}

/** How to go on: at the opleider first, and with a start that fits. */
function Volgende({ opleiding: { opleider, activiteiten }, venster }: { opleiding: OpleidingDetail; venster: Venster | undefined }) {
  const passend = activiteiten.filter((activiteit) => past(activiteit, venster)).length
  return (
    <Card emphasis>
      <Heading level={2}>Deze opleiding volgen?</Heading>
      <Prose>
        <ol>
          <li><strong>Vraag de opleider om een aanmeldbewijs.</strong> U krijgt het als u zich aanmeldt bij {opleider.naam}.</li>
          <li>Zet uw aanvraag klaar in <Link href="/mijn">Mijn STAP</Link>.</li>
          <li>Verstuur uw aanvraag als het tijdvak open is.</li>
        </ol>
      </Prose>
      {venster !== undefined && (passend > 0
        ? <Paragraph>{passend === 1 ? 'Er past 1 startdatum' : `Er passen ${String(passend)} startdata`} bij het {venster.naam}. <Link href="#startdata">Bekijk de startdata</Link></Paragraph>
        : <Paragraph>Bij het {venster.naam} past nu geen startdatum. Vraag de opleider om een start {formatPeriode(venster.vroegsteStart, venster.laatsteStart)}.</Paragraph>)}
      {opleider.website !== null && <p><Link href={opleider.website} icon="external-link" rel="noopener nofollow">Naar de website van de opleider</Link></p>}
    </Card>
  )
}

function Opleider({ opleider }: { opleider: OpleidingDetail['opleider'] }) {
  return (
    <Card>
      <Heading level={2}>Over de opleider</Heading>
      <Paragraph><strong>{opleider.naam}</strong>, {opleider.plaats}</Paragraph>
      {opleider.maatregel !== null && <MaatregelMelding soort={opleider.maatregel} />}
      <Prose>
        <ul>
          {opleider.erkenningen.map(({ soort, sinds }) => <li key={soort}>{soort}, sinds {formatDatum(sinds)}</li>)}
          {opleider.erkenningen.length === 0 && <li>Op dit moment niet erkend</li>}
          <li>{opleider.aantalOpleidingen.toLocaleString('nl-NL')} opleidingen in het register</li>
          <li>KvK-nummer {opleider.kvk}</li>
          {opleider.telefoon !== null && <li>Telefoon {opleider.telefoon}</li>}
        </ul>
      </Prose>
    </Card>
  )
}

const listOf = (namen: readonly string[]): string => (namen.length <= 1 ? namen.join('') : `${namen.slice(0, -1).join(', ')} of ${namen.at(-1) ?? ''}`)
const capital = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)
