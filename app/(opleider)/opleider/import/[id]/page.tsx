import type { Metadata } from 'next'
import { z } from 'zod'
import { ImportVerslag } from '@/components/dossier/import-verslag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getImport } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Verslag van de import' }

type Props = { params: Promise<{ id: string }> }

/** The report of one file. */
export default async function ImportVerslagPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const verslag = id.success ? await getImport(opleider, id.data) : undefined
  if (!id.success || verslag === undefined) toonNietGevonden()
  const isKlaar = verslag.toestand === 'klaar' || verslag.toestand === 'mislukt'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/import', label: 'Bestand aanleveren' }]} />
      <PageTitle actions={isKlaar ? <ButtonLink href="/opleider/opleidingen" variant="secondary">Naar uw opleidingen</ButtonLink> : <ButtonLink href={`/opleider/import/${id.data}`} icon="refresh">Kijk opnieuw</ButtonLink>}>{verslag.bestandsnaam}</PageTitle>
      <ImportVerslag verslag={verslag} />
    </Stack>
  )
}
