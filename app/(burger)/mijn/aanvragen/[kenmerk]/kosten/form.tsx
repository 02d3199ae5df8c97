'use client'

import { useActionState } from 'react'
import { kostenmeldingAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/kosten/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** What the opleider charged somebody who stopped. */
export function KostenmeldingForm({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(kostenmeldingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="bedrag" label="Welk bedrag vraagt de opleider?" description="Met btw. Bijvoorbeeld 75,50. Meld ook een bedrag dat u te hoog vindt." inputMode="decimal" width="smal" state={state} />
      <Field name="toelichting" label="Waarvoor?" description="De opleider leest dit ook." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      <ButtonGroup>
        <Button icon="send">Kosten melden</Button>
        <ButtonLink href={`/mijn/aanvragen/${kenmerk}`} variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
