/** What the year counted by itself, by name: how often, and how many cents. */
export class Boekhouding {
  private readonly per = new Map<string, { aantal: number; cent: number }>()

  tel(naam: string, cent = 0, aantal = 1): void {
    const was = this.per.get(naam) ?? { aantal: 0, cent: 0 }
    this.per.set(naam, { aantal: was.aantal + aantal, cent: was.cent + cent })
  }

  op(naam: string): { aantal: number; cent: number } {
    return this.per.get(naam) ?? { aantal: 0, cent: 0 }
  }

  inhoud(): Readonly<Record<string, { aantal: number; cent: number }>> {
    return Object.fromEntries([...this.per].sort(([een], [ander]) => (een < ander ? -1 : 1)))
  }
}
