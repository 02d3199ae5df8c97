'use client'

import { useActionState, useId } from 'react'
import { beoordeelAction } from '@/app/(erkenner)/erkenner/steekproef/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { TextInput } from '@/components/ui/text-input'
import { IDLE, valueOf } from '@/lib/base/form-state'

/** One opleiding of the sample: what is wrong if something is, and two buttons. */
export function OordeelForm({ steekproefId, nummer }: { steekproefId: string; nummer: number }) {
  const [state, action] = useActionState(beoordeelAction, IDLE)
  const id = useId()
  const typed = valueOf(state, 'toelichting')
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="steekproefId" value={steekproefId} />
      <input type="hidden" name="nummer" value={String(nummer)} />
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="utrecht-form-label">Wat klopt er niet? (alleen als het niet in orde is)</label>
        <TextInput id={id} name="toelichting" autoComplete="off" {...(typeof typed === 'string' && { defaultValue: typed })} />
      </div>
      <ButtonGroup>
        <Button name="oordeel" value="in-orde" icon="check">In orde</Button>
        <Button name="oordeel" value="niet-in-orde" variant="secondary" icon="flag">Niet in orde</Button>
      </ButtonGroup>
    </form>
  )
}
