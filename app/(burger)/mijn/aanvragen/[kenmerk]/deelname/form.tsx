'use client'

import { useActionState } from 'react'
import { reageerAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/deelname/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function ReactieFormulier({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(reageerAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="reactie" label="Klopt het wat uw opleider meldt?" state={state} options={[
        { value: 'bevestigd', label: 'Ja, dit klopt' },
        { value: 'betwist', label: 'Nee, dit klopt niet', description: 'Een medewerker van UWV zoekt het dan uit.' },
      ]} />
      <Field name="toelichting" label="Wat klopt er niet?" description="Alleen als u ‘Nee’ kiest." optional state={state}><Textarea rows={4} /></Field>
      <ButtonGroup><Button icon="send">Antwoord sturen</Button></ButtonGroup>
    </form>
  )
}
