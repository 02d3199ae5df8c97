import type { AlertKind } from '@/components/ui/alert'
import type { ButtonVariant } from '@/components/ui/button'
import type { IconName } from '@/components/ui/icon-names'
import { formatBedrag, type Cent } from '@/lib/base/money'
import { html, type Html, type HtmlValue } from '../html'

/** The parts of components/ui as HTML, with the same class names, for pages that must be there without React. */

let adresVan = (bestand: string): string => `/wachtkamer/bestanden/${bestand}`

/** Tells the pages under which address the poort serves its own files, once at its start: with a hash, so that a browser may keep them. */
export function noemBestanden(adres: (bestand: string) => string): void {
  adresVan = adres
}

/** The address of a file that the poort serves itself: the pages use no other, so that they are whole when nothing else answers. */
export function bestand(naam: string): string {
  return adresVan(naam)
}

export function icoon(name: IconName): Html {
  return html`<svg class="stap-icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24"><use href="${`${bestand('iconen.svg')}#${name}`}"/></svg>`
}

type Uiterlijk = { variant?: ButtonVariant; icon?: IconName; iconEnd?: IconName; groot?: boolean }

const LOOKS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'nl-button--primary',
  secondary: 'nl-button--secondary',
  subtle: 'nl-button--subtle',
  danger: 'nl-button--primary nl-button--negative',
}

function inhoud(tekst: HtmlValue, { icon, iconEnd }: Uiterlijk): Html {
  return html`${icon && icoon(icon)}<span class="nl-button__label">${tekst}</span>${iconEnd && icoon(iconEnd)}`
}

function klasse({ variant = 'primary', groot = false }: Uiterlijk): string {
  return `nl-button ${LOOKS[variant]}${groot ? ' stap-knop-groot' : ''}`
}

/** A link that looks like a button. */
export function knopLink(href: string, tekst: string, uiterlijk: Uiterlijk = {}): Html {
  return html`<a href="${href}" class="${klasse(uiterlijk)}">${inhoud(tekst, uiterlijk)}</a>`
}

/** A button in a form of its own that posts to `action`. */
export function postKnop(action: string, tekst: string, uiterlijk: Uiterlijk & { id?: string; velden?: Readonly<Record<string, string>> } = {}): Html {
  const velden = Object.entries(uiterlijk.velden ?? {}).map(([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`)
  return html`<form method="post" action="${action}">${velden}<button type="submit"${uiterlijk.id !== undefined && html` id="${uiterlijk.id}"`} class="${klasse(uiterlijk)}">${inhoud(tekst, uiterlijk)}</button></form>`
}

export function link(href: string, tekst: string, icon?: IconName): Html {
  return html`<a href="${href}" class="nl-link">${icon && icoon(icon)}${tekst}</a>`
}

const ALERT_ICONS: Readonly<Record<AlertKind, IconName>> = { info: 'info-circle', ok: 'circle-check', warning: 'alert-triangle', error: 'alert-circle' }

export function melding(kind: AlertKind, title: string, tekst?: HtmlValue): Html {
  return html`<div class="utrecht-alert utrecht-alert--${kind}">${icoon(ALERT_ICONS[kind])}<div class="utrecht-alert__content"><p class="font-bold">${title}</p>${tekst !== undefined && html`<div class="utrecht-alert__message stap-prose">${tekst}</div>`}</div></div>`
}

/** The h1 with a word above it and the sentence below it. */
export function paginaTitel(titel: HtmlValue, { kicker, lead }: { kicker?: string; lead?: HtmlValue } = {}): Html {
  return html`<div class="flex min-w-0 flex-col gap-3">${kicker !== undefined && html`<p class="stap-kicker">${hoofdletter(kicker)}</p>`}<h1 class="nl-heading nl-heading--level-1">${titel}</h1>${lead !== undefined && html`<p class="nl-paragraph nl-paragraph--lead">${lead}</p>`}</div>`
}

export function hoofdletter(tekst: string): string {
  return `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}`
}

function kop(id: string, tekst: string): Html {
  return html`<h2 id="${id}" class="nl-heading nl-heading--level-2">${tekst}</h2>`
}

export function alinea(tekst: HtmlValue): Html {
  return html`<p class="nl-paragraph">${tekst}</p>`
}

/** A part of the page under a heading. */
export function deel(id: string, titel: string, tekst: HtmlValue): Html {
  return html`<section class="stap-deel" aria-labelledby="${id}">${kop(id, titel)}${tekst}</section>`
}

export function lopendeTekst(tekst: HtmlValue): Html {
  return html`<div class="stap-prose">${tekst}</div>`
}

export function kaart(tekst: HtmlValue, { nadruk = false }: { nadruk?: boolean } = {}): Html {
  return html`<div class="stap-card stap-stapel${nadruk && ' stap-card--nadruk'}">${tekst}</div>`
}

/** A fact; the value may change while the page is open, then `veld` names it for wachtkamer.js. */
export type Feit = { term: string; waarde: HtmlValue; veld?: string } | false

export function samenvatting(feiten: readonly Feit[]): Html {
  return html`<dl class="stap-samenvatting">${feiten.map((feit) => feit && html`<div class="stap-samenvatting__rij"><dt>${feit.term}</dt><dd${feit.veld !== undefined && html` data-veld="${feit.veld}"`}>${feit.waarde}</dd></div>`)}</dl>`
}

/** Something to fold open; its id keeps it open, and the focus on it, when wachtkamer.js takes a new page. */
export function uitklap(titel: string, tekst: HtmlValue): Html {
  return html`<details id="${titel.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}" class="stap-details stap-details--lijn"><summary>${icoon('chevron-right')}<span>${titel}</span></summary><div class="stap-details__inhoud stap-prose">${tekst}</div></details>`
}

/** A bar from 0 to 1 with its value in words below it. `veld` names it for wachtkamer.js. */
export function balk(waarde: number, tekst: HtmlValue, { geld = false, veld }: { geld?: boolean; veld?: string } = {}): Html {
  const breedte = `${String(Math.round(Math.min(1, Math.max(0, waarde)) * 1_000) / 10)}%`
  return html`<figure class="flex flex-col gap-2"><svg class="stap-balk" aria-hidden="true" focusable="false"${veld !== undefined && html` data-balk="${veld}"`}><rect class="stap-balk__deel${!geld && ' stap-balk__deel--gewoon'}" width="${breedte}" height="100%"/><line class="stap-balk__grens" x1="${breedte}" x2="${breedte}" y1="0" y2="100%"/><rect class="stap-balk__spoor" fill-opacity="0" width="100%" height="100%" rx="4" stroke-width="2"/></svg><figcaption${veld !== undefined && html` data-veld="${veld}"`}>${tekst}</figcaption></figure>`
}

export function bedrag(cent: Cent): Html {
  return html`<span class="stap-bedrag">${formatBedrag(cent)}</span>`
}
