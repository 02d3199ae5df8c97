import type { ReactNode } from 'react'
import { Account } from '@/components/shell/account'
import { SiteFooter } from '@/components/shell/footer'
import { Logo } from '@/components/shell/logo'
import { Nav, type NavItem } from '@/components/ui/nav'
import { SkipLink } from '@/components/ui/skip-link'

/** A room for citizens or opleiders: one calm column (or `wide` for tables), who is logged in, and the way out. */
export function RoomShell({ children, items, path, name, home, who, wide = false }: {
  children: ReactNode
  items: readonly NavItem[]
  path?: string | undefined
  /** Name of the room, beside the mark. */
  name: string
  home: string
  /** Undefined when nobody is logged in: then only the content shows, and the page itself leads to the login. */
  who: string | undefined
  wide?: boolean
}) {
  const column = wide ? 'max-w-pagina' : 'max-w-tekst'
  return (
    <>
      <SkipLink />
      <header className="stap-kop border-b border-line bg-surface">
        <div className={`mx-auto flex w-full ${column} flex-wrap items-center justify-between gap-x-6 px-4 sm:px-8`}>
          <div className="py-2.5"><Logo href={home} addition={name} /></div>
          {who !== undefined && <Account who={who} />}
          {who !== undefined && <div className="-mx-2 w-full sm:-mx-3"><Nav items={items} label={name} current={path} /></div>}
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className={`mx-auto w-full ${column} flex-1 px-4 py-8 sm:px-8 sm:py-12`}>{children}</main>
      <SiteFooter />
    </>
  )
}
