/** Somebody in the line, as the rule reads it. Amount in cents. */
export type Wachtende = {
  readonly volgnummer: number
  readonly aanvraagId: string
  readonly burgerId: string
  readonly kalenderjaar: number
  readonly scholingsactiviteitId: string
  /** The compartimenten that the aanvraag may use, in order of use. */
  readonly compartimentIds: readonly string[]
  readonly bedragCent: number
  /** The training begins after the last day on which the offer can be accepted. */
  readonly kanStarten: boolean
}

/** What is there to offer, and what stands in the way of an offer to somebody. Amounts in cents. */
export type Ruimte = {
  /** What is left per compartiment; one that is closed is not in it. */
  readonly vrijCent: ReadonlyMap<string, number>
  /** Places that burgers hold in a kalenderjaar. */
  readonly bezettePlekken: readonly { readonly burgerId: string; readonly kalenderjaar: number; readonly plek: number }[]
  readonly verleningenPerJaar: number
  /** Grants and reservations per scholingsactiviteit and kalenderjaar, and their highest number; null when it does not bite now (art. 12a). */
  readonly grens: { readonly hoogste: number; readonly gegeven: ReadonlyMap<string, number> } | null
}

/** An offer: the whole amount, from one compartiment. */
export type Aanbod = { readonly wachtende: Wachtende; readonly compartimentId: string; readonly beschikbaarCent: number; readonly plek: number }

/**
 * To whom of the line budget is offered, in the order of the line (of receipt, or as drawn).
 *
 * - Nobody is passed: as long as somebody waits for a compartiment, what falls free in it is kept for him, also when it is not
 *   enough yet. Who waits for other compartimenten only does not wait for him.
 * - An offer is the whole amount, from the first compartiment in his order in which it fits.
 * - Left out, without holding up the line: who could not start any more, has his grant of the year, or chose a scholing that got its number.
 */
export function biedAan(ruimte: Ruimte, wachtenden: readonly Wachtende[]): readonly Aanbod[] {
  const vrij = new Map(ruimte.vrijCent)
  const gegeven = new Map(ruimte.grens?.gegeven)
  const plekken = new Set(ruimte.bezettePlekken.map(({ burgerId, kalenderjaar, plek }) => `${burgerId} ${String(kalenderjaar)} ${String(plek)}`))
  const aanbod: Aanbod[] = []
  for (const wachtende of wachtenden) {
    const { burgerId, kalenderjaar, scholingsactiviteitId, compartimentIds, bedragCent } = wachtende
    const plek = range(ruimte.verleningenPerJaar).find((nummer) => !plekken.has(`${burgerId} ${String(kalenderjaar)} ${String(nummer)}`))
    const sleutel = `${scholingsactiviteitId} ${String(kalenderjaar)}`
    const isVol = ruimte.grens !== null && (gegeven.get(sleutel) ?? 0) >= ruimte.grens.hoogste
    if (!wachtende.kanStarten || plek === undefined || isVol) continue

    const compartimentId = compartimentIds.find((id) => (vrij.get(id) ?? 0) >= bedragCent)
    if (compartimentId === undefined) {
      for (const id of compartimentIds) vrij.delete(id)
      if (vrij.size === 0) break
      continue
    }
    const beschikbaarCent = vrij.get(compartimentId) ?? 0
    aanbod.push({ wachtende, compartimentId, beschikbaarCent, plek })
    vrij.set(compartimentId, beschikbaarCent - bedragCent)
    gegeven.set(sleutel, (gegeven.get(sleutel) ?? 0) + 1)
    plekken.add(`${burgerId} ${String(kalenderjaar)} ${String(plek)}`)
  }
  return aanbod
}

function range(tot: number): readonly number[] {
  return Array.from({ length: tot }, (_, n) => n + 1)
}
