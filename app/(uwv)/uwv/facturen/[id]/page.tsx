import type { Metadata } from 'next'
import { BeantwoordFormulier, HefBlokkadeOpFormulier } from '@/app/(uwv)/uwv/facturen/[id]/form'
import { FactuurVerschil } from '@/components/dossier/factuur-verschil'
import { Opgeschort } from '@/components/dossier/opgeschort'
import { Rente } from '@/components/dossier/rente'
import { Wachtredenen } from '@/components/dossier/wachtredenen'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { proposeAntwoord } from '@/lib/betaling/rules/factuurantwoord'
import { FACTUUR_LABEL, FACTUUR_TOON, KANAAL_LABEL, SOORT_LABEL } from '@/lib/betaling/texts'
import { getFactuur, listRente, listWachtredenen, type FactuurRij } from '@/lib/betaling/views'
import { findOpgeschorteFacturen } from '@/lib/opschorting/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Factuur' }

type Props = { params: Promise<{ id: string }> }

/** One invoice as the financial department sees it, with the sentences the opleider got. */
export default async function OntvangenFactuurPage({ params }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const factuur = await getFactuur(medewerker, (await params).id)
  if (factuur === undefined) toonNietGevonden()
  const [rente, wacht] = await Promise.all([listRente(medewerker, factuur.id), listWachtredenen(medewerker, factuur.id)])
  const opschorting = (await findOpgeschorteFacturen([factuur.id])).get(factuur.id)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/facturen', label: 'Ontvangen facturen' }, ...(factuur.status === 'afgekeurd' ? [{ href: '/uwv/facturen/werklijst', label: 'Uit te zoeken' }] : [])]} />
      <PageTitle kicker={factuur.opleider}>{factuur.factuurnummer}</PageTitle>
      <Opgeschort opschorting={opschorting} />
      <Wachtredenen redenen={wacht} />
      {factuur.blokkade !== null && <Alert kind="warning" title={`${factuur.blokkade.door} hield de betaling tegen op ${formatTijdstip(factuur.blokkade.op)}`}>{factuur.blokkade.reden} Deze factuur gaat in geen batch mee tot iemand de blokkade opheft.</Alert>}
      <SummaryList rows={[
        { key: 'status', term: 'Status', value: <StatusBadge tone={FACTUUR_TOON[factuur.status]}>{FACTUUR_LABEL[factuur.status]}</StatusBadge> },
        { key: 'soort', term: 'Soort', value: `${SOORT_LABEL[factuur.soort]}, via ${KANAAL_LABEL[factuur.kanaal].toLowerCase()}` },
        ...(factuur.verwijstNaar === null ? [] : [{ key: 'eerder', term: 'Gaat over factuur', value: <Link href={`/uwv/facturen/${factuur.verwijstNaar.id}`}>{factuur.verwijstNaar.factuurnummer}</Link> }]),
        ...(factuur.teruggenomen === 0 ? [] : [{ key: 'terug', term: 'Gecrediteerd', value: <Bedrag cent={factuur.teruggenomen} /> }]),
        { key: 'order', term: 'Opdracht', value: factuur.ordernummer ?? 'Onbekend' },
        { key: 'bedrag', term: 'Te betalen', value: factuur.bedrag === null ? 'Onbekend' : <Bedrag cent={factuur.bedrag} /> },
        { key: 'ontvangen', term: 'Ontvangen', value: formatTijdstip(factuur.ontvangenOp) },
      ]} />
      {factuur.fouten.length > 0 && (
        <section className="stap-stapel" aria-labelledby="fouten">
          <Heading level={2} id="fouten">Waarom deze factuur is afgekeurd</Heading>
          <FactuurVerschil fouten={factuur.fouten} />
        </section>
      )}
      <Rente rijen={rente} />
      <ButtonGroup><ButtonLink variant="secondary" icon="download" href={`/uwv/facturen/${factuur.id}/bestand`}>E-factuur downloaden</ButtonLink></ButtonGroup>
      {factuur.blokkade !== null && isAllowed(medewerker, 'betaling.batch.opstellen') && <HefBlokkadeOpFormulier factuurId={factuur.id} />}
      <Antwoord factuur={factuur} magAntwoorden={isAllowed(medewerker, 'factuur.beantwoorden')} />
    </Stack>
  )
}

/** What was answered, or what we propose to answer. */
function Antwoord({ factuur, magAntwoorden }: { factuur: FactuurRij; magAntwoorden: boolean }) {
  const { id, status, antwoord } = factuur
  if (status !== 'afgekeurd') return null
  if (antwoord !== null) {
    return (
      <section className="stap-stapel" aria-labelledby="antwoord">
        <Heading level={2} id="antwoord">Afgehandeld op {formatTijdstip(antwoord.op)}</Heading>
        {(antwoord.tekst ?? 'Er was geen antwoord nodig.').split('\n\n').map((alinea) => <Paragraph key={alinea}>{alinea}</Paragraph>)}
      </section>
    )
  }
  return magAntwoorden ? <BeantwoordFormulier factuurId={id} voorstel={proposeAntwoord(factuur)} /> : null
}
