import type { Metadata } from 'next'
import { z } from 'zod'
import { VraagForm } from '@/app/(burger)/opleidingen/[id]/aanmeldbewijs/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getRegeling } from '@/lib/regeling/views'
import { calculateStartvenster, judgeStart } from '@/lib/tijdvak/rules/startvenster'
import { getActueelTijdvak } from '@/lib/tijdvak/views'
import { getVraagkeuzes } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijs vragen' }

/** From the page of an opleiding: ask the opleider for an aanmeldbewijs. */
export default async function VraagPage({ params }: { params: Promise<{ id: string }> }) {
  await requireBurger('aanvraag.voorbereiden')
  const { id } = await params
  const gevonden = z.guid().safeParse(id).success ? await getVraagkeuzes(id) : undefined
  if (gevonden === undefined) return toonNietGevonden()
  const { titel, opleider, keuzes } = gevonden
  const zegStart = await sayStart()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleidingen', label: 'Opleidingen' }, { href: `/opleidingen/${id}`, label: titel }]} />
      <PageTitle kicker={titel} lead={`U vraagt ${opleider} om een STAP-aanmeldbewijs. Dat hebt u nodig om STAP-budget aan te vragen.`}>Aanmeldbewijs vragen</PageTitle>
      {keuzes.length === 0
        ? <EmptyState title="Er is nu geen startdatum die past" action={<Link href={`/opleidingen/${id}`}>Terug naar de opleiding</Link>}>Een opleiding kan pas vier weken na uw aanvraag beginnen. Vraag de opleider naar een latere startdatum.</EmptyState>
        : (
          <>
            <VraagForm opleider={opleider} keuzes={keuzes.map((keuze) => ({ value: keuze.id, label: formatDatum(keuze.startdatum), description: [keuze.plaats ?? 'Online', zegStart(keuze.startdatum)].filter(Boolean).join('. ') }))} />
            <Paragraph>U schrijft zich hiermee nog niet in. De opleider kan u vragen om u eerst aan te melden. Het antwoord staat straks in Mijn STAP.</Paragraph>
          </>
        )}
    </Stack>
  )
}

/** Says of a start date that it does not fit an aanvraag in the tijdvak of now (art. 5 lid 3); nothing when it does, or when there is no tijdvak. */
async function sayStart(): Promise<(startdatum: PlainDate) => string> {
  const [tijdvak, vandaag] = await Promise.all([getActueelTijdvak(), today()])
  if (tijdvak === undefined) return () => ''
  const opening = amsterdamDate(tijdvak.opentOp)
  const aanvraagdag = opening > vandaag ? opening : vandaag
  const venster = calculateStartvenster(aanvraagdag, tijdvak, (await getRegeling(aanvraagdag)).get('startvenster'))
  return (startdatum) => ({ 'te-vroeg': `Begint te vroeg voor het ${tijdvak.naam}`, later: `Begint te laat voor het ${tijdvak.naam}: hiermee kunt u pas later aanvragen`, 'in-venster': '' })[judgeStart(startdatum, venster)]
}
