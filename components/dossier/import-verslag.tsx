import { Alert } from '@/components/ui/alert'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { ImportVerslag as Verslag } from '@/lib/register/model'
import { GEBREK_TEKST, IMPORT_TOESTAND } from '@/lib/register/texts'

const number = (aantal: number): string => aantal.toLocaleString('nl-NL')

/** The report of a register file: what came in, and each cause of a fault once. */
export function ImportVerslag({ verslag }: { verslag: Verslag }) {
  const { toestand, reden, opleider, createdAt, klaarOp } = verslag
  return (
    <Stack>
      {toestand === 'mislukt' && <Alert kind="error" title="Het bestand is niet ingelezen">{reden} Er is niets in het register veranderd.</Alert>}
      {(toestand === 'ontvangen' || toestand === 'bezig') && <Alert title="Het bestand wordt ingelezen">Dit duurt meestal minder dan een minuut. Open deze pagina straks opnieuw voor het verslag.</Alert>}
      {toestand === 'klaar' && <Uitkomst verslag={verslag} />}
      <SummaryList rows={[
        { key: 'toestand', term: 'Toestand', value: <StatusBadge tone={IMPORT_TOESTAND[toestand].toon}>{IMPORT_TOESTAND[toestand].label}</StatusBadge> },
        ...(opleider === null ? [] : [{ key: 'opleider', term: 'Opleider', value: opleider }]),
        { key: 'ontvangen', term: 'Ontvangen', value: formatTijdstip(createdAt) },
        ...(klaarOp === null ? [] : [{ key: 'klaar', term: 'Klaar', value: formatTijdstip(klaarOp) }]),
        { key: 'gelezen', term: 'Opleidingen gelezen', value: number(verslag.totaal) },
        { key: 'nieuw', term: 'Nieuw', value: number(verslag.nieuw) },
        { key: 'gewijzigd', term: 'Gewijzigd', value: number(verslag.gewijzigd) },
        { key: 'ongewijzigd', term: 'Niets veranderd', value: number(verslag.ongewijzigd) },
        { key: 'geweigerd', term: 'Geweigerd', value: number(verslag.geweigerd) },
      ]} />
      {verslag.oorzaken.length > 0 && <Oorzaken verslag={verslag} />}
      {verslag.gebreken.length > 0 && <Gebreken verslag={verslag} />}
    </Stack>
  )
}

function Uitkomst({ verslag: { totaal, geweigerd } }: { verslag: Verslag }) {
  if (geweigerd === 0) return <Alert kind="ok" title={totaal === 1 ? 'De opleiding is ingelezen' : `Alle ${number(totaal)} opleidingen zijn ingelezen`} />
  return <Alert kind="warning" title={`${totaal - geweigerd === 1 ? '1 opleiding is' : `${number(totaal - geweigerd)} opleidingen zijn`} ingelezen, ${number(geweigerd)} niet`}>Verbeter de fouten hieronder in uw eigen systeem en stuur het bestand opnieuw. Wat al goed staat, verandert daardoor niet.</Alert>
}

function Oorzaken({ verslag: { oorzaken } }: { verslag: Verslag }) {
  return (
    <section className="stap-stapel" aria-labelledby="fouten">
      <Heading id="fouten">Geweigerd, per oorzaak</Heading>
      <Table caption="Oorzaken van geweigerde opleidingen" captionHidden columns={oorzaakColumns} rows={oorzaken} rowKey={({ veld, reden }) => `${veld} ${reden}`} />
    </section>
  )
}

const oorzaakColumns: readonly Column<Verslag['oorzaken'][number]>[] = [
  { key: 'aantal', header: 'Aantal', numeric: true, cell: ({ aantal }) => number(aantal) },
  { key: 'reden', header: 'Wat er mis is', rowHeader: true, cell: ({ reden }) => <span className="font-normal">{reden}</span> },
  { key: 'veld', header: 'Veld', cell: ({ veld }) => (veld === '' ? 'de hele opleiding' : <code className="break-all text-s">{veld}</code>) },
  { key: 'waar', header: 'Waar', cell: ({ regels, sleutels, aantal }) => `${regels.map((regel, index) => `regel ${String(regel)}${sleutels[index] == null ? '' : ` (${sleutels[index]})`}`).join(', ')}${aantal > regels.length ? ' en verder' : ''}` },
]

function Gebreken({ verslag: { gebreken } }: { verslag: Verslag }) {
  return (
    <section className="stap-stapel" aria-labelledby="gebreken">
      <Heading id="gebreken">Ingelezen, maar niet compleet</Heading>
      <Paragraph>Deze opleidingen staan in het register, maar burgers kunnen ze nog niet aanvragen.</Paragraph>
      <Table caption="Velden die ontbreken" captionHidden columns={gebrekColumns} rows={gebreken} rowKey={({ gebrek }) => gebrek} />
    </section>
  )
}

const gebrekColumns: readonly Column<Verslag['gebreken'][number]>[] = [
  { key: 'aantal', header: 'Aantal', numeric: true, cell: ({ aantal }) => number(aantal) },
  { key: 'veld', header: 'Ontbreekt', rowHeader: true, cell: ({ gebrek }) => GEBREK_TEKST[gebrek].label },
  { key: 'herstel', header: 'Wat u doet', cell: ({ gebrek }) => GEBREK_TEKST[gebrek].herstel },
]
