import type { Besluitinhoud } from '@/lib/beschikking/model'
import type { BesluitInput } from '@/lib/beschikking/schema'

/** What the form of the behandelaar decides; the preview and the besluit both read it through here. */
export function toBesluitinhoud({ besluit, gronden, motivering }: Pick<BesluitInput, 'besluit' | 'gronden' | 'motivering'>): Besluitinhoud {
  const tekst = motivering === '' ? null : motivering
  return besluit === 'verlening' ? { soort: 'verlening', motivering: tekst } : { soort: 'afwijzing', gronden, motivering: tekst }
}
