/** A check could not be done: that says nothing about its invariant. */
export class ControleFout extends Error {
  override name = 'ControleFout'

  constructor(readonly id: string, cause: unknown) {
    super(`${id} could not be checked`, { cause })
  }
}
