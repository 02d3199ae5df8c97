import type { Metadata } from 'next'
import { beslisAfboekingAction } from '@/app/(uwv)/uwv/vorderingen/[kenmerk]/action'
import { Afboeking, Intrekking, Overdrachtbesluit, RegelingBesluit, Uitstel } from '@/app/(uwv)/uwv/vorderingen/[kenmerk]/form'
import { Mutaties, Termijnen } from '@/components/dossier/vordering'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { Timeline } from '@/components/ui/timeline'
import type { Medewerker } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, formatDatumKort } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { getRegeling } from '@/lib/regeling/views'
import { mandaatVan } from '@/lib/vordering/rules/mandaat'
import { AFBOEKING_LABEL, BESLAGVRIJ_LABEL, GEBEURTENIS_LABEL, GROND, OVERDRACHT_LABEL, REGELING_LABEL, STATUS_LABEL, STATUS_TOON, VERREKEN_LABEL, VOORLEG_LABEL } from '@/lib/vordering/texts'
import { getVordering } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Terugvordering' }

type Vordering = NonNullable<Awaited<ReturnType<typeof getVordering>>>

/** One claim with everything that happened, and what can be decided about it. */
export default async function VorderingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const medewerker = await requireMedewerker('vordering.lezen')
  const vordering = await getVordering(medewerker, decodeURIComponent((await params).kenmerk))
  if (vordering === undefined) return toonNietGevonden()
  const mandaat = mandaatVan(medewerker.rollen, (await getRegeling(await today())).get('kwijtschelding-mandaat'))
  const magBeslissen = isAllowed(medewerker, 'vordering.beheren')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/vorderingen', label: 'Terugvorderingen' }]} />
      <PageTitle kicker={vordering.schuldenaar} lead={GROND[vordering.grond].zin}>{vordering.kenmerk}</PageTitle>
      <div><StatusBadge tone={vordering.isTeLaat ? 'fout' : STATUS_TOON[vordering.status]}>{STATUS_LABEL[vordering.status]}{vordering.isTeLaat && ', te laat'}</StatusBadge></div>
      {magBeslissen && <Beslissen vordering={vordering} medewerker={medewerker} />}
      <SummaryList rows={rowsOf(vordering)} />
      {vordering.lopend?.status === 'toegewezen' && <Termijnen termijnen={vordering.lopend.termijnen} />}
      <Mutaties vordering={vordering} />
      {magBeslissen && <Handelingen vordering={vordering} mandaat={formatBedrag(cent(mandaat))} />}
      <section className="stap-stapel" aria-labelledby="verloop">
        <Heading id="verloop">Wat er gebeurde</Heading>
        <Timeline moments={vordering.gebeurtenissen.map(({ id, soort, op, door, reden }) => ({
          key: id, title: GEBEURTENIS_LABEL[soort] ?? soort, when: `${formatTijdstip(op)}, ${door}`, dateTime: op.toISOString(), ...(reden === null ? {} : { children: reden }),
        }))} />
      </section>
    </Stack>
  )
}

/** What waits for an employee, above everything else. */
function Beslissen({ vordering, medewerker }: { vordering: Vordering; medewerker: Medewerker }) {
  const { kenmerk, lopend, overdracht, voorstellen, terug, iban } = vordering
  return (
    <>
      {lopend?.status === 'aangevraagd' && vordering.open > 0 && (
        <Card emphasis>
          <Heading>Beslis over betalen in termijnen</Heading>
          <Paragraph>Gevraagd: <Bedrag cent={lopend.termijn} /> per maand, {lopend.aantal} keer, vanaf {formatDatum(lopend.eersteOp)}.</Paragraph>
          <ul className="list-disc pl-6">{lopend.redenen.map((reden) => <li key={reden}>{VOORLEG_LABEL[reden]}</li>)}</ul>
          {lopend.beslagvrij !== 'nvt' && <Paragraph>Genoeg om van te leven? {BESLAGVRIJ_LABEL[lopend.beslagvrij]}.</Paragraph>}
          {lopend.omstandigheden !== null && <Paragraph>Bijzondere omstandigheden: {lopend.omstandigheden}</Paragraph>}
          <RegelingBesluit regelingId={lopend.id} termijn={formatBedrag(lopend.termijn)} />
        </Card>
      )}
      {overdracht === 'voorgelegd' && vordering.open > 0 && (
        <Card emphasis>
          <Heading>Beslis over de gerechtsdeurwaarder</Heading>
          <Paragraph>De termijn van de aanmaning is voorbij. Wij maken zelf geen dwangbevel. Kijk eerst of bellen of een betalingsregeling helpt.</Paragraph>
          <Overdrachtbesluit kenmerk={kenmerk} />
        </Card>
      )}
      {vordering.open > 0 && voorstellen.map(({ soort, bedrag, reden, door, doorId }) => (
        <Card key={doorId} emphasis>
          <Heading>Beslis over een voorstel</Heading>
          <Paragraph>{door} stelt voor: {AFBOEKING_LABEL[soort].toLowerCase()}, <Bedrag cent={bedrag} />. {reden}</Paragraph>
          {doorId === medewerker.id
            ? <Paragraph>Dit is uw eigen voorstel. Een collega moet beslissen.</Paragraph>
            : <ActionForm action={beslisAfboekingAction}><input type="hidden" name="kenmerk" value={kenmerk} /><ButtonGroup><Button name="besluit" value="verleen" icon="check">Akkoord</Button><Button name="besluit" value="wijs-af" variant="secondary" icon="x">Niet akkoord</Button></ButtonGroup></ActionForm>}
        </Card>
      ))}
      {terug.filter(({ isBetaald }) => !isBetaald).map(({ id, bedrag }) => (
        <Alert key={id} kind="warning" title="Betaal terug">
          <p>Betaal <Bedrag cent={bedrag} /> vanaf rekening {iban} naar de rekening waarvan dit is ontvangen. Die staat bij de ontvangst op het <Link href="/uwv/bank">afschrift</Link>. Zet {kenmerk} in de omschrijving. Zodra het op een afschrift staat, wordt het vanzelf geboekt.</p>
        </Alert>
      ))}
    </>
  )
}

