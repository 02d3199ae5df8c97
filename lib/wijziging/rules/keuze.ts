import { addDays, type PlainDate } from '@/lib/base/date'
import { endOfTermijn } from '@/lib/base/termijn'
import type { ParameterWaarden } from '@/lib/regeling/model'
import type { WijzigingStatus } from '@/lib/wijziging/model'

/** How it stands with the choice of a burger whose scholing was called off. */
export type Keuzestand = 'kiezen' | 'herinneren' | 'zonder-keuze' | 'gekozen'

/**
 * What has to be done on a day about a call-off (parameter afzegging-keuze): the burger chooses, is reminded once, or did not choose in
 * time. Then a behandelaar looks; nothing happens by itself (Awb 4:8). The round of a day and the worklist ask the same in SQL.
 */
export function determineKeuzestand(
  { status, wisselUiterlijkOp, isHerinnerd }: { status: WijzigingStatus; wisselUiterlijkOp: PlainDate; isHerinnerd: boolean },
  vandaag: PlainDate, { herinneringDagen }: Pick<ParameterWaarden['afzegging-keuze'], 'herinneringDagen'>,
): Keuzestand {
  if (status !== 'voorgelegd') return 'gekozen'
  if (vandaag > wisselUiterlijkOp) return 'zonder-keuze'
  return !isHerinnerd && addDays(vandaag, herinneringDagen) >= wisselUiterlijkOp ? 'herinneren' : 'kiezen'
}

/** The last day to choose after a call-off: one on which the burger can reach somebody. */
export function calculateKeuzetermijn(vandaag: PlainDate, { dagen }: ParameterWaarden['afzegging-keuze'], gelijkgesteld: readonly PlainDate[]): PlainDate {
  return endOfTermijn(addDays(vandaag, dagen), gelijkgesteld)
}

export type VerlengBeletsel = 'al-gekozen' | 'niet-later' | 'te-lang'

/** Why the time to choose cannot be made longer until a day; empty when it can. Never longer than the parameter gives, counted from today. */
export function whyNietTeVerlengen({ status, wisselUiterlijkOp, tot, hoogstens, vandaag }: {
  status: WijzigingStatus; wisselUiterlijkOp: PlainDate; tot: PlainDate; hoogstens: PlainDate; vandaag: PlainDate
}): readonly VerlengBeletsel[] {
  if (status !== 'voorgelegd') return ['al-gekozen']
  return [
    ...(tot <= wisselUiterlijkOp || tot <= vandaag ? (['niet-later'] as const) : []),
    ...(tot > hoogstens ? (['te-lang'] as const) : []),
  ]
}
