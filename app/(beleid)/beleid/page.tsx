import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge, Tag } from '@/components/ui/tag'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { addDays, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { contains } from '@/lib/base/period'
import { today } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'
import { listParameters, type ParameterOverzicht } from '@/lib/regeling/views'
import { TOESTAND_LABELS, TOESTAND_TONES } from '@/lib/tijdvak/texts'
import { listTijdvakOverzicht, type TijdvakOverzicht } from '@/lib/tijdvak/views'

export const metadata: Metadata = { title: 'Regeling en tijdvakken' }

/** The regeling as it stands in the system: every value with its period and source, and the budget of every tijdvak. Read-only. */
export default async function BeleidPage() {
  await requireMedewerker('regeling.lezen')
  const [parameters, tijdvakken, vandaag] = await Promise.all([listParameters(), listTijdvakOverzicht(), today()])

  return (
    <Stack>
      <PageTitle lead="Dit zijn de bedragen, termijnen en lijsten waarmee het systeem beslist. Elke waarde geldt in een periode en noemt haar bron.">
        Regeling en tijdvakken
      </PageTitle>
      <Table caption="Tijdvakken en budget" columns={tijdvakColumns} rows={listBudgetten(tijdvakken)} rowKey={({ id }) => id}
        empty={<Paragraph>Er zijn nog geen tijdvakken. Ze staan hier zodra ze zijn vastgelegd.</Paragraph>} />
      <Table caption="Parameters van de regeling" columns={parameterColumns} rows={listWaarden(parameters, vandaag)} rowKey={({ id }) => id}
        empty={<Paragraph>Er zijn nog geen parameters. Ze staan hier zodra de regeling is vastgelegd.</Paragraph>} />
    </Stack>
  )
}

type Budget = TijdvakOverzicht['compartimenten'][number] & { tijdvak: TijdvakOverzicht; isFirst: boolean }

/** One row per compartiment; the tijdvak itself is named on its first row. */
function listBudgetten(tijdvakken: readonly TijdvakOverzicht[]): readonly Budget[] {
  return tijdvakken.flatMap((tijdvak) => tijdvak.compartimenten.map((compartiment, index) => ({ ...compartiment, tijdvak, isFirst: index === 0 })))
}

const tijdvakColumns: readonly Column<Budget>[] = [
  { key: 'tijdvak', header: 'Tijdvak', rowHeader: true, cell: ({ tijdvak, isFirst, naam }) => (isFirst ? tijdvak.code : <span className="sr-only">{tijdvak.code}, {naam}</span>) },
  {
    key: 'toestand', header: 'Toestand',
    cell: ({ tijdvak, isFirst }) => isFirst && <StatusBadge tone={TOESTAND_TONES[tijdvak.toestand]}>{TOESTAND_LABELS[tijdvak.toestand]}</StatusBadge>,
  },
  { key: 'opent', header: 'Opent', cell: ({ tijdvak, isFirst }) => isFirst && formatTijdstip(tijdvak.opentOp) },
  { key: 'sluit', header: 'Laatste dag', cell: ({ tijdvak, isFirst }) => isFirst && formatDatumKort(tijdvak.laatsteDag) },
  { key: 'stop', header: 'Registratiestop', cell: ({ tijdvak, isFirst }) => isFirst && formatTijdstip(tijdvak.registratiestopOp) },
  { key: 'compartiment', header: 'Compartiment', cell: ({ naam }) => naam },
  { key: 'plafond', header: 'Plafond', numeric: true, cell: ({ plafondCent }) => <Bedrag cent={plafondCent} /> },
  { key: 'overschrijding', header: 'Overschrijding toegestaan', numeric: true, cell: ({ overschrijdingCent }) => <Bedrag cent={overschrijdingCent} /> },
  { key: 'gereserveerd', header: 'Gereserveerd', numeric: true, cell: ({ gereserveerdCent }) => <Bedrag cent={gereserveerdCent} /> },
  { key: 'verplicht', header: 'Verplicht', numeric: true, cell: ({ verplichtCent }) => <Bedrag cent={verplichtCent} /> },
  { key: 'betaald', header: 'Betaald', numeric: true, cell: ({ betaaldCent }) => <Bedrag cent={betaaldCent} /> },
  { key: 'over', header: 'Over', numeric: true, cell: ({ overCent }) => <Bedrag cent={overCent} /> },
]

type Waarde = ParameterOverzicht['perioden'][number] & { id: string; label: string; geldtNu: boolean }

function listWaarden(parameters: readonly ParameterOverzicht[], vandaag: PlainDate): readonly Waarde[] {
  return parameters.flatMap(({ naam, label, perioden }) =>
    perioden.map((periode) => ({ ...periode, id: `${naam} ${periode.van}`, label, geldtNu: contains(periode, vandaag) })),
  )
}

const parameterColumns: readonly Column<Waarde>[] = [
  { key: 'parameter', header: 'Parameter', rowHeader: true, cell: ({ label }) => label },
  { key: 'waarde', header: 'Waarde', cell: ({ waarde }) => waarde },
  { key: 'van', header: 'Van', cell: ({ van }) => formatDatumKort(van) },
  { key: 'tot', header: 'Tot en met', cell: ({ tot }) => (tot === null ? 'geen einde' : formatDatumKort(addDays(tot, -1))) },
  { key: 'nu', header: 'Geldt nu', cell: ({ geldtNu }) => (geldtNu ? <Tag tone="goed" icon="circle-check">Ja</Tag> : 'Nee') },
  { key: 'bron', header: 'Bron', cell: ({ bron }) => bron },
]
