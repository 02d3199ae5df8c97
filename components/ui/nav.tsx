import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'

export type NavItem = {
  href: string
  label: string
  icon?: IconName
  /** A number behind the label, for worklists; zero shows nothing. */
  count?: number
  /** In a room with many items: the first row names the groups, the second what is in the group of this page. */
  group?: string
}

/** Links of a room; `current` is the path of the page (the longest href that begins it is marked). `side` stands them below each other. */
export function Nav({ items, label, current, side = false }: { items: readonly NavItem[]; label: string; current?: string | undefined; side?: boolean }) {
  const here = items.find(({ href }) => href === currentHref(items, current))
  const group = here?.group
  return (
    <nav aria-label={label} className="stap-noprint">
      <Row items={toRow(items)} here={(item) => item.group === undefined ? item.href === here?.href && 'page' : item.group === group && 'true'} side={side} />
      {group !== undefined && <Row items={items.filter((item) => item.group === group).map(({ group: _group, ...item }) => item)} here={(item) => item.href === here?.href && 'page'} sub />}
    </nav>
  )
}

function Row({ items, here, side = false, sub = false }: { items: readonly NavItem[]; here: (item: NavItem) => 'page' | 'true' | false; side?: boolean; sub?: boolean }) {
  return (
    <ul className={classNames('stap-nav', side && 'stap-nav--zij', sub && 'stap-nav--sub')}>
      {items.map((item) => {
        const current = here(item)
        return (
          <li key={item.href}>
            <a className="stap-nav__link" href={item.href} {...(current !== false && { 'aria-current': current })}>
              {item.icon && <Icon name={item.icon} />}
              {item.label}
              {item.count !== undefined && item.count > 0 && <span className="stap-nav__telling">{item.count.toLocaleString('nl-NL')}</span>}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** One link per group: to its first page, with what waits in the whole group. */
function toRow(items: readonly NavItem[]): readonly NavItem[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    if (item.group === undefined) return [item]
    if (seen.has(item.group)) return []
    seen.add(item.group)
    const count = items.reduce((sum, other) => sum + (other.group === item.group ? (other.count ?? 0) : 0), 0)
    return [{ ...item, label: item.group, count }]
  })
}

function currentHref(items: readonly NavItem[], path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  const fits = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
  return fits.reduce<string | undefined>((best, { href }) => (best === undefined || href.length > best.length ? href : best), undefined)
}
