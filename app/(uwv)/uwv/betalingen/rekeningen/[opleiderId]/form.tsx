'use client'

import { useActionState } from 'react'
import { oordeelAction } from '@/app/(uwv)/uwv/betalingen/rekeningen/[opleiderId]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function OordeelForm({ opleiderId, kanAanvaarden, kanBlokkeren }: { opleiderId: string; kanAanvaarden: boolean; kanBlokkeren: boolean }) {
  const [state, action] = useActionState(oordeelAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="opleiderId" value={opleiderId} />
      <Field name="reden" label="Waarom?" description={[kanBlokkeren && 'Bij blokkeren leest de opleider dit in een brief.', kanAanvaarden && 'Bij aanvaarden zien de collega’s die de batch goedkeuren het.'].filter(Boolean).join(' ')} state={state}>
        <Textarea rows={3} maxLength={500} />
      </Field>
      <ButtonGroup>
        {kanAanvaarden && <Button name="oordeel" value="aanvaard" icon="check">Rekeningnummer aanvaarden</Button>}
        {kanBlokkeren && <Button name="oordeel" value="blokkeer" variant="secondary" icon="lock">Ander nummer blokkeren</Button>}
      </ButtonGroup>
    </form>
  )
}
