import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

/** A sheet on the page for one subject; `emphasis` for the one that matters now. */
export function Card({ children, emphasis = false, className }: { children: ReactNode; emphasis?: boolean; className?: string }) {
  return <div className={classNames('stap-card stap-stapel', emphasis && 'stap-card--nadruk', className)}>{children}</div>
}
