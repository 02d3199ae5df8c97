import type { ActiviteitInhoud, ActiviteitStatus, OpleidingInhoud } from '@/lib/register/model'
import type { RegistreerActiviteitInput, RegistreerOpleidingInput } from '@/lib/register/schema'

/** What a person typed, in the shape of the register. A studielast without a unit is in hours. */
export function toInhoud({ catalogusprijs, subsidiabel, ...velden }: Omit<RegistreerOpleidingInput, 'programmaId'>): OpleidingInhoud {
  const studielastEenheid = velden.studielast === null ? null : (velden.studielastEenheid ?? 'UUR')
  return { ...velden, studielastEenheid, catalogusprijsCent: catalogusprijs, subsidiabelCent: subsidiabel }
}

export function toActiviteit(velden: Omit<RegistreerActiviteitInput, 'opleidingId'>, status: ActiviteitStatus): ActiviteitInhoud {
  const { catalogusprijs, subsidiabel, ...rest } = velden
  return { ...rest, status, catalogusprijsCent: catalogusprijs, subsidiabelCent: subsidiabel }
}
