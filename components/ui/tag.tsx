import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'

export type Tone = 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout' | 'geld'

/** A word on a tinted ground, for a property of a thing. */
export function Tag({ tone = 'neutraal', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return <span className={`nl-data-badge stap-tag--${tone}`}>{icon && <Icon name={icon} />}{children}</span>
}

const TONE_ICONS = { neutraal: 'circle', info: 'clock', goed: 'circle-check', 'let-op': 'alert-triangle', fout: 'circle-x', geld: 'coin-euro' } as const satisfies Record<Tone, IconName>

/** The state of a thing: the tone by colour and by icon, so never by colour alone. The words come from the texts.ts of the module. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <Tag tone={tone} icon={TONE_ICONS[tone]}>{children}</Tag>
}
