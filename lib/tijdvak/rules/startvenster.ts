import { amsterdamDate } from '@/lib/base/amsterdam'
import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import type { ParameterWaarden } from '@/lib/regeling/model'
import type { Tijdvak } from '@/lib/tijdvak/model'

/** The first and the last day on which a scholing may start. */
export type Startvenster = { readonly vroegsteStart: PlainDate; readonly laatsteStart: PlainDate }

/** `later` is not a refusal yet: art. 5 lid 3 onder b allows a later day when the opleider cannot start sooner, and that a person decides. */
export type StartOordeel = 'in-venster' | 'te-vroeg' | 'later'

/**
 * When a scholing may start: from four weeks after the day of the aanvraag, and within three months after the tijdvak closes
 * (art. 5 lid 3 onder a). When the opening was moved, the four weeks count from the day after the planned opening (wijziging
 * maart 2023), so that nobody's aanmeldbewijs lost its start.
 */
export function calculateStartvenster(
  aanvraagdag: PlainDate,
  tijdvak: Pick<Tijdvak, 'sluitOp' | 'startTeltVanaf'>,
  parameter: ParameterWaarden['startvenster'],
): Startvenster {
  const { startTeltVanaf } = tijdvak
  const teltVanaf = startTeltVanaf !== null && startTeltVanaf < aanvraagdag ? startTeltVanaf : aanvraagdag
  return {
    vroegsteStart: addDays(teltVanaf, parameter.naDagen),
    laatsteStart: addMonths(calculateLaatsteDag(tijdvak), parameter.maandenNaSluiting),
  }
}

/** Whether a start lies in the venster, before it or after it. */
export function judgeStart(start: PlainDate, { vroegsteStart, laatsteStart }: Startvenster): StartOordeel {
  if (start < vroegsteStart) return 'te-vroeg'
  return start > laatsteStart ? 'later' : 'in-venster'
}

/** The last day on which somebody can submit in a tijdvak. */
export function calculateLaatsteDag({ sluitOp }: Pick<Tijdvak, 'sluitOp'>): PlainDate {
  return amsterdamDate(new Date(sluitOp.getTime() - 1))
}
