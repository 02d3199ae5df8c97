'use client'

import { useActionState } from 'react'
import { kopieerOpleidingAction } from '@/app/(opleider)/opleider/opleidingen/[id]/kopie/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function KopieFormulier({ opleidingId, titel }: { opleidingId: string; titel: string }) {
  const [state, action] = useActionState(kopieerOpleidingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="opleidingId" value={opleidingId} />
      <Field name="programmaId" label="Nieuwe code" width="smal" state={state} autoComplete="off" description="Een code die u nog niet gebruikt." />
      <Field name="titel" label="Titel van de kopie" state={state} defaultValue={titel} />
      <ButtonGroup><Button icon="copy">Kopie maken</Button></ButtonGroup>
    </form>
  )
}
