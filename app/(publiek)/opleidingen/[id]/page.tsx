import type { Metadata } from 'next'
import { z } from 'zod'
import { readFavorieten } from '@/app/(publiek)/favorieten/bewaard'
import { Bewaar } from '@/app/(publiek)/opleidingen/bewaar'
import { Feiten, past } from '@/app/(publiek)/opleidingen/[id]/feiten'
import { Kosten } from '@/app/(publiek)/opleidingen/[id]/kosten'
import { Startdata } from '@/app/(publiek)/opleidingen/[id]/startdata'
import { findVenster, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { MaatregelMelding } from '@/components/dossier/maatregel'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { config } from '@/lib/platform/config'
import { requestNonce } from '@/lib/platform/nonce'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { hidesFromSearch } from '@/lib/register/rules/maatregel'
import { getOpleiding, type OpleidingDetail } from '@/lib/register/views'
import { toCourse, toScriptJson } from '@/lib/voorportaal/rules/course'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const adresSchema = z.object({ id: z.guid(), versie: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined) })

async function read({ params, searchParams }: Props): Promise<OpleidingDetail> {
  const adres = adresSchema.safeParse({ ...(await searchParams), ...(await params) })
  const opleiding = adres.success ? await getOpleiding(adres.data.id, adres.data.versie) : undefined
  return opleiding ?? toonNietGevonden()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { inhoud } = await read(props)
  return { title: inhoud.titel, description: inhoud.samenvatting, alternates: { canonical: `/opleidingen/${(await props.params).id}` } }
}

/** One opleiding: what it costs, when, where, how long, what one gets and whether it is recognised; then what it is about, its start dates and its opleider. */
export default async function OpleidingPage(props: Props) {
  const opleiding = await read(props)
  const { id, inhoud, opleider, maatregel } = opleiding
  const [venster, nonce, favorieten] = await Promise.all([findVenster(), requestNonce(), readFavorieten()])
  const kanAanvragen = opleiding.isCompleet && inhoud.actief && (maatregel === null || !hidesFromSearch(maatregel)) && opleider.erkenningen.length > 0
  return (
    <Stack>
      {kanAanvragen && opleiding.isLaatsteVersie && <script type="application/ld+json" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: toScriptJson(toCourse(opleiding, new URL(`/opleidingen/${id}`, config.url).href)) }} />}
      <Breadcrumb items={[{ href: '/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle kicker={opleider.naam} lead={inhoud.samenvatting}>{inhoud.titel}</PageTitle>
      {maatregel !== null && <MaatregelMelding soort={maatregel} />}
      {!opleiding.isLaatsteVersie && <Alert title={`U bekijkt versie ${String(opleiding.versie)}`}>De opleider heeft deze opleiding daarna gewijzigd. <Link href={`/opleidingen/${id}`}>Bekijk hoe zij nu is</Link>.</Alert>}
      {maatregel === null && !kanAanvragen && <Alert kind="warning" title="U kunt hiervoor nu geen STAP-budget aanvragen">{waarom(opleiding)} Zoek een andere opleiding of vraag het na bij de opleider.</Alert>}
      <form className="flex flex-wrap gap-x-6 gap-y-2 text-s">
        <Bewaar id={id} titel={inhoud.titel} isBewaard={favorieten.includes(id)} terug={`/opleidingen/${id}`} />
        <Link href={`/vergelijken?${new URLSearchParams([id, ...favorieten.filter((ander) => ander !== id)].slice(0, 4).map((ander): [string, string] => ['id', ander])).toString()}`} icon="table" className="py-1">Vergelijk{favorieten.some((ander) => ander !== id) ? ' met wat u bewaarde' : ''}</Link>
      </form>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_auto_1fr]">
        <Feiten opleiding={opleiding} venster={venster} />
        {kanAanvragen && <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1"><Volgende opleiding={opleiding} venster={venster} /></div>}
        <Stack className="lg:row-span-2 lg:row-start-2">
          <Tekst id="inhoud-kop" kop="Wat u leert" tekst={inhoud.omschrijving} />
          <Tekst id="leerdoel" kop="Wat u daarna kunt" tekst={inhoud.leerdoel} />
          <Tekst id="eisen" kop="Wat u ervoor nodig hebt" tekst={inhoud.toelatingseisen} />
          <Startdata activiteiten={opleiding.activiteiten} maximum={opleiding.maximum} venster={venster} />
          <Kosten kosten={inhoud.kosten} />
        </Stack>
        <div className={kanAanvragen ? 'lg:col-start-2 lg:row-start-3' : 'lg:col-start-2 lg:row-span-3 lg:row-start-1'}><Opleider opleider={opleider} url={inhoud.url} /></div>
      </div>
    </Stack>
  )
}

function waarom({ isCompleet, inhoud, opleider }: OpleidingDetail): string {
  if (!inhoud.actief) return 'De opleider biedt deze opleiding niet meer aan.'
  if (opleider.erkenningen.length === 0) return 'De opleider is op dit moment niet erkend voor het STAP-budget.'
  return isCompleet ? '' : 'De gegevens in het register zijn niet compleet, of de opleider biedt deze opleiding niet met STAP-budget aan.'
}

function Tekst({ id, kop, tekst }: { id: string; kop: string; tekst: string }) {
  if (tekst.trim() === '') return null
  return <section aria-labelledby={id}><Heading id={id}>{kop}</Heading><Prose className="mt-3">{tekst.split(/\n{2,}/).map((alinea, index) => <p key={index}>{alinea}</p>)}</Prose></section>
}

/** How to go on: at the opleider first, and with a start that fits. */
function Volgende({ opleiding: { id, opleider, activiteiten }, venster }: { opleiding: OpleidingDetail; venster: Venster | undefined }) {
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
      <p><ButtonLink href={`/opleidingen/${id}/aanmeldbewijs`}>Vraag een aanmeldbewijs</ButtonLink></p>
      {venster !== undefined && (passend > 0
        ? <Paragraph>{passend === 1 ? 'Er past 1 startdatum' : `Er passen ${String(passend)} startdata`} bij het {venster.naam}. <Link href="#startdata">Bekijk de startdata</Link></Paragraph>
        : <Paragraph>Bij het {venster.naam} past nu geen startdatum. Vraag de opleider om een start {formatPeriode(venster.vroegsteStart, venster.laatsteStart)}.</Paragraph>)}
    </Card>
  )
}

function Opleider({ opleider, url }: { opleider: OpleidingDetail['opleider']; url: string | null }) {
  const website = [url, opleider.website].find((adres) => adres !== null && /^https?:\/\//.test(adres))
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
      {website != null && <p><Link href={website} icon="external-link" rel="noopener nofollow">Naar de website van de opleider</Link></p>}
    </Card>
  )
}
