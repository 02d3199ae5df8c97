import type { Metadata } from 'next'
import { MaakCreditnotaFormulier } from '@/app/(opleider)/opleider/facturen/[id]/form'
import { FactuurFouten } from '@/components/dossier/factuur-fouten'
import { Opgeschort } from '@/components/dossier/opgeschort'
import { Rente } from '@/components/dossier/rente'
import { Wachtredenen } from '@/components/dossier/wachtredenen'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { FACTUUR_LABEL, FACTUUR_TOON, KANAAL_LABEL, SOORT_LABEL } from '@/lib/betaling/texts'
import { getFactuur, listRente, listWachtredenen, type FactuurRij } from '@/lib/betaling/views'
import { findOpgeschorteFacturen } from '@/lib/opschorting/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Factuur' }

type Props = { params: Promise<{ id: string }> }

/** What became of one invoice; where the opleider lands after sending it. */
export default async function FactuurPage({ params }: Props) {
  const opleider = await requireOpleider('factuur.indienen')
  const factuur = await getFactuur(opleider, (await params).id)
  if (factuur === undefined) toonNietGevonden()
  const [rente, wacht] = await Promise.all([listRente(opleider, factuur.id), listWachtredenen(opleider, factuur.id)])
  const opschorting = (await findOpgeschorteFacturen([factuur.id])).get(factuur.id)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/facturen', label: 'Facturen' }]} />
      <PageTitle kicker={SOORT_LABEL[factuur.soort]}>{factuur.factuurnummer}</PageTitle>
      {opschorting !== undefined ? <Opgeschort opschorting={opschorting} /> : wacht.length > 0 ? <Wachtredenen redenen={wacht} /> : <Uitslag factuur={factuur} />}
      <SummaryList rows={[
        { key: 'status', term: 'Status', value: <StatusBadge tone={FACTUUR_TOON[factuur.status]}>{FACTUUR_LABEL[factuur.status]}</StatusBadge> },
        { key: 'order', term: 'Opdracht', value: factuur.ordernummer ?? 'Niet gevonden in de factuur' },
        ...(factuur.verwijstNaar === null ? [] : [{ key: 'eerder', term: factuur.soort === 'creditnota' ? 'Neemt terug van' : 'Vervangt', value: <Link href={`/opleider/facturen/${factuur.verwijstNaar.id}`}>{factuur.verwijstNaar.factuurnummer}</Link> }]),
        { key: 'bedrag', term: factuur.soort === 'creditnota' ? 'Bedrag' : 'Te betalen bedrag', value: factuur.bedrag === null ? 'Niet gevonden in de factuur' : <Bedrag cent={factuur.bedrag} /> },
        ...(factuur.teruggenomen === 0 ? [] : [{ key: 'terug', term: 'Teruggenomen met creditnota', value: <Bedrag cent={factuur.teruggenomen} /> }]),
        ...(factuur.wachtend === 0 ? [] : [{ key: 'wachtend', term: 'Creditnota die wacht op de bank', value: <Bedrag cent={factuur.wachtend} /> }]),
        { key: 'ontvangen', term: 'Ontvangen', value: `${formatTijdstip(factuur.ontvangenOp)}, via ${KANAAL_LABEL[factuur.kanaal].toLowerCase()}` },
      ]} />
      <Rente rijen={rente} />
      <ButtonGroup>
        <ButtonLink variant="secondary" icon="download" href={`/opleider/facturen/${factuur.id}/bestand`}>E-factuur downloaden</ButtonLink>
        {factuur.status === 'afgekeurd' && <ButtonLink icon="upload" href="/opleider/facturen/nieuw">Verbeterde factuur sturen</ButtonLink>}
      </ButtonGroup>
      <Antwoord factuur={factuur} />
      <Opmerkingen factuur={factuur} />
      <Creditnota factuur={factuur} />
    </Stack>
  )
}

