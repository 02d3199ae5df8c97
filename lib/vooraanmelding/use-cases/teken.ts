import { hmac } from '@/lib/platform/encryption'
import type { Aanmeldbewijs, Bewijsinhoud, Echtheid } from '@/lib/vooraanmelding/model'
import { judgeEchtheid, signedText } from '@/lib/vooraanmelding/rules/handtekening'

/** The signature of the system over everything an aanmeldbewijs says: an HMAC, because only we ever check it (docs/adr/0027). */
export function tekenBewijs(bewijs: Bewijsinhoud): string {
  return hmac('aanmeldbewijs', signedText(bewijs))
}

/** Whether an aanmeldbewijs is as it was signed. */
export function checkEchtheid(bewijs: Aanmeldbewijs): Echtheid {
  return judgeEchtheid(bewijs.handtekening, tekenBewijs(bewijs))
}
