'use client'

import { useActionState } from 'react'
import { stopAction } from '@/app/(regie)/regie/[code]/stoppen/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function StopFormulier({ code }: { code: string }) {
  const [state, action] = useActionState(stopAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="reden" label="Reden" description="Voor het logboek." state={state} autoComplete="off" />
      <Checkbox name="zeker" label="Ik heb gelezen wat er dan gebeurt" state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="ban">Ja, stop {code}</Button>
        <ButtonLink variant="subtle" href={`/regie/${code}`}>Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
