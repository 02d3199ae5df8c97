import { type Cent, formatBedrag } from '@/lib/base/money'

/** An amount in cents as "€ 1.000" or "€ 939,50", never broken over two lines; `centen`: always with them, so that amounts below each other line up. */
export function Bedrag({ cent, className, centen = false }: { cent: Cent; className?: string; centen?: boolean }) {
  return <span className={className === undefined ? 'stap-bedrag' : `stap-bedrag ${className}`}>{formatBedrag(cent, centen)}</span>
}
