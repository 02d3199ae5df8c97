import { plainDate, type PlainDate } from '@/lib/base/date'
import { SCHOLINGSOORTEN, type ErkennerSoort, type ErkenningPeriode, type Maatregel, type Scholingsoort } from '@/lib/register/model'
import { determineNietAanvraagbaar } from '@/lib/register/rules/aanvraagbaar'
import { findEffectieveMaatregel } from '@/lib/register/rules/maatregel'
import type { Aanbodindex } from '@/lib/voorportaal/rules/aanbodindex'

/** What the register says of one opleider on a day: who admits it or its opleidingen, and the maatregelen on them. */
export type OpleiderToestand = { erkenningen: readonly ErkenningPeriode[]; maatregelen: readonly Maatregel[] }
export type Toestand = { dag: PlainDate; toegelaten: readonly ErkennerSoort[]; opleiders: ReadonlyMap<string, OpleiderToestand> }

export type Zichtbaarheid = {
  /** 1 for each document that can be found: admitted, and not blocked or removed. */
  telt: Uint8Array
  /** 1 for each that is in onderzoek: found, with a label. */
  inOnderzoek: Uint8Array
}

/**
 * What can be found now: regeling art. 12 lid 1 e and f, 19 and 19a, by the same rule that judges an aanvraag. Most opleidingen share
 * the judgement of their opleider and kind; only one with an erkenning or maatregel of its own is judged by itself.
 */
export function judgeZichtbaarheid(index: Aanbodindex, toestand: Toestand): Zichtbaarheid {
  const perOpleider = index.opleiderIds.map((id) => judgeOpleider(toestand, id))
  const uit: Zichtbaarheid = { telt: new Uint8Array(index.ids.length), inOnderzoek: new Uint8Array(index.ids.length) }
  for (let document = 0; document < index.ids.length; document++) {
    if (index.leeft.rij[document] !== 1) continue
    const oordeel = perOpleider[index.opleider.rij[document] ?? -1]
    const soort = SCHOLINGSOORTEN[index.soort.rij[document] ?? -1]
    if (oordeel === undefined || soort === undefined) continue
    const id = index.ids[document] ?? ''
    const { telt, inOnderzoek } = oordeel.eigen.has(id) ? judgeOpleiding(toestand, oordeel.feiten, { id, soort }) : oordeel.gewoon[soort]
    uit.telt[document] = telt
    uit.inOnderzoek[document] = inOnderzoek
  }
  return uit
}

type Oordeel = { telt: 0 | 1; inOnderzoek: 0 | 1 }
type OpleiderOordeel = { gewoon: Record<Scholingsoort, Oordeel>; eigen: ReadonlySet<string>; feiten: OpleiderToestand }

function judgeOpleider(toestand: Toestand, opleiderId: string): OpleiderOordeel {
  const feiten = toestand.opleiders.get(opleiderId) ?? { erkenningen: [], maatregelen: [] }
  const gewoon = (soort: Scholingsoort): Oordeel => judgeOpleiding(toestand, feiten, { id: '', soort })
  return {
    gewoon: { cursus: gewoon('cursus'), onderdeel: gewoon('onderdeel'), evc: gewoon('evc'), meerjarig: gewoon('meerjarig') },
    eigen: new Set([...feiten.erkenningen, ...feiten.maatregelen].flatMap(({ opleidingId }) => (opleidingId === null ? [] : [opleidingId]))),
    feiten,
  }
}

// A start that has nothing against it, so that only opleider and opleiding are judged; the starts themselves are judged by the filters.
const GOEDE_START = { actief: true, scholingsjaar: 1, stapToestemming: true, gebreken: [], status: 'open', subsidiabelCent: 1, startdatum: plainDate('9999-12-31'), geregistreerdOp: new Date(0) } as const

function judgeOpleiding({ dag, toegelaten }: Toestand, { erkenningen, maatregelen }: OpleiderToestand, { id, soort }: { id: string; soort: Scholingsoort }): Oordeel {
  const redenen = determineNietAanvraagbaar({ ...GOEDE_START, opleidingId: id, soort, erkenningen, maatregelen }, { dag, registratiestopOp: null, toegelaten })
  return { telt: redenen.length === 0 ? 1 : 0, inOnderzoek: findEffectieveMaatregel(maatregelen, id, dag)?.soort === 'in-onderzoek' ? 1 : 0 }
}
