import { now } from '@/lib/platform/clock'
import { prisma } from '@/lib/platform/db'
import { listTijdvakken } from '@/lib/tijdvak/repo'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { openTijdvak } from '@/lib/tijdvak/use-cases/open-tijdvak'
import { sluitTijdvak } from '@/lib/tijdvak/use-cases/sluit-tijdvak'

/** Opens and closes every tijdvak whose moment has come: the tick of a worker. Answers the codes of what changed. */
export async function werkTijdvakkenBij(): Promise<{ geopend: readonly string[]; gesloten: readonly string[] }> {
  const nu = await now()
  const geopend: string[] = []
  const gesloten: string[] = []
  for (const tijdvak of await listTijdvakken(prisma)) {
    const toestand = calculateToestand(tijdvak, nu)
    if (toestand === tijdvak.toestand) continue
    if (toestand === 'open' && (await openTijdvak(tijdvak.id))) geopend.push(tijdvak.code)
    if (toestand === 'gesloten' && (await sluitTijdvak(tijdvak.id))) gesloten.push(tijdvak.code)
  }
  return { geopend, gesloten }
}
