'use client'

import { useActionState } from 'react'
import { stelSamenAction } from '@/app/(uwv)/uwv/betalingen/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE } from '@/lib/base/form-state'

export function StelSamenFormulier() {
  const [state, action] = useActionState(stelSamenAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <ButtonGroup><Button icon="plus">Nu een batch samenstellen</Button></ButtonGroup>
    </form>
  )
}
