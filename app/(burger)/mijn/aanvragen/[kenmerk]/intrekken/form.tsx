'use client'

import { useActionState } from 'react'
import { stopAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/intrekken/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

type Props = { kenmerk: string; fase: string; knop: string; vinkje: string; /** Asks why, when that counts for what follows. */ vraagWaarom: boolean }

export function StopForm({ kenmerk, fase, knop, vinkje, vraagWaarom }: Props) {
  const [state, submit] = useActionState(stopAction, IDLE)
  return (
    <form action={submit} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="fase" value={fase} />
      {vraagWaarom && (
        <Field name="toelichting" label="Waarom stopt u?" optional description="U hoeft geen ziekte te noemen. ‘Persoonlijke omstandigheden’ mag ook." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      )}
      <Checkbox name="zeker" label={vinkje} state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="x">{knop}</Button>
        <ButtonLink href={`/mijn/aanvragen/${kenmerk}`} variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
