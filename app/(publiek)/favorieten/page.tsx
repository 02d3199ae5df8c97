import type { Metadata } from 'next'
import { readFavorieten } from '@/app/(publiek)/favorieten/bewaard'
import { Bewaar } from '@/app/(publiek)/opleidingen/bewaar'
import { Resultaat } from '@/app/(publiek)/opleidingen/resultaat'
import { findVenster } from '@/app/(publiek)/opleidingen/venster'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Stack } from '@/components/ui/text'
import { VERGELIJK_MAX } from '@/lib/voorportaal/schema'
import { listBewaard, type BewaardeOpleiding } from '@/lib/voorportaal/views'

export const metadata: Metadata = { title: 'Bewaarde opleidingen' }

/** What this browser keeps, without anybody logging in. */
export default async function FavorietenPage() {
  const [ids, venster] = await Promise.all([readFavorieten(), findVenster()])
  const bewaard = await listBewaard(ids, venster)
  return (
    <Stack>
      <PageTitle lead="Deze lijst staat alleen in deze browser. U hoeft er niet voor in te loggen, en wij weten niet van wie hij is.">Bewaarde opleidingen</PageTitle>
      {bewaard.length === 0
        ? <EmptyState title="U hebt nog niets bewaard" action={<ButtonLink variant="secondary" href="/opleidingen">Zoek een opleiding</ButtonLink>}>Kies bij een opleiding voor “Bewaar”. Dan vindt u haar hier terug.</EmptyState>
        : (
          <form action="/vergelijken">
            <ul className="border-t border-line">{bewaard.map((opleiding) => <Bewaarde key={opleiding.id} opleiding={opleiding} />)}</ul>
            <div className="mt-4 flex flex-wrap items-center gap-3"><Button variant="secondary" icon="table">Vergelijk</Button><span className="text-s">Kies hierboven 2 tot {VERGELIJK_MAX} opleidingen.</span></div>
          </form>
        )}
    </Stack>
  )
}

function Bewaarde({ opleiding: { id, titel, opleider, resultaat } }: { opleiding: BewaardeOpleiding }) {
  if (resultaat !== null) return <Resultaat resultaat={resultaat} isBewaard terug="/favorieten" />
  return (
    <li className="flex list-none flex-col gap-2 border-b border-line py-6">
      <div><Heading level={2} className="text-l"><Link href={`/opleidingen/${id}`}>{titel}</Link></Heading><p className="text-ink-soft">{opleider}</p></div>
      <p>Voor deze opleiding past nu geen startdatum bij het tijdvak, of u kunt er nu geen STAP-budget voor aanvragen.</p>
      <div className="text-s"><Bewaar id={id} titel={titel} isBewaard terug="/favorieten" /></div>
    </li>
  )
}
