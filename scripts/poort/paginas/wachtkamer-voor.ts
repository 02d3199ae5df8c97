import { formatTijd, formatTijdstip } from '@/lib/base/amsterdam'
import { formatGetal } from '../bestanden/wachttijd.js'
import { html } from '../html'
import { alinea, deel, kaart, knopLink, link, lopendeTekst, melding, paginaTitel, postKnop, samenvatting } from './onderdelen'
import { aanvraagStand, budget, geweigerd, goedOmTeWeten, inlogPad, kamerPad, naarMijn, opentOm, totDag } from './wachtkamer-delen'
import type { Inhoud, WachtkamerData } from './wachtkamer-data'

/** The states of the waiting room in which nobody waits: before the opening, in a pause, and afterwards. */

const SLOW_REFRESH_S = 60

/** Over so many seconds the pages without JavaScript look after the opening: none of them loses anything by it, a place stays. */
const SPREAD_S = 20

/** Seconds to the next look without JavaScript: soon after the opening when that is near, spread over people by their nummer. */
export function verversVoor({ stand: { opentOp }, nu, plaats }: WachtkamerData): number {
  const seconden = Math.ceil((opentOp.getTime() - nu.getTime()) / 1_000)
  return seconden > 0 && seconden <= SLOW_REFRESH_S ? seconden + 2 + ((plaats?.nummer ?? 0) % SPREAD_S) : SLOW_REFRESH_S
}

export function loting(data: WachtkamerData): Inhoud {
  const { tijdvak, stand, bezoeker } = data
  return {
    title: 'Geen wachtkamer',
    inhoud: html`${paginaTitel('Voor dit tijdvak is geen wachtkamer', { kicker: tijdvak.naam, lead: 'Het budget wordt verloot. Het maakt niet uit of u vroeg of laat aanvraagt.' })}
${geweigerd(data)}
${alinea(html`U kunt indienen van <strong>${formatTijdstip(stand.opentOp)}</strong> ${totDag(stand.sluitOp)}. Daarna loten we wie budget krijgt. Iedereen die op tijd is, heeft dezelfde kans.`)}
${bezoeker === undefined ? html`<div class="stap-knoppen">${knopLink(inlogPad(data), 'Inloggen met DigiD', { icon: 'login' })}</div>` : naarMijn()}`,
  }
}

export function dicht(data: WachtkamerData): Inhoud {
  const { tijdvak, stand, nu, bezoeker } = data
  const isGeweest = tijdvak.kamerOpentOp <= nu
  const wanneer = formatTijdstip(tijdvak.kamerOpentOp)
  return {
    title: 'Wachtkamer nog niet open',
    verversS: SLOW_REFRESH_S,
    inhoud: html`${paginaTitel('De wachtkamer is nog niet open', { kicker: tijdvak.naam, lead: isGeweest ? 'De wachtkamer gaat zo open. Deze pagina ververst vanzelf.' : html`U kunt een plaats nemen vanaf <strong>${wanneer}</strong>.` })}
${samenvatting([
  !isGeweest && { term: 'Wachtkamer opent', waarde: wanneer },
  { term: 'Tijdvak opent', waarde: formatTijdstip(stand.opentOp) },
])}
${deel('zo', 'Zo werkt het', lopendeTekst(html`<ol>
<li>Zet uw aanvraag nu al klaar. Dan hoeft u straks alleen nog op één knop te drukken.</li>
<li>Neem een plaats in de wachtkamer zodra die open is. Vroeg komen geeft geen voordeel.</li>
<li>Om ${formatTijd(stand.opentOp)} loten we de plaatsen van iedereen die er dan is. Wie later komt, sluit achteraan.</li>
<li>Bent u aan de beurt? Dan dient u uw aanvraag in.</li>
</ol>`))}
${aanvraagStand(data, `vóór ${formatTijdstip(stand.opentOp)}`)}
${bezoeker === undefined && html`<div class="stap-knoppen">${knopLink('/mijn', 'Aanvraag klaarzetten', { iconEnd: 'arrow-right' })}</div>`}`,
  }
}

