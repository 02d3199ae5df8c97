'use client'

import { useActionState } from 'react'
import { keurGoedAction } from '@/app/(uwv)/uwv/betalingen/[msgId]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Paragraph } from '@/components/ui/text'
import { IDLE } from '@/lib/base/form-state'

export function KeurGoedFormulier({ msgId, knop, gevolg }: { msgId: string; knop: string; gevolg: string }) {
  const [state, action] = useActionState(keurGoedAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="msgId" value={msgId} />
      <Paragraph>{gevolg}</Paragraph>
      <ButtonGroup><Button icon="check">{knop}</Button></ButtonGroup>
    </form>
  )
}
