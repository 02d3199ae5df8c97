'use client'

import { useActionState } from 'react'
import { voerInAction } from '@/app/(duo)/duo/keurmerken/nieuw/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function KeurmerkForm() {
  const [state, action] = useActionState(voerInAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="naam" label="Naam van het keurmerk" state={state} autoComplete="off" />
      <Field name="organisatie" label="Organisatie" state={state} autoComplete="off" />
      <Field name="kvk" label="KvK-nummer" width="kort" inputMode="numeric" state={state} autoComplete="off" />
      <Field name="normenkader" label="Normenkader" description="Waarop beoordeelt dit keurmerk opleiders?" state={state}><Textarea rows={4} /></Field>
      <Field name="klachtenprocedure" label="Klachtenprocedure" description="Wat kan een deelnemer met een klacht doen? Leeg als die er niet is." optional state={state}><Textarea rows={3} /></Field>
      <Field name="geschillenprocedure" label="Geschillenprocedure" description="Wie beslist bij een geschil? Leeg als die er niet is." optional state={state}><Textarea rows={3} /></Field>
      <Checkbox name="onafhankelijk" label="Het keurmerk oordeelt onafhankelijk van de opleiders" state={state} />
      <ButtonGroup><Button icon="check">Aanvraag invoeren</Button></ButtonGroup>
    </form>
  )
}
