import type { PlainDate } from '@/lib/base/date'
import { ZONDER_EXTRA, type ActiviteitInhoud, type Kostenpost, type OpleidingInhoud } from '@/lib/register/model'
import { leidPrijsAf } from '@/lib/register/rules/prijs'
import type { AanleverRij, Stuk } from '@/lib/aanlevering/model'
import type { AanbodKosten, AanbodOpleiding, AanbodStart, GelezenAanbod } from '@/lib/aanlevering/rules/aanbod'

/** What a reader of tables or OOAPI gives, as a piece for the pipeline. A fault on another line than that of its row names that line. */
export function toStuk({ regel, gelezen }: { regel: number; gelezen: GelezenAanbod }, dag: PlainDate): Stuk {
  if (gelezen.ok) return { soort: 'rij', regel, rij: toAanleverRij(gelezen.opleiding, dag), bronHash: null }
  const fouten = gelezen.fouten.map(({ veld, reden, regel: op }) => ({ veld: op === undefined ? veld : `${veld} (regel ${String(op)})`, reden }))
  return { soort: 'geweigerd', regel, sleutel: gelezen.sleutel, fouten }
}

function toAanleverRij(opleiding: AanbodOpleiding, dag: PlainDate): AanleverRij {
  const { opleiderCode, programmaId, starts, kosten: posten, ...velden } = opleiding
  const kosten = toKosten(posten)
  const prijs = leidPrijsAf(kosten, dag)
  const inhoud: OpleidingInhoud = {
    ...ZONDER_EXTRA, ...velden, kosten, themas: [], dagdelen: [...new Set(starts.flatMap(({ dagdelen }) => dagdelen))],
    catalogusprijsCent: prijs?.catalogusprijsCent ?? null, subsidiabelCent: prijs?.subsidiabelCent ?? null,
  }
  const opleider = opleiderCode === null ? null : { soort: 'code' as const, waarde: opleiderCode }
  return { opleider, programmaId, inhoud, activiteiten: starts.map((start) => toActiviteit(start, inhoud, dag)) }
}

function toActiviteit({ kosten: posten, opleidingsvorm, ...start }: AanbodStart, opleiding: OpleidingInhoud, dag: PlainDate): ActiviteitInhoud {
  const kosten = toKosten(posten)
  const prijs = leidPrijsAf(kosten, dag) ?? { catalogusprijsCent: opleiding.catalogusprijsCent ?? 0, subsidiabelCent: opleiding.subsidiabelCent ?? 0 }
  return { ...start, ...prijs, kosten, scholingsjaar: null, opleidingsvorm: opleidingsvorm ?? opleiding.opleidingsvorm ?? 'KLASSIKAAL' }
}

function toKosten(posten: readonly AanbodKosten[]): Kostenpost[] {
  return posten.map((post) => ({ ...post, isVerplicht: true }))
}
