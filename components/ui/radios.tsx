import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { ariaFor, Description, errorsFor, ErrorMessages, type FieldBase, fieldId, OptionalMark } from '@/components/ui/field-parts'
import { valueOf, valuesOf } from '@/lib/base/form-state'

export type Choice = { value: string; label: ReactNode; description?: ReactNode }
type Choices = FieldBase & { options: readonly Choice[] }

/** One answer out of a few, all visible. `label` is the question. */
export function Radios({ defaultValue, ...field }: Choices & { defaultValue?: string | undefined }) {
  const chosen = valueOf(field.state, field.name) ?? defaultValue
  return <Group field={field} type="radio" chosen={chosen === undefined ? [] : [chosen]} />
}

/** Several answers out of a few; the values arrive as a list, so the schema of this name is z.array(…). */
export function Checkboxes({ defaultValues = [], ...field }: Choices & { defaultValues?: readonly string[] | undefined }) {
  return <Group field={field} type="checkbox" chosen={valuesOf(field.state, field.name) ?? defaultValues} />
}

function Group({ field, type, chosen }: { field: Choices; type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { name, label, description, optional, options } = field
  const errors = errorsFor(field)
  const { 'aria-describedby': describedBy } = ariaFor(name, { description: description !== undefined, fouten: errors.length > 0 })
  return (
    <fieldset
      className={classNames('utrecht-form-fieldset utrecht-form-fieldset--html-fieldset', errors.length > 0 && 'utrecht-form-fieldset--invalid')}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
    >
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">{label}{optional === true && <OptionalMark />}</legend>
      <Description name={name}>{description}</Description>
      <ErrorMessages name={name} fouten={errors} />
      {options.map((option, index) => {
        // The first input carries the id of the field, so that the error summary can lead to it.
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${String(index + 1)}`
        return (
          <div className="stap-optie" key={option.value}>
            <input
              className={type === 'radio' ? 'utrecht-radio-button utrecht-radio-button--html-input' : 'utrecht-checkbox utrecht-checkbox--html-input'}
              type={type} name={name} id={id} value={option.value} defaultChecked={chosen.includes(option.value)}
              {...(option.description !== undefined && { 'aria-describedby': `${id}-optie` })}
            />
            <div>
              <label className={`utrecht-form-label utrecht-form-label--${type}`} htmlFor={id}>{option.label}</label>
              {option.description !== undefined && <span className="stap-optie__uitleg" id={`${id}-optie`}>{option.description}</span>}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}
