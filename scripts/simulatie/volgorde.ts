/** One acknowledged submit as seen from outside. Moments are milliseconds on the clock of the one who sent. */
export type Ingediend = {
  readonly kenmerk: string
  /** When the first bytes of the request that was received went out (the earliest that can have counted). */
  readonly verstuurdMs: number
  /** When the acknowledgement was there; undefined when it never came. */
  readonly bevestigdMs: number | undefined
}

export type Inversie = { readonly kenmerk: string; readonly eerderBeslist: string; readonly tekortMs: number }

/**
 * Who was passed over: aanvragen that were acknowledged before another was even sent, and yet decided after it. Knows nothing of
 * how the system works: it takes the moments that the citizens themselves noted and the order in which the decisions fell.
 *
 * @param beslist kenmerken in the order of deciding
 */
export function findInversies(ingediend: readonly Ingediend[], beslist: readonly string[]): readonly Inversie[] {
  const perKenmerk = new Map(ingediend.map((een) => [een.kenmerk, een]))
  const inversies: Inversie[] = []
  // The one that was sent last of those that have been decided so far.
  let laatst: Ingediend | undefined
  for (const kenmerk of beslist) {
    const een = perKenmerk.get(kenmerk)
    if (een === undefined) continue
    if (laatst !== undefined && een.bevestigdMs !== undefined && een.bevestigdMs < laatst.verstuurdMs)
      inversies.push({ kenmerk, eerderBeslist: laatst.kenmerk, tekortMs: laatst.verstuurdMs - een.bevestigdMs })
    if (laatst === undefined || een.verstuurdMs > laatst.verstuurdMs) laatst = een
  }
  return inversies
}
