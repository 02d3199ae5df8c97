import type { AanvraagStatus } from '@/lib/aanvraag/model'
import type { Betaalstand, StopFase, StopFeiten, StopGevolg } from '@/lib/annulering/model'
import { cent } from '@/lib/base/money'

/** What stopping now leads to. Page, act and letters all read this, so that what happens is what was shown (art. 14; Awb 4:48, 4:57). */
export function gevolgVanStoppen(feiten: StopFeiten): StopGevolg {
  const fase = findFase(feiten)
  const { wijze, budget, geld } = PER_FASE[fase]
  const isBegonnen = fase === 'begonnen'
  return {
    fase, wijze, geld,
    oorzaak: feiten.oorzaak,
    isBesluit: wijze === 'intrekken' && feiten.status === 'verleend',
    budget: budget === 'terug-in-pot' && feiten.heeftReservelijst ? 'naar-reservelijst' : budget,
    opnieuw: isBegonnen ? 'volgend-jaar' : feiten.isTijdvakOpen ? 'dit-tijdvak' : 'volgend-tijdvak',
    kosten: findKosten(feiten, isBegonnen),
    uitsluitingMaanden: isBegonnen && feiten.oorzaak === 'burger' ? feiten.uitsluitingMaanden : 0,
  }
}

/** The fee of the opleider: never when the opleider itself calls it off, and never on top of a subsidy that it keeps. */
function findKosten({ oorzaak, maximumKostenCent }: StopFeiten, isBegonnen: boolean): StopGevolg['kosten'] {
  if (oorzaak === 'opleider') return { wie: 'niemand', maximumCent: cent(0) }
  return { wie: isBegonnen ? 'in-mindering' : 'burger', maximumCent: maximumKostenCent }
}

type PerFase = Pick<StopGevolg, 'wijze' | 'budget' | 'geld'>

const PER_FASE: Readonly<Record<StopFase, PerFase>> = {
  voorbereiding: { wijze: 'intrekken', budget: 'niet-gereserveerd', geld: 'geen' },
  ontvangen: { wijze: 'intrekken', budget: 'niet-gereserveerd', geld: 'geen' },
  loting: { wijze: 'intrekken', budget: 'niet-gereserveerd', geld: 'geen' },
  reservelijst: { wijze: 'intrekken', budget: 'plaats-vervalt', geld: 'geen' },
  aanbod: { wijze: 'intrekken', budget: 'terug-in-pot', geld: 'geen' },
  gereserveerd: { wijze: 'intrekken', budget: 'terug-in-pot', geld: 'geen' },
  toegekend: { wijze: 'intrekken', budget: 'terug-in-pot', geld: 'geen' },
  opdracht: { wijze: 'intrekken', budget: 'terug-in-pot', geld: 'opdracht-vervalt' },
  gefactureerd: { wijze: 'intrekken', budget: 'terug-in-pot', geld: 'factuur-vervalt' },
  'in-batch': { wijze: 'intrekken', budget: 'terug-in-pot', geld: 'uit-de-betaling' },
  'in-bestand': { wijze: 'intrekken', budget: 'terug-na-terugbetaling', geld: 'terug-van-opleider' },
  betaald: { wijze: 'intrekken', budget: 'terug-na-terugbetaling', geld: 'terug-van-opleider' },
  begonnen: { wijze: 'melden', budget: 'verbruikt', geld: 'achteraf' },
  afgelopen: { wijze: 'niets', budget: 'verbruikt', geld: 'achteraf' },
  voorbij: { wijze: 'niets', budget: 'niet-gereserveerd', geld: 'geen' },
}

const PER_STATUS: Readonly<Record<AanvraagStatus, StopFase>> = {
  concept: 'voorbereiding', gereed: 'voorbereiding', ingediend: 'ontvangen', reserve: 'reservelijst', aangeboden: 'aanbod',
  gereserveerd: 'gereserveerd', 'in-behandeling': 'gereserveerd', aangehouden: 'gereserveerd', verleend: 'toegekend',
  'niet-toegewezen': 'voorbij', afgewezen: 'voorbij', ingetrokken: 'voorbij', betwist: 'voorbij', vastgesteld: 'voorbij',
}

const PER_BETAALSTAND: Readonly<Record<Betaalstand, StopFase>> = {
  'geen-opdracht': 'toegekend', opdracht: 'opdracht', gefactureerd: 'gefactureerd', 'in-batch': 'in-batch', 'in-bestand': 'in-bestand', betaald: 'betaald',
}

/** How far it is. A scholing that the opleider called off never began, whatever its date. */
function findFase({ status, oorzaak, startdatum, einddatum, vandaag, betaalstand, isLoting }: StopFeiten): StopFase {
  if (status === 'ingediend' && isLoting) return 'loting'
  if (status !== 'verleend') return PER_STATUS[status]
  if (oorzaak === 'burger' && einddatum < vandaag) return 'afgelopen'
  if (oorzaak === 'burger' && startdatum <= vandaag) return 'begonnen'
  return PER_BETAALSTAND[betaalstand]
}
