'use client'

import { useActionState } from 'react'
import { jaarplafondAction } from '@/app/(beleid)/beleid/jaarplafonds/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function JaarplafondFormulier() {
  const [state, action] = useActionState(jaarplafondAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="jaar" label="Jaar" description="Bijvoorbeeld 2023" width="kort" inputMode="numeric" state={state} autoComplete="off" />
      <Field name="bedrag" label="Bedrag" description="Wat er in dat jaar in totaal mag worden gegeven, in euro’s. Zonder wat van of naar andere jaren ging." width="smal" inputMode="decimal" state={state} autoComplete="off" />
      <Field name="besluit" label="Besluit" description="Naam, datum en nummer, zodat een ander het kan vinden" state={state} autoComplete="off" />
      <Field name="reden" label="Reden" description="Komt in het logboek." state={state} autoComplete="off" />
      <Checkbox name="zeker" label="Ik weet dat het bedrag meteen geldt, en dat het besluit blijft staan" state={state} />
      <ButtonGroup><Button icon="coin-euro">Jaarplafond vastleggen</Button></ButtonGroup>
    </form>
  )
}
