import type { Metadata } from 'next'
import { z } from 'zod'
import { BesluitForm } from '@/app/(duo)/duo/keurmerken/[id]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { checkToelating } from '@/lib/toelating/rules/keurmerk'
import { KEURMERK_LABEL, KEURMERK_TEKST } from '@/lib/toelating/texts'
import { getKeurmerk } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Keurmerk' }

export default async function KeurmerkPage({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('keurmerk.lezen')
  const { id } = await params
  const keurmerk = z.guid().safeParse(id).success ? await getKeurmerk(id) : undefined
  if (keurmerk === undefined) return toonNietGevonden()
  const beletsels = checkToelating({ ...keurmerk, isOnafhankelijk: keurmerk.onafhankelijk, isZelfIngevoerd: keurmerk.ingevoerdDoorId === medewerker.id })
  return (
    <Stack className="max-w-3xl">
      <Breadcrumb items={[{ href: '/duo/keurmerken', label: 'Keurmerken' }]} />
      <PageTitle kicker={KEURMERK_LABEL[keurmerk.status]}>{keurmerk.naam}</PageTitle>
      {keurmerk.status === 'ingediend' && beletsels.length > 0 && <Alert kind="warning" title="U kunt dit keurmerk niet toelaten"><ul>{beletsels.map((beletsel) => <li key={beletsel}>{KEURMERK_TEKST[beletsel]}</li>)}</ul></Alert>}
      <SummaryList rows={[
        { key: 'organisatie', term: 'Organisatie', value: `${keurmerk.organisatie} (KvK ${keurmerk.kvk})` },
        { key: 'normen', term: 'Normenkader', value: keurmerk.normenkader },
        { key: 'klachten', term: 'Klachtenprocedure', value: keurmerk.klachtenprocedure === '' ? 'Niet aanwezig' : keurmerk.klachtenprocedure },
        { key: 'geschillen', term: 'Geschillenprocedure', value: keurmerk.geschillenprocedure === '' ? 'Niet aanwezig' : keurmerk.geschillenprocedure },
        { key: 'onafhankelijk', term: 'Onafhankelijk', value: keurmerk.onafhankelijk ? 'Ja' : 'Nee' },
        { key: 'door', term: 'Ingevoerd', value: `${formatTijdstip(keurmerk.ingediendOp)} door ${keurmerk.ingevoerdDoor}` },
        ...(keurmerk.beslotenOp === null ? [] : [{ key: 'besluit', term: 'Besluit', value: `${KEURMERK_LABEL[keurmerk.status]}, ${formatTijdstip(keurmerk.beslotenOp)} door ${keurmerk.beslotenDoor ?? ''}. ${keurmerk.reden ?? ''}` }]),
      ]} />
      {keurmerk.status === 'ingediend' && isAllowed(medewerker, 'keurmerk.beslissen') && !beletsels.includes('zelf-ingevoerd') && (
        <section className="stap-stapel" aria-labelledby="besluit">
          <Heading id="besluit">Besluit</Heading>
          <BesluitForm keurmerkId={keurmerk.id} magToelaten={beletsels.length === 0} />
        </section>
      )}
    </Stack>
  )
}
