'use client'

import { useActionState } from 'react'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, type FormState } from '@/lib/base/form-state'

export function GereedForm({ action, kenmerk }: { action: (previous: FormState, formData: FormData) => Promise<FormState>; kenmerk: string }) {
  const [state, submit] = useActionState(action, IDLE)
  return (
    <form action={submit} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Checkbox name="verklaring" label="Ik heb dit gelezen en verklaar dat het klopt" state={state} />
      <ButtonGroup><Button icon="check">Verklaren en klaarzetten</Button></ButtonGroup>
    </form>
  )
}
