import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'

/** `width` fits the box to the expected answer: kort (12 rem), smal (20 rem), or the full column. */
export type TextInputProps = Omit<ComponentProps<'input'>, 'ref' | 'width' | 'children'> & { width?: 'kort' | 'smal' | 'vol'; invalid?: boolean }

/** A one-line input; inside Field it gets its label, id and errors. */
export function TextInput({ width = 'vol', invalid, className, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      dir="auto"
      {...rest}
      {...(invalid === true && { 'aria-invalid': true })}
      type={type}
      className={classNames('utrecht-textbox utrecht-textbox--html-input', width !== 'vol' && `utrecht-textbox--${width}`, className)}
    />
  )
}
