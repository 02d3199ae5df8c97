import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'

export type NavItem = { href: string; label: string; icon?: IconName; /** A number behind the label, for worklists. */ count?: number }

/** Links of a room; `current` is the path of the page (the longest href that begins it is marked). `side` stands them below each other. */
export function Nav({ items, label, current, side = false }: { items: readonly NavItem[]; label: string; current?: string | undefined; side?: boolean }) {
  const here = currentHref(items, current)
  return (
    <nav aria-label={label} className="stap-noprint">
      <ul className={classNames('stap-nav', side && 'stap-nav--zij')}>
        {items.map(({ href, label: text, icon, count }) => (
          <li key={href}>
            <a className="stap-nav__link" href={href} {...(href === here && { 'aria-current': 'page' as const })}>
              {icon && <Icon name={icon} />}
              {text}
              {count !== undefined && <span className="stap-nav__telling">{count.toLocaleString('nl-NL')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function currentHref(items: readonly NavItem[], path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  const fits = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  return fits.reduce<string | undefined>((best, { href }) => (best === undefined || href.length > best.length ? href : best), undefined)
}
