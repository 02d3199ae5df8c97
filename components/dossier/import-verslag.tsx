import type { ReactNode } from 'react'
import { ImportStatus } from '@/components/dossier/import-tabel'
import { ImportVerschil } from '@/components/dossier/import-verschil'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button'
import { SummaryList } from '@/components/ui/summary-list'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { ImportVerslag as Verslag, Verschil } from '@/lib/aanlevering/model'
import { gebrekZin, mateVan } from '@/lib/aanlevering/rules/oorzaak'
import { FORMAAT_LABEL, SCHEIDING_LABEL } from '@/lib/aanlevering/texts'
import { GEBREK_TEKST } from '@/lib/register/texts'

const number = (aantal: number): string => aantal.toLocaleString('nl-NL')

/** The report of a delivery: each cause of a fault once, then what it changes or changed, then (`children`) the decision about it. `basis` is its own address. */
export function ImportVerslag({ verslag, basis, children }: { verslag: Verslag; basis: string; children?: ReactNode }) {
  const { toestand, reden, verschil, oorzaken } = verslag
  return (
    <Stack>
      {toestand === 'mislukt' && <Alert kind="error" title="Het bestand is niet ingelezen">{reden?.replace(/ Er is niets gewijzigd\.$/, '')} Er is niets in het register veranderd.</Alert>}
      {(toestand === 'ontvangen' || toestand === 'bezig') && <Alert title="Het bestand wordt gelezen">Dit duurt meestal minder dan een minuut. Daarna ziet u eerst wat er verandert. Open deze pagina straks opnieuw.</Alert>}
      {toestand === 'wacht-op-akkoord' && <Alert title="Wij hebben het bestand gelezen">Er is nog niets veranderd. Bekijk hieronder wat er in het register komt. Daarna kiest u of u dat wilt.</Alert>}
      {toestand === 'klaar' && <Uitkomst verslag={verslag} />}
      {toestand === 'teruggedraaid' && <Alert kind="warning" title="Deze aanlevering is teruggedraaid">Wat zij veranderde, is weer zoals het was. Wat u daarna zelf hebt veranderd, is gebleven.</Alert>}
      {verschil !== null && <OorzakenVanGebrek verschil={verschil} verslag={verslag} basis={basis} />}
      {oorzaken.length > 0 && <Oorzaken verslag={verslag} basis={basis} />}
      {verschil !== null && toestand !== 'mislukt' && <ImportVerschil verschil={verschil} isGedaan={toestand !== 'wacht-op-akkoord'} />}
      {children}
      <Feiten verslag={verslag} />
    </Stack>
  )
}

function Uitkomst({ verslag: { telling: { totaal, geweigerd } } }: { verslag: Verslag }) {
  if (geweigerd === 0) return <Alert kind="ok" title={totaal === 1 ? 'De opleiding is ingelezen' : `Alle ${number(totaal)} opleidingen zijn ingelezen`} />
  return <Alert kind="warning" title={`${totaal - geweigerd === 1 ? '1 opleiding is' : `${number(totaal - geweigerd)} opleidingen zijn`} ingelezen, ${number(geweigerd)} niet`}>Verbeter de fouten hieronder in uw eigen systeem en stuur het bestand opnieuw. Wat al goed staat, verandert daardoor niet.</Alert>
}

/** What the feed leaves open, as the cause that it is: a field that never comes is one thing to mend, not eighteen thousand. */
function OorzakenVanGebrek({ verschil, verslag, basis }: { verschil: Verschil; verslag: Verslag; basis: string }) {
  const altijd = verschil.gebreken.filter(({ aantal }) => mateVan(aantal, verschil.goed) !== 'soms')
  const soms = verschil.gebreken.filter(({ aantal }) => mateVan(aantal, verschil.goed) === 'soms')
  const kanIndelen = verslag.tabel !== null && verslag.toestand === 'wacht-op-akkoord'
  return (
    <>
      {altijd.map((gebrek) => (
        <Alert key={gebrek.gebrek} kind="warning" title={gebrekZin(gebrek, verschil.goed)}>
          <p>Burgers kunnen deze opleidingen niet aanvragen. Waarschijnlijk gaat er één ding mis bij het maken van het bestand{verslag.tabel === null ? '' : ' of bij het indelen van de kolommen'}. {verslag.tabel === null ? GEBREK_TEKST[gebrek.gebrek].herstel : `${kanIndelen ? `Kies in welke kolom “${GEBREK_TEKST[gebrek.gebrek].label}” staat, of voeg` : 'Voeg'} die kolom toe aan uw lijst${kanIndelen ? '' : `, met als naam “${GEBREK_TEKST[gebrek.gebrek].label}”,`} en lever de lijst opnieuw aan.`}</p>
          {kanIndelen && <p><ButtonLink variant="secondary" icon="link" href={`${basis}/kolommen`}>Kolommen anders indelen</ButtonLink></p>}
        </Alert>
      ))}
      {soms.length > 0 && (
        <section className="stap-stapel" aria-labelledby="gebreken">
          <Heading id="gebreken">Niet compleet</Heading>
          <Paragraph>Deze opleidingen komen in het register, maar burgers kunnen ze nog niet aanvragen.</Paragraph>
          <Table caption="Velden die ontbreken" captionHidden columns={gebrekColumns(verslag.tabel !== null)} rows={soms} rowKey={({ gebrek }) => gebrek} />
          {kanIndelen && altijd.length === 0 && <p><ButtonLink variant="secondary" icon="link" href={`${basis}/kolommen`}>Kolommen anders indelen</ButtonLink></p>}
        </section>
      )}
    </>
  )
}

