import type { Metadata } from 'next'
import { antwoordAction, bewaarAction } from '@/app/(burger)/mijn/aanmeldbewijs/[code]/action'
import { startAction } from '@/app/(burger)/mijn/aanvragen/nieuw/action'
import { Bewijsblad } from '@/components/dossier/bewijsblad'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { requireBurger } from '@/lib/platform/session'
import { composeBlad } from '@/lib/vooraanmelding/rules/bewijsblad'
import { bewijsAdres, bewijsQr } from '@/lib/vooraanmelding/use-cases/maak-bewijs-pdf'
import { findBewijsVoorBurger, type Bewijsblad as Blad } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Mijn STAP-aanmeldbewijs' }

/** Where the code of an aanmeldbewijs leads, scanned or followed. What is on it is shown to who kept it, nobody else. */
export default async function BewijsPage({ params }: { params: Promise<{ code: string }> }) {
  const burger = await requireBurger('aanvraag.voorbereiden')
  const code = decodeURIComponent((await params).code).slice(0, 60)
  const gevonden = await findBewijsVoorBurger(burger, code)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }]} />
      {gevonden.soort === 'eigen' && <Eigen blad={gevonden.blad} />}
      {gevonden.soort === 'te-bewaren' && <TeBewaren code={code} />}
      {gevonden.soort === 'onbekend' && (
        <>
          <PageTitle>Wij kennen deze code niet</PageTitle>
          <Paragraph>Typ de code over van uw aanmeldbewijs. Lukt het niet? Vraag de opleider om een nieuw aanmeldbewijs.</Paragraph>
          <p><ButtonLink href="/mijn/aanvragen/nieuw">Code intypen</ButtonLink></p>
        </>
      )}
      {gevonden.soort === 'van-een-ander' && (
        <>
          <PageTitle>Dit aanmeldbewijs is van iemand anders</PageTitle>
          <Paragraph>Iemand anders heeft dit aanmeldbewijs bewaard. Is het toch van u? Vraag de opleider om een nieuw aanmeldbewijs.</Paragraph>
        </>
      )}
    </Stack>
  )
}

function TeBewaren({ code }: { code: string }) {
  return (
    <>
      <PageTitle lead="De opleider heeft u een STAP-aanmeldbewijs gegeven. Bewaar het in Mijn STAP; daarna ziet u wat erop staat.">Uw STAP-aanmeldbewijs</PageTitle>
      <ActionForm action={bewaarAction}>
        <input type="hidden" name="code" value={code} />
        <Paragraph>Wij controleren of het aanmeldbewijs op uw naam staat. Daarna kan de opleider het niet meer wijzigen of intrekken zonder dat u akkoord gaat.</Paragraph>
        <ButtonGroup><Button icon="bookmark">Bewaren in Mijn STAP</Button></ButtonGroup>
      </ActionForm>
    </>
  )
}

function Eigen({ blad }: { blad: Blad }) {
  const voorstel = blad.status === 'uitgegeven' ? blad.voorstellen.find(({ status }) => status === 'voorgelegd') : undefined
  return (
    <>
      <PageTitle lead={`Van ${blad.organisatie.naam}, voor ${blad.opleiding.titel}.`}>Uw STAP-aanmeldbewijs</PageTitle>
      {blad.status === 'ingetrokken' && <Alert kind="warning" title="Dit aanmeldbewijs is ingetrokken">U kunt er geen aanvraag meer mee doen. Vraag de opleider om een nieuw aanmeldbewijs.</Alert>}
      {blad.status === 'gebruikt' && <Alert kind="ok" title="Gebruikt">U hebt met dit aanmeldbewijs een aanvraag ingediend.</Alert>}
      {voorstel !== undefined && <Voorstel blad={blad} voorstel={voorstel} />}
      {blad.status === 'uitgegeven' && voorstel === undefined && (
        <ActionForm action={startAction}>
          <input type="hidden" name="code" value={blad.code} />
          <ButtonGroup><Button iconEnd="arrow-right">Aanvraag voorbereiden</Button></ButtonGroup>
        </ActionForm>
      )}
      <Bewijsblad code={blad.code} adres={bewijsAdres(blad.code)} qr={bewijsQr(blad.code)} {...composeBlad(blad)} />
      <p><Link href={`/mijn/aanmeldbewijs/${blad.code}/pdf`} icon="download">Downloaden als PDF</Link></p>
    </>
  )
}

function Voorstel({ blad, voorstel: { id, soort, reden, wijziging } }: { blad: Blad; voorstel: Blad['voorstellen'][number] }) {
  return (
    <Card emphasis>
      <Heading level={2}>{soort === 'intrekking' ? 'De opleider wil dit aanmeldbewijs intrekken' : 'De opleider wil dit aanmeldbewijs wijzigen'}</Heading>
      <Paragraph>Reden van de opleider: {reden}</Paragraph>
      {wijziging === null
        ? <Paragraph>Gaat u akkoord, dan kunt u met dit aanmeldbewijs geen aanvraag meer doen.</Paragraph>
        : (
          <>
            <SummaryList rows={[
              { key: 'start', term: 'Start', value: verschil(formatDatum(blad.startdatum), formatDatum(wijziging.startdatum)) },
              { key: 'einde', term: 'Einde', value: verschil(formatDatum(blad.einddatum), formatDatum(wijziging.einddatum)) },
              { key: 'waar', term: 'Waar', value: verschil(blad.plaats ?? 'Online', wijziging.plaats ?? 'Online') },
              { key: 'bedrag', term: 'Gevraagd bedrag', value: verschil(formatBedrag(blad.gevraagdCent), formatBedrag(cent(wijziging.gevraagdCent))) },
            ]} />
            <Paragraph>Gaat u akkoord en stond uw aanvraag al klaar, dan controleert en verklaart u die opnieuw. Gaat u niet akkoord, dan verandert er niets.</Paragraph>
          </>
        )}
      <ActionForm action={antwoordAction}>
        <input type="hidden" name="voorstelId" value={id} />
        <ButtonGroup>
          <Button name="antwoord" value="akkoord" icon="check">Akkoord</Button>
          <Button name="antwoord" value="weiger" variant="secondary" icon="x">Niet akkoord</Button>
        </ButtonGroup>
      </ActionForm>
    </Card>
  )
}

function verschil(oud: string, nieuw: string) {
  return oud === nieuw ? oud : <><del>{oud}</del> wordt <strong>{nieuw}</strong></>
}
