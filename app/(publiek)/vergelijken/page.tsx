import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { findVenster, weegStart, type Venster } from '@/app/(publiek)/opleidingen/venster'
import { MaatregelLabel } from '@/components/dossier/maatregel'
import { Bedrag } from '@/components/ui/bedrag'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import { CATEGORIE_LABEL, DAGDEEL_LABEL, duurLabel, NIVEAU_LABEL, STUDIELAST_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'
import { getOpleiding, type OpleidingDetail } from '@/lib/register/views'
import { VERGELIJK_MAX, vergelijkSchema } from '@/lib/voorportaal/schema'
import { taalLabel } from '@/lib/voorportaal/texts'

export const metadata: Metadata = { title: 'Opleidingen vergelijken' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Up to four opleidingen beside each other. The address holds which, so that it can be shared. */
export default async function VergelijkenPage({ searchParams }: Props) {
  const { id: ids } = vergelijkSchema.parse(await searchParams)
  const [venster, ...gevonden] = await Promise.all([findVenster(), ...ids.map((id) => getOpleiding(id))])
  const opleidingen = gevonden.filter((opleiding) => opleiding !== undefined)
  const zonder = (id: string) => `/vergelijken?${new URLSearchParams(opleidingen.filter((opleiding) => opleiding.id !== id).map((opleiding): [string, string] => ['id', opleiding.id])).toString()}`
  return (
    <Stack>
      <PageTitle>Opleidingen vergelijken</PageTitle>
      {opleidingen.length === 0
        ? <EmptyState title="Kies eerst opleidingen" action={<ButtonLink variant="secondary" href="/opleidingen">Zoek opleidingen</ButtonLink>}>Zet in de lijst een vinkje bij 2 tot {VERGELIJK_MAX} opleidingen en kies “Vergelijk”.</EmptyState>
        : (
          <div className="stap-tabel" tabIndex={0} role="region" aria-label="Vergelijking">
            <table className="utrecht-table">
              <caption className="sr-only">Vergelijking van {opleidingen.length} opleidingen</caption>
              <thead className="utrecht-table__header">
                <tr className="utrecht-table__row">
                  <td className="utrecht-table__cell" />
                  {opleidingen.map(({ id, inhoud, opleider, maatregel }) => (
                    <th key={id} scope="col" className="utrecht-table__header-cell min-w-52 align-top whitespace-normal">
                      <Link href={`/opleidingen/${id}`}>{inhoud.titel}</Link>
                      <span className="block font-normal">{opleider.naam}</span>
                      {maatregel !== null && <MaatregelLabel soort={maatregel} />}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="utrecht-table__body">
                {RIJEN.map(({ kop, cel }) => (
                  <tr key={kop} className="utrecht-table__row">
                    <th scope="row" className="utrecht-table__header-cell align-top whitespace-normal">{kop}</th>
                    {opleidingen.map((opleiding) => <td key={opleiding.id} className="utrecht-table__cell align-top whitespace-normal">{cel(opleiding, venster)}</td>)}
                  </tr>
                ))}
                {opleidingen.length > 1 && (
                  <tr className="utrecht-table__row">
                    <th scope="row" className="utrecht-table__header-cell"><span className="sr-only">Weghalen</span></th>
                    {opleidingen.map(({ id, inhoud }) => <td key={id} className="utrecht-table__cell"><Link href={zonder(id)} icon="x">Haal weg<span className="sr-only"> {inhoud.titel}</span></Link></td>)}
                  </tr>
                )}
              </tbody>
            </table>
          </div>
        )}
      {opleidingen.length > 0 && <Paragraph className="text-s">U kunt het adres van deze pagina bewaren of delen. <Link href="/opleidingen">Zoek verder</Link></Paragraph>}
    </Stack>
  )
}

const startsOf = (opleiding: OpleidingDetail, venster: Venster | undefined) => opleiding.activiteiten.filter((activiteit) => venster === undefined || weegStart(activiteit, venster) === 'past')
const eersteOf = (opleiding: OpleidingDetail, venster: Venster | undefined) => startsOf(opleiding, venster)[0] ?? opleiding.activiteiten[0]
const onbekend = 'Vraag het de opleider'

function bedragen(opleiding: OpleidingDetail, venster: Venster | undefined) {
  const eerste = eersteOf(opleiding, venster)
  const prijs = cent(eerste?.prijs ?? opleiding.inhoud.catalogusprijsCent ?? 0)
  return { prijs, ...verdeelKosten(prijs, eerste?.subsidiabel ?? opleiding.inhoud.subsidiabelCent ?? 0, opleiding.maximum) }
}

const RIJEN: readonly { kop: string; cel: (opleiding: OpleidingDetail, venster: Venster | undefined) => ReactNode }[] = [
  { kop: 'U betaalt zelf', cel: (o, v) => <strong><Bedrag cent={cent(bedragen(o, v).eigenCent)} /></strong> },
  { kop: 'Prijs', cel: (o, v) => <Bedrag cent={bedragen(o, v).prijs} /> },
  { kop: 'STAP-budget betaalt', cel: (o, v) => <Bedrag cent={cent(bedragen(o, v).stapCent)} /> },
  { kop: 'Eerste start', cel: (o, v) => { const eerste = eersteOf(o, v); return eerste === undefined ? 'Nog geen nieuwe startdatum' : formatDatum(eerste.startdatum) } },
  { kop: 'Past bij het tijdvak', cel: (o, v) => (v === undefined ? 'Er is nu geen tijdvak' : startsOf(o, v).length === 0 ? 'Nee, geen startdatum past' : `Ja, ${String(startsOf(o, v).length)} ${startsOf(o, v).length === 1 ? 'startdatum' : 'startdata'}`) },
  { kop: 'Waar', cel: ({ activiteiten }) => [...new Set(activiteiten.flatMap(({ plaats }) => (plaats === null ? [] : [plaats])))].slice(0, 5).join(', ') || 'Niet op locatie' },
  { kop: 'Hoe u leert', cel: ({ inhoud }) => (inhoud.opleidingsvorm === null ? onbekend : VORM_LABEL[inhoud.opleidingsvorm]) },
  { kop: 'Wanneer de lessen zijn', cel: ({ inhoud }) => inhoud.dagdelen.map((dagdeel) => DAGDEEL_LABEL[dagdeel]).join(', ') || onbekend },
  { kop: 'Hoelang het duurt', cel: ({ inhoud }) => (inhoud.duurDagen === null ? onbekend : duurLabel(inhoud.duurDagen)) },
  { kop: 'Studielast', cel: ({ inhoud }) => (inhoud.studielast === null ? onbekend : `${inhoud.studielast.toLocaleString('nl-NL')} ${STUDIELAST_LABEL[inhoud.studielastEenheid ?? 'UUR']}`) },
  { kop: 'Niveau', cel: ({ inhoud }) => (inhoud.niveau === null ? onbekend : NIVEAU_LABEL[inhoud.niveau]) },
  { kop: 'Wat u krijgt', cel: ({ inhoud }) => (inhoud.waardedocument === null ? onbekend : WAARDEDOCUMENT_LABEL[inhoud.waardedocument]) },
  { kop: 'Taal', cel: ({ inhoud }) => taalLabel(inhoud.voertaal) },
  { kop: 'Vakgebied', cel: ({ inhoud }) => (inhoud.categorie === null ? onbekend : CATEGORIE_LABEL[inhoud.categorie]) },
  { kop: 'Erkenning', cel: ({ opleider }) => opleider.erkenningen.map(({ soort }) => soort).join(', ') || 'Op dit moment niet erkend' },
]
