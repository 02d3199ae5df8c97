import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { Cent } from '@/lib/base/money'
import type { AanvraagStatus } from '@/lib/aanvraag/model'
import { STATUS_TEKST } from '@/lib/aanvraag/texts'
import { html, type Html } from '../html'
import { frame } from './frame'
import { pauzeMelding, totDag } from './wachtkamer-delen'
import { bedrag, deel, icoon, knopLink, lopendeTekst, melding, paginaTitel, samenvatting } from './onderdelen'

export type OntvangstData = {
  kenmerk: string
  titel: string
  opleider: string
  bedragCent: Cent
  volgnummer: number
  ontvangenOp: Date
  status: AanvraagStatus
  /** Asked for only to get the decision (after the budget was gone). */
  isFormeel: boolean
  /** The last day for the decision (four weeks, Awb 4:13). */
  beslisUiterlijkOp: PlainDate | null
  tijdvak: {
    naam: string
    modus: 'volgorde' | 'loting'
    /** Until when the reserve list runs; null when there is none. */
    reserveTot: Date | null
  }
  /** The lot with which it takes part in the draw, in a tijdvak that is divided by lot. */
  lot?: string | undefined
  /** What the ketenregisseur says while the tijdvak is paused. */
  pauze?: string | undefined
}

/** Statuses in which the outcome of the allocation is still to come: the page asks again soon. */
const REFRESH_S = 3

/** The proof of receipt (Awb 4:3a): a page to keep or print, that tells the outcome as soon as there is one. */
export function ontvangstPagina(data: OntvangstData): string {
  const { kenmerk, titel, opleider, bedragCent, volgnummer, ontvangenOp, status } = data
  const wacht = status === 'ingediend' && data.tijdvak.modus === 'volgorde'
  return frame({ title: 'Wij hebben uw aanvraag ontvangen', wie: 'Ingelogd met DigiD', verversS: wacht ? REFRESH_S : undefined }, html`<p id="stand-melding" role="status" class="sr-only"></p>
<div class="stap-stapel" id="ontvangst" data-kenmerk="${kenmerk}" data-toestand="${status}" data-wacht="${wacht ? 'ja' : 'nee'}">
${paginaTitel('Wij hebben uw aanvraag ontvangen', { lead: 'Dit is uw bewijs van ontvangst. U kunt deze pagina bewaren of afdrukken.' })}
${data.pauze !== undefined && pauzeMelding(data.pauze)}
${uitkomst(data)}
${samenvatting([
  { term: 'Kenmerk', waarde: html`<strong>${kenmerk}</strong>` },
  { term: 'Ontvangen op', waarde: html`<time datetime="${ontvangenOp.toISOString()}">${formatMomentOpSeconde(ontvangenOp)}</time>` },
  { term: 'Volgnummer', waarde: volgnummer },
  data.lot !== undefined && { term: 'Uw lot', waarde: html`<span class="stap-code">${data.lot}</span>` },
  { term: 'Opleiding', waarde: `${titel}, ${opleider}` },
  { term: 'Aangevraagd', waarde: bedrag(bedragCent) },
  { term: 'Stand', waarde: STATUS_TEKST[status].label, veld: 'stand' },
])}
${deel('hierna', 'Wat gebeurt er nu?', hierna(data))}
<div class="stap-knoppen stap-noprint">${knopLink(`/mijn/aanvragen/${kenmerk}`, 'Volg uw aanvraag', { iconEnd: 'arrow-right' })}${knopLink('/mijn/berichten', 'Naar uw berichten', { variant: 'secondary', icon: 'mail' })}</div>
<p class="stap-noprint text-ink-soft">${icoon('printer')} Bewaren of afdrukken? Kies in het menu van uw browser ‘Afdrukken’.</p>
</div>`)
}

