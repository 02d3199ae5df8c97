'use client'

import { useActionState } from 'react'
import { leverAanmeldbewijzenAanAction } from '@/app/(opleider)/opleider/aanmeldbewijzen/bestand/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { IDLE } from '@/lib/base/form-state'

export function BestandFormulier() {
  const [state, action] = useActionState(leverAanmeldbewijzenAanAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="bestand" label="Bestand met aanmeldbewijzen" description="CSV of XML, hoogstens 10 MB en 20.000 deelnemers." state={state}><FileInput accept=".csv,.xml,text/csv,application/xml" /></Field>
      <ButtonGroup><Button icon="upload">Bestand aanleveren</Button></ButtonGroup>
    </form>
  )
}
