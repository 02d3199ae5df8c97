'use client'

import { useActionState, useState } from 'react'
import { pauzeerAction } from '@/app/(regie)/regie/[code]/pauzeren/action'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Heading } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE, valueOf } from '@/lib/base/form-state'

/** The pause with its message, and how visitors will read it. */
export function PauzeerFormulier({ code, melding, knop }: { code: string; melding: string; knop: string }) {
  const [state, action] = useActionState(pauzeerAction, IDLE)
  const [voorbeeld, setVoorbeeld] = useState(valueOf(state, 'melding') ?? melding)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Field name="melding" label="Melding voor bezoekers" description="Zeg wat er is, en wanneer mensen weer moeten kijken." state={state}>
        <Textarea rows={3} defaultValue={melding} onChange={({ target }) => { setVoorbeeld(target.value) }} />
      </Field>
      <section aria-labelledby="voorbeeld" className="stap-stapel">
        <Heading level={2} id="voorbeeld">Zo leest een bezoeker het</Heading>
        <Alert kind="warning" title="Het aanvragen is even gepauzeerd"><p>{voorbeeld}</p><p>U houdt uw plaats. U hoeft niets te doen.</p></Alert>
      </section>
      <Field name="reden" label="Reden" description="Voor het logboek. Bezoekers zien dit niet." state={state} autoComplete="off" />
      <ButtonGroup>
        <Button variant="danger" icon="player-pause">{knop}</Button>
        <ButtonLink variant="subtle" href={`/regie/${code}`}>Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
