'use client'

import { useActionState } from 'react'
import { ImportKoppeling } from '@/components/dossier/import-koppeling'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, valueOf, type FormState } from '@/lib/base/form-state'
import type { KoppelingStand } from '@/lib/aanlevering/model'

// Apart from the form that confirms an import: a page with that form does not carry the columns to the browser.
type Action = (previous: FormState, formData: FormData) => Promise<FormState>

/** What each column of a table means. */
export function KoppelFormulier({ importId, tabel, koppel }: { importId: string; tabel: KoppelingStand; koppel: Action }) {
  const [state, action] = useActionState(koppel, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="importId" value={importId} />
      <ImportKoppeling tabel={tabel} gekozen={(naam) => valueOf(state, naam)} />
      <ButtonGroup><Button icon="check">Kolomindeling bewaren en bestand lezen</Button></ButtonGroup>
    </form>
  )
}
