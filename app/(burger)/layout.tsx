import type { ReactNode } from 'react'
import { SessionGuard } from '@/app/_sessie/session-guard'
import { roomFor } from '@/app/_shell/room'
import { RoomShell } from '@/components/shell/room-shell'
import { requestPath } from '@/lib/platform/request-path'
import { currentActor } from '@/lib/platform/session'

export default async function BurgerLayout({ children }: { children: ReactNode }) {
  const [actor, path] = await Promise.all([currentActor(), requestPath()])
  return (
    <RoomShell {...roomFor('burger', actor)} path={path}>
      {children}
      <SessionGuard />
    </RoomShell>
  )
}
