'use client'

import { useActionState } from 'react'
import { stuurFactuurAction } from '@/app/(opleider)/opleider/facturen/nieuw/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { IDLE } from '@/lib/base/form-state'

export function StuurFactuurFormulier() {
  const [state, action] = useActionState(stuurFactuurAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <Field name="bestand" label="E-factuur" description="Een XML-bestand (UBL) uit uw boekhoudprogramma, hoogstens 2 MB." state={state}>
        <FileInput accept=".xml,application/xml,text/xml" />
      </Field>
      <ButtonGroup><Button icon="upload">Factuur sturen</Button></ButtonGroup>
    </form>
  )
}
