/**
 * The independent model: one thread, one pot, no database. It knows the rule of art. 10 and nothing of the code that is judged.
 */
export type Vraag = { readonly id: string; readonly burger: string; readonly bedragCent: number; readonly isIngetrokken?: boolean }
export type Uitkomst = 'gereserveerd' | 'plafond-bereikt' | 'al-toegekend' | 'ingetrokken'

/** Decides in the order given. An amount that does not fit is refused, and from then on nobody gets as much or more. */
export function verdeel(plafondCent: number, vragen: readonly Vraag[], perBurger = 1): ReadonlyMap<string, Uitkomst> {
  let rest = plafondCent
  let geweigerdVanaf = Infinity
  const gehad = new Map<string, number>()
  const uitkomsten = new Map<string, Uitkomst>()
  for (const { id, burger, bedragCent, isIngetrokken } of vragen) {
    if (isIngetrokken === true) uitkomsten.set(id, 'ingetrokken')
    else if ((gehad.get(burger) ?? 0) >= perBurger) uitkomsten.set(id, 'al-toegekend')
    else if (bedragCent > rest || bedragCent >= geweigerdVanaf) {
      geweigerdVanaf = Math.min(geweigerdVanaf, bedragCent)
      uitkomsten.set(id, 'plafond-bereikt')
    } else {
      rest -= bedragCent
      gehad.set(burger, (gehad.get(burger) ?? 0) + 1)
      uitkomsten.set(id, 'gereserveerd')
    }
  }
  return uitkomsten
}

export type Gebeurd = { readonly verzonden: number; readonly bevestigd: number; readonly bedragCent: number; readonly uitkomst: string | undefined }

/**
 * How many got budget although they first asked after somebody with the same or a smaller amount, who got none, had his answer.
 * By the clock of the clients, so that no order of the database can hide it.
 */
export function countInversies(gebeurd: readonly Gebeurd[]): number {
  const geweigerd = gebeurd.filter(({ uitkomst }) => uitkomst === 'plafond-bereikt').toSorted((a, b) => a.bevestigd - b.bevestigd)
  return gebeurd.filter(({ uitkomst, verzonden, bedragCent }) => uitkomst === 'gereserveerd'
    && geweigerd.some((eerder) => eerder.bevestigd < verzonden && eerder.bedragCent <= bedragCent)).length
}

/** How many pairs of numbers contradict what clients saw: B sent after A was answered, and yet a lower number. */
export function countVerkeerdGenummerd(gebeurd: readonly { verzonden: number; bevestigd: number; volgnummer: number }[]): number {
  const opBevestigd = gebeurd.toSorted((a, b) => a.bevestigd - b.bevestigd)
  let hoogste = 0
  let n = 0
  let fout = 0
  for (const { verzonden, volgnummer } of gebeurd.toSorted((a, b) => a.verzonden - b.verzonden)) {
    for (let eerder = opBevestigd[n]; eerder !== undefined && eerder.bevestigd < verzonden; eerder = opBevestigd[n]) {
      hoogste = Math.max(hoogste, eerder.volgnummer)
      n += 1
    }
    if (volgnummer < hoogste) fout += 1
  }
  return fout
}
