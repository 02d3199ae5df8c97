import type { Deelnemer, UitslagRegel } from '@/lib/loting/model'

/** The first line of the published list; the hash is taken over the whole file, this line included, with one line feed after every line. */
export const LIJST_KOP = 'nummer;lot;compartimenten;bedragCent;gewicht\n'

/** A line of the published list. `nummer` counts from 1 in the order of the list, which is that of the lots. */
export function formatLijstRegel(nummer: number, { lot, compartimenten, bedragCent, gewicht }: Deelnemer): string {
  return `${String(nummer)};${lot};${compartimenten.join('+')};${String(bedragCent)};${String(gewicht)}\n`
}

/** The first line of the published result. */
export const UITSLAG_KOP = 'rang;nummer;lot;uitkomst;compartiment;bedragCent\n'

/** A line of the published result, in order of nummer. */
export function formatUitslagRegel({ nummer, rang, uitkomst, compartiment, bedragCent }: Omit<UitslagRegel, 'uitkomst'> & { uitkomst: string }, lot: string): string {
  return `${String(rang)};${String(nummer)};${lot};${uitkomst};${compartiment ?? ''};${String(bedragCent)}\n`
}
