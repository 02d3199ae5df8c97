import 'server-only'
import { STATUSSEN_MET_BUDGET } from '@/lib/aanvraag/rules/status'
import { amsterdamDate, formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, formatDatumKort } from '@/lib/base/date'
import { laatsteStilleDag } from '@/lib/bank/rules/stil'
import { today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { pingRedis } from '@/lib/platform/queue'
import { getRegeling } from '@/lib/regeling/views'
import type { CompartimentStand } from '@/lib/tijdvak/model'
import { STURING_LABELS } from '@/lib/tijdvak/texts'
import { getTijdvak, type TijdvakOverzicht } from '@/lib/tijdvak/views'
import type { WachtkamerStand } from '@/lib/wachtkamer/model'
import { readStand } from '@/lib/wachtkamer/views'
import type { CompartimentMeting, Meetreeksen, RegieHandeling, RegieStand } from '@/lib/monitoring/model'
import { countAanvragen, listHandelingen, listMetingen, listProcessen, listVerkeer, readOutbox, readStilleBetalingen, readVerkeer } from '@/lib/monitoring/repo'
import { listAlarmen } from '@/lib/monitoring/rules/alarmen'
import { judgeOnderdelen, type OnderdeelMeting } from '@/lib/monitoring/rules/onderdelen'
import { voorspelUitputting } from '@/lib/monitoring/rules/voorspelling'
import { describeHandeling, describeVoorspelling, formatKlok } from '@/lib/monitoring/texts'

const FRESH_MS = 1_000
const HANDELINGEN = 15
const cached = new Map<string, { readAt: number; stand: Promise<RegieStand | undefined> }>()

/**
 * Everything the control room shows of a tijdvak, at most a second old: who look at the same tijdvak read it together.
 * Undefined when there is none with this code.
 */
export function getRegieStand(code: string): Promise<RegieStand | undefined> {
  const kept = cached.get(code)
  if (kept !== undefined && performance.now() - kept.readAt < FRESH_MS) return kept.stand
  const stand = readRegieStand(code)
  // A code comes from the address: only what exists is kept.
  cached.set(code, { readAt: performance.now(), stand })
  stand.then((value) => { if (value === undefined) cached.delete(code) }, () => cached.delete(code))
  return stand
}

/** The same straight from the database, for who has just changed something. */
export async function readRegieStand(code: string): Promise<RegieStand | undefined> {
  const [tijdvak, wachtkamer] = await Promise.all([getTijdvak({ code }), readStand(code)])
  if (tijdvak === undefined || wachtkamer === undefined) return undefined
  const [tellingen, verkeer, metingen, verkeersreeks, handelingen] = await Promise.all([
    countAanvragen(tijdvak.id, STATUSSEN_MET_BUDGET), readVerkeer(), listMetingen(tijdvak.id), listVerkeer(), listHandelingen(tijdvak, HANDELINGEN),
  ])
  const achterstandS = tijdvak.modus === 'loting' ? 0 : Math.max(0, tellingen.achterstandS)
  const kern = { ...headOf(tijdvak, wachtkamer), ...tellingen, achterstandS, verkeer }
  const onderdelen = judgeOnderdelen(await measureOnderdelen(achterstandS))
  return {
    ...kern,
    budget: tijdvak.compartimenten.map((compartiment) => toBudget(compartiment, metingen, wachtkamer.gemetenOp)),
    onderdelen,
    alarmen: listAlarmen({ ...kern, onderdelen }),
    reeksen: toReeksen(metingen, verkeersreeks),
    handelingen: handelingen.map(toHandeling),
  }
}

function headOf(tijdvak: TijdvakOverzicht, wachtkamer: WachtkamerStand) {
  const { code, naam, toestand, modus, pauzeMelding: melding } = tijdvak
  return {
    code, naam, toestand, modus, melding,
    isUitgeput: wachtkamer.toestand === 'uitgeput',
    opentOp: formatTijdstip(tijdvak.opentOp),
    laatsteDag: formatDatum(tijdvak.laatsteDag),
    gemetenOp: formatKlok(wachtkamer.gemetenOp),
    wachtend: wachtkamer.wachtend,
    uitgegeven: wachtkamer.uitgegeven,
    toegelatenTot: wachtkamer.nu,
    perMinuut: wachtkamer.perMinuut,
    hasWachtkamer: wachtkamer.ronde > 0,
  }
}

function toBudget(compartiment: CompartimentStand, metingen: readonly Rij[], nu: Date): CompartimentMeting {
  const { id, code, naam, plafondCent, overschrijdingCent, overCent } = compartiment
  const gebruiktCent = compartiment.gereserveerdCent + compartiment.verplichtCent + compartiment.betaaldCent
  const voorspelling = voorspelUitputting(metingen.map(({ leeftijdS, over }) => ({ leeftijdS, waarde: over[code] ?? 0 })), overCent)
  return { id, code, naam, plafondCent, overschrijdingCent, gebruiktCent, overCent, voorspelling, verwachting: describeVoorspelling(voorspelling, nu) }
}

type Rij = Awaited<ReturnType<typeof listMetingen>>[number]

function toReeksen(metingen: readonly Rij[], verkeer: Awaited<ReturnType<typeof listVerkeer>>): Meetreeksen {
  return {
    ...verkeer,
    wachtend: metingen.map(({ leeftijdS, wachtend }) => ({ leeftijdS, waarde: wachtend })),
    overCent: metingen.map(({ leeftijdS, overCent }) => ({ leeftijdS, waarde: overCent })),
    toegelatenPerMinuut: metingen.slice(1).flatMap((nu, index) => {
      const vorige = metingen[index]
      if (vorige === undefined || vorige.leeftijdS <= nu.leeftijdS) return []
      return [{ leeftijdS: nu.leeftijdS, waarde: Math.max(0, Math.round(((nu.toegelatenTot - vorige.toegelatenTot) * 60) / (vorige.leeftijdS - nu.leeftijdS))) }]
    }),
  }
}

function toHandeling({ id, op, soort, wie, reden, gegevens }: Awaited<ReturnType<typeof listHandelingen>>[number]): RegieHandeling {
  return { id, op: `${formatDatumKort(amsterdamDate(op))}, ${formatKlok(op)}`, wat: STURING_LABELS[soort] ?? soort.replaceAll('-', ' '), wie, reden, toelichting: describeHandeling(soort, gegevens) }
}

async function measureOnderdelen(achterstandS: number): Promise<OnderdeelMeting> {
  const [databaseMs, isRedisOk, processen, outbox, stil] = await Promise.all([pingDatabase(), pingRedis(500), listProcessen(), readOutbox(), readStil()])
  return { databaseMs, isRedisOk, ...processen, outboxWachtend: outbox.wachtend, outboxOudsteS: outbox.oudsteS, achterstandS, stil }
}

/** What the bank should have answered by now. */
async function readStil(): Promise<OnderdeelMeting['stil']> {
  const dag = await today()
  return readStilleBetalingen(laatsteStilleDag(dag, (await getRegeling(dag)).get('bank-antwoord').werkdagen))
}

async function pingDatabase(): Promise<number> {
  const begin = performance.now()
  await pool.query('select 1')
  return performance.now() - begin
}
