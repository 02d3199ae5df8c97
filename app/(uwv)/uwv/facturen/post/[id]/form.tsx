'use client'

import { useActionState } from 'react'
import { handelPostAfAction } from '@/app/(uwv)/uwv/facturen/post/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function HandelPostAfFormulier({ berichtId, opleider }: { berichtId: string; opleider: string | null }) {
  const [state, action] = useActionState(handelPostAfAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="berichtId" value={berichtId} />
      <Field name="reden" label="Wat hebt u uitgezocht?" description="Dit komt in het logboek. Schrijf er geen persoonsgegevens in." state={state}>
        <Textarea rows={4} maxLength={500} />
      </Field>
      <ButtonGroup>
        {opleider !== null && <Button name="keuze" value="verwerk" icon="check">Verwerken voor {opleider}</Button>}
        <Button name="keuze" value="leg-weg" variant={opleider === null ? 'primary' : 'secondary'}>Wegleggen</Button>
      </ButtonGroup>
    </form>
  )
}
