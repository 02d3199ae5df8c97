import type { Metadata } from 'next'
import { keuzesOp, SOORT_KEUZES } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { NieuweOpleidingFormulier } from '@/app/(opleider)/opleider/opleidingen/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { today } from '@/lib/platform/clock'
import { requireOpleider } from '@/lib/platform/session'
import { isScholingsoort } from '@/lib/register/model'
import { verplichteVelden } from '@/lib/register/rules/scholingsoort'
import { SCHOLINGSOORT_LABEL } from '@/lib/register/texts'

export const metadata: Metadata = { title: 'Opleiding toevoegen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A new opleiding, by hand; its kind says which fields there are. */
export default async function NieuweOpleidingPage({ searchParams }: Props) {
  await requireOpleider('opleiding.beheren')
  const { soort: gevraagd } = await searchParams
  const soort = isScholingsoort(gevraagd) ? gevraagd : 'cursus'
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle kicker={SCHOLINGSOORT_LABEL[soort]} lead="Weet u nog niet alles? Bewaar dan wat u hebt. Burgers vinden de opleiding zodra alles is ingevuld.">Opleiding toevoegen</PageTitle>
      <nav aria-label="Soort scholing">
        <p>Is het iets anders? Kies dan: {SOORT_KEUZES.filter(({ value }) => value !== soort).map(({ value, label }, index) => <span key={value}>{index > 0 && ' · '}<Link href={`/opleider/opleidingen/nieuw?soort=${value}`}>{label}</Link></span>)}</p>
      </nav>
      <div className="stap-stapel"><NieuweOpleidingFormulier key={soort} keuzes={keuzesOp(await today())} soort={soort} verplicht={verplichteVelden(soort)} /></div>
    </Stack>
  )
}
