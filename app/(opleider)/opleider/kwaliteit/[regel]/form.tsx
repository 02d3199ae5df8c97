'use client'

import { useActionState } from 'react'
import { herstelAllesAction, herstelVeldenAction } from '@/app/(opleider)/opleider/kwaliteit/[regel]/action'
import { ActionForm } from '@/components/ui/action-form.client'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Select, type Option } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'

type Regel = { opleidingId: string; titel: string; code: string; uitleg: string; waarde: string; ander: { href: string; titel: string } | null }
const LANG = ['omschrijving', 'leerdoel', 'toelatingseisen']
const GETAL = ['duurDagen', 'studielast']

/** The same field of a page of opleidingen, each beside what is wrong with it; one button keeps all that was filled in. */
export function HerstelFormulier({ veld, keuzes, rijen }: { veld: string; keuzes: readonly Option[] | null; rijen: readonly Regel[] }) {
  const [state, action] = useActionState(herstelVeldenAction, IDLE)
  return (
    <form action={action} className="stap-stapel" noValidate>
      <ErrorSummary state={state} />
      {state.status === 'done' && <Alert kind="ok" live title={state.melding ?? 'Bewaard'} />}
      <input type="hidden" name="veld" value={veld} />
      <ul className="stap-stapel">
        {rijen.map(({ opleidingId, titel, code, uitleg, waarde, ander }) => (
          <li key={opleidingId} className="max-w-tekst">
            <Field name={`w-${opleidingId}`} label={titel} state={state}
              description={<>{uitleg} {ander !== null && <>Kijk bij <Link href={ander.href}>{ander.titel}</Link>. </>}Code {code}. <Link href={`/opleider/opleidingen/${opleidingId}`}>Open de opleiding</Link></>}>
              {keuzes !== null ? <Select leeg="Kies" defaultValue={waarde} options={keuzes} /> : LANG.includes(veld) ? <Textarea rows={4} defaultValue={waarde} />
                : <TextInput defaultValue={waarde} width={GETAL.includes(veld) ? 'kort' : 'vol'} inputMode={GETAL.includes(veld) ? 'numeric' : 'text'} />}
            </Field>
          </li>
        ))}
      </ul>
      <ButtonGroup><Button>Alles op deze pagina bewaren</Button></ButtonGroup>
    </form>
  )
}

/** Mends all of them at once: leads to the page that first shows what changes. */
export function HerstelAlles({ soort, regel, label }: { soort: string; regel: string; label: string }) {
  return (
    <ActionForm action={herstelAllesAction}>
      <input type="hidden" name="keuze" value="alle" />
      <input type="hidden" name="bewerking" value={soort} />
      <input type="hidden" name="filters" value={`signaal=${regel}`} />
      <ButtonGroup><Button variant="secondary" icon="eye">{label}</Button></ButtonGroup>
    </ActionForm>
  )
}
