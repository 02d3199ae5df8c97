import type { ReactNode } from 'react'

/** Nothing here yet: `title` says so, `children` what will come here, `action` how to start. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="stap-leeg">
      <p className="text-l font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-tekst text-ink-soft">{children}</div>}
      {action !== undefined && <div>{action}</div>}
    </div>
  )
}
