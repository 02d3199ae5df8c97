import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

export type SummaryRow = { key: string; term: ReactNode; value: ReactNode; /** Where this answer is changed; `what` completes "Wijzig …" for a screen reader. */ change?: { href: string; what: string } }

/** Names with their values: the answers before sending, or the facts of a case. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="stap-samenvatting">
      {rows.map(({ key, term, value, change }) => (
        <div className="stap-samenvatting__rij" key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {change && <dd className="stap-samenvatting__actie"><Link href={change.href}>Wijzig<span className="sr-only"> {change.what}</span></Link></dd>}
        </div>
      ))}
    </dl>
  )
}
