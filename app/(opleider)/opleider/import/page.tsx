import type { Metadata } from 'next'
import { ImportFormulier } from '@/app/(opleider)/opleider/import/form'
import { ImportTabel } from '@/components/dossier/import-tabel'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Heading, Stack } from '@/components/ui/text'
import { requireOpleider } from '@/lib/platform/session'
import { registerLijstSchema } from '@/lib/register/schema'
import { LIJST_PAGINA, listImports } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Bestand aanleveren' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Delivering a register file, and what became of the earlier ones. */
export default async function ImportPage({ searchParams }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const { pagina } = registerLijstSchema.parse(await searchParams)
  const { rijen, totaal } = await listImports(opleider, pagina)
  return (
    <Stack>
      <PageTitle lead="Lever uw opleidingen en startdata aan in één EDU-DEX-bestand. Daarna ziet u wat is ingelezen en wat u nog moet verbeteren.">Bestand aanleveren</PageTitle>
      <div className="stap-stapel max-w-tekst">
        <ImportFormulier />
        <Details line summary="Wat moet er in het bestand staan?">
          <ul>
            <li>EDU-DEX Data API 3.1 in JSON: een lijst met opleidingen, een object met de lijst in “programs”, of één opleiding per regel (.jsonl).</li>
            <li>De orgUnitId van uw eigen organisatie bij elke opleiding.</li>
            <li>“rio/stap” in includeInCatalog als burgers de opleiding met STAP-budget kunnen volgen.</li>
            <li>Een opleiding die niet in het bestand staat, blijft staan zoals zij is. Gaat een startdatum niet door, zet dan status op canceled.</li>
          </ul>
        </Details>
      </div>
      <section className="stap-stapel" aria-labelledby="eerder">
        <Heading id="eerder">Eerder aangeleverd</Heading>
        <ImportTabel rijen={rijen} basis="/opleider/import" leeg={<EmptyState title="U hebt nog geen bestand aangeleverd">Het verslag van elk bestand staat straks hier.</EmptyState>} />
        <Pagination page={pagina} pageSize={LIJST_PAGINA} total={totaal} href={(page) => `/opleider/import?pagina=${String(page)}`} />
      </section>
    </Stack>
  )
}
