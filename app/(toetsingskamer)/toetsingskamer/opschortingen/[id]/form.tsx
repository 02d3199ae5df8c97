'use client'

import { useActionState } from 'react'
import { beeindigAction } from './action'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Heading, Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** Ends it before its day, with a reason that goes into the letter to the opleider. */
export function BeeindigFormulier({ opschortingId }: { opschortingId: string }) {
  const [state, action] = useActionState(beeindigAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate aria-labelledby="beeindigen">
      <Heading level={2} id="beeindigen">Eerder beëindigen</Heading>
      <Paragraph>De facturen die bleven liggen, gaan mee met de eerstvolgende betaling. De opleider krijgt een brief. Op dezelfde zaak kunt u niet opnieuw opschorten.</Paragraph>
      <ErrorSummary state={state} />
      <input type="hidden" name="opschortingId" value={opschortingId} />
      <Field name="reden" label="Reden" description="Komt in de brief aan de opleider." state={state}><Textarea rows={3} maxLength={2000} /></Field>
      <div><Button icon="player-play">Opschorting beëindigen</Button></div>
    </form>
  )
}
