import 'server-only'
import { headers } from 'next/headers'

/** The path of the page that is being made, without its query; undefined outside scripts/web.ts, which sets it. */
export async function requestPath(): Promise<string | undefined> {
  return (await headers()).get('x-stap-pad')?.split('?', 1)[0]
}
