import type { Metadata } from 'next'
import { z } from 'zod'
import { VraagForm } from '@/app/(burger)/opleidingen/[id]/aanmeldbewijs/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getVraagkeuzes } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijs vragen' }

/** From the page of an opleiding: ask the opleider for an aanmeldbewijs. */
export default async function VraagPage({ params }: { params: Promise<{ id: string }> }) {
  await requireBurger('aanvraag.voorbereiden')
  const { id } = await params
  const gevonden = z.guid().safeParse(id).success ? await getVraagkeuzes(id) : undefined
  if (gevonden === undefined) return toonNietGevonden()
  const { titel, opleider, keuzes } = gevonden
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleidingen', label: 'Opleidingen' }, { href: `/opleidingen/${id}`, label: titel }]} />
      <PageTitle kicker={titel} lead={`U vraagt ${opleider} om een STAP-aanmeldbewijs. Dat hebt u nodig om STAP-budget aan te vragen.`}>Aanmeldbewijs vragen</PageTitle>
      {keuzes.length === 0
        ? <EmptyState title="Er is nu geen startdatum die past" action={<Link href={`/opleidingen/${id}`}>Terug naar de opleiding</Link>}>Een opleiding kan pas vier weken na uw aanvraag beginnen. Vraag de opleider naar een latere startdatum.</EmptyState>
        : (
          <>
            <VraagForm opleider={opleider} keuzes={keuzes.map((keuze) => ({ value: keuze.id, label: formatDatum(keuze.startdatum), description: keuze.plaats ?? 'Online' }))} />
            <Paragraph>U schrijft zich hiermee nog niet in. De opleider kan u vragen om u eerst aan te melden. Het antwoord staat straks in Mijn STAP.</Paragraph>
          </>
        )}
    </Stack>
  )
}
