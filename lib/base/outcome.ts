/**
 * What a use case answers. A refusal is a value with all its reasons, never an exception;
 * the Dutch sentence for each reason stands in the texts.ts of the module.
 */
export type Outcome<Reden extends string, Value = void> =
  | { ok: true; value: Value }
  | { ok: false; redenen: readonly Reden[] }

/** The act succeeded and there is nothing more to say. */
export const done = { ok: true, value: undefined } as const

/** The act succeeded with a result. */
export function success<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** The act is refused; name every reason, so that nobody has to mend them one by one. */
export function refused<Reden extends string>(...redenen: readonly Reden[]): { ok: false; redenen: readonly Reden[] } {
  return { ok: false, redenen }
}
