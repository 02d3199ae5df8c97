import type { ReactNode } from 'react'
import { SessionGuard } from '@/app/_sessie/session-guard'
import { roomFor } from '@/app/_shell/room'
import { PauzeMelding } from '@/components/shell/pauze-melding'
import { RoomShell } from '@/components/shell/room-shell'
import { requestPath } from '@/lib/platform/request-path'
import { currentActor } from '@/lib/platform/session'
import { getPauze } from '@/lib/tijdvak/views'

export default async function BurgerLayout({ children }: { children: ReactNode }) {
  const [actor, path, pauze] = await Promise.all([currentActor(), requestPath(), getPauze()])
  return (
    <RoomShell {...roomFor('burger', actor)} path={path}>
      <PauzeMelding pauze={pauze} />
      {children}
      <SessionGuard />
    </RoomShell>
  )
}
