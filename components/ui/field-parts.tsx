import type { ReactNode } from 'react'
import { errorsOf, type FormState } from '@/lib/base/form-state'

/** What every field takes. `fouten` wins over `state`; both may be left out. */
export type FieldBase = {
  /** Name in the form; the id of the input is `veld-<name>`, and the error summary links to it. */
  name: string
  label: ReactNode
  description?: ReactNode
  /** Says "(niet verplicht)" after the label. */
  optional?: boolean | undefined
  fouten?: readonly string[] | undefined
  /** The state of useActionState: gives the errors and what was typed. */
  state?: FormState | undefined
}

export const fieldId = (name: string): string => `veld-${name}`

/** The errors to show: those given, or else those of the state. */
export function errorsFor({ name, fouten, state }: Pick<FieldBase, 'name' | 'fouten' | 'state'>): readonly string[] {
  return fouten ?? errorsOf(state, name)
}

/** The aria attributes that tie an input to its description and its error. */
export function ariaFor(name: string, has: { description: boolean; fouten: boolean }) {
  const ids = [has.description && `${fieldId(name)}-uitleg`, has.fouten && `${fieldId(name)}-fout`].filter((id) => id !== false)
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(has.fouten && { 'aria-invalid': true as const }),
  }
}

export function OptionalMark() {
  return <span className="font-normal text-ink-soft"> (niet verplicht)</span>
}

export function Description({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined) return null
  return <div className="utrecht-form-field-description" id={`${fieldId(name)}-uitleg`}>{children}</div>
}

export function ErrorMessages({ name, fouten }: { name: string; fouten: readonly string[] }) {
  if (fouten.length === 0) return null
  return (
    <div className="utrecht-form-field-error-message" id={`${fieldId(name)}-fout`}>
      {fouten.map((fout) => <p key={fout}><span className="sr-only">Fout: </span>{fout}</p>)}
    </div>
  )
}
