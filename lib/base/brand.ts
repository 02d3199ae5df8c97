/** Marks a plain value as checked: a `Brand<string, 'Bsn'>` can only come out of the function that tested it. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name }
