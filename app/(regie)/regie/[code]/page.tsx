import type { Metadata } from 'next'
import { HervatFormulier, SnelheidFormulier } from '@/app/(regie)/regie/[code]/form'
import { LevendeMeting } from '@/app/(regie)/regie/[code]/meting.client'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Sneltoetsen } from '@/components/ui/sneltoetsen.client'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import type { RegieHandeling, RegieStand } from '@/lib/monitoring/model'
import { calculateSnelheid } from '@/lib/monitoring/rules/snelheid'
import { readRegieStand } from '@/lib/monitoring/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { canSturen } from '@/lib/tijdvak/rules/sturing'
import { TOESTAND_LABELS, TOESTAND_TONES } from '@/lib/tijdvak/texts'

export const metadata: Metadata = { title: 'Regiekamer' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ ververs?: string }> }

/** The control room of one tijdvak: how it goes, and the knobs. */
export default async function RegieTijdvakPage({ params, searchParams }: Props) {
  const medewerker = await requireMedewerker('regie.lezen')
  const [{ code }, { ververs }] = await Promise.all([params, searchParams])
  const stand = await readRegieStand(code)
  if (stand === undefined) toonNietGevonden()
  const magSturen = isAllowed(medewerker, 'tijdvak.sturen')
  return (
    <Stack>
      {ververs === '10' && <meta httpEquiv="refresh" content="10" />}
      <Breadcrumb items={[{ href: '/regie', label: 'Regiekamer' }]} />
      <PageTitle lead={`Opent ${stand.opentOp}, laatste dag ${stand.laatsteDag}. ${stand.modus === 'loting' ? 'Wordt verdeeld door loting.' : 'Wordt verdeeld op volgorde van binnenkomst.'}`}>
        <span className="flex flex-wrap items-center gap-3">{stand.code}<Toestand stand={stand} /></span>
      </PageTitle>
      <noscript>
        <p>Deze pagina ververst zichzelf niet zonder JavaScript. <Link href={`/regie/${code}`}>Ververs nu</Link> of <Link href={`/regie/${code}?ververs=10`}>ververs elke 10 seconden</Link>.</p>
      </noscript>
      <div className="grid gap-6 xl:grid-cols-[1fr_21rem]">
        <div className="stap-stapel order-2 min-w-0 xl:order-1"><LevendeMeting eerste={stand} /></div>
        <div className="stap-stapel order-1 min-w-0 xl:order-2">
          {magSturen ? <Sturen stand={stand} /> : <Paragraph>U kijkt mee. Sturen doet de ketenregisseur.</Paragraph>}
          {isAllowed(medewerker, 'plafond.wijzigen') && stand.toestand !== 'gesloten' && (
            <ButtonGroup><ButtonLink variant="secondary" icon="coin-euro" href={`/regie/${code}/budget`}>Budget wijzigen</ButtonLink></ButtonGroup>
          )}
          {stand.modus === 'loting' && isAllowed(medewerker, 'loting.lezen') && (
            <ButtonGroup><ButtonLink variant="secondary" href={`/regie/${code}/loting`}>Loting</ButtonLink></ButtonGroup>
          )}
          {isAllowed(medewerker, 'bewijs.lezen') && stand.toestand !== 'gepland' && (
            <ButtonGroup><ButtonLink variant="secondary" icon="download" href={`/regie/${code}/bewijs`}>Bewijspakket (ZIP)</ButtonLink></ButtonGroup>
          )}
        </div>
      </div>
      <Table caption="Laatste handelingen" columns={HANDELINGEN} rows={stand.handelingen} rowKey={({ id }) => id} empty={<Paragraph>Er is nog niets gedaan.</Paragraph>} />
      <Sneltoetsen toetsen={[
        { toets: 'r', doet: 'Naar de reden', naar: '[name="reden"]' }, { toets: 'a', doet: 'Naar het aantal per minuut', naar: '[name="perMinuut"]' },
        { toets: 'p', doet: 'Naar pauzeren of hervatten', naar: '[data-toets="pauze"]' },
      ]} />
    </Stack>
  )
}

function Toestand({ stand: { toestand, isUitgeput } }: { stand: RegieStand }) {
  if (isUitgeput && toestand === 'open') return <StatusBadge tone="let-op">Open, budget op</StatusBadge>
  return <StatusBadge tone={TOESTAND_TONES[toestand]}>{TOESTAND_LABELS[toestand]}</StatusBadge>
}

function Sturen({ stand }: { stand: RegieStand }) {
  const { code, perMinuut, toestand } = stand
  const kan = (handeling: 'pauzeer' | 'hervat' | 'stop' | 'heropen') => canSturen(handeling, toestand)
  return (
    <Card emphasis>
      <Heading level={2}>Sturen</Heading>
      {stand.hasWachtkamer && toestand !== 'gesloten'
        ? <SnelheidFormulier code={code} perMinuut={perMinuut} langzamer={calculateSnelheid(perMinuut, 'langzamer')} sneller={calculateSnelheid(perMinuut, 'sneller')} />
        : <Paragraph>{toestand === 'gesloten' ? 'Dit tijdvak is gesloten.' : 'De wachtkamer is er nog niet. De snelheid stelt u in zodra zij open is.'}</Paragraph>}
      {kan('hervat') && <HervatFormulier code={code} />}
      <ButtonGroup>
        {kan('pauzeer') && (
          <ButtonLink variant="secondary" icon="player-pause" href={`/regie/${code}/pauzeren`} {...(!kan('hervat') && { 'data-toets': 'pauze' })}>
            {toestand === 'gepauzeerd' ? 'Melding wijzigen' : 'Pauzeren'}
          </ButtonLink>
        )}
        {kan('heropen') && <ButtonLink variant="secondary" icon="calendar-event" href={`/regie/${code}/heropenen`}>{toestand === 'gepland' ? 'Opening verzetten' : 'Heropenen'}</ButtonLink>}
        {kan('stop') && <ButtonLink variant="danger" icon="ban" href={`/regie/${code}/stoppen`}>Stoppen</ButtonLink>}
      </ButtonGroup>
    </Card>
  )
}

const HANDELINGEN: readonly Column<RegieHandeling>[] = [
  { key: 'wat', header: 'Wat', rowHeader: true, cell: ({ wat, toelichting }) => <>{wat}{toelichting !== null && <span className="block font-normal text-ink-soft">{toelichting}</span>}</> },
  { key: 'op', header: 'Wanneer', cell: ({ op }) => <span className="whitespace-nowrap">{op}</span> },
  { key: 'wie', header: 'Wie', cell: ({ wie }) => wie },
  { key: 'reden', header: 'Reden', cell: ({ reden }) => reden ?? '' },
]
