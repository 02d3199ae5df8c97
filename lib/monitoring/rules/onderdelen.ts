import { formatDatumKort, type PlainDate } from '@/lib/base/date'
import type { OnderdeelStand } from '@/lib/monitoring/model'

/** What was measured of the parts. Ages in seconds; null when there is nothing to measure. */
export type OnderdeelMeting = {
  readonly databaseMs: number | null
  readonly isRedisOk: boolean
  /** The age of the last sign of life of each process. */
  readonly poorten: readonly { readonly proces: string; readonly leeftijdS: number }[]
  readonly workers: readonly { readonly proces: string; readonly leeftijdS: number }[]
  readonly outboxWachtend: number
  readonly outboxOudsteS: number
  readonly achterstandS: number
  /** Payments of which the bank should have said something by now, and from which day on; null when there are none. */
  readonly stil: { readonly aantal: number; readonly sinds: PlainDate } | null
}

/** Each gives a sign of life every five seconds; who is silent for longer than this is gone. */
const POORT_LEEFT_S = 12
const WORKER_LEEFT_S = 20
const DATABASE_TRAAG_MS = 100
const OUTBOX_TRAAG_S = 60
const ACHTERSTAND_TRAAG_S = 2

/** How every part does, in words. */
export function judgeOnderdelen(meting: OnderdeelMeting): readonly OnderdeelStand[] {
  const { databaseMs, isRedisOk, outboxWachtend, outboxOudsteS, achterstandS } = meting
  return [
    processen('Poort', meting.poorten, POORT_LEEFT_S, 'bezoekers komen niet binnen'),
    { naam: 'Web', toestand: 'ok', toelichting: 'deze pagina komt ervandaan' },
    processen('Workers', meting.workers, WORKER_LEEFT_S, 'er wordt niets toegelaten, verdeeld of verstuurd'),
    databaseMs === null
      ? { naam: 'Database', toestand: 'stuk', toelichting: 'antwoordt niet' }
      : { naam: 'Database', toestand: databaseMs > DATABASE_TRAAG_MS ? 'traag' : 'ok', toelichting: `antwoordt in ${String(Math.round(databaseMs))} ms` },
    // Redis only carries jobs: without it nobody loses a place and nothing is lost, letters and mail wait.
    { naam: 'Redis', toestand: isRedisOk ? 'ok' : 'traag', toelichting: isRedisOk ? 'antwoordt' : 'antwoordt niet: brieven en mail wachten, er gaat niets verloren' },
    {
      naam: 'Werk dat wacht', toestand: outboxOudsteS > OUTBOX_TRAAG_S ? 'traag' : 'ok',
      toelichting: outboxWachtend === 0 ? 'niets' : `${outboxWachtend.toLocaleString('nl-NL')} taken, de oudste ${String(Math.round(outboxOudsteS))} s`,
    },
    {
      naam: 'Verdeling', toestand: achterstandS > ACHTERSTAND_TRAAG_S ? 'traag' : 'ok',
      toelichting: achterstandS < 1 ? 'is bij' : `loopt ${String(Math.round(achterstandS))} s achter: laat mensen langzamer toe tot dit daalt`,
    },
    { naam: 'Bank', toestand: meting.stil === null ? 'ok' : 'traag', toelichting: meting.stil === null ? 'beantwoordde elke betaling' : describeStil(meting.stil) },
  ]
}

function describeStil({ aantal, sinds }: NonNullable<OnderdeelMeting['stil']>): string {
  const [wat, deze] = aantal === 1 ? ['betaling had', 'haar'] : ['betalingen hadden', 'ze']
  return `${aantal.toLocaleString('nl-NL')} ${wat} op een afschrift moeten staan, sinds ${formatDatumKort(sinds)}. Laat de afdeling financiën de bank ernaar vragen, en betaal ${deze} niet opnieuw`
}

function processen(naam: string, metingen: OnderdeelMeting['poorten'], leeftS: number, gevolg: string): OnderdeelStand {
  const leven = metingen.filter(({ leeftijdS }) => leeftijdS <= leeftS).length
  if (leven === 0) return { naam, toestand: 'stuk', toelichting: `geen enkel proces meldt zich, ${gevolg}` }
  const weg = metingen.length - leven
  const toelichting = `${String(leven)} ${leven === 1 ? 'proces' : 'processen'}${weg > 0 ? `, ${String(weg)} meldt zich niet meer` : ''}`
  return { naam, toestand: weg > 0 ? 'traag' : 'ok', toelichting }
}
