/** What a person typed, so that a refused form comes back filled in. Files are not in it: a browser never gives them back. */
export type FormWaarden = Readonly<Record<string, string | readonly string[]>>

/** Sentences per field name; the key '' holds what concerns the form as a whole. */
export type FormFouten = Readonly<Record<string, readonly string[] | undefined>>

/** The state of a form as useActionState holds it; made by formAction (lib/platform/form-action.ts), read by components/ui. */
export type FormState =
  | { readonly status: 'idle' }
  | { readonly status: 'done'; readonly melding?: string }
  | { readonly status: 'invalid'; readonly fouten: FormFouten; readonly waarden: FormWaarden }
  | { readonly status: 'refused'; readonly redenen: readonly string[]; readonly waarden: FormWaarden }

/** The first argument's partner of useActionState: `useActionState(action, IDLE)`. */
export const IDLE: FormState = { status: 'idle' }

/** The sentences that belong to one field; empty when it is in order. */
export function errorsOf(state: FormState | undefined, name: string): readonly string[] {
  return state?.status === 'invalid' ? (state.fouten[name] ?? []) : []
}

/** What was typed in a field at the last attempt (of a repeated field the first value), or undefined before any attempt. */
export function valueOf(state: FormState | undefined, name: string): string | undefined {
  const value = typedValues(state)?.[name]
  return typeof value === 'string' || value === undefined ? value : value[0]
}

/** All values of a repeated field at the last attempt, or undefined before any attempt: then the page's own default counts. */
export function valuesOf(state: FormState | undefined, name: string): readonly string[] | undefined {
  const typed = typedValues(state)
  if (typed === undefined) return undefined
  const value = typed[name] ?? []
  return typeof value === 'string' ? [value] : value
}

function typedValues(state: FormState | undefined): FormWaarden | undefined {
  return state?.status === 'invalid' || state?.status === 'refused' ? state.waarden : undefined
}
