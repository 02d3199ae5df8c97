'use client'

import { useActionState } from 'react'
import { bereidVoorAction, indienAction, plaatsAction, verklaarAction } from '@/app/(uwv)/werkplein/[hulpId]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { IDLE } from '@/lib/base/form-state'

export function CodeFormulier({ hulpId }: { hulpId: string }) {
  const [state, action] = useActionState(bereidVoorAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="hulpId" value={hulpId} />
      <Field name="code" label="Code van het aanmeldbewijs" description="Bijvoorbeeld AB-7KQ2-M9XD-4TWP-11" width="smal" state={state} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <ButtonGroup><Button iconEnd="arrow-right">Aanvraag beginnen</Button></ButtonGroup>
    </form>
  )
}

export function VerklaarFormulier({ hulpId }: { hulpId: string }) {
  const [state, action] = useActionState(verklaarAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="hulpId" value={hulpId} />
      <Checkbox name="verklaring" label="Ik heb dit voorgelezen, en de aanvrager zegt dat het klopt" state={state} />
      <ButtonGroup><Button icon="check">Klaarzetten</Button></ButtonGroup>
    </form>
  )
}

export function PlaatsFormulier({ hulpId }: { hulpId: string }) {
  const [state, action] = useActionState(plaatsAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="hulpId" value={hulpId} />
      <ButtonGroup><Button icon="hourglass">Plaats nemen in de wachtkamer</Button></ButtonGroup>
    </form>
  )
}

/** Submits; `formeel` asks only for the decision that there is no budget. */
export function IndienFormulier({ hulpId, formeel = false }: { hulpId: string; formeel?: boolean }) {
  const [state, action] = useActionState(indienAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="hulpId" value={hulpId} />
      {formeel && <input type="hidden" name="formeel" value="ja" />}
      <ButtonGroup><Button icon="send" variant={formeel ? 'secondary' : 'primary'}>{formeel ? 'Besluit vragen dat er geen budget is' : 'Aanvraag indienen'}</Button></ButtonGroup>
    </form>
  )
}
