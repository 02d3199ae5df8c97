'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Checkboxes, Radios } from '@/components/ui/radios'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import { proefAction } from './action'

export function ProefFormulier() {
  const [state, action] = useActionState(proefAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && <Alert kind="ok" live title={state.melding ?? 'Opgeslagen'} />}
      <Field name="naam" label="Naam van de opleiding" description="Zoals de deelnemer hem kent, zonder afkortingen." state={state} />
      <Field name="email" label="E-mailadres" type="email" autoComplete="email" width="smal" state={state} />
      <DateInput name="start" label="Startdatum" state={state} />
      <Field name="plaats" label="Plaats" state={state}><Select leeg="Kies een plaats" options={[{ value: 'utrecht', label: 'Utrecht' }, { value: 'zwolle', label: 'Zwolle' }]} /></Field>
      <Field name="toelichting" label="Toelichting" optional state={state}><Textarea /></Field>
      <Radios name="vorm" label="Hoe wordt de opleiding gegeven?" state={state} options={[{ value: 'klas', label: 'In een klas' }, { value: 'online', label: 'Online', description: 'Op een vast moment met een docent.' }]} />
      <Checkboxes name="dagen" label="Op welke dagen?" state={state} options={[{ value: 'ma', label: 'Maandag' }, { value: 'di', label: 'Dinsdag' }]} />
      <Field name="bestand" label="Bewijs" description="Een pdf van hoogstens 12 MB." optional state={state}><FileInput accept="application/pdf" /></Field>
      <Checkbox name="akkoord" label="Ik heb dit naar waarheid ingevuld" state={state} />
      <ButtonGroup><Button>Opslaan</Button><Button variant="secondary" name="concept" value="ja">Bewaar als concept</Button></ButtonGroup>
    </form>
  )
}
