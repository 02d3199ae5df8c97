import type { Metadata } from 'next'
import { BijdrageFormulier, LijstFormulier } from '@/app/(regie)/regie/[code]/loting/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonGroup, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { ZAADBRONNEN } from '@/lib/loting/model'
import { ZAADBRON_LABEL } from '@/lib/loting/texts'
import { getLoting, type LotingOverzicht } from '@/lib/loting/views'
import { now } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { tijdvakNaam } from '@/lib/tijdvak/texts'

export const metadata: Metadata = { title: 'Loting leiden' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ melding?: string | string[] }> }

const MELDING: Readonly<Record<string, { title: string; tekst: string }>> = {
  lijst: { title: 'De lijst wordt vastgesteld', tekst: 'Dat duurt hoogstens een minuut. Ververs daarna deze pagina.' },
  deel: { title: 'Uw deel ligt vast', tekst: 'Is het zaad compleet, dan wordt er meteen getrokken. Ververs dan deze pagina.' },
}

/** The three steps of a draw: list, seed, result. */
export default async function LotingLeidenPage({ params, searchParams }: Props) {
  const medewerker = await requireMedewerker('loting.lezen')
  const loting = await getLoting((await params).code)
  if (loting === undefined) toonNietGevonden()
  const { melding } = await searchParams
  const bericht = typeof melding === 'string' ? MELDING[melding] : undefined
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/regie', label: 'Regie' }, { href: `/regie/${loting.code}`, label: tijdvakNaam(loting.code) }]} />
      <PageTitle kicker={tijdvakNaam(loting.code)} lead="Eerst ligt de lijst vast, dan komt het zaad, dan volgt de uitslag. Zo kan niemand de uitslag sturen.">Loting</PageTitle>
      {bericht !== undefined && <Alert kind="ok" title={bericht.title}><p>{bericht.tekst}</p></Alert>}
      <Stand loting={loting} />
      {isAllowed(medewerker, 'loting.leiden') && <Stap loting={loting} isVoorbij={(await now()) >= loting.sluitOp} />}
      {loting.stand !== 'inschrijving' && <ButtonGroup><ButtonLink variant="secondary" href={`/publicaties/loting/${loting.code}`}>Bekijk wat iedereen ziet</ButtonLink></ButtonGroup>}
    </Stack>
  )
}

function Stand({ loting }: { loting: LotingOverzicht }) {
  const moment = (op: Date | null) => (op === null ? 'Nog niet' : formatTijdstip(op))
  return (
    <SummaryList rows={[
      { key: 'sluit', term: 'Aanvragen tot', value: formatTijdstip(loting.sluitOp) },
      { key: 'lijst', term: 'Deelnemerslijst', value: loting.lijstHash === null ? 'Nog niet vastgesteld' : `${(loting.aantal ?? 0).toLocaleString('nl-NL')} deelnemers, ${moment(loting.lijstOp)}` },
      ...(loting.lijstHash === null ? [] : [{ key: 'hash', term: 'Controlegetal', value: <code className="break-all">{loting.lijstHash}</code> }]),
      { key: 'zaad', term: 'Zaad', value: loting.zaad === null ? zaadStand(loting) : <code className="break-all">{loting.zaad}</code> },
      { key: 'trekking', term: 'Trekking', value: loting.toegekend === null ? 'Nog niet' : `${moment(loting.getrokkenOp)}: budget voor ${loting.toegekend.toLocaleString('nl-NL')} deelnemers` },
    ]} />
  )
}

function zaadStand({ zaadBron, baken, aantalBijdragen }: LotingOverzicht): string {
  if (zaadBron === null) return 'Komt na de lijst'
  return `${baken ?? ZAADBRON_LABEL[zaadBron]}: ${String(aantalBijdragen)} van 2 ingevoerd`
}

function Stap({ loting, isVoorbij }: { loting: LotingOverzicht; isVoorbij: boolean }) {
  if (loting.stand === 'getrokken') return null
  if (loting.stand === 'lijst-vast') {
    return (
      <section aria-labelledby="stap" className="stap-stapel">
        <Heading id="stap">Stap 2: het zaad</Heading>
        <Paragraph>Twee medewerkers voeren elk hun deel in. Met het tweede deel wordt er meteen getrokken. Dat is niet terug te draaien.</Paragraph>
        <BijdrageFormulier code={loting.code} isBaken={loting.zaadBron === 'baken'} />
      </section>
    )
  }
  if (!isVoorbij) return <Alert title="De aanvraagperiode loopt nog"><p>U kunt de lijst vaststellen vanaf {formatTijdstip(loting.sluitOp)}.</p></Alert>
  return (
    <section aria-labelledby="stap" className="stap-stapel">
      <Heading id="stap">Stap 1: de deelnemerslijst</Heading>
      <Paragraph>Wie heeft aangevraagd, niet is ingetrokken en niet is afgewezen, doet mee. Daarna verandert de lijst niet meer.</Paragraph>
      <LijstFormulier code={loting.code} bronnen={ZAADBRONNEN.map((bron) => ({ value: bron, label: ZAADBRON_LABEL[bron] }))} />
    </section>
  )
}
