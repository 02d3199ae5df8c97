import { BEREIK_TEKST, berekenWachttijd, beschrijfBereik, formatDuur, formatGetal, formatMensen, formatVerwachting } from '../bestanden/wachttijd.js'
import { html, type Html } from '../html'
import { alinea, balk, deel, hoofdletter, kaart, knopLink, lopendeTekst, melding, paginaTitel, postKnop, samenvatting } from './onderdelen'
import { aanvraagStand, budget, budgetBalken, geweigerd, goedOmTeWeten, inlogPad, totDag } from './wachtkamer-delen'
import { totEnMet, type Inhoud, type WachtkamerData } from './wachtkamer-data'

/** The states of the waiting room between the opening and the submit. */

/** The draw of a full room takes a second or two. */
export function loten(data: WachtkamerData): Inhoud {
  const { plaats, tijdvak } = data
  return {
    title: 'Plaatsen worden geloot',
    verversS: 3 + ((plaats?.nummer ?? 0) % 8),
    inhoud: html`${paginaTitel('We loten nu de plaatsen', { kicker: tijdvak.naam, lead: 'Dit duurt een paar seconden. Daarna ziet u hier uw plaats. U hoeft niets te doen.' })}
${samenvatting([{ term: 'Uw nummer', waarde: html`<strong>${formatGetal(plaats?.nummer ?? 0)}</strong>` }])}
${aanvraagStand(data, 'terwijl u wacht')}
${goedOmTeWeten(data)}`,
  }
}

export function wachten(data: WachtkamerData): Inhoud {
  const { stand, plaats, tijdvak, bezoeker } = data
  const mijn = plaats?.plaats ?? 0
  const tijd = berekenWachttijd(mijn, toStand(data))
  const moment = formatVerwachting(tijd, data.nu.getTime())
  return {
    title: `Nog ${formatGetal(tijd.voorU)} voor u`,
    verversS: tijd.minuten === null ? 30 : tijd.minuten < 1 ? 5 : tijd.minuten < 5 ? 15 : 30,
    inhoud: html`${paginaTitel('U bent nog niet aan de beurt', { kicker: tijdvak.naam, lead: html`<strong>Uw plaats blijft van u.</strong> U mag deze pagina sluiten en later terugkomen.` })}
${geweigerd(data)}
${kaart(html`<div><p class="stap-kicker">Voor u</p><p class="stap-wacht__cijfer" data-veld="voor-u">${formatMensen(tijd.voorU)}</p></div>
${balk(tijd.deel, html`Uw plaats is <strong>${formatGetal(mijn)}</strong>. Aan de beurt: ${totEnMet(stand.nu)}.`, { veld: 'voortgang' })}
<div><p class="stap-kicker">U bent aan de beurt</p><p class="stap-wacht__moment" data-veld="verwacht">${verwacht(moment, tijd.minuten)}</p></div>`, { nadruk: true })}
${bezoeker === undefined && melding('info', 'U bent niet ingelogd', html`<p>Dat geeft niet: uw plaats blijft van u. Om in te dienen moet u wel ingelogd zijn. Log weer in als u bijna aan de beurt bent.</p><p><a class="nl-link" href="${inlogPad(data)}">Nu inloggen met DigiD</a></p>`)}
${aanvraagStand(data, 'terwijl u wacht')}
${deel('lukt-het', 'Is er straks nog budget?', html`${alinea(html`<strong data-veld="bereik">${hoofdletter(BEREIK_TEKST[tijd.bereik].woord)}.</strong> <span data-veld="bereik-uitleg">${beschrijfBereik(tijd.bereik, stand.reiktTot)}</span>`)}
${alinea('We weten pas zeker of er budget voor u is als u hebt ingediend. Is het budget eerder op, dan staat dat hier meteen.')}
${budgetBalken(data)}`)}
${deel('snelheid', 'Hoe snel gaat het?', alinea(html`Er worden nu <span data-veld="snelheid">${formatMensen(stand.perMinuut)}</span> per minuut toegelaten. Dat kan sneller of langzamer worden.`))}
${goedOmTeWeten(data)}`,
  }
}

function verwacht(moment: string | undefined, minuten: number | null): string {
  return moment === undefined || minuten === null ? 'De rij staat even stil' : `rond ${moment}, over ${formatDuur(minuten)}`
}

export function beurt(data: WachtkamerData): Inhoud {
  const { bezoeker, tijdvak, stand } = data
  const aanvraag = bezoeker?.aanvraag
  if (bezoeker === undefined) {
    return {
      title: 'Het is uw beurt',
      inhoud: html`${paginaTitel('Het is uw beurt', { kicker: tijdvak.naam, lead: 'Log in om uw aanvraag in te dienen. Uw plaats blijft van u.' })}
<div class="stap-knoppen">${knopLink(inlogPad(data), 'Inloggen met DigiD', { icon: 'login', groot: true })}</div>
${budget(data)}`,
    }
  }
  if (aanvraag?.stand !== 'gereed') {
    return {
      title: 'Het is uw beurt',
      verversS: 60,
      inhoud: html`${paginaTitel('Het is uw beurt, maar uw aanvraag is nog niet klaar', { kicker: tijdvak.naam, lead: 'Maak uw aanvraag nu af. Daarna kunt u meteen indienen.' })}
${geweigerd(data)}
<div class="stap-knoppen">${aanvraag === undefined ? knopLink('/mijn/aanvragen/nieuw', 'Aanvraag voorbereiden', { iconEnd: 'arrow-right', groot: true }) : knopLink(`/mijn/aanvragen/${aanvraag.kenmerk}`, 'Aanvraag afmaken', { iconEnd: 'arrow-right', groot: true })}</div>
${alinea('Uw beurt vervalt niet. Maar anderen dienen intussen ook in, en op is op.')}
${budget(data)}`,
    }
  }
  return {
    title: 'Het is uw beurt',
    inhoud: html`${paginaTitel('Het is uw beurt', { kicker: tijdvak.naam, lead: html`Dien nu uw aanvraag in voor <strong>${aanvraag.titel}</strong>.` })}
${geweigerd(data)}
${indienKaart(aanvraag.kenmerk)}
${alinea(`Uw beurt vervalt niet. Maar anderen dienen intussen ook in, en op is op. Indienen kan ${totDag(stand.sluitOp)}.`)}
${budget(data)}`,
  }
}

/** The one thing that remains. Pressing twice is safe: the second time gives the same receipt. */
export function indienKaart(kenmerk: string): Html {
  return kaart(html`${postKnop(`/aanvragen/${kenmerk}/indienen`, 'Dien uw aanvraag in', { icon: 'send', groot: true, id: 'dien-in' })}
${lopendeTekst(html`<p>U krijgt meteen een bewijs van ontvangst. Daarna hoort u binnen een paar seconden of er budget voor u is.</p><p>Twee keer drukken kan geen kwaad: uw aanvraag telt één keer.</p>`)}
<p class="text-s text-ink-soft">Kenmerk ${kenmerk}</p>`, { nadruk: true })
}

function toStand({ stand: { nu, perMinuut, gemetenOp, reiktTot } }: WachtkamerData) {
  return { nu, perMinuut, gemetenMs: gemetenOp.getTime(), reiktTot }
}

