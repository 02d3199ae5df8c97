'use client'

import { useActionState } from 'react'
import { leverAanVoorOpleiderAction } from '@/app/(duo)/duo/imports/action'
import { AanleverVelden } from '@/components/dossier/aanlever-velden'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { IDLE } from '@/lib/base/form-state'

export function DuoImportFormulier({ opleiders }: { opleiders: readonly { id: string; naam: string; kvk: string }[] }) {
  const [state, action] = useActionState(leverAanVoorOpleiderAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <Field name="opleiderId" label="Opleider" state={state}><Select leeg="Meer opleiders in één bestand" options={opleiders.map(({ id, naam, kvk }) => ({ value: id, label: `${naam} (${kvk})` }))} /></Field>
      <AanleverVelden state={state} />
      <ButtonGroup><Button icon="upload">Bestand aanleveren</Button></ButtonGroup>
    </form>
  )
}
