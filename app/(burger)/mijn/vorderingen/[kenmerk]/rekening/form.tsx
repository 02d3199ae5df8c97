'use client'

import { useActionState } from 'react'
import { geefRekeningAction } from '@/app/(burger)/mijn/vorderingen/[kenmerk]/rekening/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

/** An account that the burger gives to be paid back on. */
export function RekeningFormulier({ kenmerk, isEnige }: { kenmerk: string; isEnige: boolean }) {
  const [state, action] = useActionState(geefRekeningAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="iban" label="Rekeningnummer (IBAN)" description="Het staat op uw bankpas, bijvoorbeeld NL20 INGB 0001 2345 67." autoComplete="off" state={state} />
      <Field name="tenaamstelling" label="Op welke naam staat de rekening?" description="Schrijf de naam zoals de bank hem schrijft, bijvoorbeeld S. de Vries." autoComplete="name" state={state} />
      <ButtonGroup><Button icon="check" variant={isEnige ? 'primary' : 'secondary'}>Deze rekening opgeven</Button></ButtonGroup>
    </form>
  )
}
