import { FOOTER_COLUMNS, FOOTER_TEXT } from '@/components/shell/footer-links'
import { ROOMS } from '@/components/shell/rooms'
import { html, type Html } from '../html'
import { bestand, icoon } from './onderdelen'

export type FrameData = {
  /** What stands in the tab, without the name of the site. */
  title: string
  /** Who is logged in, in a few words; undefined when nobody is. */
  wie: string | undefined
  /** Without JavaScript the page is asked again after so many seconds. */
  verversS?: number | undefined
  /** The page to ask then, when it is another one than this. */
  verversPad?: string
  /** False on a page that must do without anything else. */
  script?: boolean
}

/** A whole page: the header, column and footer of components/shell/room-shell.tsx, complete without JavaScript. */
export function frame({ title, wie, verversS, verversPad, script = true }: FrameData, inhoud: Html): string {
  const page = html`<!doctype html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, address=no, email=no">
<meta name="robots" content="noindex">
<title>${title} - STAP-budget</title>
<link rel="stylesheet" href="${bestand('stap.css')}">
<link rel="icon" href="${bestand('beeldmerk.svg')}">
${verversS !== undefined && html`<noscript><meta http-equiv="refresh" content="${verversS}${verversPad !== undefined && `; url=${verversPad}`}"></noscript>
`}${script && html`<script type="module" src="${bestand('wachtkamer.js')}"></script>
`}</head>
<body class="stap-theme">
<a class="nl-skip-link nl-skip-link--visible-on-focus z-50" href="#inhoud">Naar de inhoud</a>
${header(wie)}
<main id="inhoud" tabindex="-1" class="mx-auto w-full max-w-tekst flex-1 px-4 py-8 sm:px-8 sm:py-12">
${inhoud}
</main>
${footer}
</body>
</html>
`
  return page.toString()
}

function header(wie: string | undefined): Html {
  const { name, home, items } = ROOMS.burger
  return html`<header class="stap-kop border-b border-line bg-surface">
<div class="mx-auto flex w-full max-w-tekst flex-wrap items-center justify-between gap-x-6 px-4 sm:px-8">
<div class="py-2.5">${logo(home, name)}</div>
${wie !== undefined && html`<form method="post" action="/uitloggen" class="stap-noprint flex flex-wrap items-center gap-x-3 gap-y-1"><span class="text-s text-ink-soft">${wie}</span><button type="submit" class="nl-button nl-button--subtle">${icoon('logout')}<span class="nl-button__label">Uitloggen</span></button></form>
<div class="-mx-2 w-full sm:-mx-3"><nav aria-label="${name}" class="stap-noprint"><ul class="stap-nav">${items.map(({ href, label, icon }) => html`<li><a class="stap-nav__link" href="${href}">${icoon(icon)}${label}</a></li>`)}</ul></nav></div>
`}</div>
</header>`
}

function logo(href: string, toevoeging: string): Html {
  return html`<a href="${href}" class="inline-flex min-h-11 items-center gap-2.5 text-ink no-underline"><svg class="size-9 flex-none" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="6" class="fill-primary"/><path d="M5 26v-6h7v-6h7V8h8v18z" class="fill-on-primary"/><rect x="19" y="8" width="8" height="5" class="fill-money"/></svg><span class="text-l leading-tight font-bold tracking-tight">STAP-budget<span class="font-normal text-ink-soft"> ${toevoeging}</span></span></a>`
}

const footer = html`<footer class="stap-band stap-noprint mt-auto">
<div class="mx-auto grid w-full max-w-pagina gap-x-10 gap-y-8 px-4 py-10 sm:grid-cols-3 sm:px-8">
${FOOTER_COLUMNS.map(({ title, links }) => html`<div><h2 class="font-semibold">${title}</h2><ul class="mt-2">${links.map(({ href, label }) => html`<li><a class="nl-link inline-block py-1" href="${href}">${label}</a></li>`)}</ul></div>`)}
<p class="text-s text-on-band-soft sm:col-span-3">${FOOTER_TEXT}</p>
</div>
</footer>`
