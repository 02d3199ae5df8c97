import type { Metadata } from 'next'
import { z } from 'zod'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { tijdvakNaam } from '@/lib/tijdvak/texts'
import type { WachtkamerLoting } from '@/lib/wachtkamer/model'
import { lotSchema } from '@/lib/wachtkamer/schema'
import { readLoting, readPlaatsVanLot } from '@/lib/wachtkamer/views'

export const metadata: Metadata = { title: 'Loting van de wachtkamer' }

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ lot?: string | string[]; ronde?: string | string[] }> }

const rondeSchema = z.coerce.number().int().min(1).max(9_999).optional().catch(undefined)

/** The draw of a waiting room: how it goes, everything with which anybody does it again, and the place of one lot. */
export default async function Page({ params, searchParams }: Props) {
  const { lot, ronde } = await searchParams
  const loting = await readLoting((await params).code, rondeSchema.parse(ronde))
  if (loting === undefined) toonNietGevonden()
  return (
    <Stack>
      <PageTitle kicker={`Wachtkamer ${tijdvakNaam(loting.code)}`} lead={leadOf(loting)}>{loting.gelootOp === null ? 'Zo loten wij om de plaatsen' : 'Zo is er geloot om de plaatsen'}</PageTitle>
      {/* Before the draw the promise is what somebody comes for; after it the own place. */}
      {loting.gelootOp === null ? <Gegevens loting={loting} /> : <MijnLot loting={loting} lot={typeof lot === 'string' ? lot : undefined} />}
      <Regels />
      {loting.gelootOp !== null && <Gegevens loting={loting} />}
      {loting.gelootOp !== null && <Narekenen loting={loting} />}
      {loting.ronde > 1 && <Eerder loting={loting} />}
    </Stack>
  )
}

function leadOf({ gelootOp, opentOp }: WachtkamerLoting): string {
  return gelootOp === null
    ? `De loting is op ${formatTijdstip(opentOp)}. Het controlegetal hieronder ligt nu al vast. Bewaar het. Dan kunt u straks zien dat wij niets hebben veranderd.`
    : 'Wie er voor de opening was, heeft een plaats gekregen door loting. Hieronder staat alles waarmee u die loting zelf kunt narekenen.'
}

async function MijnLot({ loting, lot }: { loting: WachtkamerLoting; lot: string | undefined }) {
  const parsed = lot === undefined || lot.trim() === '' ? undefined : lotSchema.safeParse(lot)
  const fouten = parsed?.success === false ? parsed.error.issues.map(({ message }) => message) : []
  return (
    <section aria-labelledby="mijn-lot" className="stap-stapel">
      <Heading id="mijn-lot">Zoek uw plaats op</Heading>
      <form method="get" className="stap-stapel max-w-tekst">
        {loting.ronde > 1 && <input type="hidden" name="ronde" value={loting.ronde} />}
        <Field name="lot" label="Uw lot" description="Uw lot staat in de wachtkamer, bij uw plaats. Het zijn 32 cijfers en letters." fouten={fouten} defaultValue={lot ?? ''} autoComplete="off" spellCheck={false} />
        <ButtonGroup><Button variant="secondary" icon="search">Zoek op</Button></ButtonGroup>
      </form>
      {parsed?.success === true && <Uitkomst loting={loting} lot={parsed.data} />}
    </section>
  )
}

async function Uitkomst({ loting: { code, ronde, aantalVoor }, lot }: { loting: WachtkamerLoting; lot: string }) {
  const gevonden = await readPlaatsVanLot(code, ronde, lot)
  if (gevonden === undefined) {
    return (
      <Alert kind="warning" title="Dit lot deed niet mee aan de loting">
        <p>Kijk of u het goed hebt overgenomen. Nam u uw plaats pas na de opening? Dan hebt u geen lot nodig: uw nummer is uw plaats.</p>
      </Alert>
    )
  }
  return (
    <Alert kind="ok" title={`Plaats ${gevonden.plaats.toLocaleString('nl-NL')} van ${(aantalVoor ?? 0).toLocaleString('nl-NL')}`}>
      <p>Dit lot staat op regel {gevonden.nummer.toLocaleString('nl-NL')} van de lijst.</p>
    </Alert>
  )
}

