'use client'

import { useActionState } from 'react'
import type { OpleidingKeuzes } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { registreerOpleidingAction } from '@/app/(opleider)/opleider/opleidingen/nieuw/action'
import { OpleidingVelden } from '@/app/(opleider)/opleider/opleidingen/velden'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'
import type { Gebrek, Scholingsoort } from '@/lib/register/model'

export function NieuweOpleidingFormulier({ keuzes, soort, verplicht }: { keuzes: OpleidingKeuzes; soort: Scholingsoort; verplicht: readonly Gebrek[] }) {
  const [state, action] = useActionState(registreerOpleidingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="programmaId" label="Uw code" width="smal" state={state} autoComplete="off" description="Zoals de opleiding in uw eigen systeem heet, bijvoorbeeld VCA-001. U kunt de code later niet wijzigen." />
      <OpleidingVelden keuzes={keuzes} soort={soort} verplicht={verplicht} state={state} />
      <ButtonGroup><Button>Opleiding bewaren</Button></ButtonGroup>
    </form>
  )
}
