import type { Metadata } from 'next'
import { z } from 'zod'
import { ArbeidsmarktFormulier } from '@/app/(opleider)/opleider/opleidingen/[id]/arbeidsmarkt/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { ARBEIDSMARKT_LAGEN, ARBEIDSMARKT_UITSLUITINGEN } from '@/lib/register/model'
import { ARBEIDSMARKT_LAAG_TEKST, ARBEIDSMARKT_UITSLUITING_LABEL } from '@/lib/register/texts'
import { getEigenOpleiding } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Gericht op werk' }

type Props = { params: Promise<{ id: string }> }

/** The ROA instrument: four layers, what it is for, and what could exclude it. */
export default async function ArbeidsmarktPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const opleiding = id.success ? await getEigenOpleiding(opleider, id.data) : undefined
  if (opleiding === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }, { href: `/opleider/opleidingen/${opleiding.id}`, label: opleiding.inhoud.titel }]} />
      <PageTitle lead="Het STAP-budget is voor opleidingen die helpen bij werk. Uw antwoorden horen bij deze versie van de opleiding; de Toetsingskamer kan ze lezen.">Gericht op werk</PageTitle>
      <ArbeidsmarktFormulier opleidingId={opleiding.id} antwoorden={opleiding.inhoud.arbeidsmarkt}
        lagen={ARBEIDSMARKT_LAGEN.map((value) => ({ value, label: ARBEIDSMARKT_LAAG_TEKST[value].label, description: ARBEIDSMARKT_LAAG_TEKST[value].uitleg }))}
        uitsluitingen={ARBEIDSMARKT_UITSLUITINGEN.map((value) => ({ value, label: ARBEIDSMARKT_UITSLUITING_LABEL[value] }))} />
    </Stack>
  )
}
