'use client'

import { useActionState } from 'react'
import { uitgeefAction } from '@/app/(opleider)/opleider/aanmeldbewijzen/nieuw/action'
import { AfwijkendeVelden, PersoonVelden } from '@/app/(opleider)/opleider/aanmeldbewijzen/velden'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function UitgeefForm({ scholingsactiviteitId, voorstel, maximum }: { scholingsactiviteitId: string; voorstel: string; maximum: string }) {
  const [state, action] = useActionState(uitgeefAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="scholingsactiviteitId" value={scholingsactiviteitId} />
      <PersoonVelden state={state} />
      <AfwijkendeVelden state={state} />
      <Field name="gevraagd" label="Gevraagd subsidiebedrag in euro’s" description={`Hoogstens de subsidiabele kosten, en nooit meer dan ${maximum}.`} width="kort" inputMode="decimal" defaultValue={voorstel} state={state} autoComplete="off" />
      <ButtonGroup><Button icon="file-check">Aanmeldbewijs uitgeven</Button></ButtonGroup>
    </form>
  )
}
