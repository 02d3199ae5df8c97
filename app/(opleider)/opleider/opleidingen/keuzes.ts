import type { Option } from '@/components/ui/select'
import type { PlainDate } from '@/lib/base/date'
import { BEWERKING_SOORTEN, KWALITEITSREGELS } from '@/lib/kwaliteit/model'
import type { SORTERINGEN, LIJST_TOESTANDEN } from '@/lib/kwaliteit/schema'
import { BEWERKING_LABEL, regelTekst } from '@/lib/kwaliteit/texts'
import {
  CATEGORIEEN, DAGDELEN, GEBREKEN, KOSTENSOORTEN, NIVEAUS, OPLEIDINGSVORMEN, SCHOLINGSOORTEN, WAARDEDOCUMENTEN, type Gebrek,
} from '@/lib/register/model'
import {
  CATEGORIE_LABEL, DAGDEEL_LABEL, GEBREK_TEKST, KOSTENSOORT_LABEL, NIVEAU_LABEL, SCHOLINGSOORT_LABEL, VORM_LABEL, WAARDEDOCUMENT_LABEL,
} from '@/lib/register/texts'
import { subsidiabeleSoorten } from '@/lib/register/rules/prijs'

/** What the forms of an opleiding let someone choose. Made on the server: the value lists of the register would weigh on the browser. */
export type OpleidingKeuzes = {
  categorieen: readonly Option[]
  niveaus: readonly Option[]
  vormen: readonly Option[]
  waardedocumenten: readonly Option[]
  kostensoorten: readonly Option[]
  dagdelen: readonly Option[]
  /** The kinds of cost that the STAP-budget pays. */
  subsidiabel: readonly string[]
  /** What to fill in when a field is missing in the register. */
  gebreken: Readonly<Record<Gebrek, { herstel: string }>>
}

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>): readonly Option[] => values.map((value) => ({ value, label: labels[value] }))

export const VORMEN: readonly Option[] = options(OPLEIDINGSVORMEN, VORM_LABEL)
export const DAGDEEL_KEUZES: readonly Option[] = options(DAGDELEN, DAGDEEL_LABEL)
export const CATEGORIE_KEUZES: readonly Option[] = options(CATEGORIEEN, CATEGORIE_LABEL)
export const SOORT_KEUZES: readonly Option[] = options(SCHOLINGSOORTEN, SCHOLINGSOORT_LABEL)
export const GEBREK_KEUZES: readonly Option[] = [{ value: 'alle', label: 'Alles wat niet compleet is' }, ...GEBREKEN.map((value) => ({ value, label: GEBREK_TEKST[value].label }))]
export const SIGNAAL_KEUZES: readonly Option[] = KWALITEITSREGELS.map((value) => ({ value, label: regelTekst(value).titel }))

const SORTEER: Record<(typeof SORTERINGEN)[number], string> = { titel: 'Titel', prijs: 'Duurste eerst', gewijzigd: 'Laatst gewijzigd eerst', punten: 'Minste punten eerst' }
export const SORTEER_KEUZES: readonly Option[] = Object.entries(SORTEER).map(([value, label]) => ({ value, label }))
const TOESTAND: Record<(typeof LIJST_TOESTANDEN)[number], string> = {
  'te-vinden': 'Te vinden voor burgers', incompleet: 'Niet compleet', 'zonder-start': 'Geen startdatum', 'zonder-stap': 'Zonder STAP-budget', 'niet-aangeboden': 'Niet aangeboden',
}
export const TOESTAND_KEUZES: readonly Option[] = Object.entries(TOESTAND).map(([value, label]) => ({ value, label }))

export const KEUZES: Omit<OpleidingKeuzes, 'subsidiabel'> = {
  categorieen: CATEGORIE_KEUZES,
  niveaus: options(NIVEAUS, NIVEAU_LABEL),
  vormen: VORMEN,
  waardedocumenten: options(WAARDEDOCUMENTEN, WAARDEDOCUMENT_LABEL),
  kostensoorten: options(KOSTENSOORTEN, KOSTENSOORT_LABEL),
  dagdelen: DAGDEEL_KEUZES,
  gebreken: GEBREK_TEKST,
}

/** The choices of the form of an opleiding; which costs are subsidiable depends on the day (art. 4 lid 1). */
export function keuzesOp(dag: PlainDate): OpleidingKeuzes {
  return { ...KEUZES, subsidiabel: subsidiabeleSoorten(dag) }
}

export type BulkKeuzes = { bewerkingen: readonly Option[]; kostensoorten: readonly Option[]; wijzen: readonly Option[]; categorieen: readonly Option[] }
export const BULK_KEUZES: BulkKeuzes = {
  bewerkingen: options(BEWERKING_SOORTEN, BEWERKING_LABEL),
  kostensoorten: KEUZES.kostensoorten,
  wijzen: [{ value: 'promille', label: 'procent erbij of eraf' }, { value: 'erbij', label: 'euro erbij of eraf' }, { value: 'bedrag', label: 'wordt dit bedrag' }],
  categorieen: CATEGORIE_KEUZES,
}
