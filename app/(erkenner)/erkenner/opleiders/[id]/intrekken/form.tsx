'use client'

import { useActionState } from 'react'
import { trekInAction } from '@/app/(erkenner)/erkenner/opleiders/[id]/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function IntrekForm({ opleiderId, opleidingId }: { opleiderId: string; opleidingId: string | undefined }) {
  const [state, action] = useActionState(trekInAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="opleiderId" value={opleiderId} />
      {opleidingId !== undefined && <input type="hidden" name="opleidingId" value={opleidingId} />}
      <Field name="reden" label="Waarom trekt u de toelating in?" description="Komt in het logboek. DUO en de Toetsingskamer lezen dit." state={state}><Textarea rows={3} /></Field>
      <ButtonGroup>
        <Button variant="danger" icon="x">Toelating intrekken</Button>
        <ButtonLink href={`/erkenner/opleiders/${opleiderId}`} variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
