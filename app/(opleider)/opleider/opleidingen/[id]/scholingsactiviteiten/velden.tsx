import { typedBedrag } from '@/app/(opleider)/opleider/opleidingen/velden'
import { DateInput } from '@/components/ui/date-input'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import type { FormState } from '@/lib/base/form-state'
import type { Opleidingsvorm } from '@/lib/register/model'

/** Dates as someone types them: 29-11-2022. */
export type ActiviteitWaarden = {
  startdatum?: string; einddatum?: string; plaats?: string | null; adres?: string | null; postcode?: string | null; vorm: Opleidingsvorm | null
  prijs: number | null; subsidiabel: number | null; deelnemersplaatsen?: number | null
}

/** The fields of a start date. */
export function ActiviteitVelden({ vormen, waarden, state }: { vormen: readonly Option[]; waarden: ActiviteitWaarden; state: FormState }) {
  const { startdatum, einddatum, plaats, adres, postcode, vorm, prijs, subsidiabel, deelnemersplaatsen } = waarden
  return (
    <>
      <DateInput name="startdatum" label="Startdatum" state={state} {...(startdatum !== undefined && { defaultValue: startdatum })} />
      <DateInput name="einddatum" label="Einddatum" state={state} {...(einddatum !== undefined && { defaultValue: einddatum })} />
      <Field name="opleidingsvorm" label="Hoe zijn de lessen?" state={state}><Select leeg="Kies een vorm" defaultValue={vorm ?? ''} options={vormen} /></Field>
      <Field name="plaats" label="Plaats" optional width="smal" state={state} defaultValue={plaats ?? ''} description="Laat leeg als alles online of thuis is." />
      <Field name="adres" label="Straat en huisnummer" optional width="smal" state={state} defaultValue={adres ?? ''} />
      <Field name="postcode" label="Postcode" optional width="kort" state={state} defaultValue={postcode ?? ''} />
      <Field name="catalogusprijs" label="Prijs met btw (€)" width="kort" inputMode="decimal" state={state} defaultValue={typedBedrag(prijs)} description="Alle kosten die iedereen moet betalen, bijvoorbeeld 939,50." />
      <Field name="subsidiabel" label="Waarvan subsidiabel (€)" width="kort" inputMode="decimal" state={state} defaultValue={typedBedrag(subsidiabel)} description="Lesgeld, examengeld en verplicht lesmateriaal." />
      <Field name="deelnemersplaatsen" label="Aantal plaatsen" optional width="kort" inputMode="numeric" state={state} defaultValue={deelnemersplaatsen == null ? '' : String(deelnemersplaatsen)} />
    </>
  )
}
