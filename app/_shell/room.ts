import { describeActor, ROOMS } from '@/components/shell/rooms'
import type { Actor } from '@/lib/base/actor'
import { homeOf } from '@/lib/platform/login-url'
import { isAllowed, ROUTES } from '@/lib/platform/policy'

type RoomName = keyof typeof ROOMS

/** What the shell of a room shows to whoever is logged in: only menu lines whose page that person may open. */
export function roomFor(room: RoomName, actor: Exclude<Actor, { soort: 'systeem' }> | undefined) {
  const { name, home, items } = ROOMS[room]
  return {
    name,
    home: actor === undefined ? home : homeOf(actor),
    items: items.filter(({ href }) => mayOpen(room, href, actor)),
    who: describeActor(actor),
  }
}

/** The policy table knows every page by its file; a page that is not there yet has no line. */
function mayOpen(room: RoomName, href: string, actor: Actor | undefined): boolean {
  const needed = ROUTES[`app/(${room})${href}/page.tsx`] ?? ROUTES[`app/(publiek)${href}/page.tsx`] ?? ROUTES[`app/(regie)${href}/page.tsx`] ?? []
  return needed.some((handeling) => handeling === 'publiek' || (actor !== undefined && isAllowed(actor, handeling)))
}
