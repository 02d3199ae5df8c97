'use client'

import { useActionState } from 'react'
import { vraagAction } from '@/app/(burger)/opleidingen/[id]/aanmeldbewijs/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function VraagForm({ keuzes, opleider }: { keuzes: readonly { value: string; label: string; description: string }[]; opleider: string }) {
  const [state, action] = useActionState(vraagAction, IDLE)
  const [eerste] = keuzes
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Radios name="scholingsactiviteitId" label="Wanneer wilt u beginnen?" options={keuzes} defaultValue={keuzes.length === 1 ? eerste?.value : undefined} state={state} />
      <Field name="opmerking" label="Wilt u de opleider iets laten weten?" optional state={state}><Textarea rows={3} /></Field>
      <Checkbox name="akkoord" label={`Stuur mijn naam, geboortedatum en adres uit de basisregistratie naar ${opleider}`} state={state} />
      <ButtonGroup><Button icon="send">Aanmeldbewijs vragen</Button></ButtonGroup>
    </form>
  )
}
