'use client'

import { useActionState } from 'react'
import { keurAfAction, keurGoedAction, weigerBetalingAction } from '@/app/(uwv)/uwv/betalingen/[msgId]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Heading, Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function KeurGoedFormulier({ msgId, knop, gevolg }: { msgId: string; knop: string; gevolg: string }) {
  const [state, action] = useActionState(keurGoedAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="msgId" value={msgId} />
      <Paragraph>{gevolg}</Paragraph>
      <ButtonGroup><Button icon="check">{knop}</Button></ButtonGroup>
    </form>
  )
}

/** One payment does not leave; its invoice is held back. */
export function WeigerBetalingFormulier({ msgId }: { msgId: string }) {
  const [state, action] = useActionState(weigerBetalingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <Heading level={2}>Eén betaling weigeren</Heading>
      <ErrorSummary state={state} />
      <input type="hidden" name="msgId" value={msgId} />
      <Paragraph>Deze betaling gaat niet mee. De factuur is geblokkeerd tot iemand de blokkade opheft. De andere betalingen gaan door.</Paragraph>
      <Field name="kenmerk" label="Kenmerk van de betaling" description="Uit de eerste kolom van de lijst, bijvoorbeeld ORDER-0000012-34." width="smal" autoComplete="off" spellCheck={false} state={state} />
      <Field name="waarom" label="Waarom klopt deze betaling niet?" state={state}><Textarea rows={3} maxLength={500} /></Field>
      <ButtonGroup><Button variant="secondary" icon="x">Betaling weigeren</Button></ButtonGroup>
    </form>
  )
}

/** Nothing of the batch is paid. */
export function KeurAfFormulier({ msgId }: { msgId: string }) {
  const [state, action] = useActionState(keurAfAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <Heading level={2}>De hele batch afkeuren</Heading>
      <ErrorSummary state={state} />
      <input type="hidden" name="msgId" value={msgId} />
      <Paragraph>Er wordt niets betaald. Alle facturen gaan mee in een volgende batch. Klopt een factuur niet? Weiger dan die betaling: anders staat zij in de volgende batch weer.</Paragraph>
      <Field name="reden" label="Waarom keurt u de batch af?" state={state}><Textarea rows={3} maxLength={500} /></Field>
      <ButtonGroup><Button variant="secondary" icon="x">Batch afkeuren</Button></ButtonGroup>
    </form>
  )
}
