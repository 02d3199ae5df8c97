import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/shell/footer'
import { Logo } from '@/components/shell/logo'
import { ButtonLink } from '@/components/ui/button'
import { Nav } from '@/components/ui/nav'
import { SkipLink } from '@/components/ui/skip-link'

const ITEMS = [
  { href: '/opleidingen', label: 'Opleidingen' },
  { href: '/uitleg', label: 'Hoe het werkt' },
  { href: '/contact', label: 'Contact' },
] as const

/** Header, content and footer of the public pages. `wide` lets the content reach the edges (home). Knows nobody and needs no database: error pages use it too. */
export function PublicShell({ children, path, wide = false }: { children: ReactNode; path?: string | undefined; wide?: boolean }) {
  return (
    <>
      <SkipLink />
      <header className="stap-kop border-b border-line bg-surface">
        <div className="mx-auto flex w-full max-w-pagina flex-wrap items-center gap-x-3 px-4 sm:gap-x-8 sm:px-8">
          <div className="me-auto py-2.5 sm:me-0"><Logo /></div>
          <div className="order-last -mx-2 w-full sm:order-none sm:mx-0 sm:me-auto sm:w-auto"><Nav items={ITEMS} label="Hoofdmenu" current={path} /></div>
          <div className="stap-noprint py-2"><ButtonLink href="/mijn" variant="secondary" icon="user">Mijn STAP</ButtonLink></div>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className={wide ? 'flex-1' : 'mx-auto w-full max-w-pagina flex-1 px-4 py-8 sm:px-8 sm:py-12'}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
