import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { cent, formatBedrag } from '@/lib/base/money'
import { lotSchema } from '@/lib/loting/schema'
import { LOTING_UITKOMST, ZAADBRON_LABEL } from '@/lib/loting/texts'
import { findLot, getLoting, type LotingOverzicht } from '@/lib/loting/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { tijdvakNaam } from '@/lib/tijdvak/texts'

export const metadata: Metadata = { title: 'Loting narekenen' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ lot?: string | string[] }> }

/** The draw of a tijdvak with everything that is needed to do it again, and the place of one lot. */
export default async function LotingPage({ params, searchParams }: Props) {
  const loting = await getLoting((await params).code)
  if (loting === undefined) toonNietGevonden()
  const { lot } = await searchParams
  return (
    <Stack>
      <PageTitle kicker={`Loting ${tijdvakNaam(loting.code)}`} lead={LEAD[loting.stand]}>Zo is er geloot</PageTitle>
      {loting.stand !== 'inschrijving' && <MijnLot loting={loting} lot={typeof lot === 'string' ? lot : undefined} />}
      <Regels loting={loting} />
      {loting.stand !== 'inschrijving' && <Gegevens loting={loting} />}
      {loting.stand === 'getrokken' && <Narekenen loting={loting} />}
    </Stack>
  )
}

const LEAD = {
  inschrijving: 'De aanvraagperiode loopt of is net voorbij. Daarna stellen wij de deelnemerslijst vast. Die staat dan hier.',
  'lijst-vast': 'De deelnemerslijst ligt vast. Hieronder staat haar controlegetal. Pas daarna komt het zaad van de loting, zodat niemand de uitslag kan sturen.',
  getrokken: 'De loting is getrokken. Hieronder staat alles waarmee u haar zelf kunt narekenen.',
} as const

async function MijnLot({ loting, lot }: { loting: LotingOverzicht; lot: string | undefined }) {
  const parsed = lot === undefined || lot.trim() === '' ? undefined : lotSchema.safeParse(lot)
  const fout = parsed?.success === false ? (parsed.error.issues[0]?.message ?? '') : undefined
  return (
    <section aria-labelledby="mijn-lot" className="stap-stapel">
      <Heading id="mijn-lot">Zoek uw lot op</Heading>
      <form method="get" className="stap-stapel max-w-tekst">
        <Field name="lot" label="Uw lot" description="U vindt uw lot bij uw aanvraag in Mijn STAP. Het zijn 32 cijfers en letters." fouten={fout === undefined ? [] : [fout]} defaultValue={lot ?? ''} autoComplete="off" spellCheck={false} />
        <ButtonGroup><Button variant="secondary" icon="search">Zoek op</Button></ButtonGroup>
      </form>
      {parsed?.success === true && <Uitkomst loting={loting} lot={parsed.data} />}
    </section>
  )
}

async function Uitkomst({ loting, lot }: { loting: LotingOverzicht; lot: string }) {
  const gevonden = await findLot(loting.code, lot)
  if (gevonden === undefined) return <Alert kind="warning" title="Dit lot staat niet op de lijst"><p>Kijk of u het goed hebt overgenomen. Klopt het lot en hebt u op tijd aangevraagd? Neem dan contact met ons op.</p></Alert>
  if (gevonden.uitkomst === null || gevonden.rang === null) return <Alert title="Dit lot doet mee"><p>Het staat op regel {gevonden.nummer} van de lijst. De trekking is nog niet geweest.</p></Alert>
  const bedrag = gevonden.bedragCent > 0 ? `: ${formatBedrag(cent(gevonden.bedragCent))}` : ''
  return (
    <Alert kind={gevonden.uitkomst === 'gereserveerd' ? 'ok' : 'info'} title={`Plaats ${gevonden.rang.toLocaleString('nl-NL')} van ${(loting.aantal ?? 0).toLocaleString('nl-NL')}`}>
      <p>{LOTING_UITKOMST[gevonden.uitkomst]}{bedrag}.</p>
    </Alert>
  )
}

