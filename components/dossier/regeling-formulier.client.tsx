'use client'

import { useActionState } from 'react'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE, type FormState } from '@/lib/base/form-state'

type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; kenmerk: string; laagste: string; uiterlijk: string; vraagtInkomen: boolean }

/** An own proposal to pay in instalments or later; a burger is asked whether enough is left to live on. */
export function RegelingFormulier({ action, kenmerk, laagste, uiterlijk, vraagtInkomen }: Props) {
  const [state, verstuur] = useActionState(action, IDLE)
  return (
    <form action={verstuur} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Field name="termijn" label="Hoeveel kunt u per maand betalen?" description={`In euro’s, bijvoorbeeld 50. Ten minste ${laagste}. Wilt u alles op een latere dag betalen? Vul dan het hele bedrag in.`} inputMode="decimal" width="kort" state={state} />
      <DateInput name="eersteOp" label="Wanneer betaalt u de eerste keer?" description={`Uiterlijk op ${uiterlijk}. Bijvoorbeeld 29-11-2022`} state={state} />
      {vraagtInkomen && (
        <Radios name="beslagvrij" label="Houdt u dan genoeg over om van te leven?" description="Denk aan huur, eten en zorg. Houdt u te weinig over? Dan kijkt een medewerker wat wel kan." state={state}
          options={[{ value: 'ja', label: 'Ja' }, { value: 'nee', label: 'Nee' }, { value: 'weet-niet', label: 'Dat weet ik niet' }]} />
      )}
      <Field name="omstandigheden" label="Is er iets wat wij moeten weten?" description="Bijvoorbeeld andere schulden, of ziekte. Schrijf niet meer op dan nodig is. Een medewerker leest dit en beslist dan." optional state={state}>
        <Textarea rows={4} maxLength={1000} />
      </Field>
      <ButtonGroup><Button icon="send">Voorstel versturen</Button></ButtonGroup>
    </form>
  )
}
