import type { Venster } from '@/app/(publiek)/opleidingen/venster'
import { Bedrag } from '@/components/ui/bedrag'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import { VORM_LABEL } from '@/lib/register/texts'
import type { Activiteit } from '@/lib/register/views'

/** The start dates that are to come, with whether they fit the tijdvak of now. */
export function Startdata({ activiteiten, maximum, venster }: { activiteiten: readonly Activiteit[]; maximum: Cent; venster: Venster | undefined }) {
  const columns: readonly Column<Activiteit>[] = [
    { key: 'start', header: 'Start', rowHeader: true, cell: ({ startdatum }) => formatDatum(startdatum) },
    { key: 'einde', header: 'Tot en met', cell: ({ einddatum }) => formatDatum(einddatum) },
    { key: 'plaats', header: 'Plaats', cell: ({ plaats, vorm }) => plaats ?? VORM_LABEL[vorm] },
    { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ prijs }) => <Bedrag cent={prijs} /> },
    { key: 'eigen', header: 'U betaalt zelf', numeric: true, cell: ({ prijs, subsidiabel }) => <Bedrag cent={cent(verdeelKosten(prijs, subsidiabel, maximum).eigenCent)} /> },
    ...(venster === undefined ? [] : [{ key: 'past', header: 'STAP-budget', cell: (activiteit: Activiteit) => <Oordeel activiteit={activiteit} venster={venster} /> }]),
  ]
  return (
    <section aria-labelledby="startdata" className="stap-stapel">
      <Heading id="startdata">Startdata</Heading>
      {venster !== undefined && <Paragraph>Vraagt u aan in het {venster.naam}, dan kan de opleiding beginnen van {formatDatum(venster.vroegsteStart)} tot en met {formatDatum(venster.laatsteStart)}.</Paragraph>}
      <Table caption="Startdata van deze opleiding" captionHidden columns={columns} rows={activiteiten} rowKey={({ id }) => id} empty={<Paragraph>Er zijn nog geen nieuwe startdata. Vraag de opleider wanneer de opleiding weer begint.</Paragraph>} />
    </section>
  )
}

function Oordeel({ activiteit: { startdatum, status, geregistreerdOp, subsidiabel }, venster }: { activiteit: Activiteit; venster: Venster }) {
  if (status !== 'open') return <StatusBadge tone="neutraal">Aanmelden kan niet meer</StatusBadge>
  if (subsidiabel <= 0) return <StatusBadge tone="neutraal">Geen STAP-budget</StatusBadge>
  if (startdatum < venster.vroegsteStart) return <StatusBadge tone="neutraal">Begint te vroeg</StatusBadge>
  if (startdatum > venster.laatsteStart || geregistreerdOp > venster.registratiestopOp) return <StatusBadge tone="neutraal">Kan in een later tijdvak</StatusBadge>
  return <StatusBadge tone="goed">Past bij dit tijdvak</StatusBadge>
}
