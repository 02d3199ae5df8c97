import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'

export default async function PubliekLayout({ children }: { children: ReactNode }) {
  // Set by scripts/web.ts: the path of this request.
  const path = (await headers()).get('x-stap-pad')?.split('?', 1)[0]
  return <PublicShell path={path} wide={path === '/'}>{children}</PublicShell>
}
