import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'

/** An input of several lines; inside Field it gets its label, id and errors. */
export function Textarea({ className, rows = 5, ...rest }: Omit<ComponentProps<'textarea'>, 'ref'>) {
  return <textarea dir="auto" {...rest} rows={rows} className={classNames('utrecht-textarea utrecht-textarea--html-textarea', className)} />
}
