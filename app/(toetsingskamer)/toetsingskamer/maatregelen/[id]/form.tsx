'use client'

import { useActionState } from 'react'
import { hefOpAction } from './action'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Heading, Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** Lifts the maatregel, with a reason that goes into the letter to the opleider. */
export function OphefFormulier({ maatregelId }: { maatregelId: string }) {
  const [state, action] = useActionState(hefOpAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate aria-labelledby="opheffen">
      <Heading level={2} id="opheffen">Maatregel opheffen</Heading>
      <Paragraph>Het register wordt weer zoals het was. Aangehouden aanvragen gaan verder, tenzij een andere maatregel ze raakt. De opleider en de aanvragers krijgen een brief.</Paragraph>
      <ErrorSummary state={state} />
      <input type="hidden" name="maatregelId" value={maatregelId} />
      <Field name="reden" label="Reden" description="Komt in de brief aan de opleider." state={state}><Textarea rows={3} maxLength={2000} /></Field>
      <div><Button icon="rotate">Maatregel opheffen</Button></div>
    </form>
  )
}
