/** The first thing a keyboard reaches: past the header, to the content. */
export function SkipLink({ href = '#inhoud' }: { href?: string }) {
  return <a className="nl-skip-link nl-skip-link--visible-on-focus z-50" href={href}>Naar de inhoud</a>
}
