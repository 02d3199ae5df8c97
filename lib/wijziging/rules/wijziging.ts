import { addDays, type PlainDate } from '@/lib/base/date'
import { isWerkdag } from '@/lib/base/termijn'
import type { ParameterWaarden } from '@/lib/regeling/model'
import type { Uitvoering, WijzigingSoort, WijzigingStatus } from '@/lib/wijziging/model'

/** What is different, in the order of the law's words: datum, plaats, vorm. */
export function findSoorten(oud: Uitvoering, nieuw: Uitvoering): readonly WijzigingSoort[] {
  return [
    ...(oud.startdatum !== nieuw.startdatum || oud.einddatum !== nieuw.einddatum ? (['datum'] as const) : []),
    ...(oud.plaats !== nieuw.plaats ? (['plaats'] as const) : []),
    ...(oud.opleidingsvorm !== nieuw.opleidingsvorm ? (['vorm'] as const) : []),
  ]
}

export type MeldBeletsel = 'niet-verleend' | 'niets-gewijzigd' | 'einde-voor-begin' | 'al-begonnen' | 'nieuwe-datum-voorbij' | 'wacht-op-burger'

/** Why an opleider cannot report a change; empty when it can. What has begun is not moved, and a change lies ahead. */
export function checkMelding(feiten: { isVerleend: boolean; isVoorgelegd: boolean; oud: Uitvoering; nieuw: Uitvoering; vandaag: PlainDate }): readonly MeldBeletsel[] {
  const { isVerleend, isVoorgelegd, oud, nieuw, vandaag } = feiten
  if (!isVerleend) return ['niet-verleend']
  return [
    ...(isVoorgelegd ? (['wacht-op-burger'] as const) : []),
    ...(findSoorten(oud, nieuw).length === 0 ? (['niets-gewijzigd'] as const) : []),
    ...(nieuw.einddatum < nieuw.startdatum ? (['einde-voor-begin'] as const) : []),
    ...(oud.startdatum < vandaag ? (['al-begonnen'] as const) : []),
    ...(nieuw.startdatum < vandaag ? (['nieuwe-datum-voorbij'] as const) : []),
  ]
}

/** The last days to answer (werkdagen, so a change on Friday leaves no less time) and to switch (calendar days from the report). */
export function calculateTermijnen(vandaag: PlainDate, parameter: ParameterWaarden['wijziging-termijnen'], gelijkgesteld: readonly PlainDate[] = []): { antwoordUiterlijkOp: PlainDate; wisselUiterlijkOp: PlainDate } {
  let dag = vandaag
  for (let over = parameter.antwoordWerkdagen; over > 0;) {
    dag = addDays(dag, 1)
    if (isWerkdag(dag, gelijkgesteld)) over -= 1
  }
  const wissel = addDays(vandaag, parameter.wisselDagen)
  return { antwoordUiterlijkOp: dag, wisselUiterlijkOp: wissel < dag ? dag : wissel }
}

export type WisselBeletsel = 'al-beantwoord' | 'termijn-voorbij' | 'bedrag-hoger-dan-toegekend' | 'start-te-vroeg' | 'start-te-laat' | 'zelfde-scholing'

/**
 * Why a burger cannot switch to another scholing; empty when nothing stands in the way. Within the term; the start in the window of
 * art. 5 lid 3 as it was for this aanvraag; never more than was granted (art. 4). Less may be: the order follows.
 */
export function checkWissel(feiten: {
  status: WijzigingStatus; vandaag: PlainDate; wisselUiterlijkOp: PlainDate; gevraagdCent: number; toegekendCent: number; startdatum: PlainDate; laatsteStart: PlainDate; isZelfde: boolean
}): readonly WisselBeletsel[] {
  const { status, vandaag, wisselUiterlijkOp, gevraagdCent, toegekendCent, startdatum, laatsteStart, isZelfde } = feiten
  if (status === 'aanvaard' || status === 'gewisseld') return ['al-beantwoord']
  return [
    ...(vandaag > wisselUiterlijkOp ? (['termijn-voorbij'] as const) : []),
    ...(gevraagdCent > toegekendCent ? (['bedrag-hoger-dan-toegekend'] as const) : []),
    ...(startdatum <= vandaag ? (['start-te-vroeg'] as const) : []),
    ...(startdatum > laatsteStart ? (['start-te-laat'] as const) : []),
    ...(isZelfde ? (['zelfde-scholing'] as const) : []),
  ]
}

/** Whether one scholing is moved so often that the Toetsingskamer should look. */
export function isVaak(aantal: number, { vaakVanaf }: ParameterWaarden['wijziging-termijnen']): boolean {
  return aantal >= vaakVanaf
}


