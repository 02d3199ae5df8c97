'use client'

import { useActionState } from 'react'
import { legBijdrageVastAction, sluitInschrijvingAction } from '@/app/(regie)/regie/[code]/loting/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** Fixing the list of participants. */
export function LijstFormulier({ code, bronnen }: { code: string; bronnen: readonly { value: string; label: string }[] }) {
  const [state, action] = useActionState(sluitInschrijvingAction, IDLE)
  return (
    <form action={action} className="stap-stapel max-w-tekst">
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Radios name="zaadBron" label="Waar komt het zaad vandaan?" options={bronnen} state={state} />
      <Field name="baken" label="Welke openbare bron, en op welk moment?" description="Alleen bij een openbare bron. De waarde mag nu nog niet bekend zijn. Bijvoorbeeld: de slotstand van de AEX op 3 juli 2023." optional state={state} />
      <Field name="reden" label="Reden" description="Komt in het logboek." state={state}><Textarea rows={3} /></Field>
      <ButtonGroup><Button icon="check">Deelnemerslijst vaststellen</Button></ButtonGroup>
    </form>
  )
}

/** One of the two parts of the seed. */
export function BijdrageFormulier({ code, isBaken }: { code: string; isBaken: boolean }) {
  const [state, action] = useActionState(legBijdrageVastAction, IDLE)
  return (
    <form action={action} className="stap-stapel max-w-tekst">
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="waarde" label={isBaken ? 'De waarde zoals u haar afleest' : 'Uw deel van het zaad'} autoComplete="off" spellCheck={false} state={state}
        description={isBaken ? 'Uw collega leest de waarde ook af. Pas als u tweeën hetzelfde invoert, wordt er getrokken.' : 'Bedenk het zelf of gooi met dobbelstenen. Minstens 16 tekens. Niemand ziet het voordat er getrokken is.'} />
      <ButtonGroup><Button icon="check">Vastleggen</Button></ButtonGroup>
    </form>
  )
}
