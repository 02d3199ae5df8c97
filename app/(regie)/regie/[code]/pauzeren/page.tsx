import type { Metadata } from 'next'
import { PauzeerFormulier } from '@/app/(regie)/regie/[code]/pauzeren/form'
import { Gevolgen } from '@/components/regie/gevolgen'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { getRegieStand } from '@/lib/monitoring/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Pauzeren' }

const MELDING = 'Er is een storing. We werken eraan. Kijk over een kwartier weer op deze pagina.'

/** The last look before a pause: whom it touches, and what they will read. */
export default async function PauzerenPage({ params }: { params: Promise<{ code: string }> }) {
  await requireMedewerker('tijdvak.sturen')
  const { code } = await params
  const stand = await getRegieStand(code)
  if (stand === undefined) toonNietGevonden()
  const isGepauzeerd = stand.toestand === 'gepauzeerd'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/regie', label: 'Regiekamer' }, { href: `/regie/${code}`, label: code }]} />
      <PageTitle>{isGepauzeerd ? `Melding van de pauze van ${code} wijzigen` : `${code} pauzeren`}</PageTitle>
      <Gevolgen stand={stand}>
        <li>Vanaf dat moment wordt geen aanvraag meer ontvangen, en wordt niemand meer toegelaten.</li>
        <li>Wie wacht houdt zijn plaats. Wat al is ontvangen wordt gewoon verdeeld.</li>
      </Gevolgen>
      <PauzeerFormulier code={code} melding={stand.melding ?? MELDING} knop={isGepauzeerd ? 'Melding wijzigen' : `Ja, pauzeer ${code}`} />
    </Stack>
  )
}
