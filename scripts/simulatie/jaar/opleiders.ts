import { addDays } from '@/lib/base/date'
import { parseIban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import { addWeken } from '@/lib/base/termijn'
import { makeUbl, type NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import { formatOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import { UWV_ADRES } from '@/lib/betaling/texts'
import { config } from '@/lib/platform/config'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'
import { annuleerVoorDeelnemer } from '@/lib/wijziging/use-cases/annuleer-voor-deelnemer'
import { demoIban } from '@/prisma/seed/opleiders'
import type { Dag, Spel } from './spel'
import { leesOpleider, type Stand, type Zaak } from './wereld'

/** Days before the start from which an invoice is taken (parameter factuur-vanaf). */
const VOOR_DE_START = 21
/** What is taken back of an invoice before and after it was paid. */
const DEEL_TERUG_CENT = 2_500
/** An account that is not that of the opleider. */
const ANDERE_REKENING = 100
const OPEN = new Set(['open', 'deels-gefactureerd'])

/** What the systems of opleiders do on a day: invoice what may be invoiced, report who ended, call off. */
export async function speelOpleiders(spel: Spel, dag: Dag): Promise<void> {
  const meldingen = new Map<string, { zaak: Zaak; rij: object; isPoging: boolean }[]>()
  for (const { zaak, stand } of await spel.zaken.standen()) {
    if (stand.status !== 'verleend') continue
    await zegAf(spel, dag, { zaak, stand })
    await factureer(spel, dag, { zaak, stand })
    const melding = toMelding(dag, { zaak, stand })
    if (melding !== undefined) meldingen.set(zaak.opleiderId, [...(meldingen.get(zaak.opleiderId) ?? []), { zaak, ...melding }])
  }
  for (const [opleiderId, rijen] of meldingen) await meld(spel, opleiderId, rijen)
}

type Geval = { zaak: Zaak; stand: Stand }

async function zegAf(spel: Spel, { vandaag }: Dag, { zaak, stand }: Geval): Promise<void> {
  if (zaak.lot.verloop !== 'afgezegd' || stand.isAfgezegd || stand.ordernummer === null || vandaag < addDays(stand.startdatum, -10) || vandaag >= stand.startdatum) return
  const { actor } = await leesOpleider(zaak.opleiderId)
  const uitkomst = await annuleerVoorDeelnemer(actor, { kenmerk: zaak.kenmerk, reden: 'Er zijn te weinig deelnemers.' })
  if (uitkomst.ok) spel.telling.tel('opleider zegt af')
}

async function factureer(spel: Spel, { vandaag }: Dag, { zaak, stand }: Geval): Promise<void> {
  const { lot, gedaan } = zaak
  const { ordernummer, bedragCent, gefactureerdCent, startdatum } = stand
  if (lot.factuur === 'deel-terug-na-betaling') await crediteerBetaald(spel, { zaak, stand })
  if (ordernummer === null || !OPEN.has(stand.orderStatus ?? '') || stand.isGestopt || stand.isAfgezegd || lot.verloop === 'stopt-voor-opdracht') return
  if (vandaag < addDays(startdatum, -VOOR_DE_START + lot.factuurNaDagen)) return
  const rest = bedragCent - gefactureerdCent
  const isEerste = !gedaan.has('gefactureerd')
  const stuur = (cents: number, wijziging: Partial<NieuweFactuur> = {}) => stuurFactuur(spel, { zaak, stand, vandaag }, cents, wijziging)
  gedaan.add('gefactureerd')
  if (!isEerste) { await stuur(rest); return }
  switch (lot.factuur) {
    case 'cent-te-veel': await stuur(rest + 1); return
    case 'andere-rekening': await stuur(rest, { leverancier: await leverancierVan(zaak.opleiderId, demoIban(ANDERE_REKENING)) }); return
    case 'in-delen': await stuur(Math.floor(rest / 2)); return
    case 'deel-terug-voor-betaling': {
      const nummer = await stuur(rest)
      if (rest > DEEL_TERUG_CENT) await stuur(DEEL_TERUG_CENT, { soort: 'creditnota', verwijstNaar: nummer })
      return
    }
    case 'twee-keer-gestuurd': await stuur(rest, { nummer: await stuur(rest) }); return
    default: await stuur(rest)
  }
}

/** A credit note on an invoice that was paid: the opleider owes that part. */
async function crediteerBetaald(spel: Spel, { zaak, stand }: Geval): Promise<void> {
  const factuur = stand.facturen.find(({ status, overCent }) => status === 'betaald' && overCent > DEEL_TERUG_CENT)
  if (factuur === undefined || zaak.gedaan.has('gecrediteerd') || stand.uitkomst !== null) return
  zaak.gedaan.add('gecrediteerd')
  await stuurFactuur(spel, { zaak, stand, vandaag: undefined }, DEEL_TERUG_CENT, { soort: 'creditnota', verwijstNaar: factuur.nummer })
}

async function stuurFactuur(spel: Spel, { zaak, stand, vandaag }: Geval & { vandaag: Dag['vandaag'] | undefined }, cents: number, wijziging: Partial<NieuweFactuur>): Promise<string> {
  const opleider = await leesOpleider(zaak.opleiderId)
  const keer = (spel.telling.op(`nummer ${zaak.kenmerk}`).aantal) + 1
  spel.telling.tel(`nummer ${zaak.kenmerk}`)
  const datum = vandaag ?? spel.vandaag()
  const vorm = OPLEIDINGSVORMEN.find((een) => een === stand.vorm) ?? 'KLASSIKAAL'
  const factuur: NieuweFactuur = {
    nummer: `${wijziging.soort === 'creditnota' ? 'C' : 'F'}${opleider.kvk.slice(-3)}-${String(zaak.nummer + 1).padStart(5, '0')}-${keer}`,
    datum, vervaldatum: addWeken(datum, 6), ordernummer: stand.ordernummer ?? '', leverancier: await leverancierVan(zaak.opleiderId),
    klant: { naam: 'UWV', kvk: config.uwv.kvk, ...UWV_ADRES }, bedragInclusief: cent(cents), btw: 'vrijgesteld', regel: `${stand.regel} (${formatOnderwijsvorm(vorm)})`, ...wijziging,
  }
  const codes = await spel.deur.factuur(opleider, makeUbl(factuur))
  const naam = factuur.soort === 'creditnota' ? 'creditnota' : 'factuur'
  if (codes.length === 0) spel.telling.tel(`${naam} aangenomen`, cents)
  for (const code of codes) spel.telling.tel(`${naam} afgekeurd: ${code}`, cents)
  return factuur.nummer
}

async function leverancierVan(opleiderId: string, iban?: string): Promise<NieuweFactuur['leverancier']> {
  const { naam, kvk, straat, plaats, postcode, iban: eigen } = await leesOpleider(opleiderId)
  const rekening = parseIban(iban ?? eigen)
  if (rekening === undefined) throw new Error(`no account of ${kvk}`)
  return { naam, kvk, straat, plaats, postcode, btwNummer: `NL0${kvk}B01`, iban: rekening }
}

/** What is reported about a participant, when it is time. `isPoging`: a report that must be refused. */
function toMelding({ vandaag }: Dag, { zaak: { kenmerk, lot, gedaan }, stand }: Geval): { rij: object; isPoging: boolean } | undefined {
  if (stand.uitkomst !== null || stand.ordernummer === null || stand.isAfgezegd || vandaag <= stand.startdatum) return undefined
  const niet = (oorzaak: string, toelichting: string) => ({ rij: { kenmerk, uitkomst: 'niet-succesvol', oorzaak, toelichting }, isPoging: false })
  if (stand.isGestopt) return niet('burger', 'De deelnemer is gestopt en heeft dat gemeld.')
  if (lot.verloop === 'niet-gestart') return vandaag < addDays(stand.startdatum, 10) ? undefined : niet('niet-gestart', 'De deelnemer is nooit gekomen.')
  if (vandaag < addDays(stand.einddatum, lot.meldtNaDagen)) return undefined
  switch (lot.verloop) {
    case 'onder-de-norm':
      if (gedaan.has('onder de norm gemeld')) return niet('burger', 'De deelnemer volgde 65 procent van de lessen.')
      gedaan.add('onder de norm gemeld')
      return { rij: { kenmerk, uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: 65, bewijsBewaard: true }, isPoging: true }
    case 'overmacht': return niet('overmacht', 'De deelnemer was lang ziek.')
    case 'door-opleider': return niet('opleider', 'Van de tien lessen gingen er vier niet door.')
    case 'niet-gemeld': return undefined
    default: return { rij: { kenmerk, uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: 80 + (kenmerk.length + lot.meldtNaDagen) % 20, bewijsBewaard: true }, isPoging: false }
  }
}

const PER_KEER = 200

async function meld(spel: Spel, opleiderId: string, rijen: readonly { zaak: Zaak; rij: object; isPoging: boolean }[]): Promise<void> {
  const opleider = await leesOpleider(opleiderId)
  for (let vanaf = 0; vanaf < rijen.length; vanaf += PER_KEER) {
    const deel = rijen.slice(vanaf, vanaf + PER_KEER)
    const antwoorden = await spel.deur.deelnames(opleider, deel.map(({ rij }) => rij))
    for (const [nr, { isPoging, zaak }] of deel.entries()) {
      if (antwoorden[nr] === isPoging) throw new Error(`deelname van ${zaak.kenmerk} werd ${isPoging ? 'toch aangenomen' : 'geweigerd'}`)
      spel.telling.tel(isPoging ? 'deelname geweigerd: onder de norm' : 'deelname gemeld')
    }
  }
}