/** What an employee may do of its own accord, each behind its line. */
function Handelingen({ vordering, mandaat }: { vordering: Vordering; mandaat: string }) {
  const { kenmerk, open, status, voorstellen, verrekenBeletsels } = vordering
  const isIntrekbaar = ['open', 'deels-voldaan', 'voldaan'].includes(status)
  if (open === 0 && !isIntrekbaar) return null
  return (
    <section className="stap-stapel" aria-labelledby="doen">
      <Heading id="doen">Wat u kunt doen</Heading>
      {open > 0 && <Details line summary="Uitstel geven"><Uitstel kenmerk={kenmerk} /></Details>}
      {open > 0 && voorstellen.length === 0 && <Details line summary="Kwijtschelden of afboeken"><Afboeking kenmerk={kenmerk} open={formatBedrag(open)} mandaat={mandaat} /></Details>}
      {isIntrekbaar && <Details line summary="Verlagen of intrekken na bezwaar"><Intrekking kenmerk={kenmerk} /></Details>}
      {open > 0 && (
        <Details line summary="Mag ik verrekenen?">
          <Paragraph>{verrekenBeletsels.length === 0 ? 'Ja, met een betaling aan dezelfde ontvanger voor dezelfde scholing in een ander tijdvak (Awb 4:57 lid 3). Overleg met de jurist.' : 'Nee. De wet staat het niet toe:'}</Paragraph>
          {verrekenBeletsels.length > 0 && <ul className="list-disc pl-6">{verrekenBeletsels.map((beletsel) => <li key={beletsel}>{VERREKEN_LABEL[beletsel]}</li>)}</ul>}
        </Details>
      )}
    </section>
  )
}

function rowsOf(vordering: Vordering) {
  const { aanvraagKenmerk, opleiding, opleider, bedrag, openHoofdsom, openKosten, vervaltOp, aanmaningVervaltOp, uitstelTot, verjaartOp, bezwaarUiterlijkOp, overdracht, regelingen: [regeling] } = vordering
  return [
    { key: 'aanvraag', term: 'Aanvraag', value: <span className="whitespace-nowrap">{aanvraagKenmerk}</span> },
    { key: 'scholing', term: 'Scholing', value: `${opleiding}, betaald aan ${opleider}` },
    { key: 'bedrag', term: 'Teruggevorderd', value: <Bedrag cent={bedrag} /> },
    { key: 'open', term: 'Nog open', value: <><Bedrag cent={openHoofdsom} />{openKosten > 0 && <>, en <Bedrag cent={openKosten} /> kosten en rente</>}</> },
    { key: 'vervalt', term: 'Te betalen uiterlijk', value: formatDatum(vervaltOp) },
    ...(aanmaningVervaltOp === null ? [] : [{ key: 'aanmaning', term: 'Na de aanmaning uiterlijk', value: formatDatum(aanmaningVervaltOp) }]),
    ...(uitstelTot === null ? [] : [{ key: 'uitstel', term: 'Uitstel tot en met', value: formatDatum(uitstelTot) }]),
    ...(regeling === undefined ? [] : [{ key: 'regeling', term: 'Betalen in termijnen', value: <>{REGELING_LABEL[regeling.status]}, <Bedrag cent={regeling.termijn} /> per maand</> }]),
    ...(overdracht === null ? [] : [{ key: 'overdracht', term: 'Gerechtsdeurwaarder', value: OVERDRACHT_LABEL[overdracht] }]),
    { key: 'bezwaar', term: 'Bezwaar tot en met', value: formatDatumKort(bezwaarUiterlijkOp) },
    { key: 'verjaart', term: 'Verjaart na', value: formatDatumKort(verjaartOp) },
  ]
}
