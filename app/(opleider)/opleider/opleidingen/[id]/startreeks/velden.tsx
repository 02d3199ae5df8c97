import { Dagdelen } from '@/app/(opleider)/opleider/opleidingen/velden'
import { DAGDEEL_KEUZES } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { DateInput } from '@/components/ui/date-input'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { FormState } from '@/lib/base/form-state'

const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'].map((label, index) => ({ value: String(index + 1), label }))
const RANGEN = [['1', 'eerste'], ['2', 'tweede'], ['3', 'derde'], ['4', 'vierde'], ['-1', 'laatste']].map(([value = '', label = '']) => ({ value, label }))
const WEKEN = [['1', 'elke week'], ['2', 'om de 2 weken'], ['3', 'om de 3 weken'], ['4', 'om de 4 weken'], ['6', 'om de 6 weken'], ['8', 'om de 8 weken']].map(([value = '', label = '']) => ({ value, label }))

/** The pattern of a series. What does not belong to the chosen way is hidden by CSS, so also without JavaScript. */
export function ReeksVelden({ state }: { state: FormState }) {
  return (
    <>
      <Radios name="wijze" label="Wanneer start de opleiding?" state={state} defaultValue="maand" options={[
        { value: 'maand', label: 'Elke maand op een vaste dag', description: 'Bijvoorbeeld elke eerste maandag' }, { value: 'week', label: 'Elke week of om de paar weken' }, { value: 'lijst', label: 'Op datums die ik zelf invul' },
      ]} />
      <div className="stap-stapel group-has-[input[value=lijst]:checked]:hidden">
        <div className="flex flex-wrap gap-4">
          <div className="group-has-[input[value=week]:checked]:hidden"><Field name="rang" label="Welke van de maand?" state={state}><Select defaultValue="1" options={RANGEN} /></Field></div>
          <div className="group-has-[input[value=maand]:checked]:hidden"><Field name="omDeWeken" label="Hoe vaak?" state={state}><Select defaultValue="1" options={WEKEN} /></Field></div>
          <Field name="weekdag" label="Dag" state={state}><Select defaultValue="1" options={WEEKDAGEN} /></Field>
        </div>
        <div className="flex flex-wrap gap-4"><DateInput name="van" label="Vanaf" state={state} /><DateInput name="tot" label="Tot en met" state={state} /></div>
      </div>
      <div className="hidden group-has-[input[value=lijst]:checked]:block">
        <Field name="dagen" label="Datums" state={state} description="Eén per regel, bijvoorbeeld 29-11-2022."><Textarea rows={5} /></Field>
      </div>
      <Field name="locaties" label="Plaatsen" optional state={state} description="Eén per regel: plaats; straat en huisnummer; postcode. Bijvoorbeeld: Zwolle; Hanzelaan 1; 8017 JL. Laat leeg als alles online is."><Textarea rows={3} /></Field>
      <Dagdelen keuzes={{ dagdelen: DAGDEEL_KEUZES }} gekozen={[]} state={state} />
      <Field name="deelnemersplaatsen" label="Aantal plaatsen per startdatum" optional width="kort" inputMode="numeric" state={state} />
    </>
  )
}
