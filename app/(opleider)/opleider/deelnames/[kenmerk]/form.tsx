'use client'

import { useActionState } from 'react'
import { meldAction } from '@/app/(opleider)/opleider/deelnames/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Radios } from '@/components/ui/radios'
import { Heading } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import { OORZAKEN, WIJZEN } from '@/lib/verantwoording/model'
import { OORZAAK_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'

/** All questions stand on one page, so that it works without scripts: the first answer says which part counts. */
export function MeldFormulier({ kenmerk, norm }: { kenmerk: string; norm: number }) {
  const [state, action] = useActionState(meldAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="uitkomst" label="Heeft de deelnemer de opleiding afgerond?" state={state} options={[
        { value: 'succesvol', label: UITKOMST_LABEL.succesvol, description: 'Vul deel A in.' },
        { value: 'niet-succesvol', label: UITKOMST_LABEL['niet-succesvol'], description: 'Vul deel B in.' },
      ]} />
      <section className="stap-stapel" aria-labelledby="deel-a">
        <Heading level={3} id="deel-a">A. Afgerond</Heading>
        <Radios name="wijze" label="Hoe heeft de deelnemer de opleiding afgerond?" state={state} options={WIJZEN.map((value) => ({ value, label: WIJZE_LABEL[value] }))} />
        <Field name="percentage" label="Aanwezigheid in procenten" description={`Alleen bij aanwezigheid. Afgerond is ten minste ${String(norm)} procent.`} width="kort" inputMode="numeric" optional state={state} />
        <Field name="bewijs" label="Bewijs van deelname" description="Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB." state={state}><FileInput accept="application/pdf,image/png,image/jpeg" /></Field>
      </section>
      <section className="stap-stapel" aria-labelledby="deel-b">
        <Heading level={3} id="deel-b">B. Niet afgerond</Heading>
        <Radios name="oorzaak" label="Waardoor is de opleiding niet afgerond?" state={state} options={OORZAKEN.map((value) => ({ value, label: OORZAAK_LABEL[value] }))} />
        <Field name="toelichting" label="Wat is er gebeurd?" description="De deelnemer leest dit ook. Schrijf geen medische gegevens op." state={state}><Textarea rows={4} /></Field>
      </section>
      <ButtonGroup><Button icon="send">Uitkomst melden</Button></ButtonGroup>
    </form>
  )
}
