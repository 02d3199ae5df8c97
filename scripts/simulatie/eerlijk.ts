import type { Mens } from './bevolking'
import type { Proef } from './nakijken'
import type { Deelname } from './waarneming'

/** How a group of people fared that was there before the opening. */
export type Groep = {
  readonly naam: string
  readonly mensen: number
  /** Mean of the place, as a part of all places that were drawn: 0,5 when the draw is fair. */
  readonly plek: number
  /** Of those with a complete aanvraag, the part that was granted. */
  readonly toegekend: number | undefined
}

export type Eerlijkheid = { readonly apparaten: readonly Groep[]; readonly kanalen: readonly Groep[]; readonly proeven: readonly Proef[] }

/** A chance of one in ten thousand: a fair draw fails this once in so many plays. */
const Z_GRENS = 3.9

/**
 * Whether devices, scripts, the hour of coming or the way of applying made a difference to the place that was drawn. Only who
 * was there before the opening takes part in the draw.
 */
export function weegEerlijkheid(mensen: readonly Mens[], deelnames: readonly Deelname[]): Eerlijkheid {
  const vroeg = mensen.flatMap((mens) => {
    const deelname = deelnames[mens.id]
    return (deelname?.kreegPlaatsMs ?? 0) < 0 && deelname?.plaats !== undefined ? [{ mens, deelname, plaats: deelname.plaats }] : []
  })
  const teLaat = mensen.filter(({ id, komtMs }) => komtMs < 0 && (deelnames[id]?.kreegPlaatsMs ?? -1) >= 0).length
  const rang = new Map([...vroeg].sort((a, b) => a.plaats - b.plaats).map(({ mens }, index) => [mens.id, (index + 0.5) / vroeg.length]))
  type Vroege = (typeof vroeg)[number]
  const groep = (naam: string, leden: readonly Vroege[]): Groep => {
    const aanvragers = leden.filter(({ deelname, mens }) => mens.isAanvrager && deelname.bevestigdMs !== undefined)
    return {
      naam, mensen: leden.length,
      plek: leden.reduce((som, { mens }) => som + (rang.get(mens.id) ?? 0), 0) / Math.max(1, leden.length),
      toegekend: aanvragers.length === 0 ? undefined : aanvragers.filter(({ deelname }) => isToegekend(deelname.uitkomst)).length / aanvragers.length,
    }
  }
  const gewoon = vroeg.filter(({ mens }) => mens.gedrag !== 'script' && mens.gedrag !== 'werkplein')
  const apparaten = [1, 2, 3, 4, 5].map((aantal) => groep(aantal === 5 ? '5 of meer' : `${aantal}`, gewoon.filter(({ mens }) => aantal === 5 ? mens.apparaten >= 5 : mens.apparaten === aantal))).filter((een) => een.mensen > 0)
  const kanalen = [
    groep('thuis', gewoon),
    groep('op een werkplein', vroeg.filter(({ mens }) => mens.gedrag === 'werkplein')),
    groep('een script', vroeg.filter(({ mens }) => mens.gedrag === 'script')),
    groep('zonder JavaScript', vroeg.filter(({ mens }) => mens.gedrag === 'formulier')),
  ].filter((een) => een.mensen > 0)
  return {
    apparaten, kanalen,
    proeven: [
      ...apparaten.slice(1).map((een) => proef(`Plaats van wie ${een.naam} apparaten heeft`, een)),
      ...kanalen.slice(1).map((een) => proef(`Plaats van wie aanvraagt: ${een.naam}`, een)),
      { naam: 'Voor tien uur gekomen en pas erna een plaats gekregen', norm: '0', gezien: `${teLaat} van ${vroeg.length + teLaat} mensen`, goed: teLaat === 0 },
      samenhang(vroeg.map(({ mens }) => mens.komtMs), vroeg.map(({ mens }) => rang.get(mens.id) ?? 0)),
    ],
  }
}

function isToegekend(uitkomst: string | undefined): boolean {
  return uitkomst !== undefined && !['ingediend', 'niet-toegewezen', 'afgewezen', 'reserve', 'ingetrokken'].includes(uitkomst)
}

/** The mean of n draws from a uniform spread has a deviation of the square root of 1/12n. */
function proef(naam: string, { plek, mensen }: Groep): Proef {
  const z = (plek - 0.5) * Math.sqrt(12 * mensen)
  return { naam, norm: 'gemiddeld halverwege (0,50)', gezien: `${komma(plek, 3)} van ${mensen} mensen (z = ${komma(z, 1)})`, goed: Math.abs(z) < Z_GRENS }
}

function samenhang(a: readonly number[], b: readonly number[]): Proef {
  const gemiddelde = (waarden: readonly number[]): number => waarden.reduce((som, een) => som + een, 0) / Math.max(1, waarden.length)
  const [ma, mb] = [gemiddelde(a), gemiddelde(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (const [index, waarde] of a.entries()) {
    const [da, db] = [waarde - ma, (b[index] ?? 0) - mb]
    ab += da * db
    aa += da * da
    bb += db * db
  }
  const r = aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb)
  return {
    naam: 'Samenhang tussen vroeg komen en vooraan staan', norm: '0 (wie voor tien uur komt, loot gelijk)',
    gezien: `r = ${komma(r, 3)} van ${a.length} mensen`, goed: Math.abs(r) * Math.sqrt(a.length) < Z_GRENS,
  }
}

function komma(getal: number, cijfers: number): string {
  return getal.toFixed(cijfers).replace('.', ',')
}
