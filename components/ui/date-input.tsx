import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import type { FieldBase } from '@/components/ui/field-parts'

/** A date typed as 29-11-2022 (parseDatum of lib/base/date reads it); no calendar to fight with. */
export function DateInput({ description = 'Bijvoorbeeld 29-11-2022', defaultValue, autoComplete, ...field }: Omit<FieldBase, 'description'> & { description?: ReactNode; defaultValue?: string; autoComplete?: string }) {
  return (
    <Field
      {...field} description={description} width="kort" inputMode="numeric"
      {...(defaultValue !== undefined && { defaultValue })} {...(autoComplete !== undefined && { autoComplete })}
    />
  )
}
