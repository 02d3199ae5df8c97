import { z } from 'zod'

/** Sentences per path ("prijs", "regels.0.bedrag"); the key '' is the whole. */
export type Fouten = Record<string, string[]>
export type Parsed<T> = { ok: true; value: T } | { ok: false; fouten: Fouten }

/**
 * Parses input from outside (form, API, import) with messages in Dutch that name the field and say what is expected.
 * The name of a field is its `.meta({ title: 'Catalogusprijs' })`, or else its key in words.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input, { error: (issue) => dutchMessage(issue, titleAt(schema, issue.path ?? [])) })
  if (result.success) return { ok: true, value: result.data }
  const fouten: Fouten = {}
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.')
    const sentences = (fouten[path] ??= [])
    if (!sentences.includes(issue.message)) sentences.push(issue.message)
  }
  return { ok: false, fouten }
}

/** The keys of an object schema whose value is a list, also under optional, default and refinements. */
export function listKeys(schema: z.ZodType): ReadonlySet<string> {
  const object = unwrap(schema)
  if (!(object instanceof z.ZodObject)) return new Set()
  const keys = Object.entries(shapeOf(object)).filter(([, field]) => unwrap(field) instanceof z.ZodArray)
  return new Set(keys.map(([key]) => key))
}

function shapeOf(object: z.ZodObject): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {}
  for (const [key, field] of Object.entries(object.shape)) if (field instanceof z.ZodType) shape[key] = field
  return shape
}

/** The schema under optional, nullable, default, readonly, catch, preprocess and the input side of any other pipe. */
function unwrap(schema: z.ZodType): z.ZodType {
  const inner =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly || schema instanceof z.ZodCatch || schema instanceof z.ZodNonOptional
      ? schema.def.innerType
      : schema instanceof z.ZodPipe ? (schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in) : undefined
  return inner instanceof z.ZodType ? unwrap(inner) : schema
}

function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let current: z.ZodType | undefined = schema
  let title = 'dit veld'
  for (const step of path) {
    const container: z.ZodType | undefined = current && unwrap(current)
    current = container instanceof z.ZodObject ? shapeOf(container)[String(step)]
      : container instanceof z.ZodArray && container.element instanceof z.ZodType ? container.element
      : undefined
    const own = current && titleOf(current)
    if (own !== undefined) title = own
    else if (typeof step === 'string') title = inWords(step)
  }
  return title
}

function titleOf(schema: z.ZodType): string | undefined {
  return schema.meta()?.title ?? unwrap(schema).meta()?.title
}

/** "startDatum" → "start datum", "catalogus-prijs" → "catalogus prijs". */
function inWords(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase()
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Issue = Parameters<z.core.$ZodErrorMap>[0]

function dutchMessage(issue: Issue, field: string): string {
  const Field = capital(field)
  switch (issue.code) {
    case 'invalid_type':
      return `${Field}${isMissing(issue.input) ? ' is nog leeg' : ''}: ${EXPECTED[issue.expected] ?? 'vul iets anders in, deze waarde past hier niet.'}`
    case 'invalid_value':
      return isMissing(issue.input)
        ? `Kies bij ${field} wat voor u geldt.`
        : `${Field}: kies één van de mogelijkheden uit de lijst.`
    case 'invalid_union':
      return isMissing(issue.input) ? `${Field} is nog leeg: vul hier iets in.` : `${Field}: vul iets anders in, deze waarde past hier niet.`
    case 'too_small':
    case 'too_big':
      return sizeMessage(issue, Field)
    case 'invalid_format':
      return `${Field}: ${FORMATS[issue.format] ?? 'dit is niet goed geschreven. Kijk of er een teken te veel of te weinig staat.'}`
    case 'not_multiple_of':
      return `${Field}: vul een veelvoud van ${String(issue.divisor)} in.`
    case 'unrecognized_keys':
      return `Dit formulier kent het veld ${issue.keys.join(', ')} niet. Open de pagina opnieuw en probeer het nog een keer.`
    default:
      return `${Field}: dit kan niet. Vul iets anders in.`
  }
}

function isMissing(input: unknown): boolean {
  return input === undefined || input === null || input === ''
}

const EXPECTED: Partial<Record<string, string>> = {
  // A date or an amount that is typed is a string as well: what it must look like stands at the field.
  string: 'vul dit in.',
  number: 'vul een getal in, bijvoorbeeld 12.',
  nan: 'vul een getal in, bijvoorbeeld 12.',
  int: 'vul een heel getal in, bijvoorbeeld 12.',
  bigint: 'vul een heel getal in, bijvoorbeeld 12.',
  boolean: 'kies ja of nee.',
  date: 'vul een datum in, bijvoorbeeld 29-11-2022.',
  array: 'kies één of meer mogelijkheden.',
  file: 'kies een bestand.',
  object: 'vul alle gegevens in, er ontbreekt iets.',
}

const FORMATS: Partial<Record<string, string>> = {
  email: 'vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.',
  url: 'vul een volledig webadres in, bijvoorbeeld https://www.voorbeeld.nl.',
  uuid: 'deze verwijzing klopt niet. Open de pagina opnieuw en probeer het nog een keer.',
  guid: 'deze verwijzing klopt niet. Open de pagina opnieuw en probeer het nog een keer.',
  date: 'vul een datum in, bijvoorbeeld 29-11-2022.',
  datetime: 'vul een datum en een tijd in, bijvoorbeeld 2022-11-29T10:00:00Z.',
  time: 'vul een tijd in, bijvoorbeeld 10:00.',
}

function sizeMessage(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, Field: string): string {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum).toLocaleString('nl-NL')
  const least = small ? 'minstens' : 'hoogstens'
  switch (issue.origin) {
    case 'string':
      return small && isMissing(issue.input) ? `${Field} is nog leeg: vul dit in.` : `${Field}: gebruik ${least} ${limit} tekens.`
    case 'array':
    case 'set':
      return small && Number(issue.minimum) === 1 ? `${Field}: kies minstens één mogelijkheid.` : `${Field}: kies er ${least} ${limit}.`
    case 'file':
      return `${Field}: het bestand mag ${least} ${sizeInWords(Number(small ? issue.minimum : issue.maximum))} groot zijn. Kies een ander bestand.`
    case 'date':
      return `${Field}: kies een ${small ? 'latere' : 'eerdere'} datum.`
    default:
      return `${Field}: vul een getal in van ${issue.inclusive === false ? (small ? 'meer dan' : 'minder dan') : least} ${limit}.`
  }
}

/** Bytes as people read them: "10 MB". */
function sizeInWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_048_576).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB` : `${Math.ceil(bytes / 1024)} kB`
}
