import type { ReactNode } from 'react'
import { SessionGuard } from '@/app/_sessie/session-guard'
import { roomFor } from '@/app/_shell/room'
import { StaffShell } from '@/components/shell/staff-shell'
import { requestPath } from '@/lib/platform/request-path'
import { currentActor } from '@/lib/platform/session'

export default async function ErkennerLayout({ children }: { children: ReactNode }) {
  const [actor, path] = await Promise.all([currentActor(), requestPath()])
  return (
    <StaffShell {...roomFor('erkenner', actor)} path={path}>
      {children}
      <SessionGuard />
    </StaffShell>
  )
}
