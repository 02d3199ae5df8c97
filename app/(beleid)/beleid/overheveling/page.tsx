import type { Metadata } from 'next'
import { OverhevelFormulier } from '@/app/(beleid)/beleid/overheveling/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { formatBedrag } from '@/lib/base/money'
import { requireMedewerker } from '@/lib/platform/session'
import { listHevelbaar } from '@/lib/tijdvak/views'

export const metadata: Metadata = { title: 'Budget overhevelen' }

/** Moves budget between tijdvakken, also of different years, by a besluit. */
export default async function OverhevelingPage() {
  await requireMedewerker('jaarplafond.wijzigen')
  const potten = await listHevelbaar()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/beleid', label: 'Regeling' }, { href: '/beleid/jaarplafonds', label: 'Jaarplafonds' }]} />
      <PageTitle>Budget overhevelen</PageTitle>
      <Alert kind="warning" title="Wat er dan gebeurt">
        <ul>
          <li>Het budget gaat meteen over. In het grootboek staat één boeking die uw besluit noemt.</li>
          <li>Wat is gegeven of al is aangevraagd, blijft waar het is (artikel 4:27 van de Algemene wet bestuursrecht).</li>
          <li>Zijn het verschillende jaren, dan gaat het jaarplafond mee.</li>
        </ul>
      </Alert>
      <OverhevelFormulier
        van={potten.filter(({ verlaagbaarCent }) => verlaagbaarCent > 0).map(({ sleutel, naam, verlaagbaarCent }) => ({ value: sleutel, label: `${naam}: ${formatBedrag(verlaagbaarCent)} kan eraf` }))}
        naar={potten.filter(({ kanVerhogen }) => kanVerhogen).map(({ sleutel, naam }) => ({ value: sleutel, label: naam }))}
      />
    </Stack>
  )
}
