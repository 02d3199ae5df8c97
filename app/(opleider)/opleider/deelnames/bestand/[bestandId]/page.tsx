import type { Metadata } from 'next'
import { z } from 'zod'
import { DoorvoerFormulier } from '@/app/(opleider)/opleider/deelnames/bestand/[bestandId]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { OORZAAK_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'
import { getDeelnameBestand, PAGINA } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Bestand met deelnames' }

type Props = { params: Promise<{ bestandId: string }>; searchParams: Promise<{ goed?: string | string[]; fout?: string | string[] }> }
type Bestand = NonNullable<Awaited<ReturnType<typeof getDeelnameBestand>>>

const blad = (tekst: string | string[] | undefined): number => Math.min(1_000, Math.max(1, Math.trunc(Number(tekst)) || 1))

/** What a file says, before anything of it is reported: the bad rows with all reasons, the good rows as they will be reported. */
export default async function DeelnameBestandVoorbeeldPage({ params, searchParams }: Props) {
  const opleider = await requireOpleider('deelname.melden')
  const [{ bestandId }, zoek] = await Promise.all([params, searchParams])
  const bladen = { goed: blad(zoek.goed), fout: blad(zoek.fout) }
  const bestand = z.guid().safeParse(bestandId).success ? await getDeelnameBestand(opleider, bestandId, bladen) : undefined
  if (bestand === undefined) return toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/deelnames', label: 'Deelnames' }, { href: '/opleider/deelnames/bestand', label: 'Melden met een bestand' }]} />
      <PageTitle kicker={bestand.bestandsnaam}>{bestand.toestand === 'gelezen' ? 'Controleer en keur goed' : 'Bestand met deelnames'}</PageTitle>
      <Stand bestand={bestand} />
      {bestand.fout > 0 && (
        <section className="stap-stapel" aria-labelledby="fout">
          <Heading id="fout">Wat u moet verbeteren</Heading>
          <Paragraph>Deze regels melden wij niet. Verbeter ze en lever ze opnieuw aan.</Paragraph>
          {bestand.oorzaken.some(({ aantal }) => aantal > 1) && <Table caption="Oorzaken" columns={OORZAKEN} rows={bestand.oorzaken} rowKey={({ veld, reden }) => `${veld} ${reden}`} />}
          <Table caption="Foute regels" columns={SLECHTE} rows={bestand.slechte} rowKey={({ regel }) => String(regel)} />
          <Pagination page={bladen.fout} pageSize={PAGINA} total={bestand.fout} href={(page) => `?goed=${String(bladen.goed)}&fout=${String(page)}`} label="Pagina’s met foute regels" />
        </section>
      )}
      {bestand.goed > 0 && (
        <section className="stap-stapel" aria-labelledby="goed">
          <Heading id="goed">{bestand.toestand === 'doorgevoerd' ? 'Gemeld' : 'Goede regels'}</Heading>
          <Table caption="Goede regels" captionHidden columns={GOEDE} rows={bestand.goede} rowKey={({ regel }) => String(regel)} />
          <Pagination page={bladen.goed} pageSize={PAGINA} total={bestand.goed} href={(page) => `?goed=${String(page)}&fout=${String(bladen.fout)}`} label="Pagina’s met goede regels" />
        </section>
      )}
    </Stack>
  )
}

function Stand({ bestand: { toestand, reden, goed, fout, nietAfgerond, id } }: { bestand: Bestand }) {
  const opnieuw = <p><ButtonLink href="/opleider/deelnames/bestand" variant="secondary" icon="upload">Ander bestand aanleveren</ButtonLink></p>
  switch (toestand) {
    case 'ontvangen': return <Alert kind="info" title="Wij lezen uw bestand"><p>Dit duurt meestal minder dan een minuut. U mag deze pagina sluiten.</p><p><ButtonLink href={`/opleider/deelnames/bestand/${id}`} variant="secondary" icon="refresh">Opnieuw kijken</ButtonLink></p></Alert>
    case 'mislukt': return <Alert kind="error" title="Wij konden dit bestand niet lezen"><p>{reden} Er is niets gemeld.</p>{opnieuw}</Alert>
    case 'doorgevoerd': return <Alert kind="ok" title={`${deelnames(goed)} gemeld`}><p>Wij vragen iedere deelnemer of het klopt.{fout > 0 && ` Van ${regels(fout)} is niets gemeld.`}</p></Alert>
    case 'vervallen': return <Alert kind="info" title="U hebt dit bestand niet gebruikt"><p>Er is niets gemeld.</p>{opnieuw}</Alert>
    case 'gelezen': return goed === 0
      ? <Alert kind="error" title="Er is geen regel die u kunt melden"><p>Er is niets gemeld. Verbeter het bestand en lever het opnieuw aan.</p>{opnieuw}</Alert>
      : (
        <>
          <Alert kind={fout === 0 ? 'info' : 'warning'} title={fout === 0 ? 'Alle regels zijn goed' : `${regels(fout)} met een fout`}>
            <p>U meldt {deelnames(goed)}: {(goed - nietAfgerond).toLocaleString('nl-NL')} afgerond en {nietAfgerond.toLocaleString('nl-NL')} niet afgerond. Er is nu nog niets gemeld.</p>
          </Alert>
          <DoorvoerFormulier bestandId={id} aantal={deelnames(goed)} />
        </>
      )
  }
}

const deelnames = (aantal: number): string => (aantal === 1 ? '1 deelname' : `${aantal.toLocaleString('nl-NL')} deelnames`)
const regels = (aantal: number): string => (aantal === 1 ? '1 regel' : `${aantal.toLocaleString('nl-NL')} regels`)

const OORZAKEN: readonly Column<Bestand['oorzaken'][number]>[] = [
  { key: 'reden', header: 'Oorzaak', rowHeader: true, cell: ({ reden }) => reden },
  { key: 'aantal', header: 'Aantal', numeric: true, cell: (rij) => rij.aantal.toLocaleString('nl-NL') },
  { key: 'regels', header: 'Regels', cell: ({ regels: nummers, aantal }) => `${nummers.join(', ')}${aantal > nummers.length ? ' …' : ''}` },
]
const SLECHTE: readonly Column<Bestand['slechte'][number]>[] = [
  { key: 'regel', header: 'Regel', rowHeader: true, cell: ({ regel }) => String(regel) },
  { key: 'fouten', header: 'Wat er niet klopt', cell: ({ fouten }) => <ul>{fouten.map(({ veld, reden }) => <li key={`${veld} ${reden}`}>{reden}</li>)}</ul> },
  { key: 'kenmerk', header: 'Kenmerk', cell: ({ kenmerk }) => <span className="wrap-anywhere">{kenmerk ?? 'leeg'}</span> },
]
const GOEDE: readonly Column<Bestand['goede'][number]>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ deelnemer }) => deelnemer },
  { key: 'uitkomst', header: 'Uitkomst', cell: ({ melding: { uitkomst } }) => UITKOMST_LABEL[uitkomst] },
  { key: 'hoe', header: 'Hoe of waardoor', cell: ({ melding: { wijze, percentage, oorzaak } }) => wijze !== undefined ? `${WIJZE_LABEL[wijze]}${percentage === null || percentage === undefined ? '' : ` (${String(percentage)} procent)`}` : oorzaak !== undefined && OORZAAK_LABEL[oorzaak] },
  { key: 'kenmerk', header: 'Kenmerk', cell: ({ kenmerk }) => <span className="whitespace-nowrap">{kenmerk}</span> },
  { key: 'regel', header: 'Regel', numeric: true, cell: ({ regel }) => String(regel) },
]
