import type { OpleidingInhoud } from '@/lib/register/model'
import type { Bevinding, Gegevens, Kwaliteitsregel, Maatstaf, OpleidingFeiten } from '@/lib/kwaliteit/model'

/** What a rule answers: nothing, or what its sentence needs. `aantal` when it is about more than one thing. */
export type Uitslag = { gegevens?: Gegevens; aantal?: number; activiteitId?: string } | undefined

/** One kwaliteitsregel: looks at one opleiding and says whether it holds. */
export type Toets = (feiten: OpleidingFeiten, maatstaf: Maatstaf) => Uitslag

/** Rules by their name; a theme has a table of its own. */
export type Toetsen = Partial<Record<Kwaliteitsregel, Toets>>

/** The rule holds when `waar`. */
export const alsWaar = (waar: boolean, gegevens: Gegevens = {}): Uitslag => (waar ? { gegevens } : undefined)

/** A bevinding of a rule that held. */
export function toBevinding(regel: Kwaliteitsregel, { gegevens = {}, aantal = 1, activiteitId }: NonNullable<Uitslag>): Bevinding {
  return { regel, gegevens, aantal, ...(activiteitId !== undefined && { activiteitId }) }
}

/** The words of a text, without capitals, accents, markup and signs. */
export function woordenVan(tekst: string): string[] {
  return tekst.replace(/<[^>]*>/g, ' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? []
}

/** Remembers what was worked out for an inhoud: many rules ask the same of tens of thousands of opleidingen. */
export function eenmaal<Waarde extends NonNullable<unknown>>(bereken: (inhoud: OpleidingInhoud) => Waarde): (inhoud: OpleidingInhoud) => Waarde {
  const bekend = new WeakMap<OpleidingInhoud, Waarde>()
  return (inhoud) => {
    const eerder = bekend.get(inhoud)
    if (eerder !== undefined) return eerder
    const waarde = bereken(inhoud)
    bekend.set(inhoud, waarde)
    return waarde
  }
}
