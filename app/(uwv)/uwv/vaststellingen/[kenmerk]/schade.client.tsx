'use client'

import { useActionState } from 'react'
import { schadeBetaaldAction } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE, type FormState } from '@/lib/base/form-state'

/** What relying on the subsidy cost, asked apart from the weighing (Awb 4:50 lid 2). */
export function SchadeVelden({ form }: { form: FormState }) {
  return (
    <>
      <input type="hidden" name="vraagtSchade" value="ja" />
      <Radios name="schade" label="Heeft de deelnemer schade omdat hij op het STAP-budget rekende?" description="Bij Awb 4:50 vergoeden wij die schade. Bijvoorbeeld lesgeld dat de deelnemer nu zelf moet betalen." state={form}
        options={[{ value: 'geen', label: 'Nee, geen schade' }, { value: 'wel', label: 'Ja' }]} />
      <Field name="schadeBedrag" label="Bedrag dat wij vergoeden" description="Alleen bij ja. De afdeling financiën betaalt het, los van het STAP-budget." width="kort" optional state={form} />
      <Field name="schadeUitleg" label="Hoe komt u aan dit bedrag, of waarom is er geen schade?" description="Deze tekst staat in de brief. Noem wat de deelnemer liet zien." state={form}><Textarea rows={2} maxLength={1000} /></Field>
    </>
  )
}

/** Writes down that the schadevergoeding was paid, by another person than who decided on it. */
export function SchadeBetaaldFormulier({ kenmerk, besluitId, bedrag }: { kenmerk: string; besluitId: string; bedrag: string }) {
  const [state, action] = useActionState(schadeBetaaldAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="besluitId" value={besluitId} />
      <Paragraph>De deelnemer krijgt {bedrag} schadevergoeding. De afdeling financiën betaalt dat bij de bank. Leg hier vast dat het is gebeurd. Wie over het bedrag besliste, kan dat niet zelf.</Paragraph>
      <DateInput name="betaaldOp" label="Betaald op" state={state} />
      <Field name="betaalkenmerk" label="Kenmerk van de betaling" description="Zoals op het bankafschrift." width="smal" state={state} />
      <ButtonGroup><Button icon="check">Betaling vastleggen</Button></ButtonGroup>
    </form>
  )
}
