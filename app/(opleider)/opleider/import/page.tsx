import type { Metadata } from 'next'
import { ImportFormulier } from '@/app/(opleider)/opleider/import/form'
import { ImportTabel } from '@/components/dossier/import-tabel'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Heading, Stack } from '@/components/ui/text'
import { IMPORTS_PER_PAGINA, listImports } from '@/lib/aanlevering/views'
import { requireOpleider } from '@/lib/platform/session'
import { registerLijstSchema } from '@/lib/register/schema'

export const metadata: Metadata = { title: 'Bestand aanleveren' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Delivering a register file, and what became of the earlier ones. */
export default async function ImportPage({ searchParams }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const { pagina } = registerLijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listImports(opleider, pagina)
  return (
    <Stack>
      <PageTitle lead="Lever uw opleidingen en startdata aan in één bestand. U ziet eerst wat er verandert. Pas na uw akkoord staat het in het register.">Bestand aanleveren</PageTitle>
      <div className="stap-stapel max-w-tekst">
        <ImportFormulier />
        <Details line summary="Wat moet er in het bestand staan?">
          <ul>
            <li>Een tabel (CSV of Excel): één rij per startdatum of per opleiding, met boven de kolommen hun naam. U vertelt één keer wat elke kolom betekent. Dat onthouden wij.</li>
            <li>EDU-DEX Data API 3.1 in JSON: een lijst met opleidingen, een object met de lijst in “programs”, of één opleiding per regel (.jsonl). Met de orgUnitId van uw eigen organisatie, en “rio/stap” in includeInCatalog als burgers de opleiding met STAP-budget kunnen volgen.</li>
            <li>OOAPI 5 met het onderdeel voor RIO: programmes, courses en offerings in JSON, of als zip met een bestand per pagina.</li>
            <li>Gaat een startdatum niet door? Laat haar in het bestand staan met de status “geannuleerd” (in EDU-DEX: canceled).</li>
          </ul>
        </Details>
      </div>
      <section className="stap-stapel" aria-labelledby="eerder">
        <Heading id="eerder">Eerder aangeleverd</Heading>
        <ImportTabel rijen={rijen} basis="/opleider/import" leeg={<EmptyState title="U hebt nog geen bestand aangeleverd">Het verslag van elk bestand staat straks hier.</EmptyState>} />
        <Pagination page={pagina} pageSize={IMPORTS_PER_PAGINA} total={totaal} href={(page) => `/opleider/import?pagina=${String(page)}`} />
      </section>
    </Stack>
  )
}
