import type { Metadata } from 'next'
import { sluitAction, stelVoorAction } from '@/app/(uwv)/uwv/financien/jaren/[jaar]/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import type { Medewerker } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import { calculateMee, sumVerslag, type Verslagrij } from '@/lib/financien/rules/jaarverslag'
import type { Sluitstuk } from '@/lib/financien/rules/sluitstuk'
import { jaarSchema } from '@/lib/financien/schema'
import { SLUITING_REDEN } from '@/lib/financien/texts'
import { getJaarverslag, type Jaarstuk } from '@/lib/financien/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Boekjaar' }

/** The report of a year, and its closing by two people. */
export default async function JaarPage({ params }: { params: Promise<{ jaar: string }> }) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const jaar = jaarSchema.safeParse((await params).jaar)
  const stuk = jaar.success ? await getJaarverslag(medewerker, jaar.data) : undefined
  if (stuk === undefined) toonNietGevonden()
  const isGesloten = stuk.geslotenOp !== null
  const meegaand = stuk.rijen.filter((rij) => calculateMee(rij) !== 0)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }, { href: '/uwv/financien/jaren', label: 'Boekjaren' }]} />
      <PageTitle kicker={isGesloten ? 'Gesloten' : 'Open'}>Boekjaar {stuk.jaar}</PageTitle>
      <ButtonGroup>
        <ButtonLink variant="secondary" icon="download" href={`/uwv/financien/jaren/${String(stuk.jaar)}/verslag`}>Jaarverslag (CSV)</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`/uwv/financien/jaren/${String(stuk.jaar)}/auditfile`}>Auditfile (XAF 3.2)</ButtonLink>
        <ButtonLink variant="secondary" icon="download" href={`/uwv/financien/journaal?jaar=${String(stuk.jaar)}`}>Journaal (CSV)</ButtonLink>
      </ButtonGroup>
      <SummaryList rows={[
        { key: 'mee', term: isGesloten ? `Meegegaan naar ${String(stuk.jaar + 1)}` : `Zou meegaan naar ${String(stuk.jaar + 1)}`, value: <Bedrag centen cent={stuk.meeCent} /> },
        { key: 'terug', term: isGesloten ? 'Teruggevallen' : 'Zou terugvallen', value: <Bedrag centen cent={stuk.terugCent} /> },
        ...(stuk.voorgesteldOp === null ? [] : [{ key: 'voorstel', term: 'Afsluiting voorgesteld', value: `${stuk.voorgesteldDoor ?? 'Onbekend'}, ${formatTijdstip(stuk.voorgesteldOp)}` }]),
        ...(stuk.geslotenOp === null ? [] : [{ key: 'gesloten', term: 'Gesloten', value: `${stuk.geslotenDoor ?? 'Onbekend'}, ${formatTijdstip(stuk.geslotenOp)}` }]),
      ]} />
      {!isGesloten && <Afsluiting stuk={stuk} medewerker={medewerker} />}
      <Table caption={isGesloten ? 'Jaarverslag per tijdvak' : 'Jaarverslag per tijdvak, als u nu zou sluiten'} columns={verslagColumns(stuk.rijen, stuk.jaar)} rows={stuk.rijen} total={sumVerslag(stuk.rijen)} rowKey={({ compartimentId }) => compartimentId}
        empty={<EmptyState title={`In ${String(stuk.jaar)} is niets geboekt`}>Er valt niets af te sluiten.</EmptyState>} />
      <Paragraph>Elke rij sluit: begin en budget samen zijn wat is besteed, wat meegaat en wat terugvalt. Rente telt niet mee in het budget.</Paragraph>
      {meegaand.length > 0 && <Table caption={isGesloten ? `Wat meeging naar ${String(stuk.jaar + 1)}` : `Wat zou meegaan naar ${String(stuk.jaar + 1)}`} columns={meeColumns(meegaand)} rows={meegaand} total={sumVerslag(meegaand)} rowKey={({ compartimentId }) => compartimentId} />}
      {stuk.sluitstuk !== undefined && <Sluiting stuk={stuk.sluitstuk} />}
    </Stack>
  )
}

