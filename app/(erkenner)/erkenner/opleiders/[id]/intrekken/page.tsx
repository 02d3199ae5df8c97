import type { Metadata } from 'next'
import { z } from 'zod'
import { IntrekForm } from '@/app/(erkenner)/erkenner/opleiders/[id]/intrekken/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { getErkenner, getToegelaten } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Toelating intrekken' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ opleiding?: string | string[] }> }

export default async function IntrekkenPage({ params, searchParams }: Props) {
  const erkenner = await getErkenner(await requireMedewerker('toelating.beheren'))
  const { id } = await params
  const { opleiding } = await searchParams
  const opleidingId = z.guid().safeParse(opleiding).data
  const gevonden = erkenner !== undefined && z.guid().safeParse(id).success ? await getToegelaten(erkenner.id, id, 1) : undefined
  if (gevonden === undefined) return toonNietGevonden()
  const titel = gevonden.opleidingen.find((rij) => rij.id === opleidingId)?.titel
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/erkenner/opleiders', label: 'Opleiders' }, { href: `/erkenner/opleiders/${id}`, label: gevonden.opleider.naam }]} />
      <PageTitle kicker={gevonden.opleider.naam} {...(titel !== undefined && { lead: titel })}>{opleidingId === undefined ? 'Toelating van de hele opleider intrekken' : 'Toelating van één opleiding intrekken'}</PageTitle>
      <Paragraph>{opleidingId === undefined
        ? 'Vanaf vandaag kan niemand meer STAP-budget aanvragen bij deze opleider, behalve als een andere erkenner hem ook heeft toegelaten. Wat al is toegekend, blijft.'
        : 'Vanaf vandaag kan niemand meer STAP-budget aanvragen voor deze opleiding, behalve als een andere erkenner haar ook heeft toegelaten. De andere opleidingen blijven toegelaten.'}</Paragraph>
      <IntrekForm opleiderId={id} opleidingId={opleidingId} />
    </Stack>
  )
}
