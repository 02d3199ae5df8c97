'use client'

import { useActionState } from 'react'
import { laatVervallenAction, voerDoorAction } from '@/app/(opleider)/opleider/deelnames/bestand/[bestandId]/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { IDLE } from '@/lib/base/form-state'

/** The choice to report what was read, or to leave it. `aantal` says how many, as words. */
export function DoorvoerFormulier({ bestandId, aantal }: { bestandId: string; aantal: string }) {
  const [state, action] = useActionState(voerDoorAction, IDLE)
  return (
    <>
      <form action={action} className="stap-stapel" noValidate>
        <ErrorSummary state={state} />
        <input type="hidden" name="bestandId" value={bestandId} />
        <Checkbox name="verklaring" label="Ik heb van iedere afgeronde deelnemer het bewijs en bewaar het" description="De Toetsingskamer kan om het bewijs vragen. Kunt u het dan niet sturen, dan kan UWV geld bij u terugvragen." state={state} />
        <ButtonGroup><Button icon="send">{aantal} melden</Button></ButtonGroup>
      </form>
      <ActionForm action={laatVervallenAction}>
        <input type="hidden" name="bestandId" value={bestandId} />
        <ButtonGroup><Button variant="secondary" icon="x">Niet melden</Button></ButtonGroup>
      </ActionForm>
    </>
  )
}
