'use client'

import { useActionState } from 'react'
import { vraagRekeningAction } from '@/app/(opleider)/opleider/rekening/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function VraagRekeningForm() {
  const [state, action] = useActionState(vraagRekeningAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="iban" label="Nieuw rekeningnummer (IBAN)" description="Bijvoorbeeld NL20 INGB 0001 2345 67" state={state} autoComplete="off" spellCheck={false} />
      <Field name="tenaamstelling" label="Op naam van" description="Precies zoals de rekening bij de bank op naam staat." state={state} autoComplete="organization" />
      <Field name="reden" label="Waarom verandert het rekeningnummer?" state={state}><Textarea rows={3} maxLength={500} /></Field>
      <ButtonGroup><Button>Rekeningnummer doorgeven</Button></ButtonGroup>
    </form>
  )
}
