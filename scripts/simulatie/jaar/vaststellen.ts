import { cent } from '@/lib/base/money'
import type { GeldVan, Vaststellingsgrond } from '@/lib/beschikking/model'
import { beslisSchema, vastgelegdeZienswijzeSchema, voornemenSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { beslisVoornemen, laatVoornemenVervallen } from '@/lib/verantwoording/use-cases/beslis-voornemen'
import { legZienswijzeVast } from '@/lib/verantwoording/use-cases/geef-zienswijze'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { stuurVoornemen } from '@/lib/verantwoording/use-cases/stuur-voornemen'
import type { Dag, Spel } from './spel'
import { maakWeging } from './weging'
import type { Stand, Zaak } from './wereld'

type Voorgenomen = { grond: Vaststellingsgrond; van: Exclude<GeldVan, 'niemand'>; deel: 0 | 0.5; reden: string }

/** What a behandelaar does on a day: announce what is to somebody's detriment, hear, decide; settle in full what needs a person. */
export async function stelVast(spel: Spel, dag: Dag): Promise<void> {
  for (const { zaak, stand } of await spel.zaken.standen()) {
    if (stand.status !== 'verleend' && stand.status !== 'betwist') continue
    if (stand.voornemen !== null) await beslis(spel, dag, zaak, stand)
    else if (isRijp(dag, stand)) await begin(spel, zaak, stand)
  }
}

/** Reported and answered, and not settled by the system; or not reported and asked for in vain. */
function isRijp({ vandaag }: Dag, { status, uitkomst, reactie, navraagTot }: Stand): boolean {
  if (uitkomst === null) return navraagTot !== null && vandaag > navraagTot
  return status === 'betwist' || (uitkomst === 'niet-succesvol' && reactie !== null)
}

async function begin(spel: Spel, zaak: Zaak, stand: Stand): Promise<void> {
  const { kenmerk, lot } = zaak
  const voorgenomen = toVoorgenomen(zaak, stand)
  if (voorgenomen === undefined) return stelVolVast(spel, zaak, stand, lot.verloop === 'overmacht' ? 'niet-afgerond-overmacht' : 'afgerond')
  const { grond, van, deel, reden } = voorgenomen
  const bedrag = Math.floor(stand.bedragCent * deel)
  const uitkomst = await stuurVoornemen(spel.mensen.behandelaar, voornemenSchema.parse({ kenmerk, soort: 'vaststelling', grond, van, bedrag: euro(bedrag), reden }))
  if (!uitkomst.ok) { spel.telling.tel(`voornemen nog niet mogelijk: ${uitkomst.redenen.join()}`); return }
  spel.telling.tel(`voornemen: ${grond}`, stand.bedragCent - bedrag)
}

/** What is announced of a case; undefined: it is settled in full. */
function toVoorgenomen({ lot, nummer }: Zaak, { uitkomst, isGestopt }: Stand): Voorgenomen | undefined {
  if (uitkomst === null) return { grond: 'niet-aangetoond', van: 'opleider', deel: 0, reden: 'U hebt niet laten zien dat de deelnemer de scholing heeft gevolgd.' }
  if (isGestopt) return { grond: 'niet-afgerond-burger', van: 'burger', deel: 0.5, reden: 'U bent tijdens de scholing gestopt en hebt dat gemeld.' }
  switch (lot.verloop) {
    case 'onder-de-norm': return { grond: 'niet-afgerond-burger', van: 'burger', deel: 0, reden: 'U volgde minder lessen dan nodig is om de scholing af te ronden.' }
    case 'door-opleider': return { grond: 'niet-afgerond-opleider', van: 'opleider', deel: nummer % 2 === 0 ? 0 : 0.5, reden: 'De opleider heeft een deel van de lessen niet gegeven.' }
    case 'niet-gestart': return { grond: 'niet-gestart', van: 'opleider', deel: 0, reden: 'De deelnemer is niet met de scholing begonnen.' }
    case 'betwist': return nummer % 2 === 0 ? undefined : { grond: 'niet-afgerond-opleider', van: 'opleider', deel: 0, reden: 'De deelnemer heeft laten zien dat de scholing niet is gegeven.' }
    default: return undefined
  }
}

async function stelVolVast(spel: Spel, { kenmerk }: Zaak, { bedragCent }: Stand, grond: Vaststellingsgrond): Promise<void> {
  const uitkomst = await stelVastAlsBehandelaar(spel.mensen.behandelaar, { kenmerk, grond, bedrag: cent(bedragCent), motivering: 'De deelnemer is niets te verwijten.' })
  spel.telling.tel(uitkomst.ok ? `behandelaar stelt vast op het geheel: ${grond}` : `vaststellen nog niet mogelijk: ${uitkomst.redenen.join()}`, uitkomst.ok ? bedragCent : 0)
}

async function beslis(spel: Spel, { vandaag }: Dag, zaak: Zaak, stand: Stand): Promise<void> {
  const { voornemen, bedragCent } = stand
  const { kenmerk, lot } = zaak
  const { behandelaar } = spel.mensen
  if (voornemen === null) return
  const van = voornemen.van === 'opleider' ? 'opleider' as const : 'burger' as const
  if (voornemen.reacties === 0 && lot.reageert) {
    const gehoord = await legZienswijzeVast(behandelaar, vastgelegdeZienswijzeSchema.parse({ kenmerk, voornemenId: voornemen.id, van, kanaal: 'telefoon', tekst: 'Zo ging het niet.' }))
    if (gehoord.ok) spel.telling.tel(`zienswijze van ${van}`)
    return
  }
  if (voornemen.reacties === 0 && vandaag <= voornemen.reagerenTot) return
  if (lot.weging === 'vervalt' && lot.reageert) {
    const vervallen = await laatVoornemenVervallen(behandelaar, { kenmerk, voornemenId: voornemen.id })
    if (!vervallen.ok) throw new Error(`voornemen van ${kenmerk} vervalt niet: ${vervallen.redenen.join()}`)
    spel.telling.tel('voornemen vervalt na de reactie')
    return stelVolVast(spel, zaak, { ...stand, bedragCent }, 'afgerond')
  }
  const milder = lot.weging === 'milder' && lot.reageert ? { bedrag: euro(Math.floor(bedragCent * 0.75)) } : {}
  const uitkomst = await beslisVoornemen(behandelaar, beslisSchema.parse({
    kenmerk, voornemenId: voornemen.id, van, gezien: voornemen.reacties, motivering: 'Wij hebben alles gewogen.', ...maakWeging(), ...milder,
  }))
  spel.telling.tel(uitkomst.ok ? `besluit na voornemen, van ${van}${'bedrag' in milder ? ', milder' : ''}` : `besluit nog niet mogelijk: ${uitkomst.redenen.join()}`)
}

const euro = (cents: number): string => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`
