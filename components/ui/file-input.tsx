import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'

/** A file to send; say in the description of its Field which kinds and how large. `accept` only helps choosing: the server checks. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'ref' | 'type' | 'defaultValue'>) {
  return <input {...rest} type="file" className={classNames('stap-bestand', className)} />
}
