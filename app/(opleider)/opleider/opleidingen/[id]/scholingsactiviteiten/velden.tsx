import { Kostenregels } from '@/app/(opleider)/opleider/opleidingen/kosten.client'
import { BewaarKnopVoorEnter, Dagdelen } from '@/app/(opleider)/opleider/opleidingen/velden'
import { DateInput } from '@/components/ui/date-input'
import { Details } from '@/components/ui/details'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import type { FormState } from '@/lib/base/form-state'
import { cent, formatBedrag } from '@/lib/base/money'
import type { Dagdeel, Kostenpost, Opleidingsvorm } from '@/lib/register/model'

/** Dates as someone types them: 29-11-2022. */
export type ActiviteitWaarden = {
  startdatum?: string; einddatum?: string; plaats?: string | null; adres?: string | null; postcode?: string | null; vorm: Opleidingsvorm | null
  /** What the opleiding costs, for a start date without lines of its own; null when it has no price yet. */
  prijsOpleiding: number | null; kosten: readonly Kostenpost[]; dagdelen: readonly Dagdeel[]; deelnemersplaatsen?: number | null
  /** Of a meerjarige opleiding: which year this is; undefined for another kind. */
  scholingsjaar?: number | null
}

export type ActiviteitKeuzes = { vormen: readonly Option[]; kostensoorten: readonly Option[]; subsidiabel: readonly string[]; dagdelen: readonly Option[] }

/** The fields of a start date. */
export function ActiviteitVelden({ keuzes, waarden, state }: { keuzes: ActiviteitKeuzes; waarden: ActiviteitWaarden; state: FormState }) {
  const { startdatum, einddatum, plaats, adres, postcode, vorm, prijsOpleiding, kosten, dagdelen, deelnemersplaatsen, scholingsjaar } = waarden
  return (
    <>
      <BewaarKnopVoorEnter />
      <DateInput name="startdatum" label="Startdatum" state={state} {...(startdatum !== undefined && { defaultValue: startdatum })} />
      <DateInput name="einddatum" label="Einddatum" state={state} {...(einddatum !== undefined && { defaultValue: einddatum })} />
      <Field name="opleidingsvorm" label="Hoe zijn de lessen?" state={state}><Select leeg="Kies een vorm" defaultValue={vorm ?? ''} options={keuzes.vormen} /></Field>
      <Field name="plaats" label="Plaats" optional width="smal" state={state} defaultValue={plaats ?? ''} description="Laat leeg als alles online of thuis is." />
      <Field name="adres" label="Straat en huisnummer" optional width="smal" state={state} defaultValue={adres ?? ''} />
      <Field name="postcode" label="Postcode" optional width="kort" state={state} defaultValue={postcode ?? ''} />
      <Dagdelen keuzes={keuzes} gekozen={dagdelen} state={state} />
      {scholingsjaar !== undefined && <Field name="scholingsjaar" label="Welk jaar van de opleiding?" width="kort" inputMode="numeric" state={state} defaultValue={scholingsjaar === null ? '' : String(scholingsjaar)} description="Bijvoorbeeld 1 voor het eerste scholingsjaar." />}
      <Field name="deelnemersplaatsen" label="Aantal plaatsen" optional width="kort" inputMode="numeric" state={state} defaultValue={deelnemersplaatsen == null ? '' : String(deelnemersplaatsen)} />
      <p>{prijsOpleiding === null ? 'De opleiding heeft nog geen prijs.' : <>De prijs is die van de opleiding: <strong>{formatBedrag(cent(prijsOpleiding))}</strong>.</>}</p>
      <Details summary="Deze startdatum heeft een andere prijs" open={kosten.length > 0 || (state.status === 'invalid' && state.waarden['knop'] !== undefined)}>
        <Kostenregels kosten={kosten} soorten={keuzes.kostensoorten} subsidiabel={keuzes.subsidiabel} state={state} />
      </Details>
    </>
  )
}
