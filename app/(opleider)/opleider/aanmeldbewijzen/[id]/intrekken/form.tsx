'use client'

import { useActionState } from 'react'
import { trekInAction } from '@/app/(opleider)/opleider/aanmeldbewijzen/[id]/intrekken/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function IntrekForm({ aanmeldbewijsId }: { aanmeldbewijsId: string }) {
  const [state, action] = useActionState(trekInAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="aanmeldbewijsId" value={aanmeldbewijsId} />
      <Field name="reden" label="Waarom trekt u het in?" description="Bijvoorbeeld: de deelnemer heeft zich afgemeld." state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="x">Aanmeldbewijs intrekken</Button>
        <ButtonLink href={`/opleider/aanmeldbewijzen/${aanmeldbewijsId}`} variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