function Regels({ loting }: { loting: LotingOverzicht }) {
  return (
    <section aria-labelledby="regels" className="stap-stapel max-w-tekst">
      <Heading id="regels">De regels</Heading>
      <ol className="stap-stapel list-decimal pl-6">
        <li>Na de aanvraagperiode stellen wij de lijst van deelnemers vast. Iedere aanvraag heeft een lot: een code waaraan niemand kan zien van wie zij is. Van de lijst publiceren wij het controlegetal (SHA-256).</li>
        <li>Daarna komt het zaad. {loting.zaadBron === 'baken' ? 'Twee medewerkers lezen de waarde af van een openbare bron die vooraf is genoemd.' : 'Twee medewerkers geven elk een deel, zonder dat van de ander te zien.'} Het zaad is het controlegetal van de lijst en die delen samen.</li>
        <li>Van ieder lot nemen wij het controlegetal van zaad en lot. Het laagste is de eerste.{loting.compartimenten.some(({ gewicht }) => gewicht > 1) ? ' Wie meer kaarten heeft, houdt de laagste.' : ''}</li>
        <li>{loting.wijze === 'per-compartiment' ? 'Er is een trekking voor ieder deel van het budget, in vaste volgorde. Wie daar niets kreeg en in een volgend deel past, doet daar weer mee.' : 'In die volgorde krijgt iedereen budget, tot het op is.'}</li>
      </ol>
      <Paragraph>Zoveel budget is er te verdelen:</Paragraph>
      <SummaryList rows={loting.compartimenten.map(({ code, naam, plafondCent, gewicht }) => ({
        key: code, term: naam, value: `${formatBedrag(cent(plafondCent))}${gewicht > 1 ? `, ${String(gewicht)} kaarten per deelnemer` : ''}`,
      }))} />
    </section>
  )
}

function Gegevens({ loting }: { loting: LotingOverzicht }) {
  const moment = (op: Date | null) => (op === null ? 'Nog niet' : formatTijdstip(op))
  return (
    <section aria-labelledby="gegevens" className="stap-stapel">
      <Heading id="gegevens">De gegevens</Heading>
      <SummaryList rows={[
        { key: 'aantal', term: 'Deelnemers', value: (loting.aantal ?? 0).toLocaleString('nl-NL') },
        { key: 'lijstOp', term: 'Lijst vastgesteld', value: moment(loting.lijstOp) },
        { key: 'lijst', term: 'Controlegetal van de lijst', value: <Code>{loting.lijstHash}</Code> },
        ...(loting.zaadBron === null ? [] : [{ key: 'bron', term: 'Zaad komt van', value: loting.baken ?? ZAADBRON_LABEL[loting.zaadBron] }]),
        ...loting.bijdragen.map((bijdrage, index) => ({ key: `deel-${String(index)}`, term: loting.zaadBron === 'baken' ? 'Afgelezen waarde' : `Deel ${String(index + 1)} van het zaad`, value: <Code>{bijdrage}</Code> })),
        ...(loting.zaad === null ? [] : [
          { key: 'zaad', term: 'Zaad', value: <Code>{loting.zaad}</Code> },
          { key: 'getrokken', term: 'Getrokken', value: moment(loting.getrokkenOp) },
          { key: 'toegekend', term: 'Budget gereserveerd voor', value: `${(loting.toegekend ?? 0).toLocaleString('nl-NL')} deelnemers` },
          { key: 'uitslag', term: 'Controlegetal van de uitslag', value: <Code>{loting.uitslagHash}</Code> },
        ]),
      ]} />
    </section>
  )
}

function Code({ children }: { children: string | null }) {
  return <code className="break-all">{children}</code>
}

function Narekenen({ loting }: { loting: LotingOverzicht }) {
  const basis = `/publicaties/loting/${loting.code}`
  return (
    <section aria-labelledby="narekenen" className="stap-stapel">
      <Heading id="narekenen">Zelf narekenen</Heading>
      <Paragraph>Het programma hieronder doet de hele loting opnieuw, op uw eigen computer en zonder ons. U hebt alleen Node.js nodig. Het zegt per stap of die klopt, en wat de plaats van uw lot is.</Paragraph>
      <pre className="whitespace-pre-wrap break-words"><code>{`node verifieer-loting.mjs ADRES-VAN-DEZE-PAGINA UW-LOT`}</code></pre>
      <ButtonGroup>
        <ButtonLink variant="secondary" icon="download" href="/verifieer-loting.mjs">Programma downloaden</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`${basis}/lijst`}>Deelnemerslijst (CSV)</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`${basis}/uitslag`}>Uitslag (CSV)</ButtonLink>
      </ButtonGroup>
      <Paragraph>De overige gegevens staan in <Link href={`${basis}/gegevens`}>een bestand voor programma&apos;s (JSON)</Link>.</Paragraph>
    </section>
  )
}
