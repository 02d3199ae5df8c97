'use client'

import { useActionState } from 'react'
import { AkkoordVelden, TerugVelden } from '@/components/dossier/import-akkoord'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, type FormState } from '@/lib/base/form-state'

// The same for an opleider and for DUO; each gives the actions of its own room, which ask for its own right.
type Action = (previous: FormState, formData: FormData) => Promise<FormState>
type Akkoord = { importId: string; verliesProcent: number; vraagtBevestiging: boolean; aantal: number; bevestig: Action; wijsAf: Action }

/** Puts an import that was shown in the register, or stops it. */
export function AkkoordFormulier({ importId, bevestig, wijsAf, ...akkoord }: Akkoord) {
  const [state, action] = useActionState(bevestig, IDLE)
  const [stopState, stop] = useActionState(wijsAf, IDLE)
  return (
    <div className="stap-stapel max-w-tekst">
      <form action={action} className="stap-stapel" noValidate>
        <ErrorSummary state={state} />
        <input type="hidden" name="importId" value={importId} />
        <AkkoordVelden state={state} {...akkoord} />
        <ButtonGroup><Button icon="check">In het register zetten</Button></ButtonGroup>
      </form>
      <form action={stop}>
        <ErrorSummary state={stopState} />
        <input type="hidden" name="importId" value={importId} />
        <Button variant="secondary" icon="x">Niet doorzetten</Button>
      </form>
    </div>
  )
}

/** Undoes an import, with a reason. */
export function TerugFormulier({ importId, draaiTerug }: { importId: string; draaiTerug: Action }) {
  const [state, action] = useActionState(draaiTerug, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="importId" value={importId} />
      <TerugVelden state={state} />
      <ButtonGroup><Button variant="danger" icon="rotate">Aanlevering terugdraaien</Button></ButtonGroup>
    </form>
  )
}
