import { weegStart, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { Bedrag } from '@/components/ui/bedrag'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph } from '@/components/ui/text'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import { VORM_LABEL } from '@/lib/register/texts'
import type { Activiteit } from '@/lib/register/views'

/** The start dates that are to come, with whether they fit the tijdvak of now. */
export function Startdata({ activiteiten, maximum, venster }: { activiteiten: readonly Activiteit[]; maximum: Cent; venster: Venster | undefined }) {
  const columns: readonly Column<Activiteit>[] = [
    { key: 'start', header: 'Start', rowHeader: true, cell: (activiteit) => <>{formatDatum(activiteit.startdatum)}{venster !== undefined && <span className="mt-1 block"><Oordeel activiteit={activiteit} venster={venster} /></span>}</> },
    { key: 'einde', header: 'Tot en met', cell: ({ einddatum }) => formatDatum(einddatum) },
    { key: 'plaats', header: 'Plaats', cell: ({ plaats, vorm }) => plaats ?? VORM_LABEL[vorm] },
    { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ prijs }) => <Bedrag cent={prijs} /> },
    { key: 'eigen', header: 'U betaalt zelf', numeric: true, cell: ({ prijs, subsidiabel }) => <Bedrag cent={cent(verdeelKosten(prijs, subsidiabel, maximum).eigenCent)} /> },
  ]
  return (
    <section aria-labelledby="startdata" className="stap-stapel">
      <Heading id="startdata">Startdata</Heading>
      {venster !== undefined && <Paragraph>Vraagt u aan in het {venster.naam}, dan kan de opleiding beginnen {formatPeriode(venster.vroegsteStart, venster.laatsteStart)}.</Paragraph>}
      <Table caption="Startdata van deze opleiding" captionHidden columns={columns} rows={activiteiten} rowKey={({ id }) => id} empty={<Paragraph>Er zijn nog geen nieuwe startdata. Vraag de opleider wanneer de opleiding weer begint.</Paragraph>} />
    </section>
  )
}

function Oordeel({ activiteit, venster }: { activiteit: Activiteit; venster: Venster }) {
  switch (weegStart(activiteit, venster)) {
    case 'past': return <StatusBadge tone="goed">Past bij dit tijdvak</StatusBadge>
    case 'dicht': return <StatusBadge tone="neutraal">Aanmelden kan niet meer</StatusBadge>
    case 'geen-budget': return <StatusBadge tone="neutraal">Geen STAP-budget</StatusBadge>
    case 'te-vroeg': return <StatusBadge tone="neutraal">Begint te vroeg</StatusBadge>
    case 'later': return <StatusBadge tone="neutraal">Kan in een later tijdvak</StatusBadge>
  }
}
