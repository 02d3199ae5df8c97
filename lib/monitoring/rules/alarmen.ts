import type { Alarm, OnderdeelStand, RegieStand } from '@/lib/monitoring/model'

/** A submit may take this long at the 99th percentile. */
const TRAAG_MS = 1_000

type Feiten = Pick<RegieStand, 'isUitgeput' | 'wachtend' | 'verkeer'> & { readonly onderdelen: readonly OnderdeelStand[] }

/** What asks for attention now, what is broken first. Says what is seen, what it means, and where to look. */
export function listAlarmen(feiten: Feiten): readonly Alarm[] {
  const { verkeer, onderdelen } = feiten
  const stuk = onderdelen.filter(({ toestand }) => toestand === 'stuk').map(({ naam, toelichting }): Alarm => ({ ernst: 'stuk', tekst: `${naam} werkt niet: ${toelichting}` }))
  const letOp: string[] = onderdelen.filter(({ toestand }) => toestand === 'traag').map(({ naam, toelichting }) => `${naam}: ${toelichting}`)
  if (verkeer.fouten > 0) stuk.push({ ernst: 'stuk', tekst: `Er gaan ${perSeconde(verkeer.fouten)} verzoeken per seconde mis. Kijk bij de onderdelen wat er is, en pauzeer als het zo blijft.` })
  if ((verkeer.p99Ms ?? 0) > TRAAG_MS) letOp.push(`Indienen duurt te lang: 1 op de 100 wacht langer dan ${String(verkeer.p99Ms)} ms. Laat mensen langzamer toe.`)
  if (feiten.isUitgeput && feiten.wachtend > 0) letOp.push(`Het budget is op en er wachten nog ${feiten.wachtend.toLocaleString('nl-NL')} mensen. Zij zien dat nu.`)
  return [...stuk, ...letOp.map((tekst): Alarm => ({ ernst: 'let-op', tekst }))]
}

function perSeconde(aantal: number): string {
  return aantal.toLocaleString('nl-NL', { maximumFractionDigits: 1 })
}
