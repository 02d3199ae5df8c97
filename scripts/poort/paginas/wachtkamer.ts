import { html, type Html } from '../html'
import { frame } from './frame'
import { kiesSituatie, type Inhoud, type Situatie, type WachtkamerData } from './wachtkamer-data'
import { straks } from './wachtkamer-straks'
import { uitgeput } from './wachtkamer-uitgeput'
import { dicht, gesloten, ingediend, inloggen, loting, metPlaats, neemPlaats, pauze } from './wachtkamer-voor'
import { beurt, loten, wachten } from './wachtkamer-wachten'

const INHOUD: Readonly<Record<Situatie, (data: WachtkamerData) => Inhoud>> = {
  loting, dicht, gesloten, ingediend, uitgeput, pauze, inloggen, 'neem-plaats': neemPlaats, 'met-plaats': metPlaats, loten, wachten, beurt,
}

/** The waiting room for one person at one moment, complete without JavaScript. */
export function wachtkamerPagina(data: WachtkamerData): string {
  const situatie = kiesSituatie(data)
  const { title, inhoud, verversS } = INHOUD[situatie](data)
  return frame({ title, wie: data.bezoeker?.wie, verversS }, html`<p id="stand-melding" role="status" class="sr-only"></p>
<div id="verbinding" class="mb-6" hidden><p class="stap-card">Geen verbinding. <strong>Uw plaats blijft van u.</strong> Deze pagina probeert het vanzelf opnieuw.</p></div>
<div id="wachtkamer" class="stap-stapel"${kenmerken(data, situatie)}>
${inhoud}
</div>
${straks(data, situatie)}`)
}

/** What wachtkamer.js starts from; it asks /stand for the rest. */
function kenmerken({ stand, plaats, tijdvak, nu }: WachtkamerData, situatie: Situatie): Html {
  const { toestand, ronde, nu: toegelaten, perMinuut, gemetenOp, opentOp, reiktTot } = stand
  return html` data-code="${tijdvak.code}" data-situatie="${situatie}" data-toestand="${toestand}" data-ronde="${ronde}" data-geloot="${stand.geloot ? 'ja' : 'nee'}" data-nu="${toegelaten}" data-per-minuut="${perMinuut}" data-gemeten="${gemetenOp.getTime()}" data-opent="${opentOp.getTime()}" data-klok="${nu.getTime()}" data-reikt-tot="${reiktTot ?? ''}" data-nummer="${plaats?.nummer ?? ''}" data-plaats="${plaats?.plaats ?? ''}"`
}
