'use client'

import { useActionState } from 'react'
import { laatToeAction } from '@/app/(erkenner)/erkenner/opleiders/nieuw/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function LaatToeForm({ vandaag }: { vandaag: string }) {
  const [state, action] = useActionState(laatToeAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="kvk" label="KvK-nummer" description="Acht cijfers." width="kort" inputMode="numeric" state={state} autoComplete="off" />
      <DateInput name="geldigVan" label="Toegelaten vanaf" defaultValue={vandaag} state={state} />
      <Details summary="De opleider staat nog niet in het register" open={state.status === 'refused' || state.status === 'invalid'}>
        <p>Vul dan ook alle velden hieronder in.</p>
        <Field name="naam" label="Naam" state={state} autoComplete="off" />
        <Field name="code" label="Onderwijsaanbiedercode" description="Bijvoorbeeld 123A456." width="kort" state={state} autoComplete="off" />
        <Field name="straat" label="Straat" state={state} autoComplete="off" />
        <Field name="huisnummer" label="Huisnummer" width="kort" state={state} autoComplete="off" />
        <Field name="postcode" label="Postcode" width="kort" state={state} autoComplete="off" />
        <Field name="plaats" label="Plaats" state={state} autoComplete="off" />
        <Field name="email" label="E-mailadres" type="email" state={state} autoComplete="off" />
      </Details>
      <ButtonGroup><Button icon="check">Opleider toelaten</Button></ButtonGroup>
    </form>
  )
}
