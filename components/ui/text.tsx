import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

const LEVELS = {
  1: 'nl-heading nl-heading--level-1',
  2: 'nl-heading nl-heading--level-2',
  3: 'nl-heading nl-heading--level-3',
  4: 'nl-heading nl-heading--level-4',
} as const

/** A heading of level 1-4 (default 2); `id` makes it a target. */
export function Heading({ level = 2, className, ...rest }: ComponentProps<'h2'> & { level?: 1 | 2 | 3 | 4 }) {
  const Tag = `h${level}` as const
  return <Tag {...rest} className={classNames(LEVELS[level], className)} />
}

/** A paragraph; `lead` is the first, larger one of a page. */
export function Paragraph({ lead = false, className, ...rest }: ComponentProps<'p'> & { lead?: boolean }) {
  return <p {...rest} className={classNames('nl-paragraph', lead && 'nl-paragraph--lead', className)} />
}

/** Running text: plain p, h2, h3, ul and ol inside get their distances. */
export function Prose({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames('stap-prose', className)}>{children}</div>
}

/** Children in a column with the distance between groups. */
export function Stack({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames('stap-stapel', className)}>{children}</div>
}
