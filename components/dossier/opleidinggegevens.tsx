import { Bedrag } from '@/components/ui/bedrag'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import type { Momentopname } from '@/lib/aanvraag/model'

/** What a burger asks for: the opleiding as it was seen when the aanvraag was prepared, and who pays what. */
export function Opleidinggegevens({ momentopname, bedragCent }: { momentopname: Momentopname; bedragCent: Cent }) {
  const { persoon, opleiding, opleider, scholing } = momentopname
  const eigenCent = cent(scholing.kostenCent - bedragCent)
  return (
    <SummaryList
      rows={[
        { key: 'naam', term: 'Uw naam', value: persoon.naam },
        { key: 'geboortedatum', term: 'Uw geboortedatum', value: formatDatum(persoon.geboortedatum) },
        { key: 'opleiding', term: 'Opleiding', value: opleiding.titel },
        { key: 'opleider', term: 'Opleider', value: `${opleider.naam}, ${opleider.plaats}` },
        { key: 'waar', term: 'Waar', value: scholing.plaats ?? 'Online' },
        { key: 'wanneer', term: 'Wanneer', value: formatPeriode(scholing.startdatum, scholing.einddatum) },
        { key: 'kosten', term: 'Kosten van de opleiding', value: <Bedrag cent={scholing.kostenCent} /> },
        { key: 'bedrag', term: 'STAP-budget dat u aanvraagt', value: <Bedrag cent={bedragCent} /> },
        ...(eigenCent > 0 ? [{ key: 'eigen', term: 'Dit betaalt u zelf, of iemand anders', value: <Bedrag cent={eigenCent} /> }] : []),
      ]}
    />
  )
}
