'use client'

import { useActionState } from 'react'
import { opschortAction } from './action'
import { BriefWeergave } from '@/components/dossier/brief'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios, type Choice } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

/** Why, on what case, and the suspicion written out; then the letter as it will be sent; then the confirmation. */
export function OpschortFormulier({ doel, gronden }: { doel: { opleiderId: string; opleidingId: string | null }; gronden: readonly Choice[] }) {
  const [{ form, brief }, action] = useActionState(opschortAction, { form: IDLE, brief: null })
  const hasFouten = form.status === 'invalid' || (form.status === 'refused' && form.redenen.length > 0)
  return (
    <form action={action} className="stap-stapel" noValidate>
      {hasFouten && <ErrorSummary state={form} />}
      <input type="hidden" name="opleiderId" value={doel.opleiderId} />
      {doel.opleidingId !== null && <input type="hidden" name="opleidingId" value={doel.opleidingId} />}
      <Radios name="grond" label="Waarop baseert u de opschorting?" options={gronden} defaultValue="ernstig-vermoeden" state={form} />
      <Field name="zaak" label="Zaaknummer" description="Op één zaak wordt één keer opgeschort." width="smal" state={form} />
      <Field name="vermoeden" label="Het ernstige vermoeden" description="Staat precies zo in de brief aan de opleider. Schrijf op wat u ziet en waarom dat een reden is om in te trekken of te wijzigen. Noem geen namen van melders." state={form}><Textarea rows={8} maxLength={5000} /></Field>
      <Field name="aanvraagKenmerk" label="Alleen voor één aanvraag" optional description="Kenmerk van de aanvraag, bijvoorbeeld STAP-0000123-44. De burger krijgt dan ook een brief." width="smal" state={form} />
      {brief === null
        ? <ButtonGroup><Button icon="mail">Brief bekijken</Button></ButtonGroup>
        : (
          <>
            <Alert kind="warning" live title="Dit is de brief die u verstuurt">De opschorting begint vandaag, op de dag van deze brief. Facturen die klaarstaan, gaan niet mee met de betaling.</Alert>
            <BriefWeergave brief={brief} level={2} />
            <ButtonGroup>
              <Button name="bevestig" value="ja" variant="danger" icon="player-pause">Brief versturen en opschorten</Button>
              <Button variant="secondary" icon="refresh">Brief opnieuw bekijken</Button>
            </ButtonGroup>
          </>
        )}
    </form>
  )
}
