import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'

/** A link in text. Plain <a>: every page loads the same with and without JavaScript, and nothing is prefetched on an opening day. */
export function Link({ href, icon, children, className, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { href: string; icon?: IconName }) {
  return (
    <a {...rest} href={href} className={classNames('nl-link', className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
