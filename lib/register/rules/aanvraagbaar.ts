import type { PlainDate } from '@/lib/base/date'
import type { ActiviteitStatus, ErkennerSoort, ErkenningPeriode, Gebrek, Maatregel } from '@/lib/register/model'
import { findEffectieveMaatregel } from '@/lib/register/rules/maatregel'

/** What the register knows of one scholingsactiviteit with its opleiding and opleider. */
export type RegisterFeiten = {
  opleidingId: string
  stapToestemming: boolean
  gebreken: readonly Gebrek[]
  status: ActiviteitStatus
  subsidiabelCent: number
  startdatum: PlainDate
  geregistreerdOp: Date
  erkenningen: readonly ErkenningPeriode[]
  /** All maatregelen of the opleider, on itself and on its opleidingen. */
  maatregelen: readonly Maatregel[]
}

export const NIET_AANVRAAGBAAR = [
  'geen-erkenning', 'verwijderd', 'geblokkeerd', 'geen-stap-toestemming', 'gegevens-ontbreken',
  'activiteit-gesloten', 'activiteit-geannuleerd', 'geen-subsidiabele-kosten', 'al-begonnen', 'na-registratiestop',
] as const
export type NietAanvraagbaar = (typeof NIET_AANVRAAGBAAR)[number]

/** On which day, and for which tijdvak, it is judged. */
export type Peil = {
  dag: PlainDate
  /** Of the tijdvak; null when there is none to judge against. */
  registratiestopOp: Date | null
  /** The parameter `toegelaten-erkenningen` of that day. */
  toegelaten: readonly ErkennerSoort[]
}

/**
 * Why a scholingsactiviteit cannot be applied for; empty when it can.
 * Regeling art. 12 lid 1 e and f (in the register, not excluded or removed), art. 19 and 19a. An opleiding in onderzoek can be
 * applied for: the regeling knows no "on hold" in the register, the decision is put off instead.
 * The start window of art. 5 lid 3 is not judged here: it belongs to the tijdvak.
 */
export function determineNietAanvraagbaar(feiten: RegisterFeiten, { dag, registratiestopOp, toegelaten }: Peil): NietAanvraagbaar[] {
  const maatregel = findEffectieveMaatregel(feiten.maatregelen, feiten.opleidingId, dag)?.soort
  const oordeel: Record<NietAanvraagbaar, boolean> = {
    'geen-erkenning': !feiten.erkenningen.some((erkenning) => toegelaten.includes(erkenning.soort) && isGeldig(erkenning, dag)),
    verwijderd: maatregel === 'verwijderd',
    geblokkeerd: maatregel === 'geblokkeerd',
    'geen-stap-toestemming': !feiten.stapToestemming,
    'gegevens-ontbreken': feiten.gebreken.length > 0,
    'activiteit-gesloten': feiten.status === 'gesloten',
    'activiteit-geannuleerd': feiten.status === 'geannuleerd',
    'geen-subsidiabele-kosten': feiten.subsidiabelCent <= 0,
    'al-begonnen': feiten.startdatum <= dag,
    'na-registratiestop': registratiestopOp !== null && feiten.geregistreerdOp > registratiestopOp,
  }
  return NIET_AANVRAAGBAAR.filter((reden) => oordeel[reden])
}

function isGeldig(erkenning: ErkenningPeriode, dag: PlainDate): boolean {
  return erkenning.geldigVan <= dag && (erkenning.geldigTot === null || dag < erkenning.geldigTot)
}
