import 'server-only'
import { notFound } from 'next/navigation'

/**
 * Ends the request with status 404. Also for what exists but belongs to somebody else: the answer must not tell the difference.
 * Next sends an empty body here; scripts/web.ts puts the readable page in its place, so that it works without JavaScript.
 */
export function toonNietGevonden(): never {
  notFound()
}
