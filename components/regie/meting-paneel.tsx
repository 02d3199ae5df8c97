import { Alert } from '@/components/ui/alert'
import { Details } from '@/components/ui/details'
import { Sparkline } from '@/components/ui/sparkline'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { cent, formatBedrag } from '@/lib/base/money'
import type { CompartimentMeting, Meetpunt, OnderdeelStand, RegieStand } from '@/lib/monitoring/model'

const VENSTER_S = 900
const LABELS = { ok: 'Werkt', traag: 'Let op', stuk: 'Werkt niet' } as const
const TONES = { ok: 'goed', traag: 'let-op', stuk: 'fout' } as const

/** Everything that moves in the control room. Drawn by the server first, and again by the browser with each measurement. */
export function MetingPaneel({ stand }: { stand: RegieStand }) {
  return (
    <Stack>
      <Alarmen stand={stand} />
      <Cijfers stand={stand} />
      <Grafieken stand={stand} />
      <Budget stand={stand} />
      <Table caption="Onderdelen" columns={ONDERDELEN} rows={stand.onderdelen} rowKey={({ naam }) => naam} />
    </Stack>
  )
}

function Alarmen({ stand: { alarmen, melding, toestand } }: { stand: RegieStand }) {
  return (
    <div role="status" className="stap-stapel">
      {toestand === 'gepauzeerd' && <Alert kind="warning" title="Gepauzeerd: er wordt niets ontvangen">{melding !== null && <p>Bezoekers lezen: “{melding}”</p>}</Alert>}
      {alarmen.map(({ ernst, tekst }) => <Alert key={tekst} kind={ernst === 'stuk' ? 'error' : 'warning'} title={tekst} />)}
      {alarmen.length === 0 && toestand !== 'gepauzeerd' && <Alert kind="ok" title="Geen alarmen" />}
    </div>
  )
}

function Cijfers({ stand }: { stand: RegieStand }) {
  const { verkeer } = stand
  return (
    <section aria-labelledby="cijfers">
      <Heading level={2} id="cijfers" className="mb-2">Nu</Heading>
      <dl className="stap-cijfers">
        <Cijfer wat="Wachtend" waarde={aantal(stand.wachtend)} bij={`${aantal(stand.uitgegeven)} plaatsen uitgegeven`} />
        <Cijfer wat="Toegelaten" waarde={aantal(stand.toegelatenTot)} bij={`snelheid ${aantal(stand.perMinuut)} per minuut`} />
        <Cijfer wat="Ontvangen" waarde={aantal(stand.ontvangen)} bij={`${aantal(stand.gereed)} staan nog klaar`} />
        <Cijfer wat="Met budget" waarde={aantal(stand.toegekend)} bij={`${aantal(stand.onbeslist)} nog te verdelen, ${aantal(stand.reserve)} op de reservelijst`} />
        <Cijfer wat="Indieningen" waarde={`${decimaal(verkeer.indieningen)} /s`} bij={`${decimaal(verkeer.bevestigd)} bevestigd, ${decimaal(verkeer.geweigerd)} geweigerd`} />
        <Cijfer wat="Indienen duurt" waarde={ms(verkeer.p50Ms)} bij={`1 op de 100 langer dan ${ms(verkeer.p99Ms)}`} />
        <Cijfer wat="Fouten" waarde={`${decimaal(verkeer.fouten)} /s`} bij={`${aantal(verkeer.onderhanden)} verzoeken onderhanden`} />
        <Cijfer wat="Bezoeken" waarde={`${decimaal(verkeer.bezoeken)} /s`} bij="aan de wachtkamer" />
      </dl>
    </section>
  )
}

function Cijfer({ wat, waarde, bij }: { wat: string; waarde: string; bij: string }) {
  return (
    <div className="stap-cijfer">
      <dt>{wat}</dt>
      <dd><span className="stap-cijfer__waarde">{waarde}</span><span className="stap-cijfer__bij block">{bij}</span></dd>
    </div>
  )
}

function Grafieken({ stand: { reeksen } }: { stand: RegieStand }) {
  return (
    <section aria-labelledby="verloop">
      <Heading level={2} id="verloop" className="mb-2">De laatste 15 minuten</Heading>
      <div className="grid gap-3 sm:grid-cols-2 2xl:grid-cols-3">
        <Sparkline points={reeksen.wachtend} label="Wachtend" vensterS={VENSTER_S} format={aantal} />
        <Sparkline points={reeksen.toegelatenPerMinuut} label="Toegelaten per minuut" vensterS={VENSTER_S} format={aantal} />
        <Sparkline points={reeksen.overCent} label="Budget over" vensterS={VENSTER_S} format={euro} tone="geld" />
        <Sparkline points={reeksen.bevestigdPerSeconde} label="Bevestigd per seconde" vensterS={VENSTER_S} format={decimaal} />
        <Sparkline points={reeksen.p99Ms} label="Indienen, traagste 1 op 100" vensterS={VENSTER_S} format={ms} tone="let-op" />
      </div>
      <Details summary="Dezelfde cijfers per minuut als tabel">
        <Table caption="Verloop per minuut" captionHidden columns={MINUTEN} rows={perMinuut(reeksen)} rowKey={({ minuut }) => String(minuut)} empty={<Paragraph>Er is nog niets gemeten.</Paragraph>} />
      </Details>
    </section>
  )
}

