'use client'

import { useActionState } from 'react'
import { corrigeerAction, meldAction } from '@/app/(opleider)/opleider/deelnames/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Radios } from '@/components/ui/radios'
import { Heading } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import { OORZAKEN, WIJZEN } from '@/lib/verantwoording/model'
import { GEVOLG_UITKOMST, GEVOLG_VOOR_OPLEIDER } from '@/lib/verantwoording/rules/deelname-gevolg'
import { OORZAAK_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'

/**
 * All questions stand on one page, so that it works without scripts: the first answer says which part counts. What follows from an
 * answer stands beside it, before it is given. To put a report right, `isCorrectie` asks why.
 */
export function MeldFormulier({ kenmerk, norm, isCorrectie = false }: { kenmerk: string; norm: number; isCorrectie?: boolean }) {
  const [state, action] = useActionState(isCorrectie ? corrigeerAction : meldAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      {isCorrectie && <Field name="reden" label="Waarom verbetert u de melding?" description="De deelnemer leest dit ook." state={state}><Textarea rows={2} /></Field>}
      <Radios name="uitkomst" label="Heeft de deelnemer de opleiding afgerond?" state={state} options={[
        { value: 'succesvol', label: UITKOMST_LABEL.succesvol, description: `Vul deel A in. ${GEVOLG_UITKOMST.succesvol}` },
        { value: 'niet-succesvol', label: UITKOMST_LABEL['niet-succesvol'], description: `Vul deel B in. ${GEVOLG_UITKOMST['niet-succesvol']}` },
      ]} />
      <section className="stap-stapel" aria-labelledby="deel-a">
        <Heading level={3} id="deel-a">A. Afgerond</Heading>
        <Radios name="wijze" label="Hoe heeft de deelnemer de opleiding afgerond?" state={state} options={WIJZEN.map((value) => ({ value, label: WIJZE_LABEL[value] }))} />
        <Field name="percentage" label="Aanwezigheid in procenten" description={`Alleen bij aanwezigheid. Afgerond is ten minste ${String(norm)} procent.`} width="kort" inputMode="numeric" optional state={state} />
        <Field name="bewijs" label="Bewijs van deelname" description={isCorrectie ? 'Alleen als het bewijs anders is. Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB.' : 'Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB.'} optional={isCorrectie} state={state}><FileInput accept="application/pdf,image/png,image/jpeg" /></Field>
        <Checkbox name="bewaard" label="Ik stuur het bewijs nu niet mee, maar heb het wel" description="U bewaart het bewijs en stuurt het als de Toetsingskamer erom vraagt." state={state} />
      </section>
      <section className="stap-stapel" aria-labelledby="deel-b">
        <Heading level={3} id="deel-b">B. Niet afgerond</Heading>
        <Radios name="oorzaak" label="Waardoor is de opleiding niet afgerond?" state={state} options={OORZAKEN.map((value) => ({ value, label: OORZAAK_LABEL[value], description: GEVOLG_VOOR_OPLEIDER[value] }))} />
        <Field name="toelichting" label="Wat is er gebeurd?" description="De deelnemer leest dit ook. Schrijf geen medische gegevens op." state={state}><Textarea rows={4} /></Field>
      </section>
      <ButtonGroup><Button icon="send">{isCorrectie ? 'Verbeterde melding sturen' : 'Uitkomst melden'}</Button></ButtonGroup>
    </form>
  )
}
