'use client'

import { useActionState } from 'react'
import { beantwoordFactuurAction, hefBlokkadeOpAction } from '@/app/(uwv)/uwv/facturen/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Heading, Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** The answer to the opleider as we propose it; somebody reads it, changes it and sends it. */
export function BeantwoordFormulier({ factuurId, voorstel }: { factuurId: string; voorstel: string }) {
  const [state, action] = useActionState(beantwoordFactuurAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="factuurId" value={factuurId} />
      <Field name="tekst" label="Antwoord aan de opleider" description="Dit is een voorstel. Verander het als dat nodig is. Een lege regel begint een nieuwe alinea." state={state}>
        <Textarea rows={14} maxLength={5000} defaultValue={voorstel} />
      </Field>
      <ButtonGroup>
        <Button name="keuze" value="stuur" icon="send">Antwoord sturen</Button>
        <Button name="keuze" value="geen" variant="secondary">Geen antwoord nodig</Button>
      </ButtonGroup>
    </form>
  )
}

/** An invoice that an approver refused is looked at, and may be paid. */
export function HefBlokkadeOpFormulier({ factuurId }: { factuurId: string }) {
  const [state, action] = useActionState(hefBlokkadeOpAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <Heading level={2}>Blokkade opheffen</Heading>
      <ErrorSummary state={state} />
      <input type="hidden" name="factuurId" value={factuurId} />
      <Paragraph>Hebt u de factuur nagekeken en klopt zij? Dan gaat zij mee in de volgende batch. Die keurt u niet zelf goed.</Paragraph>
      <Field name="reden" label="Wat hebt u nagekeken?" state={state}><Textarea rows={3} maxLength={500} /></Field>
      <ButtonGroup><Button variant="secondary">Blokkade opheffen</Button></ButtonGroup>
    </form>
  )
}
