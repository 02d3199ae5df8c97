import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import { config } from '@/lib/platform/config'
import { toonNietGevonden } from '@/lib/platform/not-found'

/** Pages for development only: in production they are not there. */
export default function DevLayout({ children }: { children: ReactNode }) {
  if (config.isProductie) toonNietGevonden()
  return <PublicShell>{children}</PublicShell>
}
