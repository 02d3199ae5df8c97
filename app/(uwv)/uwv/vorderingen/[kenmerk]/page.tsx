import type { Metadata } from 'next'
import { beslisAfboekingAction, maanOpnieuwAanAction } from '@/app/(uwv)/uwv/vorderingen/[kenmerk]/action'
import { Afboeking, Intrekking, Overdrachtbesluit, RegelingBesluit, Rekeningoordeel, Uitstel, Verrekening } from '@/app/(uwv)/uwv/vorderingen/[kenmerk]/form'
import { Mutaties, Termijnen } from '@/components/dossier/vordering'
import { ActionForm } from '@/components/ui/action-form.client'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
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
import { AFBOEKING_LABEL, BESLAGVRIJ_LABEL, GEBEURTENIS_LABEL, GROND, HERKOMST_LABEL, NAAM_ANTWOORD, OVERDRACHT_LABEL, REGELING_LABEL, STATUS_LABEL, STATUS_TOON, TERUGBETALING_LABEL, TERUGBETALING_TOON, VERREKEN_LABEL, VOORLEG_LABEL } from '@/lib/vordering/texts'
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
      {vordering.terug.length > 0 && <Terugbetalingen vordering={vordering} />}
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
  const { kenmerk, lopend, overdracht, voorstellen, rekening } = vordering
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
      {voorstellen.filter(({ soort }) => vordering.open > 0 || soort === 'intrekking').map(({ soort, bedrag, reden, door, doorId }) => (
        <Card key={doorId} emphasis>
          <Heading>Beslis over een voorstel</Heading>
          <Paragraph>{door} stelt voor: {AFBOEKING_LABEL[soort].toLowerCase()}, <Bedrag cent={bedrag} />. {reden}</Paragraph>
          {doorId === medewerker.id
            ? <Paragraph>Dit is uw eigen voorstel. Een collega moet beslissen.</Paragraph>
            : <ActionForm action={beslisAfboekingAction}><input type="hidden" name="kenmerk" value={kenmerk} /><ButtonGroup><Button name="besluit" value="verleen" icon="check">Akkoord</Button><Button name="besluit" value="wijs-af" variant="secondary" icon="x">Niet akkoord</Button></ButtonGroup></ActionForm>}
        </Card>
      ))}
      {rekening?.status === 'te-beoordelen' && (
        <Card emphasis>
          <Heading>Beoordeel de rekening</Heading>
          <Paragraph>De burger wil geld terug op rekening {rekening.rekening}, op naam van {rekening.tenaamstelling}. {NAAM_ANTWOORD[rekening.antwoord ?? 'onbekend'] ?? ''}</Paragraph>
          <Paragraph>{HERKOMST_LABEL[rekening.herkomst]}. Op de aanvraag staat: {vordering.schuldenaar}. Bel de burger bij twijfel op een nummer dat u al kende.</Paragraph>
          <Rekeningoordeel kenmerk={kenmerk} />
        </Card>
      )}
    </>
  )
}

/** What an employee may do of its own accord, each behind its line. */
function Handelingen({ vordering, mandaat }: { vordering: Vordering; mandaat: string }) {
  const { kenmerk, open, status, voorstellen } = vordering
  const isIntrekbaar = ['open', 'deels-voldaan', 'voldaan'].includes(status)
  if (open === 0 && !isIntrekbaar) return null
  return (
    <section className="stap-stapel" aria-labelledby="doen">
      <Heading id="doen">Wat u kunt doen</Heading>
      {open > 0 && <Details line summary="Uitstel geven"><Uitstel kenmerk={kenmerk} /></Details>}
      {open > 0 && voorstellen.length === 0 && <Details line summary="Kwijtschelden of afboeken"><Afboeking kenmerk={kenmerk} open={formatBedrag(open)} mandaat={mandaat} /></Details>}
      {isIntrekbaar && <Details line summary="Verlagen of intrekken na bezwaar"><Intrekking kenmerk={kenmerk} /></Details>}
      {open > 0 && vordering.aanmaningVervaltOp !== null && vordering.lopend === undefined && (
        <Details line summary="Opnieuw aanmanen">
          <Paragraph>De terugvordering verjaart na {formatDatum(vordering.verjaartOp)}. Een nieuwe aanmaning stuit de verjaring: de termijn begint dan opnieuw (Awb 4:106). De schuldenaar krijgt weer de tijd van een aanmaning, zonder nieuwe kosten.</Paragraph>
          <ActionForm action={maanOpnieuwAanAction}><input type="hidden" name="kenmerk" value={kenmerk} /><ButtonGroup><Button variant="secondary" icon="send">Aanmaning sturen</Button></ButtonGroup></ActionForm>
        </Details>
      )}
      {open > 0 && <Details line summary="Verrekenen"><Verrekenen vordering={vordering} mandaat={mandaat} /></Details>}
    </section>
  )
}