function Regels() {
  return (
    <section aria-labelledby="regels" className="stap-stapel max-w-tekst">
      <Heading id="regels">De regels</Heading>
      <ol className="stap-stapel list-decimal pl-6">
        <li>Als de wachtkamer opengaat, kiest de computer een geheim getal: het zaad. Van dat zaad maken wij meteen het controlegetal bekend (SHA-256). Zo ligt het zaad vast voordat er iemand in de wachtkamer is.</li>
        <li>Iedereen in de wachtkamer heeft één lot: een code waaraan niemand kan zien van wie zij is. Meer apparaten of tabbladen geven niet meer loten.</li>
        <li>Bij de opening ligt de lijst van loten vast. Zij staan op volgorde van binnenkomst. Ook van de lijst maken wij het controlegetal.</li>
        <li>Daarna wordt er geloot. Van ieder lot nemen wij het controlegetal van het zaad, het controlegetal van de lijst en het lot achter elkaar. Het laagste krijgt plaats 1, het volgende plaats 2, en zo verder.</li>
        <li>Wie na de opening komt, sluit achteraan aan. Wie weggaat en na de opening terugkomt ook.</li>
        <li>Wordt de opening verplaatst nadat er is geloot? Dan loten wij opnieuw, met een nieuw zaad. Iedereen die al een plaats had, doet weer mee.</li>
      </ol>
    </section>
  )
}

function Gegevens({ loting }: { loting: WachtkamerLoting }) {
  return (
    <section aria-labelledby="gegevens" className="stap-stapel">
      <Heading id="gegevens">De gegevens</Heading>
      <SummaryList rows={[
        { key: 'belofte', term: 'Controlegetal van het zaad', value: <Code>{loting.zaadHash}</Code> },
        { key: 'bekend', term: 'Bekend sinds', value: formatTijdstip(loting.bekendOp) },
        { key: 'opent', term: 'Opening', value: formatTijdstip(loting.opentOp) },
        ...(loting.gelootOp === null ? [] : [
          { key: 'geloot', term: 'Geloot', value: formatTijdstip(loting.gelootOp) },
          { key: 'aantal', term: 'Loten', value: (loting.aantalVoor ?? 0).toLocaleString('nl-NL') },
          { key: 'zaad', term: 'Zaad', value: <Code>{loting.zaad}</Code> },
          { key: 'lijst', term: 'Controlegetal van de lijst', value: <Code>{loting.lijstHash}</Code> },
        ]),
      ]} />
    </section>
  )
}

function Code({ children }: { children: string | null }) {
  return <code className="break-all">{children}</code>
}

function Narekenen({ loting: { code, ronde } }: { loting: WachtkamerLoting }) {
  const basis = `/wachtkamer/${encodeURIComponent(code)}/loting`
  return (
    <section aria-labelledby="narekenen" className="stap-stapel">
      <Heading id="narekenen">Zelf narekenen</Heading>
      <Paragraph>Het programma hieronder doet de hele loting opnieuw, op uw eigen computer en zonder ons. U hebt alleen Node.js nodig. Het zegt per stap of die klopt, en wat de plaats van uw lot is.</Paragraph>
      <pre className="overflow-x-auto" tabIndex={0}><code>node verifieer-wachtkamer.mjs loting.json lijst.txt UW-LOT</code></pre>
      <ButtonGroup>
        <ButtonLink variant="secondary" icon="download" href="/verifieer-wachtkamer.mjs" download>Programma downloaden</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`${basis}?ronde=${String(ronde)}`} download="loting.json">Gegevens (loting.json)</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`${basis}/lijst?ronde=${String(ronde)}`} download="lijst.txt">Lijst van loten (lijst.txt)</ButtonLink>
      </ButtonGroup>
    </section>
  )
}

function Eerder({ loting: { code, ronde } }: { loting: WachtkamerLoting }) {
  return <Paragraph>De opening van dit tijdvak is verplaatst. <Link href={`/publicaties/wachtkamer/${encodeURIComponent(code)}?ronde=${String(ronde - 1)}`}>Bekijk de vorige loting</Link>.</Paragraph>
}
