'use client'

import { useActionState } from 'react'
import { ImportKolomindeling } from '@/components/dossier/import-kolomindeling'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, valueOf, type FormState } from '@/lib/base/form-state'
import type { KolomindelingStand } from '@/lib/aanlevering/model'

// Apart from the form that confirms an import: a page with that form does not carry the columns to the browser.
type Action = (previous: FormState, formData: FormData) => Promise<FormState>

/** What each column of a table means. */
export function KolomindelingFormulier({ importId, tabel, deelIn }: { importId: string; tabel: KolomindelingStand; deelIn: Action }) {
  const [state, action] = useActionState(deelIn, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="importId" value={importId} />
      <ImportKolomindeling tabel={tabel} gekozen={(naam) => valueOf(state, naam)} />
      <ButtonGroup><Button icon="check">Kolomindeling bewaren en bestand lezen</Button></ButtonGroup>
    </form>
  )
}
