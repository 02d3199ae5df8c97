import type { Metadata } from 'next'
import { z } from 'zod'
import { ImportVerslag } from '@/components/dossier/import-verslag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { getImport } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Verslag van de import' }

type Props = { params: Promise<{ id: string }> }

/** The report of one file, of any opleider. */
export default async function DuoImportPage({ params }: Props) {
  const medewerker = await requireMedewerker('register.lezen')
  const id = z.guid().safeParse((await params).id)
  const verslag = id.success ? await getImport(medewerker, id.data) : undefined
  if (verslag === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/duo', label: 'Register' }, { href: '/duo/imports', label: 'Imports' }]} />
      <PageTitle>{verslag.bestandsnaam}</PageTitle>
      <ImportVerslag verslag={verslag} />
    </Stack>
  )
}
