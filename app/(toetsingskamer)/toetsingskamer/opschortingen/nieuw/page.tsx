import type { Metadata } from 'next'
import { OpschortFormulier } from './form'
import { ZoekDoel } from '@/app/(toetsingskamer)/toetsingskamer/zoek-doel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { OPSCHORTING_GRONDEN } from '@/lib/opschorting/model'
import { GROND_LABEL } from '@/lib/opschorting/texts'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { getDoel, zoekDoelen } from '@/lib/toezicht/views'

export const metadata: Metadata = { title: 'Betaling opschorten' }

type Query = { q?: string; opleider?: string; opleiding?: string }

/** Suspending payment: search whom it is about, write the suspicion out, and see the letter before it goes. */
export default async function NieuweOpschorting({ searchParams }: { searchParams: Promise<Query> }) {
  const medewerker = await requireMedewerker('opschorting.opleggen')
  const { q, opleider, opleiding } = await searchParams
  if (opleider === undefined) return <ZoekDoel titel="Betaling opschorten" pad="/toetsingskamer/opschortingen/nieuw" terug={{ href: '/toetsingskamer/opschortingen', label: 'Opschortingen' }} q={q ?? ''} doelen={await zoekDoelen(medewerker, q ?? '')} />
  const doel = await getDoel(medewerker, { opleiderId: opleider, opleidingId: opleiding })
  if (doel === undefined) toonNietGevonden()
  const gronden = OPSCHORTING_GRONDEN.map((grond) => ({ value: grond, label: GROND_LABEL[grond].label, description: GROND_LABEL[grond].uitleg }))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer/opschortingen', label: 'Opschortingen' }, { href: '/toetsingskamer/opschortingen/nieuw', label: 'Opleider of opleiding zoeken' }]} />
      <PageTitle kicker={doel.opleiding === null ? 'Hele opleider' : `Opleiding van ${doel.opleider}`} lead="U ziet eerst de brief. Pas daarna bevestigt u.">{`Betaling opschorten: ${doel.opleiding ?? doel.opleider}`}</PageTitle>
      <OpschortFormulier doel={{ opleiderId: doel.opleiderId, opleidingId: doel.opleidingId }} gronden={gronden} />
    </Stack>
  )
}
