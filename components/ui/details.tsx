import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

/** Something to fold open; works without JavaScript. `line` draws lines, for several below each other. */
export function Details({ summary, children, open = false, line = false }: { summary: ReactNode; children: ReactNode; open?: boolean; line?: boolean }) {
  return (
    <details className={classNames('stap-details', line && 'stap-details--lijn')} open={open}>
      <summary><Icon name="chevron-right" /><span>{summary}</span></summary>
      <div className="stap-details__inhoud stap-prose">{children}</div>
    </details>
  )
}
