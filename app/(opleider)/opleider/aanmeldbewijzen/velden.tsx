import { DateInput } from '@/components/ui/date-input'
import { Details } from '@/components/ui/details'
import { Field } from '@/components/ui/field'
import type { FormState } from '@/lib/base/form-state'

/** What is known of somebody before the form is filled in. */
export type Bekend = Readonly<Partial<Record<'voornaam' | 'tussenvoegsel' | 'achternaam' | 'geboortedatum' | 'straat' | 'huisnummer' | 'huisnummertoevoeging' | 'postcode' | 'woonplaats', string>>>

/** Name, birth date and address of the deelnemer. */
export function PersoonVelden({ state, bekend = {} }: { state: FormState; bekend?: Bekend }) {
  const tekst = (naam: keyof Bekend) => ({ name: naam, defaultValue: bekend[naam] ?? '', state, autoComplete: 'off' }) as const
  return (
    <>
      <Field name="studentnummer" label="Studentnummer" description="Het nummer in uw eigen administratie. Letters en cijfers." width="kort" state={state} autoComplete="off" />
      <Field {...tekst('voornaam')} label="Voornaam" />
      <Field {...tekst('tussenvoegsel')} label="Tussenvoegsel" optional width="kort" />
      <Field {...tekst('achternaam')} label="Achternaam" description="Zoals op het identiteitsbewijs, zonder tussenvoegsel." />
      <DateInput name="geboortedatum" label="Geboortedatum" state={state} autoComplete="off" {...(bekend.geboortedatum !== undefined && { defaultValue: bekend.geboortedatum })} />
      <Field {...tekst('straat')} label="Straat" />
      <Field {...tekst('huisnummer')} label="Huisnummer" width="kort" inputMode="numeric" />
      <Field {...tekst('huisnummertoevoeging')} label="Huisnummertoevoeging" optional width="kort" />
      <Field {...tekst('postcode')} label="Postcode" width="kort" />
      <Field {...tekst('woonplaats')} label="Woonplaats" />
      <Details summary="De deelnemer woont niet in Nederland">
        <Field name="land" label="Land" description="Code van twee letters, bijvoorbeeld BE. Straat, huisnummer, postcode en woonplaats mogen dan leeg blijven." optional width="kort" state={state} autoComplete="off" />
      </Details>
    </>
  )
}

/** What may differ from the register: place and dates. */
export function AfwijkendeVelden({ state }: { state: FormState }) {
  return (
    <Details summary="De plaats of de datum is anders dan in het register">
      <Field name="plaats" label="Plaats" optional state={state} autoComplete="off" />
      <Field name="startdatum" label="Startdatum" description="Bijvoorbeeld 05-12-2022" optional width="kort" state={state} autoComplete="off" />
      <Field name="einddatum" label="Einddatum" optional width="kort" state={state} autoComplete="off" />
    </Details>
  )
}
