'use client'

import { useActionState } from 'react'
import { startAction } from '@/app/(burger)/mijn/aanvragen/nieuw/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function StartForm() {
  const [state, action] = useActionState(startAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="code" label="Code van het aanmeldbewijs" description="Bijvoorbeeld AB-7KQ2-M9XD-4TWP-11. Streepjes en hoofdletters hoeven niet." state={state} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <ButtonGroup><Button iconEnd="arrow-right">Verder</Button></ButtonGroup>
    </form>
  )
}
