import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

/** The way from the start to this page; the page itself is not in it (its title follows). */
export function Breadcrumb({ items }: { items: readonly { href: string; label: string }[] }) {
  return (
    <nav className="utrecht-breadcrumb-nav stap-noprint" aria-label="Kruimelpad">
      <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {items.map(({ href, label }, index) => (
          <li className="utrecht-breadcrumb-nav__item" key={href}>
            {index > 0 && <Icon name="chevron-right" />}
            <Link href={href} className="utrecht-breadcrumb-nav__link">{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
