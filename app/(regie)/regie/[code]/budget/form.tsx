'use client'

import { useActionState } from 'react'
import { plafondAction } from '@/app/(regie)/regie/[code]/budget/action'
import { Button, ButtonGroup, ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Select, type Option } from '@/components/ui/select'
import { IDLE } from '@/lib/base/form-state'

const HANDELINGEN = [
  { value: 'verhoog', label: 'Verhogen', description: 'Er komt budget bij.' },
  { value: 'verlaag', label: 'Verlagen', description: 'Er gaat budget af. Wat al is aangevraagd blijft staan.' },
  { value: 'verplaats', label: 'Verplaatsen', description: 'Het ene compartiment krijgt wat van het andere af gaat.' },
]

export function PlafondFormulier({ code, compartimenten }: { code: string; compartimenten: readonly Option[] }) {
  const [state, action] = useActionState(plafondAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <Radios name="handeling" label="Wat wilt u doen?" options={HANDELINGEN} state={state} />
      <Field name="compartimentId" label="Compartiment" state={state}><Select options={compartimenten} leeg="Kies een compartiment" /></Field>
      <Field name="naarId" label="Naar compartiment" description="Alleen bij verplaatsen" optional state={state}><Select options={compartimenten} leeg="Kies een compartiment" /></Field>
      <Field name="bedrag" label="Bedrag" description="In euro’s, bijvoorbeeld 250.000" width="smal" inputMode="decimal" state={state} autoComplete="off" />
      <Field name="reden" label="Reden" description="Noem het besluit. Komt in het logboek." state={state} autoComplete="off" />
      <Checkbox name="zeker" label="Ik heb gelezen wat er dan gebeurt" state={state} />
      <ButtonGroup>
        <Button variant="danger" icon="coin-euro">Plafond wijzigen</Button>
        <ButtonLink variant="subtle" href={`/regie/${code}`}>Terug</ButtonLink>
      </ButtonGroup>
    </form>
  )
}
