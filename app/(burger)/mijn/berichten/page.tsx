import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { listBerichten } from '@/lib/beschikking/views'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Berichten' }

const PAGE_SIZE = 25

/** The burger's box: every letter, newest first. */
export default async function Berichten({ searchParams }: { searchParams: Promise<{ pagina?: string }> }) {
  const burger = await requireBurger('brief.lezen')
  const page = Math.max(1, Math.trunc(Number((await searchParams).pagina ?? '1')) || 1)
  const { berichten, totaal } = await listBerichten(burger, { page, size: PAGE_SIZE })
  return (
    <Stack>
      <PageTitle lead="Alle brieven over uw STAP-budget. Het nieuwste bericht staat bovenaan.">Berichten</PageTitle>
      {berichten.length === 0
        ? <EmptyState title="U hebt nog geen berichten">Na uw aanvraag krijgt u hier een bevestiging, en later ons besluit.</EmptyState>
        : (
          <ul className="border-t border-line">
            {berichten.map(({ id, onderwerp, over, op, isGelezen }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-4">
                <span>
                  <Link href={`/mijn/berichten/${id}`} className={isGelezen ? undefined : 'font-bold'}>{onderwerp}</Link>
                  {over !== null && <span className="block text-s text-ink-soft">{over.titel}, {over.kenmerk}</span>}
                </span>
                <span className="flex items-center gap-3">{!isGelezen && <Tag tone="info">Nieuw</Tag>}<span className="text-s">{op}</span></span>
              </li>
            ))}
          </ul>
        )}
      <Pagination page={page} pageSize={PAGE_SIZE} total={totaal} href={(pagina) => `/mijn/berichten?pagina=${String(pagina)}`} label="Pagina’s van uw berichten" />
    </Stack>
  )
}
