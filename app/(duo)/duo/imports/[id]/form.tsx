'use client'

import { useActionState } from 'react'
import { bevestigAction, draaiTerugAction, wijsAfAction } from '@/app/(duo)/duo/imports/[id]/action'
import { AkkoordVelden, TerugVelden } from '@/components/dossier/import-akkoord'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE } from '@/lib/base/form-state'

type Akkoord = { importId: string; verliesProcent: number; vraagtBevestiging: boolean; aantal: number }

export function AkkoordFormulier({ importId, ...akkoord }: Akkoord) {
  const [state, action] = useActionState(bevestigAction, IDLE)
  const [stopState, stop] = useActionState(wijsAfAction, IDLE)
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

export function TerugFormulier({ importId }: { importId: string }) {
  const [state, action] = useActionState(draaiTerugAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="importId" value={importId} />
      <TerugVelden state={state} />
      <ButtonGroup><Button variant="danger" icon="rotate">Aanlevering terugdraaien</Button></ButtonGroup>
    </form>
  )
}
