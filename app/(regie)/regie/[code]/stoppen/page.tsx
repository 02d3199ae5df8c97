import type { Metadata } from 'next'
import { StopFormulier } from '@/app/(regie)/regie/[code]/stoppen/form'
import { Gevolgen } from '@/components/regie/gevolgen'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { getRegieStand } from '@/lib/monitoring/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Stoppen' }

/** The last look before a tijdvak ends early. */
export default async function StoppenPage({ params }: { params: Promise<{ code: string }> }) {
  await requireMedewerker('tijdvak.sturen')
  const { code } = await params
  const stand = await getRegieStand(code)
  if (stand === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/regie', label: 'Regiekamer' }, { href: `/regie/${code}`, label: code }]} />
      <PageTitle>{code} stoppen</PageTitle>
      <Gevolgen stand={stand}>
        <li>Het tijdvak sluit nu. Wie wacht komt niet meer aan de beurt.</li>
        <li>Wat al is ontvangen wordt gewoon verdeeld en beoordeeld.</li>
        <li>Wat klaarstaat blijft klaarstaan, voor als het tijdvak opnieuw opent.</li>
      </Gevolgen>
      <StopFormulier code={code} />
    </Stack>
  )
}
