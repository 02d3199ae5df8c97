import type { AanbodFout, AanbodKosten, AanbodOpleiding, AanbodStart, GelezenAanbod } from '@/lib/aanlevering/rules/aanbod'
import type { Tabelregel } from '@/lib/aanlevering/rules/tabelrij'

/**
 * Brings the rows of a table together: the rows with the same code are one opleiding with its start dates. What the first row says of
 * the opleiding holds; a later row may leave it open or repeat it, and a different value refuses the opleiding, because we cannot know
 * which one is right. A price may differ per start date.
 */
export class Tabelaanbod {
  private readonly perCode = new Map<string, Groep>()

  add(regel: Tabelregel): void {
    const { programmaId } = regel.opleiding
    // Without a code each row stands on its own, to be refused on its own line.
    const sleutel = programmaId === '' ? `regel ${String(regel.regel)}` : programmaId
    const groep = this.perCode.get(sleutel)
    if (groep === undefined) this.perCode.set(sleutel, new Groep(regel))
    else groep.add(regel)
  }

  *results(): Generator<{ regel: number; gelezen: GelezenAanbod }> {
    for (const groep of this.perCode.values()) yield { regel: groep.regel, gelezen: groep.result() }
  }
}

const TEKSTEN = [['titel', 'titel'], ['omschrijving', 'omschrijving'], ['niveau', 'niveau'], ['categorie', 'vakgebied'], ['waardedocument', 'diploma of certificaat'], ['duurDagen', 'duur']] as const

class Groep {
  readonly regel: number
  private readonly opleiding: Omit<AanbodOpleiding, 'starts'>
  private readonly starts: AanbodStart[] = []
  private readonly startRegels = new Map<string, number>()
  private readonly fouten: AanbodFout[] = []

  constructor(eerste: Tabelregel) {
    this.regel = eerste.regel
    this.opleiding = { ...eerste.opleiding }
    this.keep(eerste)
  }

  add(regel: Tabelregel): void {
    for (const [veld, naam] of TEKSTEN) this.compare(veld, naam, regel)
    this.keep(regel)
  }

  result(): GelezenAanbod {
    const { programmaId } = this.opleiding
    if (this.fouten.length > 0) return { ok: false, sleutel: programmaId === '' ? null : programmaId, fouten: this.fouten }
    return { ok: true, opleiding: { ...this.opleiding, starts: this.starts } }
  }

  private keep(regel: Tabelregel): void {
    for (const fout of regel.fouten) this.blame(regel.regel, fout.veld, fout.reden)
    if (regel.start === null) return
    const eerder = this.startRegels.get(regel.start.cohortcode)
    if (eerder !== undefined) {
      this.blame(regel.regel, 'startdatum', `Deze startdatum staat ook op regel ${String(eerder)}. Geef elke startdatum een eigen code, of haal de dubbele regel weg.`)
      return
    }
    this.startRegels.set(regel.start.cohortcode, regel.regel)
    const eigen = regel.opleiding.kosten
    this.starts.push({ ...regel.start, kosten: sameKosten(eigen, this.opleiding.kosten) ? [] : eigen })
  }

  private compare(veld: (typeof TEKSTEN)[number][0], naam: string, regel: Tabelregel): void {
    const nieuw = regel.opleiding[veld]
    const eerst = this.opleiding[veld]
    if (nieuw === null || nieuw === '' || nieuw === eerst) return
    if (eerst === null || eerst === '') Object.assign(this.opleiding, { [veld]: nieuw })
    else this.blame(regel.regel, naam, `Deze regel heeft een andere ${naam} dan regel ${String(this.regel)}, met dezelfde code. Maak ze gelijk, of geef een andere opleiding een andere code.`)
  }

  private blame(regel: number, veld: string, reden: string): void {
    this.fouten.push({ veld, reden, ...(regel === this.regel ? {} : { regel }) })
  }
}

function sameKosten(a: readonly AanbodKosten[], b: readonly AanbodKosten[]): boolean {
  return a.length === 0 || (a.length === b.length && a.every((regel, index) => regel.soort === b[index]?.soort && regel.bedragCent === b[index].bedragCent))
}
