'use client'

import { useActionState } from 'react'
import { wisselAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/wijziging/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function WisselForm({ wijzigingId }: { wijzigingId: string }) {
  const [state, action] = useActionState(wisselAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="wijzigingId" value={wijzigingId} />
      <Field name="code" label="Code van het nieuwe aanmeldbewijs" description="Voor hetzelfde bedrag. Bijvoorbeeld AB-7KQ2-M9XD-4TWP-11." state={state} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <ButtonGroup><Button variant="secondary" icon="rotate">Wisselen</Button></ButtonGroup>
    </form>
  )
}