function Uitslag({ factuur: { soort, status, fouten, blokkade } }: { factuur: FactuurRij }) {
  if (blokkade !== null) return <Alert kind="info" title="Wij kijken deze factuur nog na">Een medewerker wil de betaling eerst nakijken. Wij betalen uiterlijk zes weken nadat wij de factuur kregen. Duurt het langer? Dan krijgt u rente. Hebben wij iets nodig, dan bellen of schrijven wij u.</Alert>
  if (status === 'verwerkt') return <Alert kind="ok" title="De creditnota is verwerkt">Was de factuur nog niet betaald? Dan betalen wij dit bedrag niet. Was zij al betaald? Dan staat bij <Link href="/opleider/vorderingen">uw vorderingen</Link> hoe en wanneer u terugbetaalt.</Alert>
  if (status === 'wacht-op-bank') return <Alert kind="info" title="De creditnota is aangenomen en wacht op de bank">De bank heeft de opdracht om de factuur te betalen al. Wij verwerken de creditnota vanzelf als de bank antwoordt, meestal binnen twee werkdagen. Is er betaald? Dan krijgt u een brief over terugbetalen. Is er niet betaald? Dan betalen wij dit bedrag niet. U hoeft niets te doen.</Alert>
  if (status === 'gecrediteerd') return <Alert kind="info" title="Deze factuur is helemaal gecrediteerd">Wij betalen haar niet. U kunt voor de opdracht een nieuwe factuur sturen.</Alert>
  if (status === 'vervangen') return <Alert kind="info" title="Deze factuur is vervangen">U stuurde een correctie. Die betalen wij in plaats van deze factuur.</Alert>
  if (status === 'betaald') return <Alert kind="ok" title="Betaald">Wij hebben het bedrag aan de bank doorgegeven. Het staat binnen enkele werkdagen op uw rekening.</Alert>
  if (status !== 'afgekeurd') return <Alert kind="ok" title="De factuur is goedgekeurd">U hoeft niets meer te doen. Wij betalen na controle door twee medewerkers, uiterlijk binnen zes weken.</Alert>
  return (
    <section className="stap-stapel" aria-labelledby="fouten">
      <Alert kind="error" title={soort === 'creditnota' ? 'De creditnota is afgekeurd' : 'De factuur is afgekeurd'}>
        {soort === 'creditnota' ? 'Wij hebben niets veranderd.' : 'Wij betalen deze factuur niet.'} Verander wat hieronder staat en stuur {soort === 'creditnota' ? 'haar' : 'hem'} opnieuw.
      </Alert>
      <Heading level={2} id="fouten">{fouten.length === 1 ? 'Wat u moet veranderen' : `Wat u moet veranderen (${String(fouten.length)})`}</Heading>
      <FactuurFouten fouten={fouten} />
    </section>
  )
}

/** What UWV wrote about an invoice that was refused. */
function Antwoord({ factuur: { antwoord } }: { factuur: FactuurRij }) {
  if (antwoord?.tekst == null) return null
  return (
    <section className="stap-stapel" aria-labelledby="antwoord">
      <Heading level={2} id="antwoord">Antwoord van UWV op {formatDatum(amsterdamDate(antwoord.op))}</Heading>
      {antwoord.tekst.split('\n\n').map((alinea) => <Paragraph key={alinea}>{alinea}</Paragraph>)}
    </section>
  )
}

/** What the Dutch profile advises against. */
function Opmerkingen({ factuur: { opmerkingen } }: { factuur: FactuurRij }) {
  if (opmerkingen.length === 0) return null
  return <Details summary={`Tips voor uw volgende factuur (${String(opmerkingen.length)})`}><FactuurFouten fouten={opmerkingen} /></Details>
}

/** Taking back all or part of an invoice, for who has no program that does. */
function Creditnota({ factuur: { id, soort, status, bedrag, teruggenomen, wachtend } }: { factuur: FactuurRij }) {
  const over = cent((bedrag ?? 0) - teruggenomen - wachtend)
  if (soort === 'creditnota' || over <= 0 || (status !== 'gematcht' && status !== 'in-batch' && status !== 'betaald' && status !== 'teruggekomen')) return null
  return (
    <Details summary="Ik wil deze factuur terugnemen, helemaal of voor een deel">
      <p>{status === 'betaald'
        ? 'Wij hebben het bedrag aan de bank doorgegeven. Met een creditnota moet u het terugbetalen. U krijgt daarover een brief, met een termijn van zes weken.'
        : 'Deze factuur is nog niet betaald. Met een creditnota betalen wij dat bedrag niet. U kunt er daarna een nieuwe factuur voor sturen.'}</p>
      {(status === 'betaald' || status === 'in-batch') && <p>Heeft de bank nog niet geantwoord? Dan wacht de creditnota tot de bank dat doet. U hoeft dan niets te doen.</p>}
      <MaakCreditnotaFormulier factuurId={id} over={formatBedrag(over).replace('€ ', '')} />
    </Details>
  )
}
