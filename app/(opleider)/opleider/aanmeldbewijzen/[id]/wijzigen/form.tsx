'use client'

import { useActionState } from 'react'
import { wijzigAction } from '@/app/(opleider)/opleider/aanmeldbewijzen/[id]/wijzigen/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

type Nu = { aanmeldbewijsId: string; startdatum: string; einddatum: string; plaats: string; gevraagd: string; isBewaard: boolean }

export function WijzigForm({ aanmeldbewijsId, startdatum, einddatum, plaats, gevraagd, isBewaard }: Nu) {
  const [state, action] = useActionState(wijzigAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="aanmeldbewijsId" value={aanmeldbewijsId} />
      <DateInput name="startdatum" label="Startdatum" defaultValue={startdatum} state={state} />
      <DateInput name="einddatum" label="Einddatum" defaultValue={einddatum} state={state} />
      <Field name="plaats" label="Plaats" description="Laat dit leeg als de opleiding helemaal online is." optional defaultValue={plaats} state={state} autoComplete="off" />
      <Field name="gevraagd" label="Gevraagd subsidiebedrag in euro’s" description="Nooit hoger dan de subsidiabele kosten in het register." width="kort" inputMode="decimal" defaultValue={gevraagd} state={state} />
      <Field name="reden" label="Waarom wijzigt u het?" description={isBewaard ? 'De deelnemer leest dit bij uw vraag.' : 'Komt in het logboek.'} state={state} />
      <ButtonGroup>
        <Button icon="check">{isBewaard ? 'Voorleggen aan de deelnemer' : 'Wijzigen'}</Button>
        <ButtonLink href={`/opleider/aanmeldbewijzen/${aanmeldbewijsId}`} variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
