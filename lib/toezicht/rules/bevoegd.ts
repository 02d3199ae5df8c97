import type { Rol } from '@/lib/base/actor'
import type { MaatregelSoort } from '@/lib/register/model'

/** Whether somebody with these roles may take or lift this maatregel: an investigation is the Toetsingskamer's own (art. 23), the rest is a besluit of the minister (art. 19, 19a). */
export function mayOpleggen(rollen: readonly Rol[], soort: MaatregelSoort): boolean {
  return soort === 'in-onderzoek' || rollen.includes('beslisser')
}
