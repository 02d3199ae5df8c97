import type { ReactNode } from 'react'
import { Account } from '@/components/shell/account'
import { Logo } from '@/components/shell/logo'
import { classNames } from '@/components/ui/class-names'
import { Nav, type NavItem } from '@/components/ui/nav'
import { SkipLink } from '@/components/ui/skip-link'

/** A room for staff: dense, the worklists on the left, the work beside it over the full width. `dark` whatever the reader prefers. */
export function StaffShell({ children, items, path, name, home, who, dark = false }: {
  children: ReactNode
  items: readonly NavItem[]
  path?: string | undefined
  name: string
  home: string
  who: string | undefined
  dark?: boolean
}) {
  return (
    <div className={classNames('stap-dicht flex min-h-screen flex-col', dark && 'stap-donker bg-ground text-ink')}>
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="flex flex-wrap items-center justify-between gap-x-6 px-4 py-1">
          <Logo href={home} addition={name} />
          {who !== undefined && <Account who={who} />}
        </div>
      </header>
      <div className="flex flex-1 flex-col lg:flex-row">
        {who !== undefined && (
          <div className="stap-noprint border-b border-line bg-sunken px-2 py-2 lg:w-60 lg:flex-none lg:border-e lg:border-b-0 lg:px-0 lg:py-4">
            <Nav items={items} label={name} current={path} side />
          </div>
        )}
        <main id="inhoud" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 lg:px-6">{children}</main>
      </div>
    </div>
  )
}