function Afsluiting({ stuk, medewerker }: { stuk: Jaarstuk; medewerker: Medewerker }) {
  if (stuk.bezwaren.length > 0) {
    return (
      <Alert kind="info" title="Dit jaar kan nog niet worden gesloten">
        <ul>{stuk.bezwaren.map((reden) => <li key={reden}>{SLUITING_REDEN[reden]}{reden === 'tijdvak-loopt' && ` Het gaat om ${stuk.feiten.lopend.join(', ')}.`}{reden === 'sluit-niet-aan' && <> <Link href="/uwv/financien/aansluiting">Bekijk de aansluiting</Link></>}</li>)}</ul>
      </Alert>
    )
  }
  if (!isAllowed(medewerker, 'boekjaar.sluiten')) return null
  const isVoorgesteld = stuk.voorgesteldDoorId !== null
  return (
    <Stack>
      <Heading>Afsluiten</Heading>
      {isVoorgesteld && stuk.voorgesteldDoorId === medewerker.id
        ? <Alert kind="info" title="Vraag een collega om te sluiten">U hebt de afsluiting voorgesteld. Een tweede persoon van financiën bekijkt het verslag en sluit het jaar.</Alert>
        : (
          <ActionForm action={isVoorgesteld ? sluitAction : stelVoorAction}>
            <input type="hidden" name="jaar" value={String(stuk.jaar)} />
            <Paragraph>{isVoorgesteld
              ? `Na het sluiten kan in ${String(stuk.jaar)} niets meer worden geboekt. Dat is niet terug te draaien.`
              : 'U stelt de afsluiting voor. Een collega bekijkt het verslag en voert haar uit. Er wordt nu nog niets geboekt.'}</Paragraph>
            <Checkbox name="zeker" label="Ik heb het jaarverslag op deze pagina bekeken" />
            <ButtonGroup><Button variant={isVoorgesteld ? 'danger' : 'primary'} icon="lock">{isVoorgesteld ? `Boekjaar ${String(stuk.jaar)} sluiten` : 'Afsluiting voorstellen'}</Button></ButtonGroup>
          </ActionForm>
        )}
    </Stack>
  )
}

/** What the two people saw when they closed the year. */
function Sluiting({ stuk: { regels, openAantal, openCent } }: { stuk: Sluitstuk }) {
  return (
    <Stack>
      <Table caption="De aansluiting toen het jaar werd gesloten" columns={SLUITSTUK} rows={regels} rowKey={({ wat }) => wat} />
      {openAantal > 0 && <Paragraph>Er {openAantal === 1 ? 'stond toen 1 beweging' : `stonden toen ${openAantal.toLocaleString('nl-NL')} bewegingen`} op de rekening die nog {openAantal === 1 ? 'was' : 'waren'} uit te zoeken: samen <Bedrag centen cent={cent(openCent)} />.</Paragraph>}
    </Stack>
  )
}

const SLUITSTUK: readonly Column<Sluitstuk['regels'][number]>[] = [
  { key: 'wat', header: 'Bij ons', rowHeader: true, cell: ({ wat }) => wat },
  { key: 'links', header: 'Bedrag', numeric: true, cell: ({ links }) => <Bedrag centen cent={cent(links)} /> },
  { key: 'bron', header: 'Vergeleken met', cell: ({ bron }) => bron },
  { key: 'rechts', header: 'Bedrag daar', numeric: true, cell: ({ rechts }) => <Bedrag centen cent={cent(rechts)} /> },
]

const bedrag = (key: string, header: string, centen: (rij: Verslagrij) => number): Column<Verslagrij> => ({ key, header, numeric: true, cell: (rij) => <Bedrag centen cent={cent(centen(rij))} /> })

type Deel = readonly [string, string, (rij: Verslagrij) => number]
// What may be zero everywhere is left out then: the tables are wide enough.
const VERSLAG: readonly Deel[] = [
  ['begin', 'Begin', ({ beginCent }) => beginCent], ['budget', 'Budget', ({ budgetCent }) => budgetCent], ['besteed', 'Besteed', ({ besteedCent }) => besteedCent],
  ['mee', 'Gaat mee', calculateMee], ['terug', 'Valt terug', ({ terugCent }) => terugCent], ['rente', 'Rente', ({ renteCent }) => renteCent],
]
const MEE: readonly Deel[] = [
  ['toegezegd', 'Toegezegd', ({ mee }) => mee.gereserveerd + mee.verplicht], ['crediteuren', 'Te betalen', ({ mee }) => mee.crediteuren + mee['rente-crediteuren']], ['betaald', 'Voorschot', ({ mee }) => mee.betaald],
  ['debiteuren', 'Te ontvangen', ({ mee }) => mee.debiteuren + mee['rente-debiteuren']], ['vrij', 'Vrij', ({ vrijMeeCent }) => vrijMeeCent],
]

const deelColumns = (delen: readonly Deel[], rijen: readonly Verslagrij[]) =>
  delen.filter(([, , centen]) => rijen.some((rij) => centen(rij) !== 0)).map(([key, header, centen]) => bedrag(key, header, centen))

const verslagColumns = (rijen: readonly Verslagrij[], jaar: number): readonly Column<Verslagrij>[] => [
  {
    key: 'tijdvak', header: 'Tijdvak', rowHeader: true,
    cell: ({ tijdvak, compartiment, compartimentId }) => (compartimentId === 'totaal' ? 'Totaal' : <Link href={`/uwv/financien/regels?jaar=${String(jaar)}&compartiment=${compartimentId}`}>{tijdvak} {compartiment}</Link>),
  },
  ...deelColumns(VERSLAG, rijen),
]

const meeColumns = (rijen: readonly Verslagrij[]): readonly Column<Verslagrij>[] => [
  { key: 'tijdvak', header: 'Tijdvak', rowHeader: true, cell: ({ tijdvak, compartiment, compartimentId }) => (compartimentId === 'totaal' ? 'Totaal' : `${tijdvak} ${compartiment}`) },
  ...deelColumns(MEE, rijen),
  { key: 'alles', header: 'Samen', numeric: true, cell: (rij) => <strong><Bedrag centen cent={cent(calculateMee(rij))} /></strong> },
]
