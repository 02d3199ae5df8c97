import { Link } from '@/components/ui/link'

/** Previous and next with the place in between: "21 tot 40 van 1.250". `href` gives the address of a page (from 1). */
export function Pagination({ page, pageSize, total, href, label = 'Pagina’s' }: { page: number; pageSize: number; total: number; href: (page: number) => string; label?: string }) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const number = (value: number) => value.toLocaleString('nl-NL')
  if (total <= pageSize) return null
  return (
    <nav className="utrecht-pagination" aria-label={label}>
      <span className="min-w-24">{page > 1 && <Link href={href(page - 1)} rel="prev" icon="arrow-left">Vorige</Link>}</span>
      <span>{number((page - 1) * pageSize + 1)} tot {number(Math.min(page * pageSize, total))} van {number(total)}</span>
      <span className="min-w-24 text-end">{page < pages && <Link href={href(page + 1)} rel="next" icon="arrow-right">Volgende</Link>}</span>
    </nav>
  )
}
