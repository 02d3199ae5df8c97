'use client'

import { useActionState } from 'react'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, type FormState } from '@/lib/base/form-state'

export function IntrekForm({ action, kenmerk }: { action: (previous: FormState, formData: FormData) => Promise<FormState>; kenmerk: string }) {
  const [state, submit] = useActionState(action, IDLE)
  return (
    <form action={submit} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Checkbox name="zeker" label="Ja, ik wil mijn aanvraag intrekken" state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="x">Aanvraag intrekken</Button>
        <ButtonLink href={`/mijn/aanvragen/${kenmerk}`} variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
