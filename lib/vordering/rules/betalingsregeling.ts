import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import type { ParameterWaarden } from '@/lib/regeling/model'
import type { BeslagvrijAntwoord, VorderingStatus } from '@/lib/vordering/model'

type Parameter = ParameterWaarden['betalingsregeling']

/** What somebody proposes: so much a month, from a day on. */
export type Voorstel = { readonly termijnCent: Cent; readonly eersteOp: PlainDate; readonly beslagvrij: BeslagvrijAntwoord; readonly omstandigheden: string | null }
export type Termijn = { readonly dag: PlainDate; readonly bedrag: Cent }

/** How many instalments an amount takes. */
export function aantalTermijnen(open: Cent, termijn: Cent): number {
  return Math.ceil(open / termijn)
}

/** The least that can be proposed a month, in whole euros: not below the lowest instalment, and not more of them than may be. */
export function laagsteTermijn(open: Cent, { laagsteTermijnCent, hoogsteAantal }: Parameter): Cent {
  return cent(Math.min(open, Math.max(laagsteTermijnCent, Math.ceil(open / hoogsteAantal / 100) * 100)))
}

/** The instalments: the same amount every month, the last one what is left. */
export function makeTermijnen(open: Cent, { termijnCent, eersteOp }: Pick<Voorstel, 'termijnCent' | 'eersteOp'>): readonly Termijn[] {
  return Array.from({ length: aantalTermijnen(open, termijnCent) }, (_, index) => ({
    dag: addMonths(eersteOp, index), bedrag: cent(Math.min(termijnCent, open - index * termijnCent)),
  }))
}

export type VraagBeletsel = 'niet-open' | 'loopt-al' | 'bij-deurwaarder' | 'termijn-te-laag' | 'te-veel-termijnen' | 'eerste-voorbij' | 'eerste-te-laat' | 'termijn-te-hoog'

/** Why a proposal cannot be asked as it is; empty when it can. The bounds are those of the parameter. */
export function checkVoorstel(
  feiten: { status: VorderingStatus; open: Cent; isRegeling: boolean; isOvergedragen: boolean; voorstel: Voorstel; vandaag: PlainDate }, parameter: Parameter,
): readonly VraagBeletsel[] {
  const { status, open, isRegeling, isOvergedragen, voorstel: { termijnCent, eersteOp }, vandaag } = feiten
  if ((status !== 'open' && status !== 'deels-voldaan') || open === 0) return ['niet-open']
  if (isRegeling) return ['loopt-al']
  return [
    ...(isOvergedragen ? (['bij-deurwaarder'] as const) : []),
    ...(termijnCent < Math.min(parameter.laagsteTermijnCent, open) ? (['termijn-te-laag'] as const) : []),
    ...(termijnCent > open ? (['termijn-te-hoog'] as const) : []),
    ...(termijnCent >= parameter.laagsteTermijnCent && aantalTermijnen(open, termijnCent) > parameter.hoogsteAantal ? (['te-veel-termijnen'] as const) : []),
    ...(eersteOp < vandaag ? (['eerste-voorbij'] as const) : []),
    ...(eersteOp > addDays(vandaag, parameter.eersteBinnenDagen) ? (['eerste-te-laat'] as const) : []),
  ]
}

export const VOORLEG_REDENEN = ['bedrag-hoog', 'duurt-lang', 'te-weinig-inkomen', 'omstandigheden', 'eerder-vervallen'] as const
/** Why an employee decides and not the system. */
export type VoorlegReden = (typeof VOORLEG_REDENEN)[number]

/**
 * Why a proposal goes to an employee; empty when the system says yes. The system never says no: hardship, and who keeps less than
 * the beslagvrije voet or does not know, are for a person (Awb 3:4 lid 2).
 */
export function findVoorlegRedenen(feiten: { open: Cent; voorstel: Voorstel; isEerderVervallen: boolean }, parameter: Parameter): readonly VoorlegReden[] {
  const { open, voorstel: { termijnCent, beslagvrij, omstandigheden }, isEerderVervallen } = feiten
  return [
    ...(open > parameter.automatischTotCent ? (['bedrag-hoog'] as const) : []),
    ...(aantalTermijnen(open, termijnCent) > parameter.automatischAantal ? (['duurt-lang'] as const) : []),
    ...(beslagvrij === 'nee' || beslagvrij === 'weet-niet' ? (['te-weinig-inkomen'] as const) : []),
    ...(omstandigheden !== null ? (['omstandigheden'] as const) : []),
    ...(isEerderVervallen ? (['eerder-vervallen'] as const) : []),
  ]
}

/** What should have been paid of the arrangement by the end of the day before `vandaag`. */
export function verschuldigdOp(termijnen: readonly Termijn[], vandaag: PlainDate): Cent {
  return cent(termijnen.filter(({ dag }) => dag < vandaag).reduce((som, { bedrag }) => som + bedrag, 0))
}

type Termijnstand = 'op-tijd' | 'waarschuw' | 'gewaarschuwd' | 'vervalt'

/**
 * How an arrangement stands. Behind: one message, and so many days to catch up; still behind after that, the arrangement ends and all
 * of it is to be paid at once.
 */
export function beoordeelTermijnen(
  feiten: { termijnen: readonly Termijn[]; betaald: Cent; gewaarschuwdOp: PlainDate | null; vandaag: PlainDate }, { hersteldagen }: Pick<Parameter, 'hersteldagen'>,
): Termijnstand {
  const { termijnen, betaald, gewaarschuwdOp, vandaag } = feiten
  if (betaald >= verschuldigdOp(termijnen, vandaag)) return 'op-tijd'
  if (gewaarschuwdOp === null) return 'waarschuw'
  return vandaag > addDays(gewaarschuwdOp, hersteldagen) ? 'vervalt' : 'gewaarschuwd'
}
