import { html, type Html } from '../html'
import type { Situatie, WachtkamerData } from './wachtkamer-data'
import { uitgeput } from './wachtkamer-uitgeput'
import { beurt, wachten } from './wachtkamer-wachten'

const WACHTEND: readonly Situatie[] = ['met-plaats', 'loten', 'wachten', 'pauze']

/**
 * What this page becomes when the places are drawn, when the turn comes and when the budget is gone, for wachtkamer.js. At those
 * moments everybody's page changes at once: it goes on with what it has, so that nobody has to ask for a page then. Inert until it
 * is put on the page; whose turn it is, is judged again when the button is pressed.
 */
export function straks(data: WachtkamerData, situatie: Situatie): Html | false {
  const { plaats, stand, bezoeker } = data
  if (plaats === undefined || !WACHTEND.includes(situatie)) return false
  const open: WachtkamerData = { ...data, geweigerd: [], stand: { ...stand, toestand: 'open', geloot: true }, plaats: { ...plaats, plaats: plaats.plaats ?? stand.nu + 1 } }
  return html`<div id="straks" hidden>
<template data-situatie="wachten">${wachten(open).inhoud}</template>
${bezoeker?.aanvraag?.stand === 'gereed' && html`<template data-situatie="beurt">${beurt(open).inhoud}</template>
`}<template data-situatie="uitgeput">${uitgeput({ ...open, stand: { ...open.stand, toestand: 'uitgeput' }, plaats: { ...plaats, plaats: stand.nu + 1 } }).inhoud}</template>
</div>`
}
