import type { Metadata } from 'next'
import { TerugstortingFormulier } from '@/app/(uwv)/uwv/bank/terugstortingen/[kenmerk]/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { getTerugstorting, type TerugstortingDetail } from '@/lib/bank/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { NAAM_ANTWOORD, TERUGSTORTING_LABEL, TERUGSTORTING_TOON } from '@/lib/vordering/texts'

export const metadata: Metadata = { title: 'Terugstorting' }

/** One receipt that goes back: who decided, what the banks say of the account, and what can still be done. */
export default async function TerugstortingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const terug = await getTerugstorting(medewerker, (await params).kenmerk)
  if (terug === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/bank', label: 'Bank' }, { href: '/uwv/bank/terugstortingen', label: 'Terugstortingen' }]} />
      <PageTitle kicker="Terugstorting" lead="Dit geld gaat terug naar de rekening waar het vandaan kwam. Een andere rekening kunt u hier niet kiezen.">{terug.kenmerk}</PageTitle>
      <Stand terug={terug} />
      <SummaryList rows={rowsOf(terug)} />
      {isAllowed(medewerker, 'bank.verwerken') && (terug.kanAanvaarden || terug.kanIntrekken) && (
        <section className="stap-stapel" aria-labelledby="besluit">
          <Heading id="besluit">Beslis hierover</Heading>
          <TerugstortingFormulier kenmerk={terug.kenmerk} kanAanvaarden={terug.kanAanvaarden} />
        </section>
      )}
    </Stack>
  )
}

function Stand({ terug: { status, antwoord, kenmerk } }: { terug: TerugstortingDetail }) {
  const opDeBank = `Is het een andere rekening? Betaal dan bij de bank en zet ${kenmerk} in de omschrijving. Het afschrift handelt dit dan vanzelf af.`
  if (status === 'te-beoordelen') return <Alert kind="warning" title="De naam klopt niet zeker">{NAAM_ANTWOORD[antwoord ?? 'onbekend']} Vraag na van wie het geld is. Aanvaard de rekening als het klopt. {opDeBank}</Alert>
  if (status === 'teruggekomen') return <Alert kind="warning" title="De bank stuurde het geld terug">Kijk bij Bank naar de reden. Daar zet u het ook klaar om opnieuw te betalen. {opDeBank}</Alert>
  return null
}

function rowsOf({ status, bedrag, van, rekening, boekdatum, ontstaanOp, besluitDoor, waarom, oordeel, omschrijving, berichtId, betalingen }: TerugstortingDetail) {
  return [
    { key: 'stand', term: 'Stand', value: <StatusBadge tone={TERUGSTORTING_TOON[status]}>{TERUGSTORTING_LABEL[status]}</StatusBadge> },
    { key: 'bedrag', term: 'Bedrag', value: <Bedrag cent={bedrag} /> },
    { key: 'van', term: 'Ontvangen van', value: van ?? 'De bank noemt geen naam' },
    { key: 'rekening', term: 'Rekening', value: <span className="whitespace-nowrap">{rekening}</span> },
    { key: 'op', term: 'Ontvangen op', value: <>{formatDatum(boekdatum)}, <Link href={`/uwv/bank/${berichtId}`}>afschrift</Link></> },
    ...(omschrijving === null ? [] : [{ key: 'omschrijving', term: 'Omschrijving', value: <span className="break-words">{omschrijving}</span> }]),
    { key: 'besluit', term: 'Besloten', value: `${formatTijdstip(ontstaanOp)}${besluitDoor.length === 0 ? '' : `, ${besluitDoor.join(' en ')}`}` },
    ...(waarom === null ? [] : [{ key: 'waarom', term: 'Waarom', value: waarom }]),
    ...(oordeel === null ? [] : [{ key: 'oordeel', term: 'Rekening aanvaard omdat', value: oordeel }]),
    ...betalingen.map(({ endToEndId, msgId }) => ({ key: endToEndId, term: 'Betaling', value: <>{endToEndId} in <Link href={`/uwv/betalingen/${msgId}`}>{msgId}</Link></> })),
  ]
}
