import type { ReactNode } from 'react'
import { PauzeMelding } from '@/components/shell/pauze-melding'
import { PublicShell } from '@/components/shell/public-shell'
import { requestPath } from '@/lib/platform/request-path'
import { getPauze } from '@/lib/tijdvak/views'

export default async function PubliekLayout({ children }: { children: ReactNode }) {
  const [path, pauze] = await Promise.all([requestPath(), getPauze()])
  const wide = path === '/'
  return (
    <PublicShell path={path} wide={wide}>
      <PauzeMelding pauze={pauze} wide={wide} />
      {children}
    </PublicShell>
  )
}
