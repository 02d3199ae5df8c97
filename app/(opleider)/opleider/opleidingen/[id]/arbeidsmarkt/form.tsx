'use client'

import { useActionState } from 'react'
import { beantwoordArbeidsmarktAction } from '@/app/(opleider)/opleider/opleidingen/[id]/arbeidsmarkt/action'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Checkboxes, type Choice } from '@/components/ui/radios'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import type { ArbeidsmarktAntwoorden } from '@/lib/register/model'

const NIVEAUS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((value) => ({ value, label: value }))

export function ArbeidsmarktFormulier({ opleidingId, antwoorden, lagen, uitsluitingen }: { opleidingId: string; antwoorden: ArbeidsmarktAntwoorden | null; lagen: readonly Choice[]; uitsluitingen: readonly Choice[] }) {
  const [state, action] = useActionState(beantwoordArbeidsmarktAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && <Alert kind="ok" live title={state.melding ?? 'Bewaard'} />}
      <input type="hidden" name="opleidingId" value={opleidingId} />
      <Checkboxes name="lagen" label="Waar werkt de opleiding aan?" state={state} defaultValues={antwoorden?.lagen ?? []} options={lagen} description="Kies alles wat past." />
      <Field name="beroepen" label="Voor welk werk is de opleiding?" state={state} defaultValue={antwoorden?.beroepen} description="Noem de beroepen, functies of branches." />
      <Field name="toelichting" label="Hoe helpt de opleiding bij werk?" optional state={state}><Textarea rows={4} defaultValue={antwoorden?.toelichting} /></Field>
      <Field name="coachingProcent" label="Welk deel is coaching? (%)" width="kort" inputMode="numeric" state={state} defaultValue={String(antwoorden?.coachingProcent ?? 0)} description="Meer dan 50 % coaching valt niet onder het STAP-budget." />
      <div className="flex flex-wrap gap-4">
        <Field name="taalInstap" label="Taalcursus: niveau bij de start" optional state={state}><Select leeg="Geen taalcursus" defaultValue={antwoorden?.taalniveau?.instap ?? ''} options={NIVEAUS} /></Field>
        <Field name="taalEind" label="Taalcursus: niveau aan het eind" optional state={state}><Select leeg="Geen taalcursus" defaultValue={antwoorden?.taalniveau?.eind ?? ''} options={NIVEAUS} /></Field>
      </div>
      <Checkboxes name="uitsluitingen" label="Geldt een van deze dingen voor de opleiding?" optional state={state} defaultValues={antwoorden?.uitsluitingen ?? []} options={uitsluitingen} />
      <ButtonGroup><Button>Antwoorden bewaren</Button></ButtonGroup>
    </form>
  )
}
