import { amsterdamDate, amsterdamTijd, formatTijd, formatTijdstip } from '@/lib/base/amsterdam'
import { addDays, formatDatum } from '@/lib/base/date'
import { formatBedragHeel } from '../bestanden/wachttijd.js'
import { html, type Html } from '../html'
import { balk, deel, knopLink, link, melding, postKnop, uitklap } from './onderdelen'
import type { WachtkamerData } from './wachtkamer-data'

/** Parts that several states of the waiting room share. */

export function kamerPad({ tijdvak }: WachtkamerData, rest = ''): string {
  return `/wachtkamer/${encodeURIComponent(tijdvak.code)}${rest}`
}

export function inlogPad(data: WachtkamerData): string {
  return `/inloggen?${new URLSearchParams({ voor: 'burger', terug: kamerPad(data) }).toString()}`
}

/** "10.00 uur" when it opens today, else the day as well. */
export function opentOm({ stand: { opentOp }, nu }: WachtkamerData): string {
  const tijdstip = formatTijdstip(opentOp)
  return tijdstip.split(' om ')[0] === formatTijdstip(nu).split(' om ')[0] ? `vandaag om ${formatTijd(opentOp)}` : tijdstip
}

/** Up to a moment: one that is a midnight is named by the last day, "tot en met woensdag 14 december 2022". */
export function totDag(moment: Date): string {
  return amsterdamTijd(moment) === '00:00' ? `tot en met ${formatDatum(addDays(amsterdamDate(moment), -1))}` : `tot ${formatTijdstip(moment)}`
}

/** Why an attempt to submit did not count yet. */
export function geweigerd({ geweigerd: redenen = [] }: WachtkamerData): Html | false {
  return redenen.length > 0 && melding('error', 'Uw aanvraag is nog niet ingediend', html`<ul>${redenen.map((reden) => html`<li>${reden}</li>`)}</ul>`)
}

/** That the tijdvak is paused, with the words of the ketenregisseur. */
export function pauzeMelding(bericht: string): Html {
  return melding('info', 'Het tijdvak staat even stil', html`${bericht !== '' && html`<p>${bericht}</p>`}<p>U hoeft niets te doen. Wat wij hebben ontvangen, blijft ontvangen.</p>`)
}

/** Whether the aanvraag is ready, and what to do when it is not. */
export function aanvraagStand({ bezoeker, plaats }: WachtkamerData, voorWanneer: string): Html | false {
  if (bezoeker === undefined) return false
  const { aanvraag } = bezoeker
  if (aanvraag === undefined) {
    return melding('warning', 'U hebt nog geen aanvraag klaarstaan', html`<p>Een plaats is nog geen aanvraag. Zet uw aanvraag klaar ${voorWanneer}. U hebt daarvoor een aanmeldbewijs van de opleider nodig.</p><p>${link('/mijn/aanvragen/nieuw', 'Aanvraag voorbereiden', 'arrow-right')}</p>`)
  }
  if (aanvraag.stand === 'concept') {
    return melding('warning', 'Uw aanvraag is nog niet klaar', html`<p>U bent begonnen met ‘${aanvraag.titel}’. Maak deze aanvraag af ${voorWanneer}.${plaats !== undefined && ' Uw plaats blijft intussen van u.'}</p><p>${link(`/mijn/aanvragen/${aanvraag.kenmerk}`, 'Aanvraag afmaken', 'arrow-right')}</p>`)
  }
  return melding('ok', 'Uw aanvraag staat klaar', html`<p>${aanvraag.titel}, kenmerk ${aanvraag.kenmerk}. U hoeft straks alleen nog op één knop te drukken.</p>`)
}

export function budget(data: WachtkamerData): Html {
  return deel('budget', data.stand.toestand === 'voor' ? 'Hoeveel budget is er te verdelen?' : 'Hoeveel budget is er nog?', budgetBalken(data))
}

