import { type Cent, formatBedrag } from '@/lib/base/money'

/** An amount in cents as "€ 1.000" or "€ 939,50", never broken over two lines. */
export function Bedrag({ cent, className }: { cent: Cent; className?: string }) {
  return <span className={className === undefined ? 'stap-bedrag' : `stap-bedrag ${className}`}>{formatBedrag(cent)}</span>
}
