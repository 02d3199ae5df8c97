'use client'

import { useActionState } from 'react'
import { beslisAction } from '@/app/(duo)/duo/keurmerken/[id]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function BesluitForm({ keurmerkId, magToelaten }: { keurmerkId: string; magToelaten: boolean }) {
  const [state, action] = useActionState(beslisAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="keurmerkId" value={keurmerkId} />
      <Field name="reden" label="Reden van het besluit" state={state}><Textarea rows={3} /></Field>
      <ButtonGroup>
        {magToelaten && <Button name="besluit" value="toegelaten" icon="check">Toelaten</Button>}
        <Button name="besluit" value="afgewezen" variant="danger" icon="x">Afwijzen</Button>
      </ButtonGroup>
    </form>
  )
}
