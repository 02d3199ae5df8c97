'use client'

import { useActionState } from 'react'
import { beantwoordNavraagAction, reageerAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/deelname/action'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Radios } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import { NAVRAAG_ANTWOORDEN } from '@/lib/verantwoording/model'
import { GEVOLG_NAVRAAG } from '@/lib/verantwoording/rules/deelname-gevolg'
import { NAVRAAG_LABEL } from '@/lib/verantwoording/texts'

const SOORTEN = 'application/pdf,image/png,image/jpeg'
const BEWIJS = 'Een PDF, of een foto als PNG of JPEG, hoogstens 10 MB. Uw opleider ziet dit niet.'

/** The answer to a report. `gevolg` says what a yes means, before it is given. */
export function ReactieFormulier({ kenmerk, versie, gevolg, metToelichting }: { kenmerk: string; versie: number; gevolg: string; metToelichting: boolean }) {
  const [state, action] = useActionState(reageerAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="versie" value={String(versie)} />
      <Radios name="reactie" label="Klopt het wat uw opleider meldt?" state={state} options={[
        { value: 'bevestigd', label: 'Ja, dit klopt', description: gevolg },
        { value: 'betwist', label: 'Nee, dit klopt niet', description: 'Een medewerker van UWV zoekt het dan uit. Uw opleider kan de melding verbeteren. U krijgt daarna een brief met het besluit.' },
      ]} />
      <Field name="toelichting" label={metToelichting ? 'Wat wilt u hierover zeggen?' : 'Wat klopt er niet?'} description={metToelichting ? 'Bijvoorbeeld waarom u stopte, of wat er niet klopt. Schrijf niet op welke ziekte u hebt.' : 'Alleen als u ‘Nee’ kiest.'} optional state={state}><Textarea rows={4} /></Field>
      <Field name="bewijs" label="Bewijs" description={BEWIJS} optional state={state}><FileInput accept={SOORTEN} /></Field>
      <ButtonGroup><Button icon="send">Antwoord sturen</Button></ButtonGroup>
    </form>
  )
}

/** The answer when the opleider reported nothing. */
export function NavraagFormulier({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(beantwoordNavraagAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Radios name="antwoord" label="Hebt u de opleiding afgerond?" state={state} options={NAVRAAG_ANTWOORDEN.map((value) => ({ value, label: NAVRAAG_LABEL[value], description: GEVOLG_NAVRAAG[value] }))} />
      <Field name="toelichting" label="Wat is er gebeurd?" description="Alleen als u de opleiding niet hebt afgerond. Schrijf niet op welke ziekte u hebt." optional state={state}><Textarea rows={4} /></Field>
      <Field name="bewijs" label="Bewijs" description={BEWIJS} optional state={state}><FileInput accept={SOORTEN} /></Field>
      <ButtonGroup><Button icon="send">Antwoord sturen</Button></ButtonGroup>
    </form>
  )
}
