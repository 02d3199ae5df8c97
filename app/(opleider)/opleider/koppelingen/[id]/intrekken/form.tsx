'use client'

import { useActionState } from 'react'
import { trekKoppelingInAction } from '@/app/(opleider)/opleider/koppelingen/[id]/intrekken/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE } from '@/lib/base/form-state'

export function IntrekForm({ koppelingId }: { koppelingId: string }) {
  const [state, action] = useActionState(trekKoppelingInAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="koppelingId" value={koppelingId} />
      <ButtonGroup>
        <Button variant="danger" icon="x">Token intrekken</Button>
        <ButtonLink href="/opleider/koppelingen" variant="secondary">Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
