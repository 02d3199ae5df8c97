'use client'

import { useActionState } from 'react'
import { maakCreditnotaAction } from '@/app/(opleider)/opleider/facturen/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

/** A credit note of this invoice, or of a part of it. `over` is what may be taken back. */
export function MaakCreditnotaFormulier({ factuurId, over }: { factuurId: string; over: string }) {
  const [state, action] = useActionState(maakCreditnotaAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="factuurId" value={factuurId} />
      <Field name="nummer" label="Nummer van de creditnota" description="Het volgende nummer uit uw eigen administratie." width="smal" autoComplete="off" state={state} />
      <Field name="bedrag" label="Bedrag dat u terugneemt, met btw" width="smal" inputMode="decimal" autoComplete="off" defaultValue={over} state={state} />
      <ButtonGroup><Button variant="secondary" icon="send">Creditnota maken en sturen</Button></ButtonGroup>
    </form>
  )
}
