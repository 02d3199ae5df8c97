import type { Metadata } from 'next'
import { BeeindigFormulier } from './form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { GROND_LABEL, TOESTAND_LABEL } from '@/lib/opschorting/texts'
import { getOpschorting } from '@/lib/opschorting/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opschorting' }

/** One suspension: why, until when, what it holds up, and ending it earlier. */
export default async function OpschortingPagina({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('opschorting.lezen')
  const opschorting = await getOpschorting(medewerker, (await params).id)
  if (opschorting === undefined) toonNietGevonden()
  const { id, opleider, opleiding, aanvraagKenmerk, grond, zaak, vermoeden, toestand, ingangsdatum, totEnMet, beeindigdOp, beeindigdReden, beeindigdDoor, opgelegd, facturen, facturenCent, kennisgevingen } = opschorting
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer/opschortingen', label: 'Opschortingen' }]} />
      <PageTitle kicker={opleiding === null ? 'Hele opleider' : opleider}>{`Betaling opgeschort: ${aanvraagKenmerk ?? opleiding ?? opleider}`}</PageTitle>
      <div><StatusBadge tone={TOESTAND_LABEL[toestand].toon}>{TOESTAND_LABEL[toestand].label}</StatusBadge></div>
      <SummaryList rows={[
        { key: 'vanaf', term: 'Vanaf', value: `${formatDatum(ingangsdatum)}, de dag van de brief` },
        { key: 'tot', term: 'Tot en met', value: totEnMet === null ? 'Zolang het besluit van SZW geldt' : `${formatDatum(totEnMet)}; stopt dan vanzelf en wordt niet verlengd` },
        { key: 'grond', term: 'Grond', value: GROND_LABEL[grond].label },
        { key: 'zaak', term: 'Zaak', value: zaak },
        { key: 'vermoeden', term: 'Zo staat het in de brief', value: <span className="whitespace-pre-line">{vermoeden}</span> },
        { key: 'brieven', term: 'Brieven aan deelnemers', value: `${kennisgevingen === 1 ? 'Eén brief' : `${kennisgevingen.toLocaleString('nl-NL')} brieven`}. Voor elke aanvraag begint de opschorting op de dag van de eigen brief.` },
        { key: 'wacht', term: 'Facturen die nu wachten', value: facturen === 0 ? 'Geen' : `${facturen.toLocaleString('nl-NL')}, samen ${formatBedrag(cent(facturenCent))}` },
        { key: 'door', term: 'Opgelegd', value: opgelegd },
        ...(beeindigdOp === null ? [] : [{ key: 'einde', term: 'Eerder beëindigd', value: `${formatDatum(beeindigdOp)}, door ${beeindigdDoor ?? 'UWV'}: ${beeindigdReden ?? ''}` }]),
      ]} />
      {toestand === 'loopt' && isAllowed(medewerker, 'opschorting.opleggen') && <BeeindigFormulier opschortingId={id} />}
    </Stack>
  )
}
