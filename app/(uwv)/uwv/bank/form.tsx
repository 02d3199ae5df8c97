'use client'

import { useActionState } from 'react'
import { leverBankberichtAction } from '@/app/(uwv)/uwv/bank/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { IDLE } from '@/lib/base/form-state'

export function BankberichtFormulier() {
  const [state, action] = useActionState(leverBankberichtAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <Field name="bestand" label="Bestand van de bank" description="Een afschrift (camt.053) of een statusbericht (pain.002), hoogstens 20 MB." state={state}>
        <FileInput accept=".xml,application/xml,text/xml" />
      </Field>
      <ButtonGroup><Button variant="secondary" icon="upload">Bestand inlezen</Button></ButtonGroup>
    </form>
  )
}
