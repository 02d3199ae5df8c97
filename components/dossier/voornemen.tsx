import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { StatusBadge } from '@/components/ui/tag'
import { Heading } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { VoornemenStatus } from '@/lib/verantwoording/model'
import { KANAAL_LABEL } from '@/lib/verantwoording/rules/vaststelling-teksten'

/** What who reacted said. */
type Zienswijze = { readonly id: string; readonly tekst: string | null; readonly zietAf: boolean; readonly op: Date; readonly documentId: string | null; readonly kanaal: string }
type Brief = { readonly href: string; readonly tekst: string }

/**
 * One voornemen, for burger or opleider: where it stands, what it would mean (`wat`) and why, what was said of it, and what was decided.
 * `rijen` come after the ground, `vervolg` after the decision, `bestand` leads to the file of a reaction. Below it, as long as one can react, the form.
 */
export function VoornemenKaart({ voornemen: { id, status, reden, zienswijzen }, wat, brief, besluit, rijen = [], vervolg = [], bestand, children }: {
  voornemen: { readonly id: string; readonly status: VoornemenStatus; readonly reden: string; readonly zienswijzen: readonly Zienswijze[] }
  wat: string
  brief: string | null
  besluit: (Brief & { readonly term: string }) | null
  rijen?: readonly SummaryRow[]
  vervolg?: readonly SummaryRow[]
  bestand?: (zienswijzeId: string) => string
  children: ReactNode
}) {
  return (
    <Card emphasis={status === 'open'}>
      <div><Stand status={status} isGereageerd={zienswijzen.length > 0} /></div>
      <Heading level={2} id={`voornemen-${id}`}>{wat}</Heading>
      <SummaryList rows={[
        { key: 'waarom', term: 'Waarom', value: <span className="whitespace-pre-line">{reden}</span> },
        ...rijen,
        ...(brief === null ? [] : [{ key: 'brief', term: 'Brief', value: <Link href={brief} icon="mail">Het hele voornemen lezen</Link> }]),
        ...zienswijzen.map((een) => ({ key: een.id, term: 'Uw reactie', value: <Reactie zienswijze={een} bestand={bestand?.(een.id)} /> })),
        ...(besluit === null ? [] : [{ key: 'besluit', term: besluit.term, value: <Link href={besluit.href} icon="mail">{besluit.tekst}</Link> }]),
        ...vervolg,
      ]} />
      {status === 'open' && children}
    </Card>
  )
}

function Reactie({ zienswijze: { zietAf, tekst, documentId, kanaal, op }, bestand }: { zienswijze: Zienswijze; bestand: string | undefined }) {
  return (
    <>
      {zietAf && 'U wilt niet reageren. '}<span className="whitespace-pre-line">{tekst}</span>
      {documentId !== null && (bestand === undefined ? ' (met een bestand)' : <span className="block"><a className="nl-link" href={bestand}>Meegestuurd bestand downloaden</a></span>)}
      <span className="text-s text-ink-soft block">{kanaal === 'online' ? '' : `${kanaalOf(kanaal)}, `}{formatTijdstip(op)}</span>
    </>
  )
}

function Stand({ status, isGereageerd }: { status: VoornemenStatus; isGereageerd: boolean }) {
  if (status === 'besloten') return <StatusBadge tone="info">Besloten</StatusBadge>
  if (status === 'vervallen') return <StatusBadge tone="goed">Gaat niet door</StatusBadge>
  return isGereageerd ? <StatusBadge tone="info">U hebt gereageerd</StatusBadge> : <StatusBadge tone="let-op">Wacht op uw reactie</StatusBadge>
}

function kanaalOf(kanaal: string): string {
  return Object.entries(KANAAL_LABEL).find(([naam]) => naam === kanaal)?.[1] ?? kanaal
}
