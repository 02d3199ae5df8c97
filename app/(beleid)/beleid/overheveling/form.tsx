'use client'

import { useActionState } from 'react'
import { overhevelAction } from '@/app/(beleid)/beleid/overheveling/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Select, type Option } from '@/components/ui/select'
import { IDLE } from '@/lib/base/form-state'

export function OverhevelFormulier({ van, naar }: { van: readonly Option[]; naar: readonly Option[] }) {
  const [state, action] = useActionState(overhevelAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="van" label="Van" state={state}><Select options={van} leeg="Kies een compartiment" /></Field>
      <Field name="naar" label="Naar" state={state}><Select options={naar} leeg="Kies een compartiment" /></Field>
      <Field name="bedrag" label="Bedrag" description="In euro’s, bijvoorbeeld 250.000" width="smal" inputMode="decimal" state={state} autoComplete="off" />
      <Field name="besluit" label="Besluit" description="Naam, datum en nummer, zodat een ander het kan vinden" state={state} autoComplete="off" />
      <Field name="reden" label="Reden" description="Komt in het logboek." state={state} autoComplete="off" />
      <Checkbox name="zeker" label="Ik heb gelezen wat er dan gebeurt" state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="coin-euro">Budget overhevelen</Button>
        <ButtonLink variant="subtle" href="/beleid/jaarplafonds">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
