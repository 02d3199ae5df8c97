import type { Actor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { saveSnelheid } from '@/lib/wachtkamer/repo/toelating'

const HOOGSTENS = 600_000

/** Sets how many people are let in per minute, from 1 to 600.000; the ketenregisseur says why. Works at the next step. */
export function stelSnelheidIn(actor: Actor, { code, perMinuut, reden }: { code: string; perMinuut: number; reden: string }): Promise<Outcome<'geen-wachtkamer' | 'ongeldige-snelheid'>> {
  return inTransaction(async (tx) => {
    if (!Number.isInteger(perMinuut) || perMinuut < 1 || perMinuut > HOOGSTENS) return refused('ongeldige-snelheid')
    const was = await saveSnelheid(tx, code, perMinuut)
    if (was === undefined) return refused('geen-wachtkamer')
    await saveGebeurtenis(tx, { onderwerp: 'wachtkamer', onderwerpId: code, soort: 'stel-snelheid-in', actor, rol: 'ketenregisseur', reden, gegevens: { was, perMinuut } })
    return done
  })
}
