import { done, refused, type Outcome } from '@/lib/base/outcome'
import { createAppender } from '@/lib/platform/appender'
import { verlaatPlaatsen } from '@/lib/wachtkamer/repo/plaatsen'

/**
 * Gives up the place of a burger. Who comes back before the opening gets it back, because there is no order yet; who comes back
 * after it joins behind.
 */
export async function verlaatWachtkamer(burgerId: string, code: string): Promise<Outcome<'geen-plaats'>> {
  return (await append({ burgerId, code })) ? done : refused('geen-plaats')
}

const append = createAppender<{ burgerId: string; code: string }, boolean>(verlaatPlaatsen)
