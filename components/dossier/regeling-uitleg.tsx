import { Prose } from '@/components/ui/text'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag, type Cent } from '@/lib/base/money'

/** Within which bounds somebody may propose to pay a claim in instalments or later, and what follows. */
export function RegelingUitleg({ grenzen }: { grenzen: { readonly laagsteTermijn: Cent; readonly hoogsteAantal: number; readonly uiterlijkOp: PlainDate } }) {
  return (
    <Prose>
      <h2>Wat kan</h2>
      <ul>
        <li>U betaalt ten minste {formatBedrag(grenzen.laagsteTermijn)} per maand, in hoogstens {grenzen.hoogsteAantal} termijnen.</li>
        <li>De eerste betaling is uiterlijk op {formatDatum(grenzen.uiterlijkOp)}.</li>
        <li>Past uw voorstel bij onze regels? Dan krijgt u meteen een brief met de afspraak. Anders beslist een medewerker.</li>
        <li>Zolang u zich aan de afspraak houdt, komt er geen aanmaning en geen rente bij.</li>
      </ul>
      <p>Lukt dit bedrag niet? Bel ons op 088 000 00 00. Dan zoeken wij samen een oplossing.</p>
    </Prose>
  )
}
