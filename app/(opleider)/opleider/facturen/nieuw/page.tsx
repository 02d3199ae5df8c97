import type { Metadata } from 'next'
import { StuurFactuurFormulier } from '@/app/(opleider)/opleider/facturen/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Factuur sturen' }

/** Sending an e-invoice from one's own bookkeeping. */
export default async function NieuweFactuurPage() {
  await requireOpleider('factuur.indienen')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/facturen', label: 'Facturen' }]} />
      <PageTitle lead="U ziet meteen of de factuur goed is. Is er iets mis, dan leest u wat u moet veranderen.">Factuur sturen</PageTitle>
      <StuurFactuurFormulier />
      <Paragraph>U kunt hier ook een correctie (384) of een creditnota (381) sturen. Liever mailen? <Link href="/opleider/facturen/afzenders">Geef eerst op vanaf welk adres</Link>.</Paragraph>
      <Paragraph>Hebt u geen boekhoudprogramma dat e-facturen maakt? Kies een van <Link href="/opleider/opdrachten">uw opdrachten</Link>; dan vullen wij de factuur voor u in.</Paragraph>
    </Stack>
  )
}
