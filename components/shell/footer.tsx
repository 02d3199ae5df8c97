import { FOOTER_COLUMNS, FOOTER_TEXT } from '@/components/shell/footer-links'

/** The foot of every page for citizens and opleiders. */
export function SiteFooter() {
  return (
    <footer className="stap-band stap-noprint mt-auto">
      <div className="mx-auto grid w-full max-w-pagina gap-x-10 gap-y-8 px-4 py-10 sm:grid-cols-3 sm:px-8">
        {FOOTER_COLUMNS.map(({ title, links }) => (
          <div key={title}>
            <h2 className="font-semibold">{title}</h2>
            <ul className="mt-2">
              {links.map(({ href, label }) => (
                <li key={href}><a className="nl-link inline-block py-1" href={href}>{label}</a></li>
              ))}
            </ul>
          </div>
        ))}
        <p className="text-s text-on-band-soft sm:col-span-3">{FOOTER_TEXT}</p>
      </div>
    </footer>
  )
}
