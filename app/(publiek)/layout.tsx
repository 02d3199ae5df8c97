import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import { requestPath } from '@/lib/platform/request-path'

export default async function PubliekLayout({ children }: { children: ReactNode }) {
  const path = await requestPath()
  return <PublicShell path={path} wide={path === '/'}>{children}</PublicShell>
}
