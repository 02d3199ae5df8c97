'use client'

import { useActionState } from 'react'
import { zienswijzeAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/voornemen/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** What the burger says of a voornemen, with a file if there is one. */
export function ZienswijzeFormulier({ kenmerk, voornemenId, tot }: { kenmerk: string; voornemenId: string; tot: string }) {
  const [state, action] = useActionState(zienswijzeAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="voornemenId" value={voornemenId} />
      <Field name="tekst" label="Wat is er volgens u gebeurd?" description="Was u ziek, of was er iets anders? Komt u in geldproblemen? Schrijf het hier op." state={state}><Textarea rows={6} maxLength={4000} /></Field>
      <Field name="bewijs" label="Bewijs meesturen" description="Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB. Stuur geen medische gegevens mee." optional state={state}><FileInput accept="application/pdf,image/png,image/jpeg" /></Field>
      <Checkbox name="klaar" label="Dit is alles. UWV mag nu beslissen." description={`Kruist u dit niet aan? Dan wachten wij tot en met ${tot}. U kunt dan nog iets toevoegen.`} state={state} />
      <Checkbox name="zietAf" label="Ik wil niet reageren" description="Wij beslissen dan met wat wij nu weten." state={state} />
      <ButtonGroup><Button icon="send">Reactie sturen</Button></ButtonGroup>
    </form>
  )
}
