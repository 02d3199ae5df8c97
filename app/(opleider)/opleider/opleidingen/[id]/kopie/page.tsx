import type { Metadata } from 'next'
import { z } from 'zod'
import { KopieFormulier } from '@/app/(opleider)/opleider/opleidingen/[id]/kopie/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getEigenOpleiding } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Opleiding kopiëren' }

type Props = { params: Promise<{ id: string }> }

/** A new opleiding out of one that is there. */
export default async function KopiePage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const opleiding = id.success ? await getEigenOpleiding(opleider, id.data) : undefined
  if (opleiding === undefined) toonNietGevonden()
  const { titel } = opleiding.inhoud
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }, { href: `/opleider/opleidingen/${opleiding.id}`, label: titel }]} />
      <PageTitle lead="Alles komt mee, behalve de startdata. Pas in de kopie aan wat anders is: een opleiding met dezelfde inhoud mag er maar één keer in staan.">Opleiding kopiëren</PageTitle>
      <KopieFormulier opleidingId={opleiding.id} titel={titel} />
    </Stack>
  )
}
