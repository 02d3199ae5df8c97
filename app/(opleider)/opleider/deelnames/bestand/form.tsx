'use client'

import { useActionState } from 'react'
import { leverDeelnamesAanAction } from '@/app/(opleider)/opleider/deelnames/bestand/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { IDLE } from '@/lib/base/form-state'

export function DeelnameBestandFormulier() {
  const [state, action] = useActionState(leverDeelnamesAanAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="bestand" label="Bestand met deelnames" description="CSV of XML, hoogstens 10 MB en 20.000 deelnemers." state={state}><FileInput accept=".csv,.xml,text/csv,application/xml" /></Field>
      <ButtonGroup><Button icon="upload">Bestand laten lezen</Button></ButtonGroup>
    </form>
  )
}
