'use client'

import { useActionState, type ReactNode } from 'react'
import { besluitAction, neemAction } from './action'
import { BriefWeergave } from '@/components/dossier/brief'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Checkboxes, type Choice } from '@/components/ui/radios'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import type { OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'

type Zaak = { kenmerk: string; versie: number; gronden: readonly Choice[]; voorgesteld: readonly string[]; brief: OpgemaakteBrief | null; kanVerlenen: boolean }

/** The decision on the left below the facts (`children`), the letter as it would be sent on the right. */
export function BesluitFormulier({ zaak, children }: { zaak: Zaak; children: ReactNode }) {
  const [{ form, brief }, action] = useActionState(besluitAction, { form: IDLE, brief: zaak.brief })
  const hasFouten = form.status === 'invalid' || (form.status === 'refused' && form.redenen.length > 0)
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <Stack>
        {children}
        <form action={action} className="stap-stapel" noValidate aria-labelledby="besluit-kop">
          <Heading level={2} id="besluit-kop">Uw besluit</Heading>
          {hasFouten && <ErrorSummary state={form} />}
          <input type="hidden" name="kenmerk" value={zaak.kenmerk} />
          <input type="hidden" name="versie" value={zaak.versie} />
          <Checkboxes name="gronden" label="Gronden voor een afwijzing" description="Elke grond krijgt een eigen zin en artikel in de brief. Bij een verlening tellen zij niet mee." options={zaak.gronden} defaultValues={zaak.voorgesteld} state={form} />
          <Field name="motivering" label="Motivering" description="Komt in de brief, onder de gronden. Schrijf aan de aanvrager: u, korte zinnen." state={form}><Textarea rows={4} maxLength={2000} /></Field>
          <ButtonGroup>
            {zaak.kanVerlenen && <Button name="besluit" value="verlening" icon="check">Verlenen</Button>}
            <Button name="besluit" value="afwijzing" variant="danger" icon="x">Afwijzen</Button>
          </ButtonGroup>
          <ButtonGroup>
            {zaak.kanVerlenen && <Button name="voorbeeld" value="verlening" variant="secondary" icon="eye">Brief bij verlenen bekijken</Button>}
            <Button name="voorbeeld" value="afwijzing" variant="secondary" icon="eye">Brief bij afwijzen bekijken</Button>
          </ButtonGroup>
        </form>
      </Stack>
      <section aria-labelledby="brief-kop" tabIndex={0} className="min-w-0 self-start xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)] xl:overflow-y-auto">
        <Heading level={2} id="brief-kop">Brief zoals die wordt verstuurd</Heading>
        <div className="mt-3">{brief === null ? <Paragraph>Kies een brief om te bekijken.</Paragraph> : <BriefWeergave brief={brief} level={3} />}</div>
      </section>
    </div>
  )
}

/** Takes the case, so that nobody else works on it. */
export function NeemFormulier({ kenmerk }: { kenmerk: string }) {
  const [state, action] = useActionState(neemAction, IDLE)
  return (
    <form action={action} className="stap-stapel">
      <ErrorSummary state={state} />
      <input type="hidden" name="kenmerk" value={kenmerk} />
      <div><Button icon="user" variant="secondary">In behandeling nemen</Button></div>
    </form>
  )
}
