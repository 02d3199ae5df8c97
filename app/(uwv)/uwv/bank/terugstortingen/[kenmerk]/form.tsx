'use client'

import { useActionState } from 'react'
import { terugstortingAction } from '@/app/(uwv)/uwv/bank/terugstortingen/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** Taking the account on although the name does not match, or taking the decision to send it back away. */
export function TerugstortingFormulier({ kenmerk, kanAanvaarden }: { kenmerk: string; kanAanvaarden: boolean }) {
  const [state, action] = useActionState(terugstortingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="reden" label="Waarom?" description={kanAanvaarden ? 'Bij aanvaarden zien de collega’s die de batch goedkeuren dit. Bij niet terugstorten komt de vraag van de bank weer open.' : 'De vraag van de bank komt daarna weer open.'} state={state}>
        <Textarea rows={3} maxLength={1000} />
      </Field>
      <ButtonGroup>
        {kanAanvaarden && <Button name="besluit" value="aanvaard" icon="check">Rekening aanvaarden</Button>}
        <Button name="besluit" value="trek-in" variant="secondary" icon="x">Toch niet terugstorten</Button>
      </ButtonGroup>
    </form>
  )
}
