import type { Metadata } from 'next'
import { PlafondFormulier } from '@/app/(regie)/regie/[code]/budget/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { getPlafonds, type PlafondOverzicht } from '@/lib/tijdvak/views'

export const metadata: Metadata = { title: 'Budget wijzigen' }

type Regel = PlafondOverzicht['plafonds'][number]

/** What may be given more or less, and what has to stay because it was applied for. */
export default async function BudgetPage({ params }: { params: Promise<{ code: string }> }) {
  await requireMedewerker('plafond.wijzigen')
  const { code } = await params
  const overzicht = await getPlafonds(code)
  if (overzicht === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/regie', label: 'Regiekamer' }, { href: `/regie/${code}`, label: code }]} />
      <PageTitle>Budget van {code} wijzigen</PageTitle>
      <Table caption="Wat er kan" columns={COLUMNS} rows={overzicht.plafonds} rowKey={({ id }) => id} />
      <Alert kind="warning" title="Wat er dan gebeurt">
        <ul>
          <li>De wijziging geldt meteen voor wie daarna aanvraagt.</li>
          <li>Verlagen kan niet onder wat al is gegeven of aangevraagd (artikel 4:27 van de Algemene wet bestuursrecht).</li>
          <li>Verhogen kan niet meer als hier al iemand is geweigerd en er geen reservelijst is: het geld zou naar mensen gaan die later kwamen.</li>
        </ul>
      </Alert>
      <PlafondFormulier code={code} compartimenten={overzicht.plafonds.map(({ id, naam }) => ({ value: id, label: naam }))} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Regel>[] = [
  { key: 'naam', header: 'Compartiment', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'plafond', header: 'Plafond', numeric: true, cell: ({ plafondCent }) => <Bedrag cent={plafondCent} /> },
  { key: 'over', header: 'Over', numeric: true, cell: ({ overCent }) => <Bedrag cent={overCent} /> },
  { key: 'aangevraagd', header: 'Aangevraagd, nog niet verdeeld', numeric: true, cell: ({ aangevraagdCent }) => <Bedrag cent={aangevraagdCent} /> },
  { key: 'verlaagbaar', header: 'Kan eraf', numeric: true, cell: ({ verlaagbaarCent }) => <Bedrag cent={verlaagbaarCent} /> },
  { key: 'verhogen', header: 'Kan erbij', cell: ({ kanVerhogen }) => (kanVerhogen ? 'Ja' : 'Nee, hier is al iemand geweigerd') },
]
