'use client'

import { useActionState } from 'react'
import { vaststelAction } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import { VASTSTELLINGSGRONDEN } from '@/lib/beschikking/model'
import { VASTSTELLING } from '@/lib/beschikking/texts'

/** `grond` is proposed only when both sides agree on what happened; in a dispute nothing is chosen beforehand. */
export function VaststelFormulier({ kenmerk, grond, verleend }: { kenmerk: string; grond: string | undefined; verleend: string }) {
  const [state, action] = useActionState(vaststelAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="grond" label="Grond" defaultValue={grond} state={state} options={VASTSTELLINGSGRONDEN.map((value) => ({ value, label: VASTSTELLING[value].label, description: VASTSTELLING[value].artikel }))} />
      <Field name="bedrag" label="Vast te stellen bedrag" description={`Verleend is ${verleend}. Is de opleiding afgerond? Dan is dat het bedrag.`} width="kort" defaultValue={verleend} state={state} />
      <Field name="motivering" label="Motivering" description="Deze tekst staat in de brief aan de deelnemer." state={state}><Textarea rows={5} /></Field>
      <ButtonGroup><Button icon="gavel">Budget vaststellen en brief sturen</Button></ButtonGroup>
    </form>
  )
}
