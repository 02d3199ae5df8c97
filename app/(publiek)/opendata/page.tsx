import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { VERZAMELINGEN, type Dump, type DumpBestand, type Veld } from '@/lib/opendata/model'
import { VELDEN } from '@/lib/opendata/rules/velden'
import { LICENTIE, VERZAMELING_TEKST, VORM_TEKST } from '@/lib/opendata/texts'
import { getDump } from '@/lib/opendata/views'

export const metadata: Metadata = { title: 'Open data en API’s' }
export const dynamic = 'force-dynamic'

/** What everybody may reuse, how fresh it is, and what every column means. */
export default async function OpenDataPage() {
  const dump = await getDump()
  return (
    <Stack className="max-w-4xl">
      <PageTitle lead="Gebruik het scholingsregister in uw eigen website, app of onderzoek. Het is gratis en u hoeft niets te vragen.">Open data en API’s</PageTitle>
      <Paragraph>
        U vindt hier alles waarvoor burgers STAP-budget kunnen aanvragen. Wat niet compleet is of door de Toetsingskamer is geblokkeerd, staat er niet in. Namen van mensen, adressen van opleiders en
        telefoonnummers staan er ook niet in. De licentie is <Link href={LICENTIE.url}>{LICENTIE.naam}</Link>: u mag ermee doen wat u wilt.
      </Paragraph>
      <Heading level={2}>Bestanden</Heading>
      {dump === undefined
        ? <Alert kind="info" title="De bestanden zijn nog niet gemaakt">Dat gebeurt elke nacht. Probeer het over een uur opnieuw.</Alert>
        : <Bestanden dump={dump} />}
      <Heading level={2}>API</Heading>
      <Paragraph>
        Hebt u steeds één opleiding nodig, of alleen wat er is gewijzigd? Gebruik dan de API op <span className="stap-code">/api/v1</span>. De beschrijving staat in <Link href="/api/v1/openapi.json">openapi.json</Link> (OpenAPI 3.1).
        Zonder sleutel mag u 300 verzoeken per minuut doen. Wilt u alles? Neem dan een bestand: dat is sneller voor u en voor ons.
      </Paragraph>
      <Paragraph>Bent u opleider? Met een token uit het opleidersportaal levert uw systeem opleidingen aan via de EDU-DEX Data API op <span className="stap-code">/edudex/v1</span>, en stuurt het aanmeldbewijzen, facturen en deelnames.</Paragraph>
      <Heading level={2}>Wat betekent elke kolom?</Heading>
      <Paragraph>Bedragen zijn in hele centen, met btw. Een datum is jaar-maand-dag. Een tijdstip is in UTC. In CSV en Parquet staat een streep tussen de delen van een lijst. In CSV staat een apostrof voor tekst die een spreadsheet anders als formule leest.</Paragraph>
      {VERZAMELINGEN.map((verzameling) => (
        <Details key={verzameling} summary={`Kolommen van ${VERZAMELING_TEKST[verzameling].titel.toLowerCase()}`}>
          <Table caption={`Kolommen van ${VERZAMELING_TEKST[verzameling].titel.toLowerCase()}`} captionHidden columns={KOLOMMEN} rows={VELDEN[verzameling]} rowKey={({ naam }) => naam} />
        </Details>
      ))}
    </Stack>
  )
}

function Bestanden({ dump }: { dump: Dump }) {
  return (
    <>
      <Paragraph>
        Gemaakt op {formatTijdstip(new Date(dump.gemaaktOp))}. Elke nacht komen er nieuwe; de drie lijsten zijn van hetzelfde moment. Een programma herkent een nieuwe versie aan de ETag.
        De beschrijving voor catalogi (DCAT-AP-NL) staat in <Link href="/opendata/catalogus.jsonld">JSON-LD</Link> en <Link href="/opendata/catalogus.ttl">Turtle</Link>.
      </Paragraph>
      <Table caption="Bestanden" captionHidden columns={BESTANDEN} rows={dump.bestanden} rowKey={({ naam }) => naam} />
    </>
  )
}

const BESTANDEN: readonly Column<DumpBestand>[] = [
  { key: 'naam', header: 'Bestand', rowHeader: true, cell: ({ naam, verzameling, vorm }) => <Link href={`/opendata/${naam.replace(/\.gz$/, '')}`}>{VERZAMELING_TEKST[verzameling].titel} als {VORM_TEKST[vorm].titel}</Link> },
  { key: 'wat', header: 'Vorm', cell: ({ vorm }) => VORM_TEKST[vorm].uitleg },
  { key: 'rijen', header: 'Rijen', numeric: true, cell: ({ rijen }) => rijen.toLocaleString('nl-NL') },
  { key: 'grootte', header: 'Ingepakt', numeric: true, cell: ({ grootte }) => toGrootte(grootte) },
]

const KOLOMMEN: readonly Column<Veld>[] = [
  { key: 'naam', header: 'Kolom', rowHeader: true, cell: ({ naam }) => <span className="stap-code">{naam}</span> },
  { key: 'soort', header: 'Soort', cell: ({ soort, isLeeg }) => (isLeeg ? `${soort}, kan leeg zijn` : soort) },
  { key: 'uitleg', header: 'Betekenis', cell: ({ uitleg }) => uitleg },
]

function toGrootte(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString('nl-NL')} kB` : `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`
}
