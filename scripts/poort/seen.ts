import { hash } from 'node:crypto'
import type { Ticket } from './ticket'

/** So many pairs are remembered, about 150 bytes each; the oldest goes first. */
const MOST = 300_000

const seen = new Set<string>()

/** Not the token itself: memory that is looked into must not open a session. */
function keyOf(token: string, { code, nummer, lot }: Ticket): string {
  return hash('sha256', `${token}\n${code}\n${String(nummer)}\n${lot}`, 'base64')
}

/** Remembers that the database gave this place to the burger of this session. */
export function remember(token: string, ticket: Ticket): void {
  if (seen.size >= MOST) for (const oldest of seen) { seen.delete(oldest); break }
  seen.add(keyOf(token, ticket))
}

/** Whether this session was given this place before, by this process. Says nothing about now: only to show it, never to let in. */
export function isRemembered(token: string, ticket: Ticket): boolean {
  return seen.has(keyOf(token, ticket))
}
