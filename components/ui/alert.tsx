import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'

export type AlertKind = 'info' | 'ok' | 'warning' | 'error'

const ICONS = { info: 'info-circle', ok: 'circle-check', warning: 'alert-triangle', error: 'alert-circle' } as const satisfies Record<AlertKind, IconName>

/** A message on the page. `live` reads it out when it appears (after an act of the reader). */
export function Alert({ kind = 'info', title, children, live = false }: { kind?: AlertKind; title?: ReactNode; children?: ReactNode; live?: boolean }) {
  return (
    <div className={`utrecht-alert utrecht-alert--${kind}`} {...(live && { role: kind === 'error' ? 'alert' : 'status' })}>
      <Icon name={ICONS[kind]} />
      <div className="utrecht-alert__content">
        {title !== undefined && <p className="font-bold">{title}</p>}
        {children !== undefined && <div className="utrecht-alert__message stap-prose">{children}</div>}
      </div>
    </div>
  )
}
