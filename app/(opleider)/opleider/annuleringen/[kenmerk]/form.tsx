'use client'

import { useActionState } from 'react'
import { afzegAction, kostenAction } from '@/app/(opleider)/opleider/annuleringen/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function KostenFormulier({ kenmerk, hoogstens }: { kenmerk: string; hoogstens: string }) {
  const [state, action] = useActionState(kostenAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="bedrag" label="Bedrag dat u de deelnemer rekent" description={`Hoogstens ${hoogstens}, met btw. Bijvoorbeeld 75,50.`} inputMode="decimal" width="smal" state={state} />
      <Field name="toelichting" label="Waar is het bedrag voor?" description="De deelnemer leest dit." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      <ButtonGroup><Button icon="send">Annuleringskosten melden</Button></ButtonGroup>
    </form>
  )
}

export function AfzegFormulier({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(afzegAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="reden" label="Waarom gaat het niet door?" description="De deelnemer leest dit." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      <ButtonGroup><Button variant="danger" icon="x">Scholing afzeggen voor deze deelnemer</Button></ButtonGroup>
    </form>
  )
}
