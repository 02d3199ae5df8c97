const COLUMNS = [
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
  ] },
] as const

/** The foot of every page for citizens and opleiders. */
export function SiteFooter() {
  return (
    <footer className="stap-band stap-noprint mt-auto">
      <div className="mx-auto grid w-full max-w-pagina gap-x-10 gap-y-8 px-4 py-10 sm:grid-cols-3 sm:px-8">
        {COLUMNS.map(({ title, links }) => (
          <div key={title}>
            <h2 className="font-semibold">{title}</h2>
            <ul className="mt-2">
              {links.map(({ href, label }) => (
                <li key={href}><a className="nl-link inline-block py-1" href={href}>{label}</a></li>
              ))}
            </ul>
          </div>
        ))}
        <p className="text-s text-on-band-soft sm:col-span-3">
          Het STAP-budget is een regeling van het ministerie van Sociale Zaken en Werkgelegenheid. UWV beslist over uw aanvraag en betaalt.
        </p>
      </div>
    </footer>
  )
}
