import type { Metadata } from 'next'
import { DuoImportFormulier } from '@/app/(duo)/duo/imports/form'
import { ImportTabel } from '@/components/dossier/import-tabel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Stack } from '@/components/ui/text'
import { IMPORTS_PER_PAGINA, listImports } from '@/lib/aanlevering/views'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { registerLijstSchema } from '@/lib/register/schema'
import { listOpleiders } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Imports' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every register file, of every opleider; and delivering one for an opleider that cannot. */
export default async function DuoImportsPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('register.lezen')
  const { pagina } = registerLijstSchema.parse(await searchParams)
  const [{ rijen, totaal }, opleiders] = await Promise.all([listImports(medewerker, pagina), listOpleiders()])
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/duo', label: 'Register' }]} />
      <PageTitle>Imports</PageTitle>
      {isAllowed(medewerker, 'register.importeren') && <Details line summary="Bestand aanleveren voor een opleider"><DuoImportFormulier opleiders={opleiders} /></Details>}
      <ImportTabel rijen={rijen} basis="/duo/imports" metOpleider leeg={<EmptyState title="Er is nog niets aangeleverd">Het verslag van elk bestand staat straks hier.</EmptyState>} />
      <Pagination page={pagina} pageSize={IMPORTS_PER_PAGINA} total={totaal} href={(page) => `/duo/imports?pagina=${String(page)}`} />
    </Stack>
  )
}
