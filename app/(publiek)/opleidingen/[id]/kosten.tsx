import { Bedrag } from '@/components/ui/bedrag'
import { Table, type Column } from '@/components/ui/table'
import { Heading } from '@/components/ui/text'
import { cent } from '@/lib/base/money'
import type { Kostenpost, OpleidingInhoud } from '@/lib/register/model'
import { KOSTENSOORT_LABEL } from '@/lib/register/texts'

const COLUMNS: readonly Column<Kostenpost>[] = [
  { key: 'wat', header: 'Waarvoor', rowHeader: true, cell: ({ soort, omschrijving }) => (omschrijving.trim() === '' ? KOSTENSOORT_LABEL[soort] : omschrijving) },
  { key: 'verplicht', header: 'Verplicht', cell: ({ isVerplicht }) => (isVerplicht ? 'Ja' : 'Nee, u kiest zelf') },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedragCent }) => <Bedrag cent={cent(bedragCent)} /> },
]

/** What the price is made of, when the opleider told. */
export function Kosten({ kosten }: Pick<OpleidingInhoud, 'kosten'>) {
  if (kosten.length < 2) return null
  return (
    <section aria-labelledby="kosten" className="stap-stapel">
      <Heading id="kosten">Waar de prijs uit bestaat</Heading>
      <Table caption="Kosten van deze opleiding" captionHidden columns={COLUMNS} rows={kosten} rowKey={({ soort, omschrijving, bedragCent }) => `${soort} ${omschrijving} ${String(bedragCent)}`} />
    </section>
  )
}
