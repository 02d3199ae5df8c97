'use client'

import { useActionState } from 'react'
import { registreerActiviteitAction } from '@/app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/nieuw/action'
import { ActiviteitVelden, type ActiviteitKeuzes, type ActiviteitWaarden } from '@/app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/velden'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function NieuweActiviteitFormulier({ opleidingId, keuzes, waarden }: { opleidingId: string; keuzes: ActiviteitKeuzes; waarden: ActiviteitWaarden }) {
  const [state, action] = useActionState(registreerActiviteitAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="opleidingId" value={opleidingId} />
      <Field name="cohortcode" label="Code van de startdatum" width="smal" state={state} autoComplete="off" description="Een eigen code voor deze uitvoering, bijvoorbeeld VCA-2023-02. Elke code mag u één keer gebruiken." />
      <ActiviteitVelden keuzes={keuzes} waarden={waarden} state={state} />
      <ButtonGroup><Button>Startdatum toevoegen</Button></ButtonGroup>
    </form>
  )
}
