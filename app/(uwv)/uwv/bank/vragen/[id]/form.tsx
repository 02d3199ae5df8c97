'use client'

import { useActionState } from 'react'
import { handelAfAction } from '@/app/(uwv)/uwv/bank/vragen/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function HandelAfFormulier({ vraagId, kanOpnieuw }: { vraagId: string; kanOpnieuw: boolean }) {
  const [state, action] = useActionState(handelAfAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="vraagId" value={vraagId} />
      <Field name="toelichting" label="Wat hebt u uitgezocht?" description="Dit komt in het logboek. Schrijf er geen persoonsgegevens in." state={state}>
        <Textarea rows={4} maxLength={1000} />
      </Field>
      <ButtonGroup>
        {kanOpnieuw && <Button name="opnieuw" value="ja" icon="check">Afhandelen en opnieuw betalen</Button>}
        <Button name="opnieuw" value="nee" variant={kanOpnieuw ? 'secondary' : 'primary'}>Afhandelen</Button>
      </ButtonGroup>
    </form>
  )
}
