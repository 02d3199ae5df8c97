import type { ReactNode } from 'react'
import { SessionGuard } from '@/app/_sessie/session-guard'
import { describeActor, ROOMS } from '@/components/shell/rooms'
import { StaffShell } from '@/components/shell/staff-shell'
import { requestPath } from '@/lib/platform/request-path'
import { currentActor } from '@/lib/platform/session'

export default async function ToetsingskamerLayout({ children }: { children: ReactNode }) {
  const [actor, path] = await Promise.all([currentActor(), requestPath()])
  return (
    <StaffShell {...ROOMS.toetsingskamer} path={path} who={describeActor(actor)}>
      {children}
      <SessionGuard />
    </StaffShell>
  )
}