/** Who sends a table has no field of EDU-DEX to fill, but a column. */
const gebrekColumns = (isTabel: boolean): readonly Column<Verschil['gebreken'][number]>[] => [
  { key: 'aantal', header: 'Aantal', numeric: true, cell: ({ aantal }) => number(aantal) },
  { key: 'veld', header: 'Ontbreekt', rowHeader: true, cell: ({ gebrek }) => GEBREK_TEKST[gebrek].label },
  { key: 'herstel', header: 'Wat u doet', cell: ({ gebrek }) => (isTabel ? `Vul deze kolom, of kies in welke kolom “${GEBREK_TEKST[gebrek].label}” staat.` : GEBREK_TEKST[gebrek].herstel) },
]

function Oorzaken({ verslag: { oorzaken, telling, tabel }, basis }: { verslag: Verslag; basis: string }) {
  return (
    <section className="stap-stapel" aria-labelledby="fouten">
      <Heading id="fouten">{telling.geweigerd === 1 ? '1 opleiding' : `${number(telling.geweigerd)} opleidingen`} geweigerd, {oorzaken.length === 1 ? 'één oorzaak' : `${number(oorzaken.length)} oorzaken`}</Heading>
      <Table caption="Oorzaken van geweigerde opleidingen" captionHidden columns={oorzaakColumns(tabel !== null)} rows={oorzaken} rowKey={({ veld, reden }) => `${veld} ${reden}`} />
      <p><ButtonLink variant="secondary" icon="download" href={`${basis}/fouten`}>Alle fouten downloaden (CSV)</ButtonLink></p>
    </section>
  )
}

/** The field of a table is the name of its column, of the other formats a path. */
const oorzaakColumns = (isTabel: boolean): readonly Column<Verslag['oorzaken'][number]>[] => [
  { key: 'aantal', header: 'Aantal', numeric: true, cell: ({ aantal }) => number(aantal) },
  { key: 'reden', header: 'Wat er mis is', rowHeader: true, cell: ({ reden }) => <span className="font-normal">{reden}</span> },
  { key: 'veld', header: 'Veld', cell: ({ veld }) => (veld === '' ? 'de hele opleiding' : isTabel ? veld : <code className="break-all text-s">{veld}</code>) },
  { key: 'waar', header: 'Waar', cell: ({ regels, sleutels, aantal }) => `${regels.map((regel, index) => `regel ${String(regel)}${sleutels[index] == null ? '' : ` (${sleutels[index]})`}`).join(', ')}${aantal > regels.length ? ' en verder' : ''}` },
]

function Feiten({ verslag }: { verslag: Verslag }) {
  const { telling, tabel } = verslag
  return (
    <section className="stap-stapel" aria-labelledby="feiten">
      <Heading id="feiten">Over deze aanlevering</Heading>
      <SummaryList rows={[
        { key: 'toestand', term: 'Toestand', value: <ImportStatus toestand={verslag.toestand} geweigerd={telling.geweigerd} /> },
        ...(verslag.opleider === null ? [] : [{ key: 'opleider', term: 'Opleider', value: verslag.opleider }]),
        { key: 'formaat', term: 'Soort bestand', value: FORMAAT_LABEL[verslag.formaat] ?? verslag.formaat },
        ...(tabel === null ? [] : [{ key: 'tabel', term: 'Gelezen als', value: leeswijze(tabel) }]),
        { key: 'omvang', term: 'Al uw aanbod erin', value: verslag.omvang === 'volledig' ? 'Ja: wat er niet in staat, verdwijnt' : 'Nee: wat er niet in staat, blijft' },
        { key: 'ontvangen', term: 'Ontvangen', value: formatTijdstip(verslag.createdAt) },
        ...(verslag.klaarOp === null ? [] : [{ key: 'klaar', term: 'Klaar', value: formatTijdstip(verslag.klaarOp) }]),
        ...(verslag.teruggedraaidOp === null ? [] : [{ key: 'terug', term: 'Teruggedraaid', value: formatTijdstip(verslag.teruggedraaidOp) }]),
        { key: 'gelezen', term: 'Opleidingen gelezen', value: number(telling.totaal) },
        { key: 'geweigerd', term: 'Geweigerd', value: number(telling.geweigerd) },
      ]} />
    </section>
  )
}

function leeswijze({ codering, scheiding, werkblad, kopregel }: NonNullable<Verslag['tabel']>): string {
  const waar = `namen van de kolommen op regel ${number(kopregel)}`
  return werkblad === '' ? `${codering.toUpperCase()}, gescheiden door ${SCHEIDING_LABEL[scheiding] ?? scheiding}, ${waar}` : `werkblad “${werkblad}”, ${waar}`
}
