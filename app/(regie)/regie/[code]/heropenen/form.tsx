'use client'

import { useActionState } from 'react'
import { heropenAction } from '@/app/(regie)/regie/[code]/heropenen/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function HeropenFormulier({ code, laatsteDag }: { code: string; laatsteDag: string }) {
  const [state, action] = useActionState(heropenAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <DateInput name="opentDag" label="Dag van opening" description="Bijvoorbeeld 17-03-2023" state={state} />
      <Field name="opentTijd" label="Tijd van opening" description="Bijvoorbeeld 10:00" width="kort" defaultValue="10:00" state={state} autoComplete="off" />
      <DateInput name="laatsteDag" label="Laatste dag" description={`Laat leeg als ${laatsteDag} de laatste dag blijft`} optional state={state} />
      <Field name="reden" label="Reden" description="Voor het logboek." state={state} autoComplete="off" />
      <Checkbox name="zeker" label="Ik heb gelezen wat er dan gebeurt" state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="calendar-event">Ja, bepaal deze opening</Button>
        <ButtonLink variant="subtle" href={`/regie/${code}`}>Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
