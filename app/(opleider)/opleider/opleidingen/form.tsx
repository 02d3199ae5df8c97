'use client'

import { useActionState, type ReactNode } from 'react'
import { maakBewerkingAction } from '@/app/(opleider)/opleider/opleidingen/action'
import type { BulkKeuzes } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Select } from '@/components/ui/select'
import { Heading } from '@/components/ui/text'
import { IDLE } from '@/lib/base/form-state'

/** The list as a form: what is ticked, or all of it, can be changed at once. Fields of another change are hidden by CSS, so also without JavaScript. */
export function BulkFormulier({ filters, totaal, isGefilterd, keuzes, children }: { filters: string; totaal: number; isGefilterd: boolean; keuzes: BulkKeuzes; children: ReactNode }) {
  const [state, action] = useActionState(maakBewerkingAction, IDLE)
  const alle = `${totaal === 1 ? 'De ene opleiding' : `Alle ${totaal.toLocaleString('nl-NL')} opleidingen`}${isGefilterd ? ' die bij de filters passen' : ''}`
  return (
    <form action={action} className="stap-stapel group" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="filters" value={filters} />
      {children}
      <Card>
        <Heading level={2}>Veel tegelijk wijzigen</Heading>
        <Radios name="keuze" label="Welke opleidingen?" state={state} defaultValue="vinkjes" options={[{ value: 'vinkjes', label: 'Die ik heb aangevinkt' }, { value: 'alle', label: alle }]} />
        <div className="flex flex-wrap items-end gap-4">
          <Field name="bewerking" label="Wat wilt u wijzigen?" state={state}><Select leeg="Kies" options={keuzes.bewerkingen} /></Field>
          <div className="hidden group-has-[option[value=prijs]:checked]:contents">
            <Field name="kostensoort" label="Welke kosten?" state={state}><Select defaultValue="LESGELD" options={keuzes.kostensoorten} /></Field>
            <Field name="wijze" label="Hoe?" state={state}><Select defaultValue="promille" options={keuzes.wijzen} /></Field>
            <Field name="waarde" label="Hoeveel?" width="kort" inputMode="decimal" state={state} />
          </div>
          <div className="hidden group-has-[option[value=categorie]:checked]:contents">
            <Field name="vakgebied" label="Nieuw vakgebied" state={state}><Select leeg="Kies een vakgebied" options={keuzes.categorieen} /></Field>
          </div>
        </div>
        <ButtonGroup><Button variant="secondary" icon="eye">Bekijk wat er verandert</Button></ButtonGroup>
      </Card>
    </form>
  )
}
