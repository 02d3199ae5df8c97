import type { PlainDate } from '@/lib/base/date'
import type { ActiviteitStatus, ErkennerSoort, ErkenningPeriode, Gebrek, Maatregel, Scholingsoort } from '@/lib/register/model'
import { findEffectieveMaatregel } from '@/lib/register/rules/maatregel'
import { findSoortregel, type Soortregel } from '@/lib/register/rules/scholingsoort'

/** What the register knows of one scholingsactiviteit with its opleiding and opleider. */
export type RegisterFeiten = {
  opleidingId: string
  soort: Scholingsoort
  /** The opleider still offers it. */
  actief: boolean
  /** Of a meerjarige opleiding: which year this activity is. */
  scholingsjaar: number | null
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
  'geen-erkenning', 'erkenning-past-niet', 'soort-niet-toegelaten', 'verwijderd', 'geblokkeerd', 'niet-meer-aangeboden', 'geen-stap-toestemming', 'gegevens-ontbreken',
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
  const soortregel = findSoortregel(feiten.soort, dag)
  const geldig = listGeldigeErkenningen(feiten, dag).filter(({ soort }) => toegelaten.includes(soort))
  const maatregel = findEffectieveMaatregel(feiten.maatregelen, feiten.opleidingId, dag)?.soort
  const oordeel: Record<NietAanvraagbaar, boolean> = {
    'geen-erkenning': geldig.length === 0,
    'erkenning-past-niet': geldig.length > 0 && soortregel !== undefined && !geldig.some(({ soort }) => past(soortregel, soort)),
    'soort-niet-toegelaten': soortregel === undefined,
    verwijderd: maatregel === 'verwijderd',
    geblokkeerd: maatregel === 'geblokkeerd',
    'niet-meer-aangeboden': !feiten.actief,
    'geen-stap-toestemming': !feiten.stapToestemming,
    'gegevens-ontbreken': feiten.gebreken.length > 0 || (soortregel?.perScholingsjaar === true && feiten.scholingsjaar === null),
    'activiteit-gesloten': feiten.status === 'gesloten',
    'activiteit-geannuleerd': feiten.status === 'geannuleerd',
    'geen-subsidiabele-kosten': feiten.subsidiabelCent <= 0,
    'al-begonnen': feiten.startdatum <= dag,
    'na-registratiestop': registratiestopOp !== null && feiten.geregistreerdOp > registratiestopOp,
  }
  return NIET_AANVRAAGBAAR.filter((reden) => oordeel[reden])
}

function past({ erkenning }: Soortregel, soort: ErkennerSoort): boolean {
  return erkenning === null || erkenning.includes(soort)
}

/**
 * The erkenningen that count for one opleiding on a day: those of the whole opleider and those of the opleiding itself. An erkenner
 * that withdrew this one opleiding no longer vouches for it with its erkenning of the opleider.
 */
export function listGeldigeErkenningen({ opleidingId, erkenningen }: Pick<RegisterFeiten, 'opleidingId' | 'erkenningen'>, dag: PlainDate): ErkenningPeriode[] {
  const eigen = erkenningen.filter((erkenning) => erkenning.opleidingId === opleidingId)
  const ingetrokken = eigen.filter((erkenning) => erkenning.isIngetrokken && !isGeldig(erkenning, dag)).map(({ erkennerId }) => erkennerId)
  return [
    ...eigen.filter((erkenning) => isGeldig(erkenning, dag)),
    ...erkenningen.filter((erkenning) => erkenning.opleidingId === null && isGeldig(erkenning, dag) && !ingetrokken.includes(erkenning.erkennerId)),
  ]
}

function isGeldig(erkenning: ErkenningPeriode, dag: PlainDate): boolean {
  return erkenning.geldigVan <= dag && (erkenning.geldigTot === null || dag < erkenning.geldigTot)
}
