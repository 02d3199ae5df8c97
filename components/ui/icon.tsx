import type { IconName } from '@/components/ui/icon-names'

/** An outlined icon; decoration only, so always beside a word. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className === undefined ? 'stap-icon' : `stap-icon ${className}`} aria-hidden="true" focusable="false" viewBox="0 0 24 24">
      <use href={`/iconen.svg#${name}`} />
    </svg>
  )
}
