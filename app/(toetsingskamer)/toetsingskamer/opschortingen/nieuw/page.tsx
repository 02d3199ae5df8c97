import type { Metadata } from 'next'
import { OpschortFormulier } from './form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { OPSCHORTING_GRONDEN } from '@/lib/opschorting/model'
import { GROND_LABEL } from '@/lib/opschorting/texts'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { getDoel, zoekDoelen, type Doel } from '@/lib/toezicht/views'

export const metadata: Metadata = { title: 'Betaling opschorten' }

type Query = { q?: string; opleider?: string; opleiding?: string }

/** Suspending payment: search whom it is about, write the suspicion out, and see the letter before it goes. */
export default async function NieuweOpschorting({ searchParams }: { searchParams: Promise<Query> }) {
  const medewerker = await requireMedewerker('opschorting.opleggen')
  const { q, opleider, opleiding } = await searchParams
  if (opleider === undefined) return <Zoek q={q ?? ''} doelen={await zoekDoelen(medewerker, q ?? '')} />
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

function Zoek({ q, doelen }: { q: string; doelen: readonly Doel[] }) {
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer/opschortingen', label: 'Opschortingen' }]} />
      <PageTitle lead="Zoek de opleider of de opleiding waar het om gaat.">Betaling opschorten</PageTitle>
      <form method="get" role="search" className="stap-stapel">
        <Field name="q" label="Naam, KvK-nummer of code" defaultValue={q} width="smal" />
        <div><Button icon="search">Zoeken</Button></div>
      </form>
      {q !== '' && doelen.length === 0 && <EmptyState title="Niets gevonden">Gebruik minstens twee letters, of zoek op het KvK-nummer van de opleider.</EmptyState>}
      {doelen.length > 0 && (
        <ul className="border-t border-line">
          {doelen.map((doel) => (
            <li key={doel.opleidingId ?? doel.opleiderId} className="border-b border-line py-2">
              <Link href={`/toetsingskamer/opschortingen/nieuw?opleider=${doel.opleiderId}${doel.opleidingId === null ? '' : `&opleiding=${doel.opleidingId}`}`}>{doel.opleiding ?? doel.opleider}</Link>
              <span className="block text-s text-ink-soft">{doel.opleiding === null ? `Hele opleider, ${doel.plaats}` : `Opleiding van ${doel.opleider}, ${doel.plaats}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
