import { Bedrag } from '@/components/ui/bedrag'
import { Details } from '@/components/ui/details'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph } from '@/components/ui/text'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { RenteStatus } from '@/lib/betaling/model'
import { RENTE_LABEL, RENTE_TOON } from '@/lib/betaling/texts'

type Rij = { id: string; bedrag: Cent; van: PlainDate; totEnMet: PlainDate; status: RenteStatus; delen: readonly string[] }

/** The statutory interest on an invoice that we paid late, with how it was counted. Nothing when we were in time. */
export function Rente({ rijen }: { rijen: readonly Rij[] }) {
  if (rijen.length === 0) return null
  return (
    <>
      <Heading level={2}>Wettelijke rente</Heading>
      {rijen.map(({ id, bedrag, van, totEnMet, status, delen }) => (
        <div key={id}>
          <Paragraph>
            Deze factuur is te laat betaald: van {formatDatum(van)} tot en met {formatDatum(totEnMet)}. De rente is <Bedrag cent={bedrag} />. <StatusBadge tone={RENTE_TOON[status]}>{RENTE_LABEL[status]}</StatusBadge>
          </Paragraph>
          <Details summary="Zo is de rente berekend"><ul>{delen.map((deel) => <li key={deel}>{deel}</li>)}</ul></Details>
        </div>
      ))}
    </>
  )
}
