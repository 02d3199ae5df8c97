import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { refused, type Outcome } from '@/lib/base/outcome'
import { today } from '@/lib/platform/clock'
import { prisma } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { Verschil } from '@/lib/aanlevering/model'
import { vraagtAkkoord } from '@/lib/aanlevering/rules/verlies'
import { geefAkkoord, type AkkoordReden } from '@/lib/aanlevering/use-cases/geef-akkoord'
import { getImport } from '@/lib/aanlevering/views'

/** Whether so much would disappear that somebody must say in so many words that it is right. */
export async function vraagtBevestiging(verschil: Verschil | null): Promise<boolean> {
  if (verschil === null || verschil.verlies.length === 0) return false
  return vraagtAkkoord(verschil.verlies, (await leesRegeling(prisma, await today())).get('aanlevering-verlies'))
}

/** Agrees with an import after its preview; when it takes much of an offer away only with the confirmation that this is right. */
export async function bevestigImport(actor: OpleiderActor | Medewerker, { importId, klopt }: { importId: string; klopt: boolean }): Promise<Outcome<AkkoordReden | 'bevestig-verlies'>> {
  const detail = await getImport(actor, importId)
  if (detail === undefined) return refused('import-niet-gevonden')
  if (!klopt && await vraagtBevestiging(detail.verschil)) return refused('bevestig-verlies')
  return geefAkkoord(actor, importId)
}
