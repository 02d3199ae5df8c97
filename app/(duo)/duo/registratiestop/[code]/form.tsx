'use client'

import { useActionState, useId } from 'react'
import { beoordeelBevrorenAction } from '@/app/(duo)/duo/registratiestop/[code]/action'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { TextInput } from '@/components/ui/text-input'
import { IDLE } from '@/lib/base/form-state'

/** One line of the list: a note if there is something, and two buttons. */
export function BevrorenForm({ code, opleidingId, titel }: { code: string; opleidingId: string; titel: string }) {
  const [state, action] = useActionState(beoordeelBevrorenAction, IDLE)
  const id = useId()
  return (
    <form action={action} className="relative flex w-72 flex-col gap-2" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="opleidingId" value={opleidingId} />
      <label htmlFor={id} className="sr-only">Wat valt op aan {titel}?</label>
      <TextInput id={id} name="toelichting" placeholder="Wat valt op?" autoComplete="off" />
      <div className="flex flex-wrap gap-2">
        <Button name="oordeel" value="akkoord" variant="secondary" icon="check">Akkoord<span className="sr-only">: {titel}</span></Button>
        <Button name="oordeel" value="voorleggen" variant="secondary" icon="flag">Voorleggen<span className="sr-only">: {titel}</span></Button>
      </div>
    </form>
  )
}