export function inloggen(data: WachtkamerData): Inhoud {
  const { stand, tijdvak, isVerlaten } = data
  const isVoor = stand.toestand === 'voor'
  return {
    title: 'Wachtkamer',
    verversS: isVoor ? verversVoor(data) : undefined,
    inhoud: html`${paginaTitel(isVoor ? 'Neem een plaats in de wachtkamer' : 'Er is een wachtkamer', { kicker: tijdvak.naam, lead: isVoor ? html`Het tijdvak opent <strong>${opentOm(data)}</strong>. Log in om een plaats te nemen.` : 'Het tijdvak is open en het is druk. Log in om een plaats te nemen.' })}
${isVerlaten === true && melding('info', 'U hebt uw plaats opgegeven', 'Wilt u toch weer meedoen? Log in en neem opnieuw een plaats.')}
<div class="stap-knoppen">${knopLink(inlogPad(data), 'Inloggen met DigiD', { icon: 'login', groot: true })}</div>
${alinea('Had u al een plaats? Dan houdt u die. Log in en u ziet hem terug.')}
${deel('zo', 'Zo werkt de wachtkamer', lopendeTekst(html`<ol>
<li>U neemt één plaats. Die hoort bij u en niet bij uw computer of telefoon.</li>
<li>${isVoor ? `Om ${formatTijd(stand.opentOp)} loten we de plaatsen van iedereen die er dan is. Vroeg komen geeft geen voordeel.` : 'U sluit achteraan. U ziet hoeveel mensen er voor u zijn.'}</li>
<li>Bent u aan de beurt? Dan dient u uw aanvraag in.</li>
</ol>`))}
${budget(data)}`,
  }
}

export function neemPlaats(data: WachtkamerData): Inhoud {
  const { stand, tijdvak, isVerlaten } = data
  const isVoor = stand.toestand === 'voor'
  return {
    title: 'Neem een plaats',
    verversS: isVoor ? verversVoor(data) : undefined,
    inhoud: html`${paginaTitel('Neem een plaats in de wachtkamer', { kicker: tijdvak.naam, lead: isVoor ? html`Het tijdvak opent <strong>${opentOm(data)}</strong>. Dan loten we de plaatsen. Vroeg komen geeft geen voordeel.` : 'Het tijdvak is open. U sluit achteraan. Is het rustig, dan bent u meteen aan de beurt.' })}
${geweigerd(data)}
${isVerlaten === true && melding('info', 'U hebt uw plaats opgegeven', 'Wilt u toch weer meedoen? Neem dan opnieuw een plaats.')}
${kaart(html`${postKnop(kamerPad(data, '/plaats'), 'Neem een plaats in de wachtkamer', { groot: true, id: 'neem-plaats' })}
${alinea(isVoor ? 'U krijgt een nummer. U dient nog niets in. Daarna mag u deze pagina sluiten.' : 'U dient nog niets in. U ziet daarna meteen hoeveel mensen er voor u zijn.')}`, { nadruk: true })}
${aanvraagStand(data, isVoor ? `vóór ${formatTijdstip(stand.opentOp)}` : 'terwijl u wacht')}
${budget(data)}
${goedOmTeWeten(data)}`,
  }
}

export function metPlaats(data: WachtkamerData): Inhoud {
  const { stand, tijdvak, plaats, bezoeker } = data
  const tijd = formatTijd(stand.opentOp)
  const klaar = bezoeker?.aanvraag?.stand === 'gereed'
  return {
    title: 'U hebt een nummer',
    verversS: verversVoor(data),
    inhoud: html`${paginaTitel('U doet mee', { kicker: tijdvak.naam, lead: html`Het tijdvak opent <strong>${opentOm(data)}</strong>. Dan loten we de plaatsen.` })}
${stand.heropentOp !== null && melding('info', 'De opening is verplaatst', html`<p>Het tijdvak opent opnieuw op ${formatTijdstip(stand.heropentOp)}. Uw nummer en uw aanvraag zijn bewaard. De plaatsen worden opnieuw geloot.</p>`)}
${kaart(html`<div><p class="stap-kicker">Uw nummer</p><p class="stap-wacht__cijfer">${formatGetal(plaats?.nummer ?? 0)}</p></div>
${alinea(html`Dit nummer is nog <strong>geen plaats</strong>. Iedereen met een nummer doet mee aan de loting van ${tijd}. Een laag nummer geeft dus geen voordeel.`)}`, { nadruk: true })}
${aanvraagStand(data, `vóór ${tijd}`)}
${deel('doen', 'Wat doet u nu?', lopendeTekst(html`<ul>
<li>${klaar || bezoeker === undefined ? 'U hoeft nu niets te doen.' : 'Maak eerst uw aanvraag klaar.'} U mag deze pagina sluiten: uw nummer blijft van u.</li>
<li>Kom om ${tijd} terug, of laat deze pagina open. U ziet dan uw plaats, en hoe laat u ongeveer aan de beurt bent.</li>
${bezoeker === undefined && html`<li>U bent niet ingelogd. Dat is nu niet nodig. Om straks in te dienen logt u opnieuw in. ${link(inlogPad(data), 'Nu alvast inloggen')}</li>`}
</ul>`))}
${goedOmTeWeten(data)}`,
  }
}

