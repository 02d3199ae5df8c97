import type { Metadata } from 'next'
import { EmailForm } from '@/app/(burger)/mijn/gegevens/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { getEmail } from '@/lib/aanvraag/views'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Uw e-mailadres' }

/** The e-mail address for notices: the only thing we ask of a citizen that we do not know already. */
export default async function GegevensPage() {
  const burger = await requireBurger('gegevens.wijzigen')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }]} />
      <PageTitle lead="We mailen u als er een bericht voor u klaarstaat. In de e-mail staat nooit wat er in het bericht staat.">Uw e-mailadres</PageTitle>
      <EmailForm email={await getEmail(burger)} />
    </Stack>
  )
}
