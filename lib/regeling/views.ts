import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import { prisma } from '@/lib/platform/db'
import { isParameterNaam, parameterSchemas, type ParameterNaam, type Regeling } from '@/lib/regeling/model'
import { toParameterRij } from '@/lib/regeling/repo'
import { findBepaling } from '@/lib/regeling/rules/op-datum'
import { formatWaarde, PARAMETER_LABELS } from '@/lib/regeling/texts'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** The regeling as it held on a day, for a page. Throws OnbekendePeriode when a value is asked for that is not there. */
export function getRegeling(opDatum: PlainDate): Promise<Regeling> {
  return leesRegeling(prisma, opDatum)
}

/** One parameter with all its periods, oldest first. `tot` is exclusive, null is without an end. */
export type ParameterOverzicht = {
  naam: ParameterNaam
  label: string
  perioden: readonly { waarde: string; van: PlainDate; tot: PlainDate | null; bron: string }[]
}

/** Every parameter of the regeling with its periods and sources, in the order of the law. */
export async function listParameters(): Promise<readonly ParameterOverzicht[]> {
  const rijen = (await prisma.parameter.findMany({ orderBy: [{ naam: 'asc' }, { geldigVan: 'asc' }] })).map(toParameterRij)
  return Object.keys(parameterSchemas).filter(isParameterNaam).map((naam) => ({
    naam,
    label: PARAMETER_LABELS[naam],
    perioden: rijen.filter((rij) => rij.naam === naam).map(({ geldigVan, geldigTot, bron }) => ({
      waarde: formatWaarde(findBepaling(rijen, naam, geldigVan)),
      van: geldigVan,
      tot: geldigTot,
      bron,
    })),
  }))
}