export function pauze(data: WachtkamerData): Inhoud {
  const { stand, tijdvak, plaats } = data
  const plaatsTekst = plaats?.plaats ?? plaats?.nummer
  return {
    title: 'Even gepauzeerd',
    verversS: 30,
    inhoud: html`${paginaTitel('Het tijdvak staat even stil', { kicker: tijdvak.naam, lead: plaats === undefined ? 'Er kan nu niemand indienen. Deze pagina ververst vanzelf.' : html`<strong>Uw plaats blijft van u.</strong> Niemand gaat u voorbij.` })}
${geweigerd(data)}
${stand.melding !== null && stand.melding !== '' && melding('info', 'Bericht van UWV', stand.melding)}
${plaatsTekst !== undefined && samenvatting([{ term: plaats?.plaats == null ? 'Uw nummer' : 'Uw plaats', waarde: html`<strong>${formatGetal(plaatsTekst)}</strong>` }, { term: 'Aan de beurt', waarde: stand.nu === 0 ? 'nog niemand' : `tot en met plaats ${formatGetal(stand.nu)}` }])}
${deel('doen', 'Wat doet u nu?', lopendeTekst(html`<ul><li>U hoeft niets te doen. Zodra we verdergaan, gaat de rij verder waar hij stond.</li><li>U mag deze pagina sluiten en later terugkomen.</li><li>Hebt u al een bewijs van ontvangst? Dan is uw aanvraag binnen.</li></ul>`))}
${plaats === undefined && data.bezoeker !== undefined && html`<div>${postKnop(kamerPad(data, '/plaats'), 'Neem alvast een plaats', { variant: 'secondary' })}</div>`}
${aanvraagStand(data, 'terwijl u wacht')}
${budget(data)}`,
  }
}

export function ingediend(data: WachtkamerData): Inhoud {
  const aanvraag = data.bezoeker?.aanvraag
  return {
    title: 'U hebt al ingediend',
    inhoud: html`${paginaTitel('Uw aanvraag is binnen', { kicker: data.tijdvak.naam, lead: 'U bent klaar in de wachtkamer. U hoeft hier niets meer te doen.' })}
${aanvraag !== undefined && html`${melding('ok', 'U hebt een bewijs van ontvangst', html`<p>${aanvraag.titel}, kenmerk ${aanvraag.kenmerk}.</p>`)}<div class="stap-knoppen">${knopLink(`/aanvragen/${aanvraag.kenmerk}/ontvangst`, 'Bekijk het bewijs van ontvangst', { icon: 'file-check' })}${knopLink(`/mijn/aanvragen/${aanvraag.kenmerk}`, 'Volg uw aanvraag', { variant: 'secondary' })}</div>`}`,
  }
}

export function gesloten(data: WachtkamerData): Inhoud {
  const { tijdvak, stand } = data
  return {
    title: 'Tijdvak gesloten',
    inhoud: html`${paginaTitel('Het tijdvak is gesloten', { kicker: tijdvak.naam, lead: `U kon indienen ${totDag(stand.sluitOp)}.` })}
${geweigerd(data)}
${alinea('Hebt u op tijd ingediend? Dan krijgt u een besluit. Hebt u niet ingediend? Dan hoeft u niets te doen. In een volgend tijdvak kunt u opnieuw aanvragen.')}
<div class="stap-knoppen">${knopLink('/mijn', 'Naar Mijn STAP', { iconEnd: 'arrow-right' })}${knopLink('/', 'Bekijk het volgende tijdvak', { variant: 'secondary' })}</div>`,
  }
}
