import type { z } from 'zod'
import { programIn } from '@/lib/aanlevering/rules/edudex-geldig'
import { discountsIn, instituteIn } from '@/lib/aanlevering/rules/edudex-stukken'

/** One message of the EDU-DEX validation, in its own words: `ruleName` is the keyword of JSON Schema, or 'stap-…' for a rule of the register. */
export type EdudexMelding = {
  contextPath?: string
  forClient: string | null
  level: 'warning' | 'error'
  message: string
  ruleName: string
  params?: Record<string, string | number | boolean | null | readonly string[]>
}

export const EDUDEX_STUKKEN = { programs: programIn, institutes: instituteIn, discounts: discountsIn } as const
export type EdudexStuk = keyof typeof EDUDEX_STUKKEN

/** More messages help nobody. */
const MAX_MELDINGEN = 100

/** Everything in which a document departs from the specification; empty when nothing does. */
export function validateEdudex(soort: EdudexStuk, data: unknown, forClient: string | null = null): EdudexMelding[] {
  const parsed = EDUDEX_STUKKEN[soort].safeParse(data, { reportInput: true })
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => toMeldingen(issue, [], forClient)).slice(0, MAX_MELDINGEN)
}

type Issue = z.core.$ZodIssue

function toMeldingen(issue: Issue, before: readonly PropertyKey[], forClient: string | null): EdudexMelding[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => melding(pathOf([...path, key]), forClient, {
      ruleName: 'additionalProperties', message: 'Dit veld kent EDU-DEX niet. Haal het weg of controleer de spelling.', params: { additionalProperty: key },
    }))
  }
  return [melding(pathOf(path), forClient, inWords(issue))]
}

function melding(contextPath: string, forClient: string | null, rest: Pick<EdudexMelding, 'message' | 'ruleName' | 'params'>): EdudexMelding {
  return { contextPath, forClient, level: 'error', ...rest }
}

function inWords(issue: Issue): Pick<EdudexMelding, 'message' | 'ruleName' | 'params'> {
  const isMissing = issue.input === undefined
  switch (issue.code) {
    case 'invalid_type':
      return isMissing
        ? { ruleName: 'required', message: 'Dit veld is verplicht en ontbreekt.' }
        : { ruleName: 'type', message: `Hier hoort ${TYPES[issue.expected] ?? issue.expected}.`, params: { type: issue.expected } }
    case 'invalid_value':
      return isMissing
        ? { ruleName: 'required', message: 'Dit veld is verplicht en ontbreekt.' }
        : { ruleName: 'enum', message: `${shown(issue.input)} staat niet in de lijst van EDU-DEX. Kies uit: ${issue.values.slice(0, 12).map(String).join(', ')}${issue.values.length > 12 ? ' …' : ''}.`, params: { allowedValues: issue.values.map(String) } }
    case 'too_big':
      return { ruleName: issue.origin === 'array' ? 'maxItems' : 'maximum', message: `Dit mag niet hoger zijn dan ${String(issue.maximum)}.`, params: { limit: Number(issue.maximum) } }
    case 'too_small':
      return issue.origin === 'array'
        ? { ruleName: 'minItems', message: `Geef er minstens ${String(issue.minimum)}.`, params: { limit: Number(issue.minimum) } }
        : { ruleName: 'minimum', message: `Dit mag niet lager zijn dan ${String(issue.minimum)}.`, params: { limit: Number(issue.minimum) } }
    case 'invalid_format':
      return FORMATS[issue.format] ?? { ruleName: 'pattern', message: `${shown(issue.input)} heeft niet de vorm die EDU-DEX vraagt.`, params: { pattern: issue.pattern ?? '' } }
    case 'not_multiple_of':
      return { ruleName: 'multipleOf', message: 'Gebruik hoogstens twee cijfers achter de komma.', params: { multipleOf: issue.divisor } }
    case 'invalid_union':
      return isMissing ? { ruleName: 'required', message: 'Dit veld is verplicht en ontbreekt.' } : { ruleName: 'oneOf', message: 'Dit past bij geen van de vormen die EDU-DEX toestaat. Lees de specificatie van dit veld.' }
    case 'invalid_key':
      return { ruleName: 'propertyNames', message: 'Dit is geen naam die EDU-DEX hier toestaat.' }
    default:
      return { ruleName: ruleOf(issue), message: issue.message }
  }
}

function ruleOf(issue: Issue): string {
  const rule: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined
  return typeof rule === 'string' ? rule : 'schema'
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'tekst, tussen aanhalingstekens', number: 'een getal, zonder aanhalingstekens', int: 'een heel getal, zonder aanhalingstekens', boolean: 'true of false', array: 'een lijst', object: 'een object', record: 'een tekst per taal',
}

const FORMATS: Readonly<Record<string, Pick<EdudexMelding, 'message' | 'ruleName' | 'params'>>> = {
  date: { ruleName: 'format', message: 'Dit is geen bestaande datum. Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2022-11-29.', params: { format: 'date' } },
  datetime: { ruleName: 'format', message: 'Dit is geen tijdstip. Schrijf het met tijdzone, bijvoorbeeld 2022-11-29T10:00:00Z.', params: { format: 'date-time' } },
  url: { ruleName: 'format', message: 'Dit is geen volledig internetadres. Begin met https://.', params: { format: 'uri' } },
}

function shown(waarde: unknown): string {
  const tekst = typeof waarde === 'string' ? waarde : (JSON.stringify(waarde) ?? 'leeg')
  return `“${tekst.slice(0, 40)}”`
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${String(step)}`)).join('').replace(/^\./, '')
}
