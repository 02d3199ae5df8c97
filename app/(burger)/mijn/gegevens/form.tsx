'use client'

import { useActionState } from 'react'
import { wijzigEmailAction } from '@/app/(burger)/mijn/gegevens/action'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function EmailForm({ email }: { email: string | null }) {
  const [state, action] = useActionState(wijzigEmailAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && <Alert kind="ok" title="Gelukt" live>{state.melding}</Alert>}
      <Field name="email" label="E-mailadres" description="Laat dit leeg als u geen e-mails wilt." type="email" autoComplete="email" state={state} {...(email === null ? {} : { defaultValue: email })} />
      <ButtonGroup><Button>Opslaan</Button></ButtonGroup>
    </form>
  )
}
