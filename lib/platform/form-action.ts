import 'server-only'
import type { z } from 'zod'
import type { FormState } from '@/lib/base/form-state'
import type { Outcome } from '@/lib/base/outcome'
import { listKeys, parseInput } from '@/lib/platform/zod-nl'

export type { FormState } from '@/lib/base/form-state'

/** What turns a reason into the sentence on the screen: the table of a module's texts.ts, or a function. */
export type RedenTeksten<R extends string> = Readonly<Record<R, string>> | ((reden: R) => string)

const NUL = 'Dit bevat een teken dat niet opgeslagen kan worden. Typ de tekst opnieuw.'

/**
 * Turns a use case into a server action for useActionState or a plain form.
 *
 * - an empty field counts as not filled in; a field whose schema is a list takes every value with its name; an empty file field is absent;
 * - refused input comes back with all errors per field and what was typed;
 * - a refusal of the use case comes back as sentences (`teksten`); without `teksten` the reasons must be sentences themselves;
 * - a value `{ melding }` of a successful use case is shown as confirmation;
 * - a fault is not caught here: error.tsx shows it and onRequestError logs it. redirect() inside `run` works.
 */
export function formAction<Schema extends z.ZodType, R extends string>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Outcome<R, unknown>>,
  teksten?: RedenTeksten<R>,
) {
  const lists = listKeys(schema)
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const { invoer, waarden, onleesbaar } = readForm(formData, lists)
    if (onleesbaar.length > 0) {
      return { status: 'invalid', fouten: Object.fromEntries(onleesbaar.map((name) => [name, [NUL]])), waarden }
    }
    const parsed = parseInput(schema, invoer)
    if (!parsed.ok) return { status: 'invalid', fouten: parsed.fouten, waarden }

    const outcome = await run(parsed.value)
    if (!outcome.ok) {
      return { status: 'refused', redenen: outcome.redenen.map((reden) => inWords(reden, teksten)), waarden }
    }
    const melding = meldingOf(outcome.value)
    return melding === undefined ? { status: 'done' } : { status: 'done', melding }
  }
}

/** Brings back a form as it was typed, with nothing wrong in it: for a button that counts or adds a line and keeps nothing. */
export function terugMet(formData: FormData): FormState {
  return { status: 'invalid', fouten: {}, waarden: readForm(formData, new Set()).waarden }
}

function inWords<R extends string>(reden: R, teksten: RedenTeksten<R> | undefined): string {
  if (teksten === undefined) return reden
  return typeof teksten === 'function' ? teksten(reden) : teksten[reden]
}

function meldingOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('melding' in value)) return undefined
  return typeof value.melding === 'string' ? value.melding : undefined
}

/** A file field in which nothing was chosen: a browser sends an empty file without a name, which Next reads as one of this name. */
const NAMELESS: readonly string[] = ['', 'undefined']

type Invoer = Record<string, FormDataEntryValue | FormDataEntryValue[]>

function readForm(formData: FormData, lists: ReadonlySet<string>) {
  const invoer: Invoer = {}
  const waarden: Record<string, string | string[]> = {}
  const onleesbaar: string[] = []
  for (const name of new Set(formData.keys())) {
    // Fields of the framework itself (which action, which previous state).
    if (name.startsWith('$ACTION')) continue
    const values = formData.getAll(name).map(tidy)
    const texts = values.filter((value) => typeof value === 'string')
    if (texts.some((text) => text.includes('\0'))) onleesbaar.push(name)
    if (texts.length > 0) waarden[name] = lists.has(name) || texts.length > 1 ? texts : (texts[0] ?? '')
    const filled = values.filter((value) => (typeof value === 'string' ? value.trim() !== '' : value.size > 0 || !NAMELESS.includes(value.name)))
    const [first] = filled
    if (lists.has(name)) invoer[name] = filled
    else if (first !== undefined) invoer[name] = first
  }
  // A list of checkboxes of which none is ticked is not in the request at all: that is an empty list, not a missing field.
  for (const name of lists) invoer[name] ??= []
  return { invoer, waarden, onleesbaar }
}

/** Browsers send line ends as CRLF, and accents in two ways: one of each. */
function tidy(value: FormDataEntryValue): FormDataEntryValue {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').normalize('NFC') : value
}
