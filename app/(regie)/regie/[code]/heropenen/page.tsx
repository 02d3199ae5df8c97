import type { Metadata } from 'next'
import { HeropenFormulier } from '@/app/(regie)/regie/[code]/heropenen/form'
import { Gevolgen } from '@/components/regie/gevolgen'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { getRegieStand } from '@/lib/monitoring/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opening bepalen' }

/** Another moment of opening, with everything that people keep. */
export default async function HeropenenPage({ params }: { params: Promise<{ code: string }> }) {
  await requireMedewerker('tijdvak.sturen')
  const { code } = await params
  const stand = await getRegieStand(code)
  if (stand === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/regie', label: 'Regiekamer' }, { href: `/regie/${code}`, label: code }]} />
      <PageTitle lead={`Nu opent ${code} op ${stand.opentOp}.`}>{stand.toestand === 'gepland' ? `Opening van ${code} verzetten` : `${code} heropenen`}</PageTitle>
      <Gevolgen stand={stand}>
        <li>Aanvragen die klaarstaan en aanmeldbewijzen blijven gelden. Niemand hoeft iets opnieuw te doen.</li>
        <li>Een opleiding mag beginnen vanaf vier weken na de dag na de eerst geplande opening.</li>
        <li>De registratiestop blijft staan: wat daarna in het register kwam, kan niet gekozen worden.</li>
        <li>Was er al geloot, dan houdt iedereen in de wachtkamer zijn plek in de lijst en wordt er bij de nieuwe opening opnieuw geloot.</li>
      </Gevolgen>
      <HeropenFormulier code={code} laatsteDag={stand.laatsteDag} />
    </Stack>
  )
}
