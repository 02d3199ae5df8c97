/** Level in the words of EDU-DEX. */
export type Niveau = 'none' | 'mbo niveau 1' | 'mbo niveau 2' | 'mbo niveau 3' | 'mbo niveau 4' | 'mbo' | 'associate' | 'hbo' | 'post-hbo' | 'wo' | 'post-academic'
export type Vorm = 'klas' | 'avond' | 'online' | 'deels' | 'zelf' | 'coaching' | 'lezing'
export type Bewijs = 'certificate' | 'diploma' | 'mbo-certificaat' | 'certificate of participation' | 'testimonial'

/**
 * One title that a Dutch opleider could offer: title, level, usual price in euros, duration in days (with a week of study in between
 * counted as seven), how it is given, what one gets, and what one learns. `varianten` replaces the * in the title.
 */
export type Stam = readonly [titel: string, niveau: Niveau, prijs: number, dagen: number, vorm: Vorm, bewijs: Bewijs, samenvatting: string, varianten?: readonly string[]]

export type Vakgebied = {
  categorie: string
  /** The theme of EDU-DEX that stands for it; without one the opleider fills the free field. */
  theme?: string
  sector?: string
  voorWie: string
  stammen: readonly Stam[]
}
