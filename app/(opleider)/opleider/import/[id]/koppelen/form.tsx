'use client'

import { useActionState } from 'react'
import { koppelAction } from '@/app/(opleider)/opleider/import/[id]/koppelen/action'
import { ImportKoppeling } from '@/components/dossier/import-koppeling'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE, valueOf } from '@/lib/base/form-state'
import type { KoppelingStand } from '@/lib/aanlevering/model'

export function KoppelFormulier({ importId, tabel }: { importId: string; tabel: KoppelingStand }) {
  const [state, action] = useActionState(koppelAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="importId" value={importId} />
      <ImportKoppeling tabel={tabel} gekozen={(naam) => valueOf(state, naam)} />
      <ButtonGroup><Button icon="check">Kolomindeling bewaren en bestand lezen</Button></ButtonGroup>
    </form>
  )
}
