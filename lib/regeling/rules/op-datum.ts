import type { PlainDate } from '@/lib/base/date'
import { contains, type Period } from '@/lib/base/period'
import { isParameterNaam, parameterSchemas } from '@/lib/regeling/model'
import type { Bepaling, Momentopname, ParameterNaam, ParameterRij, Regeling } from '@/lib/regeling/model'

const BRAND = Symbol.for('stap.onbekende-periode')

/** The regeling says nothing for this day. A fault, not a refusal: somebody must enter the parameter first. */
export class OnbekendePeriode extends Error {
  override readonly name = 'OnbekendePeriode'
  // instanceof fails when a bundler loads this class twice; the symbol is the same in every copy.
  readonly [BRAND] = true

  constructor(
    readonly parameter: ParameterNaam,
    readonly opDatum: PlainDate,
  ) {
    super(`the regeling has no value for ${parameter} on ${opDatum}: add it to the table parameter, with its source`)
  }
}

/** True for an OnbekendePeriode, from whichever copy of the class it came. */
export function isOnbekendePeriode(fault: unknown): fault is OnbekendePeriode {
  return fault instanceof Error && BRAND in fault
}

/** The regeling as it held on `dag`. Throws a ZodError when a value that is asked for does not have its shape. */
export function makeRegeling(rijen: readonly ParameterRij[], dag: PlainDate): Regeling {
  return {
    opDatum: dag,
    get: (naam) => findBepaling(rijen, naam, dag).waarde,
    bepaling: (naam) => findBepaling(rijen, naam, dag),
    historie: (naam) => listBepalingen(rijen, naam).filter(({ geldigVan }) => geldigVan <= dag),
    momentopname: (...namen) => takeMomentopname(rijen, namen, dag),
  }
}

/** The value of one parameter on a day. Throws OnbekendePeriode when no period holds it. */
export function findBepaling<Naam extends ParameterNaam>(rijen: readonly ParameterRij[], naam: Naam, dag: PlainDate): Bepaling<Naam> {
  const rij = rijen.find((candidate) => candidate.naam === naam && contains(periodOf(candidate), dag))
  if (rij === undefined) throw new OnbekendePeriode(naam, dag)
  return readBepaling(rij, naam)
}

/** What is wrong with a set of parameters: an unknown name, a value of the wrong shape, a gap or an overlap. Empty is good. */
export function findGebreken(rijen: readonly ParameterRij[]): readonly string[] {
  const namen = [...new Set(rijen.map(({ naam }) => naam))]
  return namen.flatMap((naam) => {
    if (!isParameterNaam(naam)) return [`${naam}: unknown name`]
    const eigen = rijen.filter((rij) => rij.naam === naam).toSorted(byDate)
    return [
      ...eigen.filter((rij) => !parameterSchemas[naam].safeParse(rij.waarde).success).map((rij) => `${naam} from ${rij.geldigVan}: wrong value`),
      ...eigen.filter((rij, index) => index > 0 && eigen[index - 1]?.geldigTot !== rij.geldigVan).map((rij) => `${naam} from ${rij.geldigVan}: gap or overlap`),
    ]
  })
}

function listBepalingen<Naam extends ParameterNaam>(rijen: readonly ParameterRij[], naam: Naam): readonly Bepaling<Naam>[] {
  return rijen.filter((rij) => rij.naam === naam).toSorted(byDate).map((rij) => readBepaling(rij, naam))
}

function readBepaling<Naam extends ParameterNaam>({ waarde, geldigVan, geldigTot, bron }: ParameterRij, naam: Naam): Bepaling<Naam> {
  return { naam, waarde: parameterSchemas[naam].parse(waarde), geldigVan, geldigTot, bron }
}

function takeMomentopname(rijen: readonly ParameterRij[], namen: readonly ParameterNaam[], dag: PlainDate): Momentopname {
  return Object.fromEntries(
    namen.map((naam) => {
      const { waarde, geldigVan, bron } = findBepaling(rijen, naam, dag)
      return [naam, { waarde, geldigVan, bron }]
    }),
  )
}

function periodOf({ geldigVan, geldigTot }: ParameterRij): Period {
  return { van: geldigVan, tot: geldigTot }
}

function byDate(one: ParameterRij, other: ParameterRij): number {
  return one.geldigVan < other.geldigVan ? -1 : 1
}
