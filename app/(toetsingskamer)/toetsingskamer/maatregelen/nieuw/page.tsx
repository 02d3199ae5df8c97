import type { Metadata } from 'next'
import { MaatregelFormulier } from './form'
import { ZoekDoel } from '@/app/(toetsingskamer)/toetsingskamer/zoek-doel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { MAATREGEL_SOORTEN } from '@/lib/register/model'
import { maatregelTekst } from '@/lib/register/texts'
import { MAATREGEL_GEVOLG } from '@/lib/toezicht/texts'
import { getDoel, zoekDoelen } from '@/lib/toezicht/views'

export const metadata: Metadata = { title: 'Maatregel opleggen' }

type Query = { q?: string; opleider?: string; opleiding?: string }

/** Taking a maatregel: search whom it is about, then say what, why and from when. The consequences are shown before it can be confirmed. */
export default async function NieuweMaatregel({ searchParams }: { searchParams: Promise<Query> }) {
  const medewerker = await requireMedewerker('toezicht.maatregel')
  const { q, opleider, opleiding } = await searchParams
  if (opleider === undefined) return <ZoekDoel titel="Maatregel opleggen" pad="/toetsingskamer/maatregelen/nieuw" terug={{ href: '/toetsingskamer', label: 'Toezicht' }} q={q ?? ''} doelen={await zoekDoelen(medewerker, q ?? '')} />
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
