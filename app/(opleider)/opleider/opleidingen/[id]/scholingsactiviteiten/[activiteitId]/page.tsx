import type { Metadata } from 'next'
import { z } from 'zod'
import { keuzesOp } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { AnnuleerFormulier, WijzigActiviteitFormulier } from '@/app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/[activiteitId]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { formatDatum, formatDatumKort } from '@/lib/base/date'
import { getStartExtra } from '@/lib/kwaliteit/views'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getEigenActiviteit } from '@/lib/register/views'
import { countGeraakt } from '@/lib/wijziging/views'

export const metadata: Metadata = { title: 'Startdatum' }

type Props = { params: Promise<{ id: string; activiteitId: string }> }

/** One start date: change it, close it, or say that it does not go ahead. */
export default async function ActiviteitPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const adres = z.object({ id: z.guid(), activiteitId: z.guid() }).safeParse(await params)
  const activiteit = adres.success ? await getEigenActiviteit(opleider, adres.data.id, adres.data.activiteitId) : undefined
  if (!adres.success || activiteit === undefined) toonNietGevonden()
  const { id, status, startdatum, einddatum, plaats, adres: straat, postcode, vorm, deelnemersplaatsen } = activiteit
  const eigen = await getStartExtra(opleider, id)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }, { href: `/opleider/opleidingen/${adres.data.id}`, label: activiteit.titel }]} />
      <PageTitle kicker={activiteit.cohortcode}>Start op {formatDatum(startdatum)}</PageTitle>
      {status === 'geannuleerd'
        ? <Alert title="Deze startdatum gaat niet door">U kunt haar niet meer wijzigen. Maak een nieuwe startdatum aan als de opleiding op een ander moment begint.</Alert>
        : (
          <div className="stap-stapel max-w-tekst">
            <WijzigActiviteitFormulier activiteitId={id} status={status === 'open' ? 'open' : 'gesloten'} opleidingId={adres.data.id} keuzes={keuzesOp(await today())} waarden={{ startdatum: formatDatumKort(startdatum), einddatum: formatDatumKort(einddatum), plaats, adres: straat, postcode, vorm, deelnemersplaatsen, ...eigen }} />
            <Details line summary="Deze startdatum gaat niet door"><AnnuleerFormulier activiteitId={id} raakt={await countGeraakt(opleider, id)} /></Details>
          </div>
        )}
    </Stack>
  )
}
