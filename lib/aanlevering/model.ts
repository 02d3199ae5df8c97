import type { PlainDate } from '@/lib/base/date'
import type { ActiviteitInhoud, Gebrek, ImportToestand, OpleidingInhoud, Rijfout } from '@/lib/register/model'
import type { KolomVeld } from '@/lib/aanlevering/rules/kolommen'

/** `volledig`: all that the opleider offers, so what is not in it disappears. `aanvulling`: what is not in it stays. */
export const OMVANGEN = ['volledig', 'aanvulling'] as const
export type Omvang = (typeof OMVANGEN)[number]

/** How a row names the opleider it belongs to; null is the opleider that delivers. */
export type OpleiderSleutel = { soort: 'orgUnitId' | 'code'; waarde: string } | null

/** One opleiding with its start dates as any format delivers it, in the words of the register. */
export type AanleverRij = { opleider: OpleiderSleutel; programmaId: string; inhoud: OpleidingInhoud; activiteiten: ActiviteitInhoud[] }

/**
 * What a reader makes of a file, one at a time. `bekend`: bytes that the register holds already, so nothing needs reading again.
 * After `afgekeurd` nothing follows: the file as a whole cannot be trusted; `reden` is the sentence for who sent it.
 */
export type Stuk =
  | { soort: 'rij'; regel: number; rij: AanleverRij; bronHash: string | null }
  | { soort: 'bekend'; regel: number; bronHash: string }
  | { soort: 'geweigerd'; regel: number; sleutel: string | null; fouten: readonly Rijfout[] }
  | { soort: 'afgekeurd'; reden: string }

/** What a reader may ask: whether bytes with that hash stand in the register unchanged, and the day by whose rules it reads. */
export type LeesHulp = { isBekend: (bronHash: string) => boolean; dag: PlainDate }

/** Rows of a file by what became of them; opleidingen, because that is what a file lists. */
export type Telling = { totaal: number; nieuw: number; gewijzigd: number; ongewijzigd: number; geweigerd: number; verdwenen: number }

export type Aantallen = { nieuw: number; gewijzigd: number; ongewijzigd: number; verdwenen: number }

/** A field that differs, as it was and as it would become. */
export type VeldVerschil = { veld: string; oud: unknown; nieuw: unknown }

export type Voorbeeld = { programmaId: string; titel: string; velden: VeldVerschil[] }

/** What an import would change, before it does: kept with the import, shown before it goes live. */
export type Verschil = {
  opleidingen: Aantallen
  activiteiten: Aantallen
  /** What would disappear per opleider, worst first; only those of which something does. */
  verlies: OpleiderVerlies[]
  /** How many prices rise and fall, and the largest rise in percent. */
  prijs: { hoger: number; lager: number; grootsteStijgingProcent: number }
  voorbeelden: { nieuw: Voorbeeld[]; gewijzigd: Voorbeeld[]; verdwenen: Voorbeeld[] }
  /** Rows without a readable code: then we cannot know what they meant to keep, and nothing disappears. */
  zonderSleutel: number
  /** What the good rows miss, most first, with how many good rows there are. */
  gebreken: { gebrek: Gebrek; aantal: number }[]
  goed: number
}

export type OpleiderVerlies = { opleiderId: string; naam: string; opleidingen: number; opleidingenWeg: number; starts: number; startsWeg: number }

export type ImportUitslag = { toestand: 'klaar' | 'mislukt' | 'wacht-op-akkoord'; reden: string | null; verschil: Verschil | null } & Telling

/** What became of one program that was delivered through the API. */
export type ProgramUitslag = {
  orgUnitId: string | null
  programmaId: string | null
  uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd' | 'verwijderd' | 'niet-gevonden' | 'goed' | 'geweigerd'
  /** Why it was refused; empty otherwise. */
  fouten: readonly Rijfout[]
  /** What it misses: taken in, but it cannot be applied for. */
  gebreken: readonly Gebrek[]
}

/** The same fault in any number of rows: told once, with some of the rows. */
export type Oorzaak = { veld: string; reden: string; aantal: number; regels: number[]; sleutels: (string | null)[] }

/** What the columns of a delivered table mean. */
export type KolomindelingStand = { kop: string[]; kopregel: number; codering: string; scheiding: string; werkblad: string; voorbeelden: string[][]; kolomindeling: (KolomVeld | null)[]; herkend: boolean }

/** An import as its page shows it. */
export type ImportVerslag = {
  id: string
  bestandsnaam: string
  formaat: string
  opleiderId: string | null
  opleider: string | null
  omvang: Omvang
  toestand: ImportToestand
  /** Why the file as a whole was refused. */
  reden: string | null
  telling: Telling
  /** Null when it has not been compared (yet), and for an import of before that was kept. */
  verschil: Verschil | null
  oorzaken: Oorzaak[]
  tabel: KolomindelingStand | null
  createdAt: Date
  klaarOp: Date | null
  teruggedraaidOp: Date | null
}
