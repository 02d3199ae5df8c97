'use client'

import { useActionState } from 'react'
import { maakFactuurAction } from '@/app/(opleider)/opleider/opdrachten/[ordernummer]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { IDLE } from '@/lib/base/form-state'

/** What UWV does not know: the number, the btw and the tax number; and whether it is all of it. `rest` is what may be invoiced. */
export function MaakFactuurFormulier({ ordernummer, rest }: { ordernummer: string; rest: string }) {
  const [state, action] = useActionState(maakFactuurAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="ordernummer" value={ordernummer} />
      <Field name="factuurnummer" label="Factuurnummer" description="Het volgende nummer uit uw eigen administratie." width="smal" autoComplete="off" state={state} />
      <Field name="bedrag" label="Bedrag, met btw" description="Verander dit alleen als u een deel factureert. De rest factureert u later." width="smal" inputMode="decimal" autoComplete="off" defaultValue={rest} state={state} />
      <Radios name="btw" label="Zit er btw in de prijs?" state={state} options={[
        { value: 'vrijgesteld', label: 'Nee, dit onderwijs is vrijgesteld van btw', description: 'Bijvoorbeeld omdat u in het CRKBO-register staat.' },
        { value: '21', label: 'Ja, 21 procent' },
        { value: '9', label: 'Ja, 9 procent' },
      ]} />
      <Field name="btwNummer" label="Uw btw-nummer of fiscaal nummer" description="Bijvoorbeeld NL123456789B01, of 9 cijfers als u geen btw-nummer hebt." width="smal" autoComplete="off" state={state} />
      <ButtonGroup><Button icon="send">Factuur maken en sturen</Button></ButtonGroup>
    </form>
  )
}
