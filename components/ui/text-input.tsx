import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'

/** `width` fits the box to the expected answer: kort (12 rem), smal (20 rem), or the full column. */
export type TextInputProps = Omit<ComponentProps<'input'>, 'ref' | 'width' | 'children'> & { width?: 'kort' | 'smal' | 'vol'; invalid?: boolean }

// The browser would refuse these types by itself, in its own words and one field at a time. The keyboard they bring is kept.
const CHECKED_BY_BROWSER: Partial<Record<string, 'email' | 'url' | 'numeric'>> = { email: 'email', url: 'url', number: 'numeric' }

/** A one-line input; inside Field it gets its label, id and errors. `required` only tells a screen reader: the server checks. */
export function TextInput({ width = 'vol', invalid, className, type = 'text', required, ...rest }: TextInputProps) {
  const inputMode = CHECKED_BY_BROWSER[type]
  return (
    <input
      dir="auto"
      {...(inputMode !== undefined && { inputMode })}
      {...rest}
      {...(invalid === true && { 'aria-invalid': true })}
      {...(required === true && { 'aria-required': true })}
      type={inputMode === undefined ? type : 'text'}
      className={classNames('utrecht-textbox utrecht-textbox--html-input', width !== 'vol' && `utrecht-textbox--${width}`, className)}
    />
  )
}
