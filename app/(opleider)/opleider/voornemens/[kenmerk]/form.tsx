'use client'

import { useActionState } from 'react'
import { zienswijzeAction } from '@/app/(opleider)/opleider/voornemens/[kenmerk]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** What the opleider says of a voornemen, with a file if there is one. */
export function ZienswijzeFormulier({ kenmerk, voornemenId, isEerste, tot }: { kenmerk: string; voornemenId: string; isEerste: boolean; tot: string }) {
  const [state, action] = useActionState(zienswijzeAction, IDLE)
  return (
    <form action={action} className="stap-stapel max-w-tekst" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="voornemenId" value={voornemenId} />
      <Field name="tekst" label={isEerste ? 'Wat is er volgens u gebeurd?' : 'Wat wilt u toevoegen?'} description="Noem data en feiten. Schrijf geen medische gegevens van de deelnemer op." state={state}><Textarea rows={6} maxLength={4000} /></Field>
      <Field name="bewijs" label="Bewijs meesturen" description="Bijvoorbeeld een presentielijst. Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB. Hebt u meer bestanden? Stuur daarna nog een reactie." optional state={state}><FileInput accept="application/pdf,image/png,image/jpeg" /></Field>
      <Checkbox name="klaar" label="Dit is alles. UWV mag nu beslissen." description={`Kruist u dit niet aan? Dan kunt u tot en met ${tot} nog iets toevoegen.`} state={state} />
      {isEerste && <Checkbox name="zietAf" label="Wij willen niet reageren" description="UWV beslist dan met wat er nu bekend is." state={state} />}
      <ButtonGroup><Button icon="send">Reactie sturen</Button></ButtonGroup>
    </form>
  )
}
