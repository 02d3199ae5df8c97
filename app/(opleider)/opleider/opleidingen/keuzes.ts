import type { Option } from '@/components/ui/select'
import { CATEGORIEEN, NIVEAUS, OPLEIDINGSVORMEN, WAARDEDOCUMENTEN, type Gebrek } from '@/lib/register/model'
import { CATEGORIE_LABEL, GEBREK_TEKST, NIVEAU_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL } from '@/lib/register/texts'

/** What the forms of an opleiding let someone choose. Made on the server: the value lists of the register would weigh on the browser. */
export type OpleidingKeuzes = {
  categorieen: readonly Option[]
  niveaus: readonly Option[]
  vormen: readonly Option[]
  waardedocumenten: readonly Option[]
  /** What to fill in when a field is missing in the register. */
  gebreken: Readonly<Record<Gebrek, { herstel: string }>>
}

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>): readonly Option[] => values.map((value) => ({ value, label: labels[value] }))

export const VORMEN: readonly Option[] = options(OPLEIDINGSVORMEN, VORM_LABEL)

export const KEUZES: OpleidingKeuzes = {
  categorieen: options(CATEGORIEEN, CATEGORIE_LABEL),
  niveaus: options(NIVEAUS, NIVEAU_LABEL),
  vormen: VORMEN,
  waardedocumenten: options(WAARDEDOCUMENTEN, WAARDEDOCUMENT_LABEL),
  gebreken: GEBREK_TEKST,
}
