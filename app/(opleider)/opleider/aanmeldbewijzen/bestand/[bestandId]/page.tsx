import type { Metadata } from 'next'
import { z } from 'zod'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getBestand } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Verslag van een bestand' }

type Props = { params: Promise<{ bestandId: string }>; searchParams: Promise<{ pagina?: string | string[] }> }
type Verslag = NonNullable<Awaited<ReturnType<typeof getBestand>>>

/** What became of a file: what was refused by cause, and what was issued. */
export default async function VerslagPage({ params, searchParams }: Props) {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const { bestandId } = await params
  const pagina = Math.min(1_000, Math.max(1, Math.trunc(Number((await searchParams).pagina)) || 1))
  const verslag = z.guid().safeParse(bestandId).success ? await getBestand(opleider, bestandId, pagina) : undefined
  if (verslag === undefined) return toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }, { href: '/opleider/aanmeldbewijzen/bestand', label: 'Aanleveren' }]} />
      <PageTitle kicker={verslag.bestandsnaam}>Verslag</PageTitle>
      <Uitkomst verslag={verslag} />
      {verslag.oorzaken.length > 0 && (
        <section className="stap-stapel" aria-labelledby="oorzaken">
          <Heading id="oorzaken">Wat u moet verbeteren</Heading>
          <Table caption="Oorzaken" captionHidden columns={OORZAKEN} rows={verslag.oorzaken} rowKey={({ veld, reden }) => `${veld} ${reden}`} empty={null} />
          <Paragraph>Verbeter deze regels en lever het bestand opnieuw aan. Regels die al een aanmeldbewijs hebben, krijgen er geen tweede.</Paragraph>
        </section>
      )}
      {verslag.uitgegeven > 0 && (
        <section className="stap-stapel" aria-labelledby="uitgegeven">
          <Heading id="uitgegeven">Uitgegeven</Heading>
          <Table caption="Uitgegeven aanmeldbewijzen" captionHidden columns={BEWIJZEN} rows={verslag.bewijzen} rowKey={({ id }) => id} empty={null} />
          <Pagination page={pagina} pageSize={verslag.perPage} total={verslag.uitgegeven} href={(page) => `?pagina=${String(page)}`} />
        </section>
      )}
    </Stack>
  )
}

function Uitkomst({ verslag: { toestand, reden, uitgegeven, geweigerd, id } }: { verslag: Verslag }) {
  if (toestand === 'ontvangen') {
    return (
      <Alert kind="info" title="Wij lezen uw bestand">
        <p>Dit duurt meestal minder dan een minuut. U mag deze pagina sluiten.</p>
        <p><ButtonLink href={`/opleider/aanmeldbewijzen/bestand/${id}`} variant="secondary" icon="refresh">Opnieuw kijken</ButtonLink></p>
      </Alert>
    )
  }
  if (toestand === 'mislukt') return (
    <Alert kind="error" title="Wij konden dit bestand niet verwerken">
      <p>{reden} Er is geen enkel aanmeldbewijs uitgegeven.</p>
      <p><ButtonLink href="/opleider/aanmeldbewijzen/bestand" variant="secondary" icon="upload">Ander bestand aanleveren</ButtonLink></p>
    </Alert>
  )
  return geweigerd === 0
    ? <Alert kind="ok" title="Alles is uitgegeven">{aantal(uitgegeven)} uitgegeven.</Alert>
    : <Alert kind="warning" title="Niet alle regels zijn uitgegeven">{aantal(uitgegeven)} uitgegeven, {geweigerd.toLocaleString('nl-NL')} {geweigerd === 1 ? 'regel' : 'regels'} geweigerd.</Alert>
}

const aantal = (n: number): string => `${n.toLocaleString('nl-NL')} ${n === 1 ? 'aanmeldbewijs' : 'aanmeldbewijzen'}`

const OORZAKEN: readonly Column<Verslag['oorzaken'][number]>[] = [
  { key: 'reden', header: 'Oorzaak', rowHeader: true, cell: ({ reden }) => reden },
  { key: 'aantal', header: 'Aantal', numeric: true, cell: (rij) => rij.aantal.toLocaleString('nl-NL') },
  { key: 'regels', header: 'Regels', cell: ({ regels, aantal: totaal }) => `${regels.join(', ')}${totaal > regels.length ? ' …' : ''}` },
]
const BEWIJZEN: readonly Column<Verslag['bewijzen'][number]>[] = [
  { key: 'regel', header: 'Regel', numeric: true, cell: ({ regel }) => String(regel) },
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ id, deelnemer }) => <Link href={`/opleider/aanmeldbewijzen/${id}`}>{deelnemer}</Link> },
  { key: 'code', header: 'Code', cell: ({ code }) => <span className="whitespace-nowrap tabular-nums">{code}</span> },
]
