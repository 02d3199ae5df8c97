import { amsterdamDate } from '@/lib/base/amsterdam'
import { nowOn } from '@/lib/platform/clock'
import type { PoolClient } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { ToewijsRegels } from '@/lib/toewijzing/model'
import { readTijdvakRegels } from '@/lib/toewijzing/repo'

/** The rules by which a tijdvak is divided today: those of the tijdvak itself and those of the regeling. */
export async function leesToewijsRegels(client: PoolClient, tijdvakId: string): Promise<ToewijsRegels> {
  const regeling = await leesRegeling(client, amsterdamDate(await nowOn(client)))
  const grens = regeling.get('verleningsgrens')
  return {
    ...(await readTijdvakRegels(client, tijdvakId)),
    verleningsgrens: grens?.werkt === 'binnen-tijdvak' ? grens.aantal : null,
    verleningenPerJaar: regeling.get('verleningen-per-jaar'),
  }
}
