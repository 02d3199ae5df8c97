'use client'

import { useActionState } from 'react'
import { beoordeelDeelnameAction } from '@/app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/[nummer]/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import type { ControleOordeel } from '@/lib/verantwoording/model'
import { CONTROLE_OORDEEL_LABEL } from '@/lib/verantwoording/texts'

const UITLEG: Readonly<Record<ControleOordeel, string>> = {
  goed: 'De stukken laten zien dat de opleiding is afgerond.',
  onvoldoende: 'De stukken laten dat niet zien. Dit gaat naar UWV, dat over het bedrag beslist.',
  'niet-geleverd': 'De opleider stuurde niets binnen de termijn. Dit gaat naar UWV.',
}

export function OordeelFormulier({ gevalId, controleId, nummer, oordelen }: { gevalId: string; controleId: string; nummer: number; oordelen: readonly ControleOordeel[] }) {
  const [state, action] = useActionState(beoordeelDeelnameAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="gevalId" value={gevalId} />
      <input type="hidden" name="controleId" value={controleId} />
      <input type="hidden" name="nummer" value={String(nummer)} />
      <Radios name="oordeel" label="Wat vindt u van de stukken?" state={state} options={oordelen.map((value) => ({ value, label: CONTROLE_OORDEEL_LABEL[value], description: UITLEG[value] }))} />
      <Field name="reden" label="Waarom?" description="De opleider leest dit." state={state}><Textarea rows={4} /></Field>
      <ButtonGroup><Button icon="check">Oordeel vastleggen</Button></ButtonGroup>
    </form>
  )
}
