import type { PlainDate } from '@/lib/base/date'
import type { ActiviteitStatus, Categorie, Niveau, Opleidingsvorm, StudielastEenheid, Waardedocument } from '@/lib/register/model'

/*
 * What an opleider says of an opleiding, before it is a row of the register: the shape in which every format but EDU-DEX is read.
 * null is "not said".
 */

/** One fault of a row. `veld` is the path or the name of the column in the file, `regel` its line when it differs from that of the row. */
export type AanbodFout = { veld: string; reden: string; regel?: number }

/** Kinds of cost; which of them the STAP-budget pays is decided by the register, not by who delivers. */
export type AanbodKosten = {
  soort: 'LESGELD' | 'EXAMEN' | 'CERTIFICAAT' | 'LEERMIDDELEN' | 'LITERATUUR' | 'BESCHERMINGSMIDDELEN' | 'CATERING' | 'REIS_EN_VERBLIJF' | 'OVERIG'
  omschrijving: string
  bedragCent: number
}

export type AanbodStart = {
  cohortcode: string
  startdatum: PlainDate
  einddatum: PlainDate
  plaats: string | null
  adres: string | null
  postcode: string | null
  opleidingsvorm: Opleidingsvorm | null
  status: ActiviteitStatus
  /** empty: the costs of the opleiding hold */
  kosten: AanbodKosten[]
  deelnemersplaatsen: number | null
  dagdelen: ('OVERDAG' | 'AVOND' | 'WEEKEND')[]
}

export type AanbodOpleiding = {
  /** onderwijsaanbiedercode of RIO; null: the opleider that delivers */
  opleiderCode: string | null
  programmaId: string
  titel: string
  samenvatting: string
  omschrijving: string
  leerdoel: string
  toelatingseisen: string
  categorie: Categorie | null
  niveau: Niveau | null
  opleidingsvorm: Opleidingsvorm | null
  waardedocument: Waardedocument | null
  studielast: number | null
  studielastEenheid: StudielastEenheid | null
  duurDagen: number | null
  voertaal: string
  stapToestemming: boolean
  url: string | null
  nlqf: number | null
  kosten: AanbodKosten[]
  starts: AanbodStart[]
}

export type GelezenAanbod = { ok: true; opleiding: AanbodOpleiding } | { ok: false; sleutel: string | null; fouten: AanbodFout[] }

/** A price above this is a mistake in the file (cents): most likely an amount in cents where euros are meant. */
export const HOOGSTE_PRIJS_CENT = 100_000_00

/** One way of writing accents, no control characters (PostgreSQL refuses NUL), no spaces around. */
export function tidy(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028-\u202e\u2066-\u2069\ufeff]/g, '').trim()
}

export function tidyOrNull(text: string | null | undefined): string | null {
  const tidied = tidy(text)
  return tidied === '' ? null : tidied
}

/**
 * Only two totals are known: the price and its subsidiable part. They become two lines of cost, so that the register derives the same
 * totals again. A subsidiable part that never comes leaves a price of which nothing is subsidiable: the register calls that a gebrek.
 */
export function kostenUitTotalen(totaalCent: number | null, subsidiabelCent: number | null): AanbodKosten[] {
  const subsidiabel = subsidiabelCent ?? 0
  const rest = (totaalCent ?? subsidiabel) - subsidiabel
  return [
    ...(subsidiabel > 0 ? [{ soort: 'LESGELD' as const, omschrijving: 'Subsidiabele kosten, niet uitgesplitst', bedragCent: subsidiabel }] : []),
    ...(rest > 0 ? [{ soort: 'OVERIG' as const, omschrijving: 'Overige verplichte kosten, niet uitgesplitst', bedragCent: rest }] : []),
  ]
}
