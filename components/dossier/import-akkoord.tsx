import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Paragraph } from '@/components/ui/text'
import { Textarea } from '@/components/ui/textarea'
import type { FormState } from '@/lib/base/form-state'

/** What an agreement with an import says; when much would disappear it asks so in so many words. */
export function AkkoordVelden({ state, verliesProcent, vraagtBevestiging, aantal }: { state: FormState; verliesProcent: number; vraagtBevestiging: boolean; aantal: number }) {
  return (
    <>
      {vraagtBevestiging && (
        <>
          <Alert kind="warning" title={`Deze aanlevering haalt ${String(verliesProcent)} % van het aanbod weg. Klopt dat?`}>Wat verdwijnt, kunnen burgers niet meer aanvragen. Bestaande aanvragen blijven geldig. Staat niet al het aanbod in het bestand? Kies dan “Niet doorzetten” en lever het opnieuw aan als een deel.</Alert>
          <Checkbox name="klopt" value="ja" label="Ja, dit klopt: dit aanbod verdwijnt" state={state} />
        </>
      )}
      <Paragraph>{aantal === 0 ? 'Er verandert niets in het register.' : 'Er is nog niets veranderd. Met uw akkoord staan deze wijzigingen binnen een minuut in het register. U kunt de aanlevering later terugdraaien.'}</Paragraph>
    </>
  )
}

export function TerugVelden({ state }: { state: FormState }) {
  return (
    <>
      <Paragraph>Wat deze aanlevering veranderde, wordt weer zoals het was. Wat zij toevoegde, wordt niet meer aangeboden. Wat daarna is veranderd, blijft. Bestaande aanvragen veranderen niet.</Paragraph>
      <Field name="reden" label="Reden" description="Waarom draait u de aanlevering terug? Bijvoorbeeld: verkeerde prijzen." state={state}><Textarea rows={3} /></Field>
    </>
  )
}
