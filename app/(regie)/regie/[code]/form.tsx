'use client'

import { useActionState } from 'react'
import { hervatAction, snelheidAction } from '@/app/(regie)/regie/[code]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

type Snelheden = { code: string; perMinuut: number; langzamer: number; sneller: number }

/** One reason, three ways: a step slower, a step faster, or exactly this many. Enter sets the number. */
export function SnelheidFormulier({ code, perMinuut, langzamer, sneller }: Snelheden) {
  const [state, action] = useActionState(snelheidAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="reden" label="Reden" description="Komt in het logboek." state={state} autoComplete="off" />
      <Field name="perMinuut" label="Aantal per minuut" width="kort" inputMode="numeric" state={state} defaultValue={String(perMinuut)} autoComplete="off" />
      <ButtonGroup>
        <Button icon="check">Instellen</Button>
        <Button variant="secondary" icon="minus" name="naar" value={langzamer}>Langzamer: {tekst(langzamer)}</Button>
        <Button variant="secondary" icon="plus" name="naar" value={sneller}>Sneller: {tekst(sneller)}</Button>
      </ButtonGroup>
    </form>
  )
}

export function HervatFormulier({ code }: { code: string }) {
  const [state, action] = useActionState(hervatAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="waarom" label="Waarom kan het weer verder?" description="Komt in het logboek." state={state} autoComplete="off" data-toets="pauze" />
      <ButtonGroup><Button icon="player-play">Hervatten</Button></ButtonGroup>
    </form>
  )
}

function tekst(aantal: number): string {
  return aantal.toLocaleString('nl-NL')
}
