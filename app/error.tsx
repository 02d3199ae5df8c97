'use client'

/** A fault on a page that was already open (without JavaScript scripts/web.ts shows the page of status 500). Small on purpose: it is part of every page. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="inhoud" className="mx-auto flex w-full max-w-tekst flex-col gap-6 px-4 py-12">
      <h1 className="nl-heading nl-heading--level-1">Er ging iets mis bij ons</h1>
      <p>Dit ligt niet aan u. Wij zien de fout en gaan ermee aan het werk. Probeer het over een paar minuten opnieuw.</p>
      <p><a className="nl-button nl-button--primary" href="">Probeer het opnieuw</a></p>
      {error.digest !== undefined && <p>Kenmerk van deze melding: <strong>{error.digest}</strong>. Noem het als u ons belt.</p>}
    </main>
  )
}
