import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { deelKolommenInAction } from '@/app/(duo)/duo/imports/[id]/kolommen/action'
import { KolomindelingFormulier } from '@/components/dossier/import-kolomindeling.client'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { getImport } from '@/lib/aanlevering/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Kolommen indelen' }

type Props = { params: Promise<{ id: string }> }

/** What the columns of a delivered table mean: proposed, with values beside it, to be corrected once. */
export default async function KolommenPage({ params }: Props) {
  const medewerker = await requireMedewerker('register.importeren')
  const id = z.guid().safeParse((await params).id)
  const verslag = id.success ? await getImport(medewerker, id.data) : undefined
  if (verslag?.tabel == null) toonNietGevonden()
  if (verslag.toestand !== 'wacht-op-kolomindeling' && verslag.toestand !== 'wacht-op-akkoord') redirect(`/duo/imports/${verslag.id}`)
  return (
    <Stack className="max-w-tekst">
      <Breadcrumb items={[{ href: '/duo', label: 'Register' }, { href: '/duo/imports', label: 'Imports' }, { href: `/duo/imports/${verslag.id}`, label: verslag.bestandsnaam }]} />
      <PageTitle lead="Wij hebben een voorstel gemaakt. Kijk bij elke kolom of het klopt. Wij onthouden uw kolomindeling voor het volgende bestand met dezelfde kolommen.">Wat betekenen de kolommen?</PageTitle>
      <KolomindelingFormulier deelIn={deelKolommenInAction} importId={verslag.id} tabel={verslag.tabel} />
    </Stack>
  )
}
