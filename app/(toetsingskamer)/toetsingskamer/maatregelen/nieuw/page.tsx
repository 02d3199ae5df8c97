import type { Metadata } from 'next'
import { MaatregelFormulier } from './form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { MAATREGEL_SOORTEN } from '@/lib/register/model'
import { maatregelTekst } from '@/lib/register/texts'
import { MAATREGEL_GEVOLG } from '@/lib/toezicht/texts'
import { getDoel, zoekDoelen, type Doel } from '@/lib/toezicht/views'

export const metadata: Metadata = { title: 'Maatregel opleggen' }

type Query = { q?: string; opleider?: string; opleiding?: string }

/** Taking a maatregel: search whom it is about, then say what, why and from when. The consequences are shown before it can be confirmed. */
export default async function NieuweMaatregel({ searchParams }: { searchParams: Promise<Query> }) {
  const medewerker = await requireMedewerker('toezicht.maatregel')
  const { q, opleider, opleiding } = await searchParams
  if (opleider === undefined) return <Zoek q={q ?? ''} doelen={await zoekDoelen(medewerker, q ?? '')} />
  const doel = await getDoel(medewerker, { opleiderId: opleider, opleidingId: opleiding })
  if (doel === undefined) toonNietGevonden()
  const soorten = MAATREGEL_SOORTEN.map((soort) => ({ value: soort, label: maatregelTekst(soort).label, description: MAATREGEL_GEVOLG[soort] }))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer', label: 'Toezicht' }, { href: '/toetsingskamer/maatregelen/nieuw', label: 'Opleider of opleiding zoeken' }]} />
      <PageTitle kicker={doel.opleiding === null ? 'Hele opleider' : `Opleiding van ${doel.opleider}`} lead="U ziet eerst wie de maatregel raakt. Pas daarna bevestigt u.">{`Maatregel: ${doel.opleiding ?? doel.opleider}`}</PageTitle>
      <MaatregelFormulier doel={{ opleiderId: doel.opleiderId, opleidingId: doel.opleidingId }} soorten={soorten} vandaag={formatDatumKort(await today())} />
    </Stack>
  )
}

function Zoek({ q, doelen }: { q: string; doelen: readonly Doel[] }) {
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer', label: 'Toezicht' }]} />
      <PageTitle lead="Zoek de opleider of de opleiding waar het om gaat.">Maatregel opleggen</PageTitle>
      <form method="get" role="search" className="stap-stapel">
        <Field name="q" label="Naam, KvK-nummer of code" defaultValue={q} width="smal" />
        <div><Button icon="search">Zoeken</Button></div>
      </form>
      {q !== '' && doelen.length === 0 && <EmptyState title="Niets gevonden">Gebruik minstens twee letters, of zoek op het KvK-nummer van de opleider.</EmptyState>}
      {doelen.length > 0 && (
        <ul className="border-t border-line">
          {doelen.map((doel) => (
            <li key={doel.opleidingId ?? doel.opleiderId} className="border-b border-line py-2">
              <Link href={`/toetsingskamer/maatregelen/nieuw?opleider=${doel.opleiderId}${doel.opleidingId === null ? '' : `&opleiding=${doel.opleidingId}`}`}>{doel.opleiding ?? doel.opleider}</Link>
              <span className="block text-s text-ink-soft">{doel.opleiding === null ? `Hele opleider, ${doel.plaats}` : `Opleiding van ${doel.opleider}, ${doel.plaats}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
