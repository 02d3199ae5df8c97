import { formatGetal, formatMensen } from '../bestanden/wachttijd.js'
import { html, type Html } from '../html'
import { alinea, deel, kaart, knopLink, lopendeTekst, paginaTitel, postKnop } from './onderdelen'
import { aanvraagStand, geweigerd, inlogPad, kamerPad, totDag } from './wachtkamer-delen'
import { totEnMet, type Inhoud, type WachtkamerData } from './wachtkamer-data'

/** No budget is left for anybody who waits: said at once, with what can still be chosen. */
export function uitgeput(data: WachtkamerData): Inhoud {
  const { tijdvak, plaats, bezoeker, stand } = data
  const isAanDeBeurt = plaats?.plaats != null && plaats.plaats <= stand.nu
  return {
    title: 'Het budget is op',
    verversS: 60,
    inhoud: html`${paginaTitel('Het budget van dit tijdvak is op', { kicker: tijdvak.naam, lead: 'Er is geen budget meer voor wie nu nog indient. U hebt niets fout gedaan.' })}
${geweigerd(data)}
${alinea(tijdvak.reserveTot === null ? 'U kunt nu twee dingen doen. Kies wat bij u past.' : 'U kunt nu drie dingen doen. Kies wat bij u past.')}
${tijdvak.reserveTot !== null && blijven(data, tijdvak.reserveTot, isAanDeBeurt)}
${weggaan(data)}
${besluit(data)}
${bezoeker === undefined && html`<div class="stap-knoppen">${knopLink(inlogPad(data), 'Inloggen met DigiD', { icon: 'login', variant: 'secondary' })}</div>`}
${deel('later', 'Volgende keer', alinea('In een volgend tijdvak kunt u opnieuw aanvragen. Wie nu geen budget krijgt, heeft daar geen nadeel van.'))}`,
  }
}

function keuze(id: string, titel: string, tekst: Html): Html {
  return html`<section aria-labelledby="${id}">${kaart(html`<h2 id="${id}" class="nl-heading nl-heading--level-3">${titel}</h2>${tekst}`)}</section>`
}

function blijven(data: WachtkamerData, tot: Date, isAanDeBeurt: boolean): Html {
  const { bezoeker, plaats, opReservelijst, stand } = data
  const aanvraag = bezoeker?.aanvraag
  return keuze('blijven', 'Wachten op de reservelijst', html`${lopendeTekst(html`<p>Trekt iemand zich terug, of wijst UWV een aanvraag af? Dan gaat dat budget op volgorde naar de mensen op de reservelijst. U krijgt dan bericht, en een paar dagen om ja te zeggen.</p>
<ul>
<li><strong>Hoe groot is de kans?</strong> Dat weten we niet. Het hangt af van hoeveel mensen afvallen.${opReservelijst !== undefined && ` Op de lijst ${opReservelijst === 1 ? 'staat nu 1 persoon' : `staan nu ${formatMensen(opReservelijst)}`}.`}</li>
<li><strong>Tot wanneer?</strong> De lijst loopt ${totDag(tot)}. Daarna krijgt u in elk geval een besluit.</li>
</ul>`)}
${isAanDeBeurt && aanvraag?.stand === 'gereed'
  ? postKnop(`/aanvragen/${aanvraag.kenmerk}/indienen`, 'Dien in voor de reservelijst', { icon: 'send', id: 'dien-in' })
  : plaats?.plaats != null && !isAanDeBeurt
    ? alinea(html`U hoeft nu niets te doen. Uw plaats is <strong data-veld="plaats">${formatGetal(plaats.plaats)}</strong>. Aan de beurt: <span data-veld="toegelaten">${totEnMet(stand.nu)}</span>. Zodra u aan de beurt bent, kunt u hier indienen voor de lijst.`)
    : plaats === undefined && bezoeker !== undefined && postKnop(kamerPad(data, '/plaats'), 'Neem een plaats in de wachtkamer', { variant: 'secondary' })}
${aanvraag?.stand !== 'gereed' && aanvraagStand(data, 'terwijl u wacht')}`)
}

function weggaan(data: WachtkamerData): Html {
  const heeftPlaats = data.plaats !== undefined && data.bezoeker !== undefined
  return keuze('weggaan', 'Weggaan', html`${alinea('U hoeft niets meer te doen. U krijgt dan geen brief. Uw voorbereide aanvraag blijft in Mijn STAP staan.')}
${heeftPlaats ? postKnop(kamerPad(data, '/verlaten'), 'Plaats opgeven en weggaan', { variant: 'secondary' }) : html`<div>${knopLink('/mijn', 'Naar Mijn STAP', { variant: 'secondary' })}</div>`}`)
}

function besluit({ bezoeker, tijdvak }: WachtkamerData): Html {
  const aanvraag = bezoeker?.aanvraag
  return keuze('besluit', 'Een brief met een besluit krijgen', html`${lopendeTekst(html`<p>Hebt u een brief nodig waarin staat dat u geen STAP-budget krijgt? Bijvoorbeeld voor uw werkgever? Dan kunt u uw aanvraag nu toch indienen.</p>
<ul>
<li>UWV wijst uw aanvraag af, omdat het budget op is. De brief komt binnen vier weken in uw berichten.</li>
${tijdvak.reserveTot !== null && html`<li>U komt dan niet op de reservelijst.</li>`}
<li>U kunt tegen het besluit bezwaar maken.</li>
<li>Voor een volgend tijdvak heeft dit geen gevolgen.</li>
</ul>`)}
${aanvraag?.stand === 'gereed'
  ? postKnop(`/aanvragen/${aanvraag.kenmerk}/indienen`, 'Vraag een besluit aan', { variant: 'secondary', icon: 'file-text', id: 'besluit-vragen', velden: { formeel: 'ja' } })
  : alinea(bezoeker === undefined ? 'Log in om een besluit te vragen.' : 'Dit kan als uw aanvraag klaarstaat.')}`)
}
