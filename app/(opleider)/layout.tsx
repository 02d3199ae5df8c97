import type { ReactNode } from 'react'
import { SessionGuard } from '@/app/_sessie/session-guard'
import { roomFor } from '@/app/_shell/room'
import { RoomShell } from '@/components/shell/room-shell'
import { requestPath } from '@/lib/platform/request-path'
import { currentActor } from '@/lib/platform/session'
import { getOrganisatienaam } from '@/lib/register/views'
import { countOpenVerzoeken } from '@/lib/vooraanmelding/views'

export default async function OpleiderLayout({ children }: { children: ReactNode }) {
  const [actor, path] = await Promise.all([currentActor(), requestPath()])
  const room = roomFor('opleider', actor)
  const [naam, verzoeken] = actor?.soort === 'opleider' ? await Promise.all([getOrganisatienaam(actor), countOpenVerzoeken(actor)]) : []
  const items = room.items.map((item) => (item.href === '/opleider/aanmeldbewijzen/verzoeken' ? { ...item, count: verzoeken ?? 0 } : item))
  return (
    <RoomShell {...room} items={items} who={naam ?? room.who} path={path} wide>
      {children}
      <SessionGuard />
    </RoomShell>
  )
}
