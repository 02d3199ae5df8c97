import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { Radios } from '@/components/ui/radios'
import type { FormState } from '@/lib/base/form-state'

/** The file, and whether it is all that the opleider offers. */
export function AanleverVelden({ state }: { state: FormState }) {
  return (
    <>
      <Field name="bestand" label="Bestand" description="EDU-DEX of OOAPI (.json, .jsonl, .xml of .zip) of een tabel (.csv of .xlsx), hoogstens 10 MB." state={state}>
        <FileInput accept=".json,.jsonl,.ndjson,.xml,.zip,.csv,.tsv,.txt,.xlsx" />
      </Field>
      <Radios
        name="omvang" label="Staat al uw aanbod in dit bestand?" state={state} defaultValue="aanvulling"
        options={[
          { value: 'aanvulling', label: 'Nee, dit is een deel', description: 'Wat niet in het bestand staat, blijft zoals het is.' },
          { value: 'volledig', label: 'Ja, dit is alles', description: 'Wat niet in het bestand staat, verdwijnt uit uw aanbod. U ziet eerst wat dat is.' },
        ]}
      />
    </>
  )
}
