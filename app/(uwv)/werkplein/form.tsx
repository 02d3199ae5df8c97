'use client'

import { useActionState } from 'react'
import { beginAction } from '@/app/(uwv)/werkplein/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function BeginFormulier() {
  const [state, action] = useActionState(beginAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="bsn" label="Burgerservicenummer" description="De 9 cijfers op het identiteitsbewijs" width="smal" inputMode="numeric" autoComplete="off" spellCheck={false} state={state} />
      <Checkbox name="identiteit" label="Ik heb het identiteitsbewijs gezien, en het is van de persoon die voor mij zit" state={state} />
      <Field name="reden" label="Waarom krijgt deze persoon hulp?" description="Bijvoorbeeld: heeft geen DigiD. De persoon kan dit later zien." autoComplete="off" state={state} />
      <ButtonGroup><Button iconEnd="arrow-right">Verder</Button></ButtonGroup>
    </form>
  )
}
