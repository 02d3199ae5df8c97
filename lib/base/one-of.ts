/** A text from the database as one of the values that its constraint allows. Throws on any other. */
export function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new Error(`${text} is not one of ${values.join(', ')}`)
  return found
}
