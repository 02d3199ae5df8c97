'use client'

import { useActionState } from 'react'
import { weigerAction, willigInAction } from '@/app/(opleider)/opleider/aanmeldbewijzen/verzoeken/[verzoekId]/action'
import { AfwijkendeVelden, PersoonVelden, type Bekend } from '@/app/(opleider)/opleider/aanmeldbewijzen/velden'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

type Verzoek = { verzoekId: string; scholingsactiviteitId: string; voorstel: string; maximum: string; bekend: Bekend }

/** The form of an aanmeldbewijs, filled in with what the burger let us send. */
export function WilligInForm({ verzoekId, scholingsactiviteitId, voorstel, maximum, bekend }: Verzoek) {
  const [state, action] = useActionState(willigInAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="verzoekId" value={verzoekId} />
      <input type="hidden" name="scholingsactiviteitId" value={scholingsactiviteitId} />
      <PersoonVelden state={state} bekend={bekend} />
      <AfwijkendeVelden state={state} />
      <Field name="gevraagd" label="Gevraagd subsidiebedrag in euro’s" description={`Hoogstens de subsidiabele kosten, en nooit meer dan ${maximum}.`} width="kort" inputMode="decimal" defaultValue={voorstel} state={state} autoComplete="off" />
      <ButtonGroup><Button icon="file-check">Aanmeldbewijs uitgeven</Button></ButtonGroup>
    </form>
  )
}

export function WeigerForm({ verzoekId }: { verzoekId: string }) {
  const [state, action] = useActionState(weigerAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="verzoekId" value={verzoekId} />
      <Field name="reden" label="Waarom geeft u geen aanmeldbewijs?" description="De deelnemer leest dit. Bijvoorbeeld: de groep is vol, kies een andere startdatum." state={state} />
      <ButtonGroup><Button variant="danger" icon="x">Verzoek weigeren</Button></ButtonGroup>
    </form>
  )
}
