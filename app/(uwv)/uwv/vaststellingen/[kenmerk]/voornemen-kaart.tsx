import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { vervolggrond } from '@/lib/beschikking/texts'
import { KANAAL_LABEL, VAN_LABEL, VOORNEMEN_LABEL } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { canBeslissen, listTeHoren } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import type { Zaak } from '@/lib/verantwoording/views'

type Voornemen = Zaak['stand']['voornemens'][number]

/** What was announced, until when somebody could react, and every reaction as it came. */
export function VoornemenKaart({ kenmerk, voornemen, vandaag, medewerkerId }: { kenmerk: string; voornemen: Voornemen; vandaag: PlainDate; medewerkerId: string }) {
  const { soort, grond, bedragCent, van, maanden, reden, reagerenTot, op, zienswijzen } = voornemen
  return (
    <Card emphasis={voornemen.status === 'open'}>
      <div><Stand voornemen={voornemen} vandaag={vandaag} medewerkerId={medewerkerId} /></div>
      <SummaryList rows={[
        { key: 'wat', term: 'Voornemen', value: `${VOORNEMEN_LABEL[soort]}${bedragCent === null ? '' : `: ${formatBedrag(bedragCent)} blijft over`}${maanden === null ? '' : `: ${String(maanden)} maanden`}` },
        { key: 'grond', term: 'Grond', value: <>{vervolggrond(grond, soort).label}<span className="block text-s text-ink-soft">{vervolggrond(grond, soort).artikel}</span></> },
        ...(van === null ? [] : [{ key: 'van', term: 'Geld terug', value: VAN_LABEL[van] }]),
        { key: 'reden', term: 'Wat wij schreven', value: reden },
        { key: 'aan', term: 'Gevraagd', value: listTeHoren(voornemen).includes('opleider') ? 'De deelnemer en de opleider' : 'De deelnemer' },
        { key: 'op', term: 'Verstuurd', value: `${formatTijdstip(op)}. Reageren kan tot en met ${formatDatum(reagerenTot)}.` },
        ...zienswijzen.map((een) => ({
          key: een.id, term: een.van === 'burger' ? 'Reactie van de deelnemer' : 'Reactie van de opleider',
          value: (
            <>
              {een.zietAf && <strong>Wil niet reageren. </strong>}{een.klaar && !een.zietAf && <strong>Dit is alles. </strong>}<span className="whitespace-pre-line">{een.tekst}</span>
              {een.documentId !== null && <span className="block"><a className="nl-link" href={`/uwv/vaststellingen/${kenmerk}/zienswijze/${een.id}`}>Meegestuurd bestand downloaden</a></span>}
              <span className="block text-s text-ink-soft">{kanaalOf(een)}, {formatTijdstip(een.op)}</span>
            </>
          ),
        })),
      ]} />
      {voornemen.status === 'open' && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {canBeslissen(voornemen, vandaag, medewerkerId) && <Link href={`/uwv/vaststellingen/${kenmerk}?doe=beslissen-${voornemen.id}#stappen`} icon="gavel">Beslissen</Link>}
          <Link href={`/uwv/vaststellingen/${kenmerk}?doe=reactie-${voornemen.id}#stappen`} icon="message">Reactie vastleggen</Link>
          <Link href={`/uwv/vaststellingen/${kenmerk}?doe=vervallen-${voornemen.id}#stappen`} icon="x">Laten vervallen</Link>
        </p>
      )}
    </Card>
  )
}

function Stand({ voornemen, vandaag, medewerkerId }: { voornemen: Voornemen; vandaag: PlainDate; medewerkerId: string }) {
  if (voornemen.status === 'besloten') return <StatusBadge tone="goed">Besluit genomen</StatusBadge>
  if (voornemen.status === 'vervallen') return <StatusBadge tone="neutraal">Gaat niet door</StatusBadge>
  if (canBeslissen(voornemen, vandaag, medewerkerId)) return <StatusBadge tone="let-op">Nu te beslissen</StatusBadge>
  // Somebody else than who wrote the reaction down can.
  if (canBeslissen(voornemen, vandaag, '')) return <StatusBadge tone="let-op">Een collega kan nu beslissen</StatusBadge>
  return <StatusBadge tone="info">{wachtOp(voornemen)}</StatusBadge>
}

/** Of whom the reaction is still missing, or that somebody may add to it. */
function wachtOp(voornemen: Voornemen): string {
  const nog = listTeHoren(voornemen).filter((wie) => !voornemen.zienswijzen.some(({ van }) => van === wie))
  if (nog.length === 0) return 'Er kan nog iets worden toegevoegd'
  return nog.length === 2 ? 'Wacht op twee reacties' : `Wacht op de reactie van de ${nog[0] === 'opleider' ? 'opleider' : 'deelnemer'}`
}

function kanaalOf({ kanaal, van }: { kanaal: string; van: string }): string {
  if (kanaal === 'online' && van === 'opleider') return 'In het opleidersportaal'
  return Object.entries(KANAAL_LABEL).find(([naam]) => naam === kanaal)?.[1] ?? kanaal
}
