import { cookies } from 'next/headers'
import { favorietenSchema } from '@/lib/voorportaal/schema'

/** The cookie with the favourites of this browser: ids of opleidingen and nothing else. */
export const FAVORIETEN_COOKIE = 'stap-favorieten'

/** The ids of the opleidingen that this browser keeps, newest first. */
export async function readFavorieten(): Promise<string[]> {
  return favorietenSchema.parse((await cookies()).get(FAVORIETEN_COOKIE)?.value)
}