type Minuut = { minuut: number; wachtend: number | undefined; toegelaten: number | undefined; over: number | undefined; bevestigd: number | undefined; p99: number | undefined }

/** The last value of each minute, the newest first. */
function perMinuut(reeksen: RegieStand['reeksen']): readonly Minuut[] {
  const last = (reeks: readonly Meetpunt[], minuut: number) => reeks.findLast(({ leeftijdS }) => Math.floor(leeftijdS / 60) === minuut)?.waarde
  return Array.from({ length: VENSTER_S / 60 }, (_, minuut) => ({
    minuut, wachtend: last(reeksen.wachtend, minuut), toegelaten: last(reeksen.toegelatenPerMinuut, minuut), over: last(reeksen.overCent, minuut),
    bevestigd: last(reeksen.bevestigdPerSeconde, minuut), p99: last(reeksen.p99Ms, minuut),
  })).filter(({ wachtend, bevestigd }) => wachtend !== undefined || bevestigd !== undefined)
}

const MINUTEN: readonly Column<Minuut>[] = [
  { key: 'minuut', header: 'Minuten geleden', rowHeader: true, cell: ({ minuut }) => minuut },
  { key: 'wachtend', header: 'Wachtend', numeric: true, cell: ({ wachtend }) => waardeOf(wachtend, aantal) },
  { key: 'toegelaten', header: 'Toegelaten per minuut', numeric: true, cell: ({ toegelaten }) => waardeOf(toegelaten, aantal) },
  { key: 'over', header: 'Budget over', numeric: true, cell: ({ over }) => waardeOf(over, euro) },
  { key: 'bevestigd', header: 'Bevestigd per seconde', numeric: true, cell: ({ bevestigd }) => waardeOf(bevestigd, decimaal) },
  { key: 'p99', header: 'Traagste 1 op 100', numeric: true, cell: ({ p99 }) => waardeOf(p99, ms) },
]

function Budget({ stand: { budget } }: { stand: RegieStand }) {
  return <Table caption="Budget per compartiment" columns={BUDGET} rows={budget} rowKey={({ id }) => id} />
}

const BUDGET: readonly Column<CompartimentMeting>[] = [
  { key: 'naam', header: 'Compartiment', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'plafond', header: 'Plafond', numeric: true, cell: ({ plafondCent, overschrijdingCent }) => <span className="whitespace-nowrap">{euro(plafondCent)}{overschrijdingCent > 0 && ` + ${euro(overschrijdingCent)}`}</span> },
  { key: 'gebruikt', header: 'Gebruikt', numeric: true, cell: ({ gebruiktCent }) => euro(gebruiktCent) },
  { key: 'over', header: 'Over', numeric: true, cell: ({ overCent }) => <strong className="whitespace-nowrap">{euro(overCent)}</strong> },
  { key: 'deel', header: 'Deel over', cell: (stand) => <Deel {...stand} /> },
  { key: 'verwachting', header: 'Naar verwachting op', cell: ({ verwachting }) => verwachting },
]

function Deel({ naam, plafondCent, overschrijdingCent, overCent }: CompartimentMeting) {
  const totaal = plafondCent + overschrijdingCent
  const procent = totaal === 0 ? 0 : Math.min(100, Math.max(0, Math.round((overCent / totaal) * 100)))
  return (
    <svg className="stap-balk stap-balk--klein" role="img" aria-label={`${naam}: ${String(procent)} procent van het budget is over`}>
      <rect className="stap-balk__deel" width={`${String(procent)}%`} height="100%" />
      <rect className="stap-balk__spoor" fillOpacity="0" width="100%" height="100%" rx="4" strokeWidth="2" />
    </svg>
  )
}

const ONDERDELEN: readonly Column<OnderdeelStand>[] = [
  { key: 'naam', header: 'Onderdeel', rowHeader: true, cell: ({ naam }) => naam },
  { key: 'toestand', header: 'Stand', cell: ({ toestand }) => <StatusBadge tone={TONES[toestand]}>{LABELS[toestand]}</StatusBadge> },
  { key: 'toelichting', header: 'Toelichting', cell: ({ toelichting }) => toelichting },
]

function waardeOf(waarde: number | undefined, format: (waarde: number) => string): string {
  return waarde === undefined ? '–' : format(waarde)
}

function aantal(waarde: number): string {
  return waarde.toLocaleString('nl-NL', { maximumFractionDigits: 0 })
}

function decimaal(waarde: number): string {
  return waarde.toLocaleString('nl-NL', { maximumFractionDigits: 1 })
}

function ms(waarde: number | null): string {
  return waarde === null ? '–' : `${aantal(waarde)} ms`
}

function euro(waarde: number): string {
  return formatBedrag(cent(waarde))
}