/** The budget that is left, per compartiment, with the moment of measuring. */
export function budgetBalken({ stand: { overCent, gemetenOp }, tijdvak: { compartimenten } }: WachtkamerData): Html {
  const regels = compartimenten.filter(({ code, plafondCent }) => plafondCent > 0 && code in overCent)
  return html`<ul class="flex flex-col gap-4">${regels.map(({ code, naam, plafondCent }) => {
    const over = Math.max(0, overCent[code] ?? 0)
    return html`<li data-plafond="${plafondCent}" data-compartiment="${code}">${balk(over / plafondCent, html`<strong>${naam}</strong>: <span data-over="ja">${heleEuros(over)}</span> van ${heleEuros(plafondCent)}`, { geld: true })}</li>`
  })}</ul><p class="text-s text-ink-soft">Gemeten om <span data-veld="gemeten">${formatTijd(gemetenOp)}</span>.</p>`
}

function heleEuros(bedragCent: number): Html {
  return html`<span class="stap-bedrag">${formatBedragHeel(bedragCent)}</span>`
}

/** That nothing is gained by hurry or by more tabs, and what keeps the place. */
export function goedOmTeWeten(data: WachtkamerData): Html {
  return html`<div>
${uitklap('Moet ik deze pagina openhouden?', html`<p>Nee. U mag deze pagina sluiten, uw computer uitzetten of op een ander apparaat verdergaan. Uw plaats blijft van u. Log later weer in en ga naar deze pagina: u ziet dan dezelfde plaats.</p>`)}
${uitklap('Helpt het als ik meer tabbladen of apparaten gebruik?', html`<p>Nee. U hebt één plaats. U ziet overal dezelfde plaats. Vernieuwen of vaker klikken verandert niets.</p>`)}
${uitklap('Wat als ik word uitgelogd?', html`<p>Als u 15 minuten niets doet, loggen wij u uit. Dat is voor uw veiligheid. Uw plaats blijft van u. Log opnieuw in als u bijna aan de beurt bent.</p>`)}
${data.stand.zaadHash !== null && uitklap('Hoe weet ik dat de loting eerlijk is?', eerlijk(data, data.stand.zaadHash))}
${data.bezoeker !== undefined && data.plaats !== undefined && opgeven(data)}
</div>`
}

function eerlijk({ stand, tijdvak, plaats }: WachtkamerData, zaadHash: string): Html {
  const lotingPad = `/publicaties/wachtkamer/${encodeURIComponent(tijdvak.code)}`
  return html`<p>Wie er vóór de opening is, krijgt een plaats door loting. Voor die loting gebruiken we een geheim getal. Vóór de opening maken we het controlegetal daarvan bekend:</p>
<p class="stap-code">${zaadHash}</p>
<p>${stand.geloot ? html`Het getal en de lijst zijn nu openbaar. ${link(lotingPad, 'Bekijk de loting en reken haar na')}.` : 'Na de loting maken we ook het getal en de hele lijst bekend. Iedereen kan dan narekenen dat we niets hebben veranderd.'}</p>
${plaats !== undefined && html`<p>Uw lot is <span class="stap-code">${plaats.lot}</span>. Daarmee vindt u uzelf terug in de lijst. Anderen kunnen niet zien wie u bent.</p>`}`
}

/** The way out, small and last. */
function opgeven(data: WachtkamerData): Html {
  return uitklap('Ik wil mijn plaats niet meer', html`<p>U geeft uw plaats dan op. Bedenkt u zich na de opening, dan sluit u achteraan. Uw aanvraag blijft bewaard.</p>
${postKnop(kamerPad(data, '/verlaten'), 'Plaats opgeven', { variant: 'secondary' })}`)
}

export function naarMijn(): Html {
  return html`<div class="stap-knoppen">${knopLink('/mijn', 'Naar Mijn STAP', { iconEnd: 'arrow-right' })}</div>`
}

