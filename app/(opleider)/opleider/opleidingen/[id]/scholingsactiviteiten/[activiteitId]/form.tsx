'use client'

import { useActionState } from 'react'
import { annuleerActiviteitAction, wijzigActiviteitAction } from '@/app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/[activiteitId]/action'
import { ActiviteitVelden, type ActiviteitKeuzes, type ActiviteitWaarden } from '@/app/(opleider)/opleider/opleidingen/[id]/scholingsactiviteiten/velden'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

export function WijzigActiviteitFormulier({ activiteitId, opleidingId, status, keuzes, waarden }: { activiteitId: string; opleidingId: string; keuzes: ActiviteitKeuzes; status: 'open' | 'gesloten'; waarden: ActiviteitWaarden }) {
  const [state, action] = useActionState(wijzigActiviteitAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && <Alert kind="ok" live title="De startdatum is bewaard" />}
      <input type="hidden" name="activiteitId" value={activiteitId} />
      <input type="hidden" name="opleidingId" value={opleidingId} />
      <ActiviteitVelden keuzes={keuzes} waarden={waarden} state={state} />
      <Radios name="status" label="Kunnen burgers zich nog aanmelden?" defaultValue={status} state={state} options={[{ value: 'open', label: 'Ja' }, { value: 'gesloten', label: 'Nee, de aanmelding is gesloten' }]} />
      <ButtonGroup><Button>Wijzigingen bewaren</Button></ButtonGroup>
    </form>
  )
}

type Geraakt = { verleend: number; wachtend: number; betaald: number }

export function AnnuleerFormulier({ activiteitId, raakt: { verleend, wachtend, betaald } }: { activiteitId: string; raakt: Geraakt }) {
  const [state, action] = useActionState(annuleerActiviteitAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="activiteitId" value={activiteitId} />
      <ul>
        <li>Burgers kunnen deze startdatum daarna niet meer kiezen. U kunt dit niet terugdraaien.</li>
        {verleend > 0 && <li>{verleend === 1 ? 'Eén deelnemer met STAP-budget krijgt' : `${String(verleend)} deelnemers met STAP-budget krijgen`} een brief en {verleend === 1 ? 'kiest' : 'kiezen'}: wisselen of stoppen. U mag hun geen kosten rekenen, en wij betalen niet meer.</li>}
        {betaald > 0 && <li>{betaald === 1 ? 'Voor één deelnemer hebben wij al betaald. Stopt die' : `Voor ${String(betaald)} deelnemers hebben wij al betaald. Stoppen zij`}, dan vragen wij het geld terug.</li>}
        {wachtend > 0 && <li>{wachtend === 1 ? 'Eén aanvrager zonder toekenning krijgt' : `${String(wachtend)} aanvragers zonder toekenning krijgen`} bericht.</li>}
      </ul>
      <Field name="reden" label="Waarom gaat het niet door?" state={state}><Textarea rows={3} /></Field>
      <ButtonGroup><Button variant="danger">Startdatum annuleren</Button></ButtonGroup>
    </form>
  )
}
