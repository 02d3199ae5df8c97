/** How a word sounds, roughly: spellings that Dutch ears do not tell apart are made the same. */
export function klankOf(woord: string): string {
  return woord.replace(/isch/g, 'is').replace(/ies$/, 'is').replace(/ck/g, 'k').replace(/x/g, 'ks').replace(/c(?=[eiy])/g, 's').replace(/ch/g, 'g').replace(/c/g, 'k').replace(/ph/g, 'f')
    .replace(/th/g, 't').replace(/ij|ei|y/g, 'i').replace(/ou/g, 'au').replace(/z/g, 's').replace(/v/g, 'f').replace(/q/g, 'k').replace(/(.)\1+/g, '$1')
}

/**
 * How many slips of the finger make one word of the other: a letter left out, added, replaced, or two swapped. Stops counting
 * above `grens` and answers `grens` + 1.
 */
export function slipsBetween(a: string, b: string, grens: number): number {
  if (Math.abs(a.length - b.length) > grens) return grens + 1
  let [eerder, vorige] = [new Array<number>(b.length + 1).fill(0), Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const huidige = [i]
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1] ? 0 : 1
      let stappen = Math.min((vorige[j] ?? 0) + 1, (huidige[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + gelijk)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) stappen = Math.min(stappen, (eerder[j - 2] ?? 0) + 1)
      huidige.push(stappen)
    }
    if (Math.min(...huidige) > grens) return grens + 1
    ;[eerder, vorige] = [vorige, huidige]
  }
  return vorige[b.length] ?? grens + 1
}

/** How many slips a word of this length may have: none in a short one, where everything looks alike. */
export function slipsAllowed(lengte: number): number {
  if (lengte < 4) return 0
  return lengte < 7 ? 1 : 2
}

export type Kandidaat = { woord: string; aantal: number }

/** The word that was probably meant; undefined when nothing looks like it. The most used one wins among those that look alike as much. */
export function findCorrectie(woord: string, kandidaten: Iterable<Kandidaat>): string | undefined {
  const grens = slipsAllowed(woord.length)
  if (grens === 0) return undefined
  const klank = klankOf(woord)
  let beste: { woord: string; afstand: number; aantal: number } | undefined
  for (const { woord: ander, aantal } of kandidaten) {
    if (Math.abs(ander.length - woord.length) > grens + 2 || ander.length < 3 || (ander[0] !== woord[0] && ander[1] !== woord[0])) continue
    const slips = slipsBetween(woord, ander, grens)
    const afstand = klankOf(ander) === klank ? 0.5 : slips
    if (afstand > grens) continue
    if (beste === undefined || afstand < beste.afstand || (afstand === beste.afstand && aantal > beste.aantal)) beste = { woord: ander, afstand, aantal }
  }
  return beste?.woord
}
