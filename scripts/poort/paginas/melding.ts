import { html } from '../html'
import { frame } from './frame'
import { knopLink, paginaTitel } from './onderdelen'

/** A short page that says why something was not done, and the way on. */
export function meldingPagina({ titel, tekst }: { titel: string; tekst: string }): string {
  return frame({ title: titel, wie: undefined }, html`<div class="stap-stapel">
${paginaTitel(titel, { lead: tekst })}
<div class="stap-knoppen">${knopLink('/mijn', 'Naar Mijn STAP', { iconEnd: 'arrow-right' })}${knopLink('/', 'Naar de startpagina', { variant: 'secondary' })}</div>
</div>`)
}