/** What may be set off, and of the rest why not (Awb 4:93 lid 1). */
function Verrekenen({ vordering, mandaat }: { vordering: Vordering; mandaat: string }) {
  const { kenmerk, verrekenkansen, voorstellen, aan } = vordering
  const kansen = verrekenkansen.filter(({ beletsels }) => beletsels.length === 0)
  const nee = verrekenkansen.filter(({ beletsels }) => beletsels.length > 0)
  return (
    <>
      {verrekenkansen.length === 0 && <Paragraph>Er is niets om mee te verrekenen: wij moeten deze {aan} op geen andere terugvordering iets terugbetalen.</Paragraph>}
      {aan === 'opleider' && <Paragraph>Met facturen van de opleider verrekent u niet. {VERREKEN_LABEL['geen-subsidieontvanger']}</Paragraph>}
      {nee.map(({ terugbetalingId, kenmerk: ander, hoofdsomCent, beletsels }) => (
        <div key={terugbetalingId}>
          <Paragraph>Met wat wij moeten terugbetalen op <Link href={`/uwv/vorderingen/${ander}`}>{ander}</Link>{hoofdsomCent > 0 && <> (<Bedrag cent={cent(hoofdsomCent)} />)</>} mag u niet verrekenen:</Paragraph>
          <ul className="list-disc pl-6">{beletsels.map((beletsel) => <li key={beletsel}>{VERREKEN_LABEL[beletsel]}</li>)}</ul>
        </div>
      ))}
      {kansen.length > 0 && (voorstellen.length > 0
        ? <Paragraph>Er ligt al een voorstel. Beslis daar eerst over.</Paragraph>
        : <Verrekening kenmerk={kenmerk} mandaat={mandaat} kansen={kansen.map(({ terugbetalingId, kenmerk: ander, hoofdsomCent, hoogstensCent, werktVanaf }) => ({
            terugbetalingId, label: `${ander}: wij moeten ${formatBedrag(cent(hoofdsomCent))} terugbetalen`,
            gevolg: `Hoogstens ${formatBedrag(cent(hoogstensCent))}. De burger betaalt dat minder, en krijgt het op ${ander} niet meer terug. Het telt vanaf ${formatDatum(werktVanaf)}.`,
          }))} />)}
    </>
  )
}

/** What we owe back, and where that stands. */
function Terugbetalingen({ vordering: { terug, aan, rekening } }: { vordering: Vordering }) {
  const wacht = aan === 'burger' && rekening?.status !== 'akkoord'
  return (
    <Table caption="Wat wij terugbetalen" rows={terug} rowKey={({ id }) => id} columns={[
      { key: 'bedrag', header: 'Bedrag', numeric: true, rowHeader: true, cell: ({ bedrag, verrekend }) => <>{<Bedrag cent={bedrag} />}{verrekend > 0 && <span className="text-ink-soft block font-normal">verrekend: <Bedrag cent={verrekend} /></span>}</> },
      { key: 'status', header: 'Status', cell: ({ status }) => <StatusBadge tone={TERUGBETALING_TOON[status]}>{TERUGBETALING_LABEL[status]}</StatusBadge> },
      { key: 'wat', header: 'Wat er gebeurt', cell: ({ status, betaaldOp, msgId }) => (
        status === 'open' ? (wacht ? 'Wacht op de rekening van de burger' : 'Gaat mee met de volgende batch')
        : status === 'teruggekomen' ? <>Handel de vraag af bij <Link href="/uwv/bank">Bank</Link></>
        : <>{betaaldOp !== null && <span className="whitespace-nowrap">{formatDatumKort(betaaldOp)}</span>} {msgId !== null && <Link className="whitespace-nowrap" href={`/uwv/betalingen/${msgId}`}>{msgId}</Link>}</>
      ) },
    ]} />
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
