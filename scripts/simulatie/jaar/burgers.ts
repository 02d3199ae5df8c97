import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { getStop } from '@/lib/annulering/views'
import type { StopFase } from '@/lib/annulering/model'
import { addDays } from '@/lib/base/date'
import { beantwoordNavraag } from '@/lib/verantwoording/use-cases/vraag-deelname-na'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import type { Dag, Spel } from './spel'
import type { Stand, Zaak } from './wereld'

/** At which stages somebody with this lot stops. */
const STOPT_BIJ: Partial<Record<Zaak['lot']['verloop'], readonly StopFase[]>> = {
  'stopt-voor-opdracht': ['toegekend', 'opdracht'], 'stopt-na-factuur': ['gefactureerd'], 'stopt-in-batch': ['in-batch'], 'stopt-na-betaling': ['in-bestand', 'betaald'],
  afgezegd: ['toegekend', 'opdracht', 'gefactureerd', 'in-batch', 'in-bestand', 'betaald'], 'stopt-halverwege': ['begonnen'],
}

/** What citizens do on a day: stop, say whether a report is right, answer when nobody reported. */
export async function speelBurgers(spel: Spel, dag: Dag): Promise<void> {
  for (const { zaak, stand } of await spel.zaken.standen()) {
    if (stand.status !== 'verleend') continue
    await stop(spel, dag, zaak, stand)
    await reageer(spel, zaak, stand)
    await antwoord(spel, zaak, stand)
  }
}

async function stop(spel: Spel, { vandaag }: Dag, zaak: Zaak, stand: Stand): Promise<void> {
  const fasen = STOPT_BIJ[zaak.lot.verloop]
  if (fasen === undefined || stand.isGestopt || stand.uitkomst !== null) return
  if (zaak.lot.verloop === 'afgezegd' && !stand.isAfgezegd) return
  const gevolg = (await getStop(zaak.burger, zaak.kenmerk))?.gevolg
  if (gevolg === undefined || !fasen.includes(gevolg.fase)) return
  // Halfway: not on the first day.
  if (gevolg.fase === 'begonnen' && vandaag < addDays(stand.startdatum, 7)) return
  const uitkomst = await stopAanvraag(zaak.burger, { kenmerk: zaak.kenmerk, fase: gevolg.fase })
  if (!uitkomst.ok) throw new Error(`stoppen van ${zaak.kenmerk} (${gevolg.fase}): ${uitkomst.redenen.join()}`)
  spel.telling.tel(`burger stopt: ${gevolg.fase}${gevolg.oorzaak === 'opleider' ? ', na afzeggen' : ''}`, stand.bedragCent)
}

async function reageer(spel: Spel, zaak: Zaak, { uitkomst, reactie, versie }: Stand): Promise<void> {
  const { kenmerk, lot: { verloop } } = zaak
  if (uitkomst === null || reactie !== null || verloop === 'stil') return
  const isBetwist = verloop === 'betwist'
  const gedaan = await reageerOpDeelname(zaak.burger, {
    kenmerk, reactie: isBetwist ? 'betwist' : 'bevestigd', ...(versie === null ? {} : { versie }), ...(isBetwist ? { toelichting: 'Er zijn minder lessen gegeven dan de opleider zegt.' } : {}),
  })
  if (!gedaan.ok) throw new Error(`reactie op ${kenmerk}: ${gedaan.redenen.join()}`)
  spel.telling.tel(`burger ${isBetwist ? 'betwist' : 'bevestigt'}`)
}

async function antwoord(spel: Spel, zaak: Zaak, { navraagTot, uitkomst }: Stand): Promise<void> {
  if (navraagTot === null || uitkomst !== null || !zaak.lot.reageert || zaak.gedaan.has('navraag')) return
  zaak.gedaan.add('navraag')
  const gedaan = await beantwoordNavraag(zaak.burger, { kenmerk: zaak.kenmerk, antwoord: 'niet-gevolgd', toelichting: 'Ik kreeg geen uitnodiging voor de lessen.' })
  if (gedaan.ok) spel.telling.tel('burger antwoordt op de navraag')
}
