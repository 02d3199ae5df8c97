'use client'

import { useActionState } from 'react'
import { leverStukInAction, meldIngeleverdAction } from '@/app/(opleider)/opleider/deelnames/controles/[id]/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { IDLE } from '@/lib/base/form-state'

/** Sends one document at a time; the last step says that everything is there. */
export function StukFormulier({ gevalId, kanAfsluiten }: { gevalId: string; kanAfsluiten: boolean }) {
  const [state, action] = useActionState(leverStukInAction, IDLE)
  return (
    <>
      <form action={action} className="stap-stapel" noValidate>
        <ErrorSummary state={state} />
        <input type="hidden" name="gevalId" value={gevalId} />
        <Field name="omschrijving" label="Wat is dit stuk?" description="Bijvoorbeeld: diploma, presentielijst of uitslag van het examen." state={state} />
        <Field name="stuk" label="Stuk" description="Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB." state={state}><FileInput accept="application/pdf,image/png,image/jpeg" /></Field>
        <ButtonGroup><Button icon="upload" {...(kanAfsluiten && { variant: 'secondary' as const })}>Stuk sturen</Button></ButtonGroup>
      </form>
      {kanAfsluiten && (
        <ActionForm action={meldIngeleverdAction}>
          <input type="hidden" name="gevalId" value={gevalId} />
          <ButtonGroup><Button icon="send">Alles is ingeleverd</Button></ButtonGroup>
        </ActionForm>
      )}
    </>
  )
}
