'use client'

import { useActionState } from 'react'
import { maatregelAction } from './action'
import { Alert } from '@/components/ui/alert'
import { Button, ButtonGroup } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { ErrorSummary } from '@/components/ui/error-summary.client'
import { Field } from '@/components/ui/field'
import { Radios, type Choice } from '@/components/ui/radios'
import { Textarea } from '@/components/ui/textarea'
import { IDLE } from '@/lib/base/form-state'
import type { Gevolgen } from '@/lib/toezicht/model'

type Props = { doel: { opleiderId: string; opleidingId: string | null }; soorten: readonly Choice[]; vandaag: string }

/** What, why and from when; then whom it touches; then the confirmation. */
export function MaatregelFormulier({ doel, soorten, vandaag }: Props) {
  const [{ form, gevolgen }, action] = useActionState(maatregelAction, { form: IDLE, gevolgen: null })
  const hasFouten = form.status === 'invalid' || (form.status === 'refused' && form.redenen.length > 0)
  return (
    <form action={action} className="stap-stapel" noValidate>
      {hasFouten && <ErrorSummary state={form} />}
      <input type="hidden" name="opleiderId" value={doel.opleiderId} />
      {doel.opleidingId !== null && <input type="hidden" name="opleidingId" value={doel.opleidingId} />}
      <Radios name="soort" label="Welke maatregel?" options={soorten} defaultValue="in-onderzoek" state={form} />
      <Field name="reden" label="Reden" description="Komt in de brief aan de opleider. Noem feiten, geen namen van melders." state={form}><Textarea rows={4} maxLength={2000} /></Field>
      <DateInput name="ingangsdatum" label="Ingangsdatum" description="Mag in het verleden liggen. Bijvoorbeeld 29-11-2022." defaultValue={vandaag} state={form} />
      <DateInput name="einddatum" label="Einddatum" description="De eerste dag zonder de maatregel. Leeg is: totdat u de maatregel opheft." optional state={form} />
      {gevolgen === null
        ? <ButtonGroup><Button icon="users">Laat zien wie dit raakt</Button></ButtonGroup>
        : (
          <>
            <Alert kind="warning" live title="Deze maatregel raakt"><Lijst gevolgen={gevolgen} /></Alert>
            <ButtonGroup>
              <Button name="bevestig" value="ja" variant="danger" icon="gavel">Maatregel opleggen</Button>
              <Button variant="secondary" icon="refresh">Opnieuw berekenen</Button>
            </ButtonGroup>
          </>
        )}
    </form>
  )
}

function Lijst({ gevolgen: { opleidingen, wachtend, gespaard, voorbereid, verleend } }: { gevolgen: Gevolgen }) {
  return (
    <ul>
      <li><strong>{tel(opleidingen, 'opleiding', 'opleidingen')}</strong> in het register.</li>
      <li><strong>{tel(wachtend, 'aanvraag wacht', 'aanvragen wachten')}</strong> op een besluit. Die {wachtend === 1 ? 'wordt' : 'worden'} aangehouden; de aanvragers krijgen een brief en kunnen een andere opleiding kiezen.</li>
      {gespaard > 0 && <li><strong>{tel(gespaard, 'aanvraag gaat', 'aanvragen gaan')}</strong> door: {gespaard === 1 ? 'die is' : 'die zijn'} ingediend in het tijdvak van de uitsluiting (artikel 12, eerste lid, onder e).</li>}
      <li><strong>{tel(voorbereid, 'aanvraag wordt', 'aanvragen worden')}</strong> nog voorbereid. Die aanvragers krijgen een bericht.</li>
      <li><strong>{tel(verleend, 'aanvraag is', 'aanvragen zijn')}</strong> al toegekend. Daar verandert niets aan.</li>
    </ul>
  )
}

function tel(aantal: number, een: string, meer: string): string {
  return `${aantal.toLocaleString('nl-NL')} ${aantal === 1 ? een : meer}`
}
