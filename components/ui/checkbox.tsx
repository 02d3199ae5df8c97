import { ariaFor, Description, errorsFor, ErrorMessages, type FieldBase, fieldId } from '@/components/ui/field-parts'
import { classNames } from '@/components/ui/class-names'
import { valueOf } from '@/lib/base/form-state'

/** One box with its statement; sends `value` (default "ja") when ticked and nothing otherwise. */
export function Checkbox({ name, label, description, fouten, state, value = 'ja', defaultChecked = false }: Omit<FieldBase, 'optional'> & { value?: string; defaultChecked?: boolean }) {
  const errors = errorsFor({ name, fouten, state })
  const attempted = state !== undefined && (state.status === 'invalid' || state.status === 'refused')
  const checked = attempted ? valueOf(state, name) === value : defaultChecked
  return (
    <div className={classNames('utrecht-form-field', errors.length > 0 && 'utrecht-form-field--invalid')}>
      <ErrorMessages name={name} fouten={errors} />
      <div className="stap-optie">
        <input
          className="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" name={name} id={fieldId(name)} value={value} defaultChecked={checked}
          {...ariaFor(name, { description: description !== undefined, fouten: errors.length > 0 })}
        />
        <div>
          <label className="utrecht-form-label utrecht-form-label--checkbox" htmlFor={fieldId(name)}>{label}</label>
          <Description name={name}>{description}</Description>
        </div>
      </div>
    </div>
  )
}
