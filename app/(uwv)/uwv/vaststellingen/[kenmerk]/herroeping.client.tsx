'use client'

import { useActionState } from 'react'
import { herroepAction, herroepingAction, type BriefState } from '@/app/(uwv)/uwv/vaststellingen/[kenmerk]/action'
import { BriefWeergave } from '@/components/dossier/brief'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios, type Choice } from '@/components/ui/radios'
import { Heading, Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

const LEEG: BriefState = { form: IDLE, brief: null }

/** Proposes to undo the last besluit. */
export function HerroepFormulier({ kenmerk, besluit, geldt, hoogste, aanleidingen }: { kenmerk: string; besluit: string; geldt: string; hoogste: string; aanleidingen: readonly Choice[] }) {
  const [state, action] = useActionState(herroepAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <Paragraph>U stelt voor om {besluit} ongedaan te maken. Er verandert nog niets: een teamleider beslist. Die is niet wie het besluit nam.</Paragraph>
      <Radios name="aanleiding" label="Waarom blijft het besluit niet staan?" options={aanleidingen} state={state} />
      <DateInput name="beslistOp" label="Dag van de beslissing of uitspraak" description="Zagen wij het zelf? Vul de dag in waarop wij het zagen." state={state} />
      <Field name="referentie" label="Kenmerk" description="Van het bezwaardossier, of het ECLI-nummer van de uitspraak." width="smal" state={state} />
      <Field name="bedrag" label="Bedrag dat weer gaat gelden" description={`Nu geldt ${geldt}. Daarvoor gold ${hoogste}.`} width="kort" defaultValue={hoogste} state={state} />
      <Field name="motivering" label="Motivering" description="Deze tekst staat in de brief aan de deelnemer. Schrijf: u, korte zinnen." state={state}><Textarea rows={4} maxLength={2000} /></Field>
      <ButtonGroup><Button icon="send">Voorstel doen</Button></ButtonGroup>
    </form>
  )
}

/** Decides on the proposal, with its letter to look at first. */
export function HerroepingFormulier({ kenmerk, herroepingId }: { kenmerk: string; herroepingId: string }) {
  const [{ form, brief }, action] = useActionState(herroepingAction, LEEG)
  const isLeeg = form.status === 'invalid' && Object.keys(form.fouten).length === 0
  return (
    <form action={action} className="stap-stapel" noValidate>
      {!isLeeg && <ErrorSummary state={form} />}
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <input type="hidden" name="herroepingId" value={herroepingId} />
      <Field name="toelichting" label="Waarom niet?" description="Alleen als u het voorstel afwijst. Dit staat in het dossier, niet in een brief." optional state={form}><Textarea rows={2} maxLength={2000} /></Field>
      <ButtonGroup>
        <Button icon="gavel" name="besluit" value="ja">Herroepen en brief sturen</Button>
        <Button variant="secondary" icon="x" name="besluit" value="nee">Voorstel afwijzen</Button>
        <Button variant="secondary" icon="eye" name="voorbeeld" value="ja">Brief bekijken</Button>
      </ButtonGroup>
      {brief !== null && (
        <section aria-labelledby="brief-kop" tabIndex={0} className="min-w-0">
          <Heading level={3} id="brief-kop">Brief zoals die wordt verstuurd</Heading>
          <div className="mt-3"><BriefWeergave brief={brief} level={3} /></div>
        </section>
      )}
    </form>
  )
}
