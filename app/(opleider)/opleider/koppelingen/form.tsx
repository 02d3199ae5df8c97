'use client'

import { useActionState } from 'react'
import { maakKoppelingAction } from '@/app/(opleider)/opleider/koppelingen/action'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'
import { KOPPELING_SCOPES } from '@/lib/koppeling/model'
import { SCOPE_LABEL, SCOPE_UITLEG } from '@/lib/koppeling/texts'

export function MaakForm({ voorstel }: { voorstel: string }) {
  const [state, action] = useActionState(maakKoppelingAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && (
        <Alert kind="ok" title="Uw token is gemaakt. Bewaar het nu." live>
          <p className="stap-code">{state.melding}</p>
          <p>Wij tonen het maar één keer. Wie het token heeft, handelt namens u: zet het niet in een e-mail.</p>
        </Alert>
      )}
      <Field name="naam" label="Voor welk systeem?" description="Bijvoorbeeld: onze website, of de naam van uw leverancier." state={state} autoComplete="off" />
      <fieldset className="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset">
        <legend className="utrecht-form-fieldset__legend">Wat mag het systeem doen?</legend>
        {KOPPELING_SCOPES.map((scope) => <Checkbox key={scope} name={scope} label={SCOPE_LABEL[scope]} description={SCOPE_UITLEG[scope]} state={state} />)}
      </fieldset>
      <DateInput name="laatsteDag" label="Laatste dag waarop het token werkt" description="Hoogstens twaalf maanden vooruit. Bijvoorbeeld 31-12-2022" defaultValue={voorstel} state={state} />
      <ButtonGroup><Button icon="plus">Token maken</Button></ButtonGroup>
    </form>
  )
}
