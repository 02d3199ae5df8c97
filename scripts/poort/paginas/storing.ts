import { formatKlok } from '../bestanden/wachttijd.js'
import { html } from '../html'
import { frame } from './frame'
import { alinea, deel, knopLink, lopendeTekst, paginaTitel } from './onderdelen'

export type StoringData = {
  /** What does not answer, as far as the poort knows: the rest of the site, the waiting room itself, or too many people at once. */
  oorzaak: 'web' | 'wachtkamer' | 'te-druk'
  /** The address that was asked for: to try again. */
  pad: string
  /** The page asks again by itself after so many seconds. */
  probeerOverS: number
  /** When this was noticed; left out when no clock can be trusted. */
  sinds?: Date
}

const WAT = {
  web: 'Een deel van deze site antwoordt nu niet. De wachtkamer en het indienen staan los daarvan.',
  wachtkamer: 'Wij kunnen uw plaats nu niet opzoeken. Daarom laten we op dit moment niemand door.',
  'te-druk': 'Er zijn nu meer bezoekers dan we tegelijk kunnen helpen.',
} as const satisfies Record<StoringData['oorzaak'], string>

/** What is going on, what it means and what to do: from memory, when nothing else answers. */
export function storingPagina({ oorzaak, pad, probeerOverS, sinds }: StoringData): string {
  const isTeDruk = oorzaak === 'te-druk'
  const titel = isTeDruk ? 'Het is nu te druk' : 'Deze pagina is even niet bereikbaar'
  const wanneer = `Deze pagina probeert het over ${probeerOverS < 60 ? `${String(probeerOverS)} seconden` : 'ongeveer een minuut'} vanzelf opnieuw.`
  return frame({ title: titel, wie: undefined, verversS: probeerOverS, verversPad: pad }, html`<div class="stap-stapel" data-storing="${probeerOverS}" data-pad="${pad}">
${paginaTitel(titel, { lead: WAT[oorzaak] })}
${sinds !== undefined && !isTeDruk && alinea(`Dit merkten we om ${formatKlok(sinds.getTime())}. We werken aan een oplossing. U hebt niets fout gedaan.`)}
${deel('plaats', 'Wat betekent dit voor u?', lopendeTekst(html`<ul>
<li>Hebt u een plaats in de wachtkamer? Dan <strong>houdt u die plaats</strong>.</li>
<li>Hebt u een bewijs van ontvangst gekregen? Dan is uw aanvraag binnen.</li>
<li>Zag u na het indienen deze pagina? Probeer het opnieuw. Uw aanvraag telt nooit dubbel.</li>
</ul>`))}
${deel('doen', 'Wat doet u nu?', html`${alinea(`${wanneer} U hoeft niets te doen.`)}<div class="stap-knoppen">${knopLink(pad, 'Probeer het nu opnieuw', { icon: 'refresh' })}</div>`)}
</div>`)
}
