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
    items: items.filter(({ href }) => mayOpen(href, actor)),
    who: describeActor(actor),
  }
}

/** What each page asks for, by its address; a menu may lead to a page of another room. */
const PAGES = new Map(Object.entries(ROUTES).flatMap(([file, handelingen]) => {
  const match = /^app\/\([a-z]+\)(?<href>\/.*)?\/page\.tsx$/.exec(file)
  return match === null ? [] : [[match.groups?.['href'] ?? '/', handelingen] as const]
}))

/** A page that is not there yet has no line. */
function mayOpen(href: string, actor: Actor | undefined): boolean {
  const needed = PAGES.get(href) ?? []
  return needed.some((handeling) => handeling === 'publiek' || (actor !== undefined && isAllowed(actor, handeling)))
}
