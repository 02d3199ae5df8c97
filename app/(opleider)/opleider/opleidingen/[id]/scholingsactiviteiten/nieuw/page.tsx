import type { Metadata } from 'next'
import { z } from 'zod'
import { keuzesOp } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { NieuweActiviteitFormulier } from '@/app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getEigenOpleiding } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Startdatum toevoegen' }

type Props = { params: Promise<{ id: string }> }

/** A new start date, with the price and form of the opleiding filled in. */
export default async function NieuweActiviteitPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const opleiding = id.success ? await getEigenOpleiding(opleider, id.data) : undefined
  if (opleiding === undefined) toonNietGevonden()
  const { inhoud } = opleiding
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }, { href: `/opleider/opleidingen/${opleiding.id}`, label: inhoud.titel }]} />
      <PageTitle lead="Een startdatum telt mee voor een tijdvak als u haar voor de registratiestop van dat tijdvak toevoegt.">Startdatum toevoegen</PageTitle>
      <NieuweActiviteitFormulier keuzes={keuzesOp(await today())} opleidingId={opleiding.id} waarden={{ vorm: inhoud.opleidingsvorm, prijsOpleiding: inhoud.catalogusprijsCent, kosten: [], dagdelen: inhoud.dagdelen, ...(inhoud.soort === 'meerjarig' && { scholingsjaar: null }) }} />
    </Stack>
  )
}
