'use client'

import { useActionState } from 'react'
import { meldAction } from '@/app/(opleider)/opleider/wijzigingen/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

type Nu = { kenmerk: string; startdatum: string; einddatum: string; plaats: string; opleidingsvorm: string; vormen: readonly Option[] }

export function MeldForm({ kenmerk, startdatum, einddatum, plaats, opleidingsvorm, vormen }: Nu) {
  const [state, action] = useActionState(meldAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <DateInput name="startdatum" label="Startdatum" defaultValue={startdatum} state={state} />
      <DateInput name="einddatum" label="Einddatum" defaultValue={einddatum} state={state} />
      <Field name="plaats" label="Plaats" description="Laat dit leeg als de opleiding helemaal online is." optional defaultValue={plaats} state={state} autoComplete="off" />
      <Field name="opleidingsvorm" label="Vorm" state={state}><Select options={vormen} defaultValue={opleidingsvorm} /></Field>
      <Field name="reden" label="Waarom wijzigt u dit?" description="De deelnemer leest dit in de brief." state={state}><Textarea rows={3} /></Field>
      <ButtonGroup><Button icon="send">Voorleggen aan de deelnemer</Button></ButtonGroup>
    </form>
  )
}
