'use client'

import { useActionState } from 'react'
import { signaalAction } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** Leaves a vaststelling as it is after a signal of the Toetsingskamer, with why. */
export function SignaalFormulier({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(signaalAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Paragraph>De vaststelling verandert niet en er gaat geen brief uit. Wilt u wel minder vaststellen? Kies dan ‘Vaststelling verlagen’.</Paragraph>
      <Field name="reden" label="Waarom blijft het zo?" description="Dit staat in het dossier." state={state}><Textarea rows={3} maxLength={500} /></Field>
      <ButtonGroup><Button icon="check">Signaal afhandelen</Button></ButtonGroup>
    </form>
  )
}
