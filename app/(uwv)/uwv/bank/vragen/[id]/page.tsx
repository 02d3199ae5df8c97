import type { Metadata } from 'next'
import { HandelAfFormulier } from '@/app/(uwv)/uwv/bank/vragen/[id]/form'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { RETOURCODE, VRAAG_TITEL, VRAAG_UITLEG } from '@/lib/bank/texts'
import { getVraag, type Vraag } from '@/lib/bank/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Uit te zoeken' }

/** One thing the bank left us to find out, with what can be done about it. */
export default async function BankvraagPage({ params }: { params: Promise<{ id: string }> }) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const vraag = await getVraag(medewerker, (await params).id)
  if (vraag === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/bank', label: 'Bank' }]} />
      <PageTitle kicker="Uit te zoeken" lead={VRAAG_UITLEG[vraag.soort]}>{VRAAG_TITEL[vraag.soort]}</PageTitle>
      <SummaryList rows={rowsOf(vraag)} />
      {isAllowed(medewerker, 'bank.verwerken') && <HandelAfFormulier vraagId={vraag.id} kanOpnieuw={vraag.betaling?.kanOpnieuw === true} />}
    </Stack>
  )
}

function rowsOf({ bedrag, boekdatum, endToEndId, tegenpartij, omschrijving, code, betaling, bericht }: Vraag) {
  return [
    ...(bedrag === null ? [] : [{ key: 'bedrag', term: 'Bedrag', value: <Bedrag cent={bedrag} /> }]),
    ...(boekdatum === null ? [] : [{ key: 'datum', term: 'Boekdatum', value: formatDatum(boekdatum) }]),
    ...(endToEndId === null ? [] : [{ key: 'kenmerk', term: 'Kenmerk', value: endToEndId }]),
    ...(code === null ? [] : [{ key: 'code', term: 'Reden van de bank', value: RETOURCODE[code] === undefined ? code : `${code}: ${RETOURCODE[code]}` }]),
    ...(tegenpartij === null ? [] : [{ key: 'wie', term: 'Tegenpartij', value: tegenpartij }]),
    ...(omschrijving === null ? [] : [{ key: 'omschrijving', term: 'Omschrijving', value: omschrijving }]),
    ...(betaling === null ? [] : [{ key: 'betaling', term: 'Onze betaling', value: <>{betaling.endToEndId} in <Link href={`/uwv/betalingen/${betaling.msgId}`}>{betaling.msgId}</Link></> }]),
    { key: 'bericht', term: 'Bericht', value: <Link className="break-all" href={`/uwv/bank/${bericht.id}`}>{bericht.naam}</Link> },
  ]
}
