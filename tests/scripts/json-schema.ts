/** Judges a value by the part of JSON Schema 2020-12 that the EDU-DEX specification uses. Gives every fault as "place: what". */
type Schema = Record<string, unknown>

export function validate(root: Schema, schema: unknown, value: unknown, place = '$'): string[] {
  if (!isRecord(schema)) return []
  if (typeof schema['$ref'] === 'string') return validate(root, resolve(root, schema['$ref']), value, place)
  if (Array.isArray(schema['oneOf'])) {
    const hits = schema['oneOf'].filter((option) => validate(root, option, value, place).length === 0).length
    return hits === 1 ? [] : [`${place}: ${hits} of oneOf`]
  }
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) return [`${place}: ${JSON.stringify(value)} is not in the enum`]
  if (Array.isArray(value)) return validateArray(root, schema, value, place)
  if (isRecord(value)) return validateObject(root, schema, value, place)
  return validateScalar(schema, value, place)
}

function validateObject(root: Schema, schema: Schema, value: Schema, place: string): string[] {
  if (schema['type'] !== undefined && schema['type'] !== 'object') return [`${place}: an object`]
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const patterns = isRecord(schema['patternProperties']) ? Object.keys(schema['patternProperties']) : []
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : []
  return [
    ...required.filter((key) => !(key in value)).map((key) => `${place}: misses ${key}`),
    ...Object.entries(value).flatMap(([key, item]) => {
      if (key in properties) return validate(root, properties[key], item, `${place}.${key}`)
      const known = patterns.some((pattern) => new RegExp(pattern).test(key))
      return schema['additionalProperties'] === false && !known ? [`${place}: has ${key} too many`] : []
    }),
  ]
}

function validateArray(root: Schema, schema: Schema, value: unknown[], place: string): string[] {
  if (schema['type'] !== undefined && schema['type'] !== 'array') return [`${place}: a list`]
  if (typeof schema['minItems'] === 'number' && value.length < schema['minItems']) return [`${place}: too few`]
  return value.flatMap((item, index) => validate(root, schema['items'], item, `${place}[${index}]`))
}

function validateScalar(schema: Schema, value: unknown, place: string): string[] {
  const { type, pattern, minLength, maxLength, minimum, maximum, format } = schema
  if (type === 'integer' ? !Number.isInteger(value) : type !== undefined && type !== (value === null ? 'null' : typeof value)) return [`${place}: is no ${String(type)}`]
  if (typeof value === 'string') {
    if (typeof pattern === 'string' && !new RegExp(pattern).test(value)) return [`${place}: ${value} does not match ${pattern}`]
    if ((typeof minLength === 'number' && value.length < minLength) || (typeof maxLength === 'number' && value.length > maxLength)) return [`${place}: length ${value.length}`]
    if (format === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return [`${place}: no date`]
    if (format === 'uri' && !URL.canParse(value)) return [`${place}: no address`]
  }
  if (typeof value === 'number' && ((typeof minimum === 'number' && value < minimum) || (typeof maximum === 'number' && value > maximum))) return [`${place}: out of range`]
  return []
}

function resolve(root: Schema, ref: string): unknown {
  return ref.replace(/^#\//, '').split('/').map(decodeURIComponent).reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), root)
}

export function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
