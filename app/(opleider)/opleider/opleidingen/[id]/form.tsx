'use client'

import { useActionState } from 'react'
import type { OpleidingKeuzes } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { wijzigOpleidingAction } from '@/app/(opleider)/opleider/opleidingen/[id]/action'
import { OpleidingVelden } from '@/app/(opleider)/opleider/opleidingen/velden'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE } from '@/lib/base/form-state'
import type { Gebrek, OpleidingInhoud } from '@/lib/register/model'

export function WijzigOpleidingFormulier({ keuzes, opleidingId, versie, inhoud, gebreken, verplicht }: { verplicht: readonly Gebrek[]; keuzes: OpleidingKeuzes; opleidingId: string; versie: number; inhoud: OpleidingInhoud; gebreken: readonly Gebrek[] }) {
  const [state, action] = useActionState(wijzigOpleidingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && <Alert kind="ok" live title={state.melding ?? 'De opleiding is bewaard'} />}
      <input type="hidden" name="opleidingId" value={opleidingId} />
      <input type="hidden" name="versie" value={versie} />
      <input type="hidden" name="voertaal" value={inhoud.voertaal} />
      {/* A new version gives new fields: what was saved is what shows. */}
      <OpleidingVelden key={versie} keuzes={keuzes} soort={inhoud.soort} verplicht={verplicht} inhoud={inhoud} gebreken={gebreken} state={state} />
      <ButtonGroup><Button>Wijzigingen bewaren</Button></ButtonGroup>
    </form>
  )
}
