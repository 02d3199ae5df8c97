import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

export type Option = { value: string; label: string }

/** A choice from a list; `leeg` is the first, empty option ("Kies een plaats"). Inside Field it gets its label, id and errors. */
export function Select({ options, leeg, className, defaultValue, ...rest }: Omit<ComponentProps<'select'>, 'ref' | 'children' | 'multiple'> & { options: readonly Option[]; leeg?: string }) {
  return (
    <span className="stap-keuze__select">
      {/* React empties a select after an action; a new key with each typed value sets it again. */}
      <select key={String(defaultValue ?? '')} {...rest} defaultValue={defaultValue ?? ''} className={classNames('utrecht-select utrecht-select--html-select', className)}>
        {leeg !== undefined && <option value="">{leeg}</option>}
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
