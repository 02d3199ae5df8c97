import { cloneElement, type ComponentProps, type ReactElement } from 'react'
import { classNames } from '@/components/ui/class-names'
import { ariaFor, Description, errorsFor, ErrorMessages, type FieldBase, fieldId, OptionalMark } from '@/components/ui/field-parts'
import { TextInput, type TextInputProps } from '@/components/ui/text-input'
import { valueOf } from '@/lib/base/form-state'

type Control = { id?: string; name?: string; defaultValue?: ComponentProps<'input'>['defaultValue']; 'aria-describedby'?: string; 'aria-invalid'?: boolean }

/**
 * A label with its input, description and errors. Without children it is a text input and takes its props (type, autoComplete, inputMode …);
 * with one child (TextInput, Textarea, Select, FileInput) it ties that to the label:
 * `<Field name="plaats" label="Plaats" state={state}><Select options={…} /></Field>`.
 */
export function Field({ name, label, description, optional, fouten, state, children, ...input }: FieldBase & TextInputProps & { children?: ReactElement<Control> }) {
  const errors = errorsFor({ name, fouten, state })
  const typed = valueOf(state, name)
  const tie = { id: fieldId(name), name, ...ariaFor(name, { description: description !== undefined, fouten: errors.length > 0 }), ...(typed !== undefined && { defaultValue: typed }) }
  return (
    <div className={classNames('utrecht-form-field', errors.length > 0 && 'utrecht-form-field--invalid')}>
      <div className="utrecht-form-field__label">
        <label className="utrecht-form-label" htmlFor={fieldId(name)}>{label}{optional === true && <OptionalMark />}</label>
      </div>
      <Description name={name}>{description}</Description>
      <ErrorMessages name={name} fouten={errors} />
      <div className="utrecht-form-field__input">{children ? cloneElement(children, tie) : <TextInput {...input} {...tie} />}</div>
    </div>
  )
}
