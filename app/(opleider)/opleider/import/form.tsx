'use client'

import { useActionState } from 'react'
import { leverBestandAanAction } from '@/app/(opleider)/opleider/import/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { IDLE } from '@/lib/base/form-state'

export function ImportFormulier() {
  const [state, action] = useActionState(leverBestandAanAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="bestand" label="EDU-DEX-bestand" description="Een bestand met de extensie .json of .jsonl, hoogstens 10 MB." state={state}><FileInput accept=".json,.jsonl,.ndjson,application/json" /></Field>
      <ButtonGroup><Button icon="upload">Bestand aanleveren</Button></ButtonGroup>
    </form>
  )
}
