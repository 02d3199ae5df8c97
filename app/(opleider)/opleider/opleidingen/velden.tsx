import type { ReactNode } from 'react'
import type { OpleidingKeuzes } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { Heading } from '@/components/ui/text'
import type { FormState } from '@/lib/base/form-state'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Gebrek, OpleidingInhoud } from '@/lib/register/model'

/** "939,50" for the box of an amount. */
export const typedBedrag = (bedragCent: number | null | undefined): string => (bedragCent == null ? '' : formatBedrag(cent(bedragCent)).replace('€ ', ''))
const typed = (getal: number | null | undefined): string => (getal == null ? '' : String(getal))

/** The fields of an opleiding; what is missing in the register is said beside its field. */
export function OpleidingVelden({ keuzes, inhoud, gebreken = [], state }: { keuzes: OpleidingKeuzes; inhoud?: OpleidingInhoud; gebreken?: readonly Gebrek[]; state: FormState }) {
  const uitleg = (gebrek: Gebrek, gewoon?: string): { description?: ReactNode } => {
    if (gebreken.includes(gebrek)) return { description: <strong className="text-caution">Ontbreekt nog: {keuzes.gebreken[gebrek].herstel}</strong> }
    return gewoon === undefined ? {} : { description: gewoon }
  }
  return (
    <>
      <Heading level={2}>Wat leert iemand?</Heading>
      <Field name="titel" label="Titel" state={state} defaultValue={inhoud?.titel} {...uitleg('titel', 'Zoals burgers de opleiding zoeken.')} />
      <Field name="samenvatting" label="Samenvatting" optional state={state} defaultValue={inhoud?.samenvatting} description="Eén zin, hoogstens 200 tekens. Staat in de lijst met zoekresultaten." />
      <Field name="omschrijving" label="Omschrijving" state={state} {...uitleg('omschrijving', 'Wat iemand leert, voor wie het is en wat iemand daarna kan.')}><Textarea rows={8} defaultValue={inhoud?.omschrijving} /></Field>
      <Field name="categorie" label="Vakgebied" state={state} {...uitleg('categorie')}><Select leeg="Kies een vakgebied" defaultValue={inhoud?.categorie ?? ''} options={keuzes.categorieen} /></Field>
      <Field name="niveau" label="Niveau" state={state} {...uitleg('niveau')}><Select leeg="Kies een niveau" defaultValue={inhoud?.niveau ?? ''} options={keuzes.niveaus} /></Field>
      <Field name="opleidingsvorm" label="Hoe zijn de lessen?" state={state} {...uitleg('opleidingsvorm')}><Select leeg="Kies een vorm" defaultValue={inhoud?.opleidingsvorm ?? ''} options={keuzes.vormen} /></Field>
      <Field name="waardedocument" label="Wat krijgt iemand na afloop?" state={state} {...uitleg('waardedocument')}><Select leeg="Kies een document" defaultValue={inhoud?.waardedocument ?? ''} options={keuzes.waardedocumenten} /></Field>
      <Field name="duurDagen" label="Duur in dagen" width="kort" inputMode="numeric" state={state} defaultValue={typed(inhoud?.duurDagen)} {...uitleg('duur', 'Van de eerste tot en met de laatste dag.')} />
      <Field name="studielast" label="Studielast in uren" optional width="kort" inputMode="numeric" state={state} defaultValue={typed(inhoud?.studielast)} />
      <Heading level={2}>Wat kost het?</Heading>
      <Field name="catalogusprijs" label="Prijs met btw (€)" width="kort" inputMode="decimal" state={state} defaultValue={typedBedrag(inhoud?.catalogusprijsCent)} {...uitleg('catalogusprijs', 'Alle kosten die iedereen moet betalen, bijvoorbeeld 939,50.')} />
      <Field name="subsidiabel" label="Waarvan subsidiabel (€)" width="kort" inputMode="decimal" state={state} defaultValue={typedBedrag(inhoud?.subsidiabelCent)} {...uitleg('subsidiabele-kosten', 'Lesgeld, examengeld en verplicht lesmateriaal. Niet: lunch, reizen of inschrijven.')} />
      <Checkbox name="stapToestemming" label="Burgers kunnen deze opleiding met STAP-budget volgen" state={state} defaultChecked={inhoud?.stapToestemming ?? true} />
    </>
  )
}
