'use client'

import { useActionState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, type FormState } from '@/lib/base/form-state'

/** A form of which only the whole can be refused: buttons, hidden fields, a checkbox. Fields with errors of their own get a form.tsx. */
export function ActionForm({ action, children }: { action: (previous: FormState, formData: FormData) => Promise<FormState>; children: ReactNode }) {
  const [state, submit] = useActionState(action, IDLE)
  return (
    <form action={submit} className="stap-stapel">
      <ErrorSummary state={state} />
      {children}
    </form>
  )
}
