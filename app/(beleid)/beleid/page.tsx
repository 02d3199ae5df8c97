import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge, Tag } from '@/components/ui/tag'
import { Paragraph, Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijd } from '@/lib/base/amsterdam'
import { addDays, formatDatumKort, type PlainDate } from '@/lib/base/date'
import { contains } from '@/lib/base/period'
import { today } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'
import { PAST_NIET_LABELS } from '@/lib/regeling/texts'
import { listParameters, type ParameterOverzicht } from '@/lib/regeling/views'
import { describeCompartiment } from '@/lib/tijdvak/rules/voorwaarden'
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
  {
    key: 'tijdvak', header: 'Tijdvak', rowHeader: true,
    cell: ({ tijdvak, isFirst, naam }) => (isFirst ? <TijdvakKop tijdvak={tijdvak} /> : <span className="sr-only">{tijdvak.code}, {naam}</span>),
  },
  { key: 'loopt', header: 'Loopt', cell: ({ tijdvak, isFirst }) => isFirst && <Looptijd tijdvak={tijdvak} /> },
  { key: 'compartiment', header: 'Compartiment', cell: ({ naam }) => naam },
  { key: 'voorwaarden', header: 'Voor wie, en wat er met de rest gebeurt', cell: (budget) => <ul className="min-w-52">{describeCompartiment(budget).map((regel) => <li key={regel}>{regel}</li>)}</ul> },
  { key: 'plafond', header: 'Plafond, plus toegestane overschrijding', numeric: true, cell: (budget) => <Plafond budget={budget} /> },
  { key: 'gereserveerd', header: 'Gereserveerd', numeric: true, cell: ({ gereserveerdCent }) => <Bedrag cent={gereserveerdCent} /> },
  { key: 'verplicht', header: 'Verplicht', numeric: true, cell: ({ verplichtCent }) => <Bedrag cent={verplichtCent} /> },
  { key: 'betaald', header: 'Betaald', numeric: true, cell: ({ betaaldCent }) => <Bedrag cent={betaaldCent} /> },
  { key: 'over', header: 'Over', numeric: true, cell: ({ overCent }) => <Bedrag cent={overCent} /> },
]

function TijdvakKop({ tijdvak }: { tijdvak: TijdvakOverzicht }) {
  return (
    <span className="flex flex-col items-start gap-1 whitespace-nowrap">
      {tijdvak.code}
      <StatusBadge tone={TOESTAND_TONES[tijdvak.toestand]}>{TOESTAND_LABELS[tijdvak.toestand]}</StatusBadge>
    </span>
  )
}

function Looptijd({ tijdvak: { opentOp, laatsteDag, registratiestopOp, reserveTot, pastNietRegel } }: { tijdvak: TijdvakOverzicht }) {
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(opentOp))}, {formatTijd(opentOp)}</span>
      <span className="whitespace-nowrap">tot en met {formatDatumKort(laatsteDag)}</span>
      <span className="whitespace-nowrap">registratiestop {formatDatumKort(amsterdamDate(registratiestopOp))}</span>
      <span className="whitespace-nowrap">{reserveTot === null ? 'geen reservelijst' : `reservelijst tot ${formatDatumKort(amsterdamDate(reserveTot))}, ${formatTijd(reserveTot)}`}</span>
      <span>{PAST_NIET_LABELS[pastNietRegel]}</span>
    </span>
  )
}

function Plafond({ budget: { plafondCent, overschrijdingCent } }: { budget: Budget }) {
  return (
    <span className="flex flex-col">
      <Bedrag cent={plafondCent} />
      {overschrijdingCent > 0 && <span className="whitespace-nowrap">plus <Bedrag cent={overschrijdingCent} /></span>}
    </span>
  )
}

type Waarde = ParameterOverzicht['perioden'][number] & { id: string; label: string; geldtNu: boolean }

function listWaarden(parameters: readonly ParameterOverzicht[], vandaag: PlainDate): readonly Waarde[] {
  return parameters.flatMap(({ naam, label, perioden }) =>
    perioden.map((periode) => ({ ...periode, id: `${naam} ${periode.van}`, label, geldtNu: contains(periode, vandaag) })),
  )
}

const parameterColumns: readonly Column<Waarde>[] = [
  { key: 'parameter', header: 'Parameter', rowHeader: true, cell: ({ label }) => label },
  { key: 'waarde', header: 'Waarde', cell: ({ waarde }) => waarde },
  { key: 'periode', header: 'Geldt', cell: (waarde) => <Geldigheid {...waarde} /> },
  { key: 'bron', header: 'Bron', cell: ({ bron }) => bron },
]

function Geldigheid({ van, tot, geldtNu }: Pick<Waarde, 'van' | 'tot' | 'geldtNu'>) {
  return (
    <span className="flex flex-col items-start gap-1 whitespace-nowrap">
      <span>vanaf {formatDatumKort(van)}</span>
      {tot !== null && <span>tot en met {formatDatumKort(addDays(tot, -1))}</span>}
      {geldtNu && <Tag tone="goed" icon="circle-check">geldt nu</Tag>}
    </span>
  )
}
