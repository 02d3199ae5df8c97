import type { Kanaal, Voorwaarden } from '@/lib/tijdvak/model'

/** What of an aanvraag decides which compartimenten it may use. Amount in cents; niveau is a value of RIO, null when the opleiding has none. */
export type Aanspraak = { readonly kanaal: Kanaal; readonly niveau: string | null; readonly bedragCent: number }

/** Whether an aanvraag meets the conditions of a compartiment. */
export function isBruikbaar({ kanaal, niveaus, maximaalCent }: Voorwaarden, aanspraak: Aanspraak): boolean {
  return (kanaal === null || kanaal === aanspraak.kanaal)
    && (niveaus.length === 0 || (aanspraak.niveau !== null && niveaus.includes(aanspraak.niveau)))
    && (maximaalCent === null || aanspraak.bedragCent <= maximaalCent)
}

/**
 * The compartimenten that an aanvraag may use, in order of use: the lowest voorrang first, of the same voorrang in the order of
 * the tijdvak in which they are given. Empty when there is no budget for such an aanvraag.
 */
export function findBruikbare<C extends Voorwaarden>(compartimenten: readonly C[], aanspraak: Aanspraak): readonly C[] {
  return compartimenten.filter((compartiment) => isBruikbaar(compartiment, aanspraak)).toSorted((een, ander) => een.voorrang - ander.voorrang)
}
