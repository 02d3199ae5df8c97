import type { Inlog } from './login'

/** A page that must meet the quality rules. Add every new page here. */
export type Pagina = {
  path: string
  /** Text of the h1, or a part of it. */
  h1: string
  /** Who looks; left out for a public page. */
  als?: Inlog
  /** Name of the link, button or field this page is for: it must be reachable with the keyboard. */
  hoofdactie?: string
  /** Status of the answer; 200 unless it is an error page. */
  status?: number
}

export const PAGINAS: readonly Pagina[] = [
  { path: '/', h1: 'Een stap vooruit', hoofdactie: 'Zoeken' },
  { path: '/uitleg', h1: 'Hoe het werkt', hoofdactie: 'Zoek een opleiding' },
  { path: '/contact', h1: 'Contact en hulp' },
  { path: '/privacy', h1: 'Privacy' },
  { path: '/toegankelijkheid', h1: 'Toegankelijkheid' },
  { path: '/inloggen', h1: 'Inloggen', hoofdactie: 'Inloggen met DigiD' },
  { path: '/inloggen?voor=burger&terug=/mijn&verlopen=ja', h1: 'Inloggen', hoofdactie: 'Inloggen met DigiD' },
  { path: '/inloggen/melding/niveau-te-laag', h1: 'Uw inlogniveau is te laag', hoofdactie: 'Opnieuw inloggen' },
  { path: '/uitgelogd', h1: 'U bent uitgelogd', hoofdactie: 'Naar de startpagina' },
  { path: '/dev', h1: 'Testpersonen', hoofdactie: 'Sanne de Vries' },
  { path: '/deze-pagina-bestaat-niet', h1: 'Deze pagina is er niet', hoofdactie: 'Naar de startpagina', status: 404 },
  { path: '/dev/fout/weg', h1: 'Deze pagina is er niet', hoofdactie: 'Naar de startpagina', status: 404 },
  { path: '/dev/fout/kapot', h1: 'Er ging iets mis bij ons', hoofdactie: 'Naar de startpagina', status: 500 },
  { path: '/dev/onderdelen', h1: 'Onderdelen', hoofdactie: 'Opslaan' },
]
