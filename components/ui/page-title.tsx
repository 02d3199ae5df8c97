import type { ReactNode } from 'react'
import { Heading, Paragraph } from '@/components/ui/text'

/** The h1 of a page: `kicker` a word above it, `lead` the sentence below it, `actions` buttons beside it. */
export function PageTitle({ children, kicker, lead, actions }: { children: ReactNode; kicker?: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="flex min-w-0 flex-col gap-3">
        {kicker !== undefined && <p className="stap-kicker">{kicker}</p>}
        <Heading level={1}>{children}</Heading>
        {lead !== undefined && <Paragraph lead>{lead}</Paragraph>}
      </div>
      {actions !== undefined && <div className="stap-knoppen stap-noprint">{actions}</div>}
    </div>
  )
}
