'use client'

import { useActionState } from 'react'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE, type FormState } from '@/lib/base/form-state'

export function KiesForm({ action, kenmerk }: { action: (previous: FormState, formData: FormData) => Promise<FormState>; kenmerk: string }) {
  const [state, submit] = useActionState(action, IDLE)
  return (
    <form action={submit} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="code" label="Code van het aanmeldbewijs" description="Bijvoorbeeld AB-7KQ2-M9XD-4TWP-11" state={state} autoComplete="off" spellCheck={false} />
      <ButtonGroup><Button icon="check">Verder met deze opleiding</Button></ButtonGroup>
    </form>
  )
}
