'use client'

import { useActionState } from 'react'
import { kostenbesluitAction } from '@/app/(uwv)/uwv/kosten/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

const KEUZES = [
  { value: 'neem-over', label: 'Overnemen', description: 'Het bedrag telt mee: de opleider krijgt zoveel minder STAP-budget.' },
  { value: 'niet-over', label: 'Niet overnemen', description: 'Het bedrag telt niet mee. Schrijf op waarom, of wat de opleider moet teruggeven.' },
]

/** What counts of the fee that the participant tells of. */
export function KostenbesluitForm({ kenmerk, hoogstens }: { kenmerk: string; hoogstens: string }) {
  const [state, action] = useActionState(kostenbesluitAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="besluit" label="Wat doet u met deze melding?" state={state} options={KEUZES} />
      <Field name="bedrag" label="Bedrag dat meetelt" optional description={`Alleen bij overnemen. Hoogstens ${hoogstens}.`} inputMode="decimal" width="smal" state={state} />
      <Field name="reden" label="Waarom?" description="De deelnemer leest dit in een brief." state={state}><Textarea rows={3} maxLength={1000} /></Field>
      <ButtonGroup><Button icon="check">Vastleggen</Button></ButtonGroup>
    </form>
  )
}
