'use client'

import { useActionState } from 'react'
import { haalAfzenderWegAction, voegAfzenderToeAction } from '@/app/(opleider)/opleider/facturen/afzenders/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function VoegAfzenderToeFormulier() {
  const [state, action] = useActionState(voegAfzenderToeAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <Field name="adres" type="email" label="E-mailadres waarvan u facturen mailt" autoComplete="off" state={state} />
      <ButtonGroup><Button icon="plus">Adres toevoegen</Button></ButtonGroup>
    </form>
  )
}

export function HaalAfzenderWegFormulier({ afzenderId, adres }: { afzenderId: string; adres: string }) {
  const [state, action] = useActionState(haalAfzenderWegAction, IDLE)
  return (
    <form action={action}>
      <ErrorSummary state={state} />
      <input type="hidden" name="afzenderId" value={afzenderId} />
      <Button variant="subtle" icon="trash" aria-label={`${adres} weghalen`}>Weghalen</Button>
    </form>
  )
}
