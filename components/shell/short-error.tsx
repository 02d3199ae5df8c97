/**
 * An error inside a page that was already open. Next sends this along with every page, so it is small;
 * who loads an address gets the full page instead (scripts/web.ts, app/(publiek)/fout).
 */
export function ShortError({ title, uitleg, doen }: { title: string; uitleg: string; doen: string }) {
  return (
    <main id="inhoud" className="mx-auto flex w-full max-w-tekst flex-col gap-6 px-4 py-12">
      <h1 className="nl-heading nl-heading--level-1">{title}</h1>
      <p>{uitleg} {doen}</p>
      <p><a className="nl-button nl-button--primary" href="/">Naar de startpagina</a></p>
    </main>
  )
}
