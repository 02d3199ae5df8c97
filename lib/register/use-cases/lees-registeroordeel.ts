import type { PlainDate } from '@/lib/base/date'
import type { Tx } from '@/lib/platform/db'
import type { MaatregelSoort } from '@/lib/register/model'
import { findRegisterFeiten } from '@/lib/register/repo'
import { determineNietAanvraagbaar, type NietAanvraagbaar, type RegisterFeiten } from '@/lib/register/rules/aanvraagbaar'
import { findEffectieveMaatregel } from '@/lib/register/rules/maatregel'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** What the register says of a scholingsactiviteit on a day. */
export type Registeroordeel = {
  feiten: RegisterFeiten
  nietAanvraagbaar: NietAanvraagbaar[]
  maatregel: MaatregelSoort | null
}

/**
 * Reads, inside a transaction, whether a scholingsactiviteit can be applied for on `dag` in a tijdvak with that registratiestop
 * (null when there is no tijdvak to judge against). Undefined when the activity does not exist.
 * @throws OnbekendePeriode when the regeling has no list of admitted erkenningen on that day
 */
export async function leesRegisteroordeel(
  tx: Tx, scholingsactiviteitId: string, peil: { dag: PlainDate; registratiestopOp: Date | null },
): Promise<Registeroordeel | undefined> {
  const feiten = await findRegisterFeiten(tx, scholingsactiviteitId)
  if (feiten === undefined) return undefined
  const regeling = await leesRegeling(tx, peil.dag)
  return {
    feiten,
    nietAanvraagbaar: determineNietAanvraagbaar(feiten, { ...peil, toegelaten: regeling.get('toegelaten-erkenningen') }),
    maatregel: findEffectieveMaatregel(feiten.maatregelen, feiten.opleidingId, peil.dag)?.soort ?? null,
  }
}
