import { Details } from '@/components/ui/details'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph } from '@/components/ui/text'
import type { Verschil } from '@/lib/aanlevering/model'
import { toonWaarde, veldLabel } from '@/lib/aanlevering/rules/toon'

const number = (aantal: number): string => aantal.toLocaleString('nl-NL')
type Voorbeeld = Verschil['voorbeelden']['nieuw'][number]

/** What a delivery changes (or changed): counts, and samples with the old and the new value beside each other. */
export function ImportVerschil({ verschil, isGedaan }: { verschil: Verschil; isGedaan: boolean }) {
  const { voorbeelden, prijs } = verschil
  return (
    <section className="stap-stapel" aria-labelledby="verschil">
      <Heading id="verschil">{isGedaan ? 'Wat er is veranderd' : 'Wat er verandert'}</Heading>
      <Table caption="Aantallen" captionHidden columns={columns} rows={[{ naam: 'Opleidingen', ...verschil.opleidingen }, { naam: 'Startdata', ...verschil.activiteiten }]} rowKey={({ naam }) => naam} />
      {prijs.hoger + prijs.lager > 0 && <Paragraph>Prijzen: {number(prijs.hoger)} hoger, {number(prijs.lager)} lager.{prijs.grootsteStijgingProcent > 0 && ` De grootste stijging is ${number(prijs.grootsteStijgingProcent)} %.`}</Paragraph>}
      {voorbeelden.gewijzigd.length > 0 && <Details line open={!isGedaan} summary={`Gewijzigd: ${shown(Math.min(MEEST, voorbeelden.gewijzigd.length), verschil.opleidingen.gewijzigd)}`}><Wijzigingen voorbeelden={voorbeelden.gewijzigd.slice(0, MEEST)} /></Details>}
      {voorbeelden.gewijzigd.length > MEEST && <Details line summary={`Nog ${number(voorbeelden.gewijzigd.length - MEEST)} voorbeelden van wijzigingen`}><Wijzigingen voorbeelden={voorbeelden.gewijzigd.slice(MEEST)} /></Details>}
      {voorbeelden.verdwenen.length > 0 && <Details line open={!isGedaan} summary={`Verdwijnt uit uw aanbod: ${shown(voorbeelden.verdwenen.length, verschil.opleidingen.verdwenen)}`}><Lijst voorbeelden={voorbeelden.verdwenen} /></Details>}
      {voorbeelden.nieuw.length > 0 && <Details line summary={`Nieuw: ${shown(voorbeelden.nieuw.length, verschil.opleidingen.nieuw)}`}><Lijst voorbeelden={voorbeelden.nieuw} /></Details>}
      {verschil.zonderSleutel > 0 && <Paragraph>Van {number(verschil.zonderSleutel)} geweigerde rijen konden wij de code niet lezen.</Paragraph>}
    </section>
  )
}

/** More at once would put the decision out of sight. */
const MEEST = 4

function Wijzigingen({ voorbeelden }: { voorbeelden: readonly Voorbeeld[] }) {
  return <Table caption="Oude en nieuwe waarden" captionHidden columns={wijzigingColumns} rows={voorbeelden.flatMap(toWijzigingen)} rowKey={({ code, veld }) => `${code} ${veld}`} />
}

type Telling = { naam: string; nieuw: number; gewijzigd: number; ongewijzigd: number; verdwenen: number }
const columns: readonly Column<Telling>[] = [
  { key: 'naam', header: '', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'nieuw', header: 'Nieuw', numeric: true, cell: ({ nieuw }) => number(nieuw) },
  { key: 'gewijzigd', header: 'Gewijzigd', numeric: true, cell: ({ gewijzigd }) => number(gewijzigd) },
  { key: 'ongewijzigd', header: 'Ongewijzigd', numeric: true, cell: ({ ongewijzigd }) => number(ongewijzigd) },
  { key: 'verdwenen', header: 'Verdwijnt', numeric: true, cell: ({ verdwenen }) => number(verdwenen) },
]

function shown(getoond: number, totaal: number): string {
  return getoond < totaal ? `${number(getoond)} voorbeelden van ${number(totaal)}` : number(totaal)
}

function Lijst({ voorbeelden }: { voorbeelden: readonly Voorbeeld[] }) {
  return <ul>{voorbeelden.map(({ programmaId, titel }) => <li key={programmaId}>{titel === '' ? 'Zonder titel' : titel} ({programmaId})</li>)}</ul>
}

type Wijziging = { code: string; titel: string; veld: string; oud: string; nieuw: string }
function toWijzigingen({ programmaId, titel, velden }: Voorbeeld): Wijziging[] {
  return velden.map(({ veld, oud, nieuw }, index) => ({ code: programmaId, titel: index === 0 ? titel : '', veld: veldLabel(veld), oud: toonWaarde(veld, oud), nieuw: toonWaarde(veld, nieuw) }))
}

const wijzigingColumns: readonly Column<Wijziging>[] = [
  { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ titel, code }) => (titel === '' ? <span className="sr-only">{code}</span> : `${titel} (${code})`) },
  { key: 'veld', header: 'Veld', cell: ({ veld }) => veld },
  { key: 'oud', header: 'Was', cell: ({ oud }) => oud },
  { key: 'nieuw', header: 'Wordt', cell: ({ nieuw }) => <strong>{nieuw}</strong> },
]
