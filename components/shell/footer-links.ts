/** The links in the foot of every page for citizens and opleiders: of Next (footer.tsx) and of the poort (scripts/poort/paginas/frame.ts). */
export const FOOTER_COLUMNS = [
  { title: 'Over het STAP-budget', links: [
    { href: '/uitleg', label: 'Hoe het werkt' },
    { href: '/opleidingen', label: 'Opleiding zoeken' },
    { href: '/contact', label: 'Contact en hulp' },
  ] },
  { title: 'Inloggen', links: [
    { href: '/mijn', label: 'Mijn STAP' },
    { href: '/opleider', label: 'Voor opleiders' },
    { href: '/inloggen?voor=medewerker', label: 'Voor medewerkers' },
  ] },
  { title: 'Over deze site', links: [
    { href: '/toegankelijkheid', label: 'Toegankelijkheid' },
    { href: '/privacy', label: 'Privacy' },
    { href: '/opendata', label: 'Open data' },
  ] },
] as const

export const FOOTER_TEXT = 'Het STAP-budget is een regeling van het ministerie van Sociale Zaken en Werkgelegenheid. UWV beslist over uw aanvraag en betaalt.'
