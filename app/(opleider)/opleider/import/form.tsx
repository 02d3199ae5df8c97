'use client'

import { useActionState } from 'react'
import { leverBestandAanAction } from '@/app/(opleider)/opleider/import/action'
import { AanleverVelden } from '@/components/dossier/aanlever-velden'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE } from '@/lib/base/form-state'

export function ImportFormulier() {
  const [state, action] = useActionState(leverBestandAanAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <AanleverVelden state={state} />
      <ButtonGroup><Button icon="upload">Bestand aanleveren</Button></ButtonGroup>
    </form>
  )
}