function hierna({ beslisUiterlijkOp, isFormeel, tijdvak, status }: OntvangstData): Html {
  const uiterlijk = beslisUiterlijkOp === null ? '' : `, uiterlijk op ${formatDatum(beslisUiterlijkOp)}`
  const isReserve = status === 'reserve' || status === 'aangeboden'
  const isOver = !['ingediend', 'gereserveerd', 'niet-toegewezen', 'in-behandeling', 'aangehouden'].includes(status)
  return lopendeTekst(html`<ol>
<li>In uw berichten komt een <strong>ontvangstbevestiging</strong>. Die sturen we omdat de wet dat vraagt (artikel 4:3a van de Algemene wet bestuursrecht).</li>
${!isFormeel && status === 'ingediend' && html`<li>${tijdvak.modus === 'loting' ? 'Na de aanvraagperiode loten we wie budget krijgt. U hoort de uitkomst van ons.' : 'We verdelen het budget op volgorde van ontvangst. Dat duurt meestal een paar seconden.'}</li>`}
${isReserve && html`<li>UWV neemt een <strong>besluit</strong> zodra er budget voor u vrijkomt, of anders na het einde van de reservelijst. U krijgt daarover een brief.</li>`}
${!isOver && !isReserve && html`<li>UWV neemt een <strong>besluit</strong> binnen vier weken${uiterlijk}. U krijgt daarover een brief, ook als er geen budget is.</li>`}
${isOver && !isReserve && html`<li>De brief met het <strong>besluit</strong> staat in uw berichten.</li>`}
<li>Bent u het niet eens met het besluit? Dan kunt u binnen zes weken bezwaar maken. Hoe dat gaat, staat in de brief.</li>
</ol>`)
}

function uitkomst({ status, isFormeel, lot, tijdvak: { modus, reserveTot } }: OntvangstData): Html {
  switch (status) {
    case 'ingediend':
      if (isFormeel) return melding('info', 'U vroeg om een besluit', 'Er is in dit tijdvak geen budget meer. UWV wijst uw aanvraag af en stuurt u daarover een brief.')
      return modus === 'loting'
        ? melding('info', 'U doet mee aan de loting', html`<p>Het maakt niet uit op welk moment u indiende. Na de aanvraagperiode loten we wie budget krijgt.</p>${lot !== undefined && html`<p>Met uw lot, hieronder, vindt u uzelf terug in de lijst en in de uitslag. Anderen kunnen niet zien wie u bent.</p>`}`)
        : melding('info', 'We kijken of er budget voor u is', 'Dat duurt meestal een paar seconden. Deze pagina ververst vanzelf. U hoeft niets te doen.')
    case 'gereserveerd': return melding('ok', 'Er is budget voor u gereserveerd', 'Dit budget houden we voor u vast. UWV beoordeelt nu uw aanvraag. Daarna krijgt u het besluit.')
    case 'niet-toegewezen': return melding('warning', isFormeel ? 'U krijgt een besluit zonder budget' : 'Er is geen budget meer voor u', isFormeel ? 'U vroeg om een besluit nadat het budget op was. U krijgt een brief waarin staat dat uw aanvraag is afgewezen, en waarom.' : 'Het budget van dit tijdvak is op, of u kreeg dit jaar al STAP-budget. U krijgt een brief met het besluit. In een volgend tijdvak kunt u opnieuw aanvragen.')
    case 'reserve': return melding('warning', 'U staat op de reservelijst', `Er is nu geen budget voor u. Valt er budget vrij, dan gaat dat op volgorde naar de mensen op deze lijst. U krijgt dan meteen bericht.${reserveTot === null ? '' : ` De lijst loopt ${totDag(reserveTot)}. Daarna krijgt u in elk geval een besluit.`}`)
    case 'aangeboden': return melding('ok', 'Er is budget voor u vrijgekomen', 'Wij houden dit budget voor u vast. Geef op tijd aan of u het wilt: dat doet u bij uw aanvraag in Mijn STAP.')
    case 'in-behandeling': return melding('info', 'Er is budget voor u gereserveerd', 'Een medewerker van UWV bekijkt uw aanvraag. Het budget houden we voor u vast.')
    case 'aangehouden': return melding('warning', 'Uw aanvraag wacht op een onderzoek', 'De opleiding wordt onderzocht. Uw budget blijft gereserveerd. In uw berichten staat wat u kunt doen.')
    case 'verleend': return melding('ok', 'U krijgt het STAP-budget', 'De brief met het besluit staat in uw berichten.')
    case 'afgewezen': return melding('warning', 'UWV heeft uw aanvraag afgewezen', 'De brief met het besluit staat in uw berichten. Daarin staat waarom, en hoe u bezwaar maakt.')
    case 'ingetrokken': return melding('info', 'U hebt deze aanvraag ingetrokken', 'U hoeft niets meer te doen.')
    default: return html``
  }
}

const SECONDE = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', second: '2-digit' })

/** "dinsdag 1 november 2022 om 10.00.07 uur" */
function formatMomentOpSeconde(moment: Date): string {
  return formatTijdstip(moment).replace(/ uur$/, `.${SECONDE.format(moment).padStart(2, '0')} uur`)
}
